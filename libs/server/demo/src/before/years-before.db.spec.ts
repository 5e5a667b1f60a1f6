/** The academy's history on a real PostgreSQL: the classes of 2017 as HR sees them, and that today is not changed by them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { DOMAINS } from '@tap-huan/server/app';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { Academy } from '../academy';
import { buildOrganisation, type DemoOrganisation } from '../organisation';
import type { DemoPerson } from '../person';
import { buildOldCourses, enterOldClasses } from './years-before';

describe('the years before', () => {
  let test: TestModule;
  let academy: Academy;
  let organisation: DemoOrganisation;
  let hr: DemoPerson;
  beforeAll(async () => {
    test = await testModule(...DOMAINS);
    academy = new Academy(await test.http(), test.clock, test.clock.now());
    test.clock.set(academy.at(170, 8));
    organisation = await buildOrganisation(academy);
    const courses = await buildOldCourses(academy, organisation);
    await enterOldClasses(academy, organisation, courses);
    test.clock.set(academy.now);
    hr = await academy.person('daotao');
  });
  afterAll(() => test.close());

  it('had eleven classes in 2017, nine of them local, and more than 800 enrolments', async () => {
    const { years } = await hr.call(endpoints.listTrainingClasses, { query: {} });
    const of2017 = years.find(({ year }) => year === 2017);
    expect(of2017).toMatchObject({ classes: 11, localClasses: 9 });
    expect(of2017?.enrolments).toBeGreaterThan(800);
    // Some sat in two classes.
    expect(of2017?.persons).toBeLessThan(of2017?.enrolments ?? 0);
    expect(years.map(({ year }) => year)).toEqual([
      2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017,
    ]);
  });

  it('held one class for each district, for people who worked there on that day', async () => {
    const { items } = await hr.call(endpoints.listTrainingClasses, {
      query: { year: 2017, pageSize: 50 },
    });
    const local = items.filter(({ isLocal }) => isLocal);
    expect(local.map(({ unitId }) => unitId).sort()).toEqual(
      organisation.districts.map(({ id }) => id).sort(),
    );
    const strangers = await test.sql.rows(
      `select 1 from enrolment.training_class k
         join enrolment.enrolment e on e.class_id = k.id
         join organisation.unit u on u.id = k.unit_id and u.kind = 'district'
        cross join lateral organisation.post_at(e.officer_id, k.ends_on) p
        cross join lateral organisation.unit_at(p.unit_id, k.ends_on) v
        where not (k.unit_id = v.unit_id or k.unit_id = v.parent_id)
           or p.valid_from > k.starts_on or p.valid_to <= k.ends_on`,
    );
    expect(strangers).toEqual([]);
  });

  it('counts their hours in the year of the class, and gives no certificate', async () => {
    const wrong = await test.sql.rows(
      `select 1 from enrolment.training_class k
         join enrolment.enrolment e on e.class_id = k.id
         join learning.course_version v on v.id = e.course_version_id
         left join enrolment.hours_entry h on h.enrolment_id = e.id and h.state = 'approved'
        where h.day is distinct from k.ends_on or h.hours <> v.hours * 100`,
    );
    expect(wrong).toEqual([]);
    expect(await test.sql.rows(`select 1 from certification.certificate`)).toEqual([]);
  });

  it('covered all 91 communes at the end of 2017, and the report of that year tells it', async () => {
    const { communes } = await hr.call(endpoints.readCoverageMatrix, {
      query: { asOf: '2017-12-31', by: 'then' },
    });
    expect(communes).toEqual({ covered: 91, behind: 0, none: 0 });
    const report = await hr.call(endpoints.readAnnualReport, {
      query: { unitId: organisation.provinceId, year: 2017 },
    });
    const { years } = await hr.call(endpoints.listTrainingClasses, { query: {} });
    const of2017 = years.find(({ year }) => year === 2017);
    expect(report).toMatchObject({ trainings: of2017?.enrolments, persons: of2017?.persons });
    expect(report.units.reduce((sum, { trainings }) => sum + trainings, 0)).toBe(report.trainings);
    expect(report.trend.map(({ year }) => year)).toContain(2017);
  });

  it('leaves today as it is: nobody who has left is there, and the old courses take nobody', async () => {
    const gone = await test.sql.one<{ total: number }>(
      `select count(*)::int as total from organisation.officer o
        where not exists (select 1 from organisation.present_officer p where p.id = o.id)`,
    );
    expect(gone.total).toBeGreaterThan(500);
    const present = await hr.call(endpoints.listOfficers, { query: {} });
    // Those who were hired, the learner, and the six who have roles.
    expect(present.total).toBe(organisation.officers.length + 7);
    const overview = await hr.call(endpoints.readOverview, {});
    expect(overview).toMatchObject({ enrolments: 0, persons: 0, courses: [] });
    expect((await hr.call(endpoints.listCatalogue, { query: {} })).items).toEqual([]);
    const all = await hr.call(endpoints.listCatalogue, { query: { closed: 'true' } });
    expect(all.items.map(({ code }) => code)).toEqual(['MC17-H', 'MC17-T', 'MC17-X', 'MC18']);
  });

  it('knows each officer of today in one post at a time, without a day between', async () => {
    const gaps = await test.sql.rows(
      `select 1 from (
         select valid_from, lag(valid_to) over (partition by officer_id order by valid_from) as before
           from organisation.position p
          where p.officer_id in (select id from organisation.present_officer)) line
        where before is not null and before <> valid_from`,
    );
    expect(gaps).toEqual([]);
  });
});
