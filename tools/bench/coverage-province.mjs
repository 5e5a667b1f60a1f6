/** The room where a province of many officers with ten years behind it is made by the database itself. */
import { randomUUID } from 'node:crypto';

const COURSES = 40;
const FIRST_DAY = '2016-01-01';
/** The day on which two communes became one. */
const REFORM = '2025-07-01';

/**
 * Makes units, officers and courses.
 * @param {import('pg').Client} database
 * @param {{ officers: number, units: number }} size units that are open today; some hundreds more were merged into them
 * @returns {Promise<string>} the province's id
 */
export async function makeProvince(database, { officers, units }) {
  const province = randomUUID();
  await database.query(`select setseed(0.5)`);
  await makeUnits(database, province, units);
  await makeOfficers(database, officers);
  await makeCourses(database, province);
  return province;
}

async function makeUnits(database, province, units) {
  // Departments and communes below the province, the others below those.
  await database.query(
    `create temporary table place as
    select n, case when n = 0 then $1::uuid else gen_random_uuid() end as id,
           case when n = 0 then 'province' when n <= 40 then 'department' when n <= 208 then 'commune'
                when n <= 376 then 'commune_service_centre' else 'division' end as kind,
           case when n = 0 then null when n <= 208 then 0 when n <= 376 then n - 168
                else 1 + (n % 208) end as above
      from generate_series(0, ${Number(units) - 1}) n`,
    [province],
  );
  await database.query(`
    with recursive tree as (
      select n, id, kind, null::uuid as parent_id, replace(id::text, '-', '') as path from place where n = 0
      union all
      select p.n, p.id, p.kind, t.id, t.path || '.' || replace(p.id::text, '-', '')
        from place p join tree t on t.n = p.above
    )
    insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
    select id, 'B' || n, 'Đơn vị ' || n, kind, parent_id, path::ltree,
           case when kind like 'commune%' then date '${REFORM}' else date '${FIRST_DAY}' end from tree`);
  // Two former communes for each of today.
  await database.query(`create temporary table former as
    select row_number() over () as no, n, id as heir, gen_random_uuid() as id
      from place, generate_series(1, 2) where kind = 'commune'`);
  await database.query(
    `
    insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
    select id, 'F' || no, 'Xã cũ ' || no, 'commune', $1::uuid,
           (replace($1::uuid::text, '-', '') || '.' || replace(id::text, '-', ''))::ltree, '${FIRST_DAY}'
      from former`,
    [province],
  );
  await database.query(`
    update organisation.unit u set valid_to = '${REFORM}' from former f where u.id = f.id`);
  await database.query(`
    insert into organisation.unit_lineage (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main)
    select gen_random_uuid(), id, heir, 'merge', '${REFORM}', '1685/NQ-UBTVQH15', true from former`);
}

/** Everybody serves somewhere from 2016 on; who serves in a commune today served in a former one before. */
async function makeOfficers(database, officers) {
  await database.query(`create temporary table staff as
    select n, gen_random_uuid() as id, (n * 7919) % (select count(*) from place) as place
      from generate_series(1, ${Number(officers)}) n`);
  await database.query(`
    insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
    select id, 'CB' || lpad(n::text, 6, '0'), name, split_part(name, ' ', 3) || ' ' || name,
           'nguyen van ' || n || ' cb' || lpad(n::text, 6, '0'), '1985'
      from (select s.*, 'Nguyễn Văn ' || (array['An','Bình','Chi','Dũng','Giang','Hà','Khánh','Linh','Minh','Uyên'])[1 + n % 10] || ' ' || n as name
              from staff s) named`);
  await database.query(`
    insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to)
    select gen_random_uuid(), s.id,
           case when p.kind like 'commune%' then (select f.id from former f where f.no = 1 + s.n % 336)
                else (select q.id from place q where q.n = 1 + s.n % 40) end,
           'Chuyên viên', '${FIRST_DAY}',
           case when p.kind like 'commune%' then date '${REFORM}' else date '2019-01-01' + (s.n % 1000)::int end
      from staff s join place p on p.n = s.place`);
  await database.query(`
    insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
    select gen_random_uuid(), s.id, p.id, 'Công chức một cửa',
           case when p.kind like 'commune%' then date '${REFORM}' else date '2019-01-01' + (s.n % 1000)::int end
      from staff s join place p on p.n = s.place`);
}

async function makeCourses(database, province) {
  await database.query(`create temporary table subject as
    select n, gen_random_uuid() as id, gen_random_uuid() as version, gen_random_uuid() as bank
      from generate_series(0, ${COURSES - 1}) n`);
  await database.query(
    `insert into assessment.bank (id, unit_id, name) select bank, $1, 'Ngân hàng ' || n from subject`,
    [province],
  );
  await database.query(
    `insert into learning.course (id, code, unit_id, bank_id, created_at)
     select id, 'CD-' || lpad(n::text, 2, '0'), $1, bank, now() from subject`,
    [province],
  );
  await database.query(
    `insert into learning.course_version (id, course_id, number, state, title, summary, audience,
            hours, content_group, delivery_form, legal_basis, revision, updated_at, published_at)
     select version, id, 1, 'published', 'Chuyên đề ' || n, '', '', 8, 'job_position', 'online', '[]', 1, now(), now()
       from subject`,
  );
}

/**
 * Enrols officers from the `from`th to the `to`th, ten courses each over ten years; what is older than a year is mostly done.
 * @param {import('pg').Client} database
 */
export async function makeEnrolments(database, from, to) {
  for (let first = from; first <= to; first += 10_000) {
    await database.query(`
      insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, due_on,
             enrolled_at, completed_at, score_of_ten, done_lessons, total_lessons)
      select gen_random_uuid(), d.officer, s.id, s.version,
             case when d.finished then 'completed' else 'not_started' end, (d.at + interval '90 days')::date,
             d.at, case when d.finished then d.at + d.taken * interval '1 day' end,
             case when d.finished then 500 + (d.n * 37 + d.k * 61) % 500 end, 0, 5
        from (select staff.n, staff.id as officer, k, (staff.n + k * 3) % ${COURSES} as subject,
                     timestamptz '${FIRST_DAY} 08:00+07' + (k * 365 + staff.n % 365) * interval '1 day' as at,
                     10 + (staff.n * 13 + k) % 120 as taken,
                     (staff.n * 31 + k * 17) % 100 < (case when k < 9 then 97 else 60 end) as finished
                from staff, generate_series(0, 9) k
               where staff.n between ${Number(first)} and ${Math.min(first + 9_999, Number(to))}) d
        join subject s on s.n = d.subject`);
  }
  await database.query('analyze enrolment.enrolment');
}

/** Once all is there, as a database that has run for years would have it. */
export const settle = (database) =>
  database.query(
    'vacuum analyze enrolment.enrolment, organisation.position, organisation.officer, organisation.unit, organisation.unit_version, reporting.coverage_change',
  );
