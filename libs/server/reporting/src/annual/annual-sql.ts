/** The room of the SQL of the annual report. */
import { DONE } from '../record/completions';

/**
 * Completions of the year ($1 root as array, $2 and $3 its days), the head count of $4 (31 December, or today in a year that
 * is running), and the branch of the tree that each unit belongs to: what stands directly below the root, or the root itself.
 * A unit that is no more belongs to the branch of whatever stands for it today. $5 year
 */
export const YEAR = `
  with ${DONE},
  root as (select id, path from organisation.unit where id = ($1::uuid[])[1]),
  branch as materialized (
    select s.id as unit_id,
           case when nlevel(u.path) <= nlevel(r.path) then r.id
                else subpath(u.path, nlevel(r.path), 1)::text::uuid end as branch_id
      from scope s
      join organisation.unit own on own.id = s.id
      join organisation.unit u on u.id = case when own.valid_to is null then own.id
        else coalesce(organisation.main_successor(own.id), own.id) end
     cross join root r
  ),
  counted as materialized (
    select p.officer_id, p.staff_category, b.branch_id
      from organisation.position p
      join branch b on b.unit_id = p.unit_id
     where p.valid_from <= $4::date and (p.valid_to is null or p.valid_to > $4::date)
  ),
  trained as materialized (select * from done where kind <> 'programme'),
  person as materialized (
    select t.officer_id,
           (array_agg(t.staff_category order by t.completed_on desc))[1] as staff_category,
           (array_agg(b.branch_id order by t.completed_on desc))[1] as branch_id,
           coalesce(sum(t.hours) filter (where t.counts), 0)::int as hours
      from trained t join branch b on b.unit_id = t.unit_id
     group by t.officer_id
  ),
  standing as materialized (
    select p.*, r.hours is not null and p.hours >= r.hours as reached
      from person p
      left join enrolment.hours_required($5::int) r on r.staff_category = p.staff_category
  )`;

export const TOTALS = `
  select (select count(distinct officer_id)::int from counted) as officers,
         (select count(*)::int from person) as persons,
         (select count(*)::int from trained) as trainings,
         (select coalesce(sum(hours), 0)::int from person) as hours,
         (select count(*)::int from standing where reached) as reached,
         coalesce((select hours / 100 from enrolment.hours_required($5::int)
                    where staff_category = 'cong_chuc'), 0) as required`;

export const STAFF = `
  select k.key,
         (select count(*)::int from trained t where t.staff_category = k.key) as trainings,
         (select count(*)::int from standing s where s.staff_category = k.key) as persons,
         (select coalesce(sum(hours), 0)::int from standing s where s.staff_category = k.key) as hours,
         (select count(distinct officer_id)::int from counted c where c.staff_category = k.key) as officers,
         (select count(*)::int from standing s where s.staff_category = k.key and s.reached) as reached
    from unnest(array['cong_chuc', 'vien_chuc', 'khac']) with ordinality k(key, place)
   order by k.place`;

/** Branches in which anybody served or learned, the root itself first. */
export const UNITS = `
  select u.id as "unitId", u.name as "unitName",
         (select count(distinct officer_id)::int from counted c where c.branch_id = u.id) as officers,
         (select count(*)::int from standing s where s.branch_id = u.id) as persons,
         (select count(*)::int from trained t join branch b on b.unit_id = t.unit_id
           where b.branch_id = u.id) as trainings,
         (select coalesce(sum(hours), 0)::int from standing s where s.branch_id = u.id) as hours,
         (select count(*)::int from standing s where s.branch_id = u.id and s.reached) as reached
    from (select distinct branch_id from branch) b
    join organisation.unit u on u.id = b.branch_id
   where exists (select 1 from counted c where c.branch_id = u.id)
      or exists (select 1 from standing s where s.branch_id = u.id)
   order by nlevel(u.path), u.name collate "vi-x-icu", u.code`;

export const COURSES = `
  select subject_id as "subjectId", title, content_group as "contentGroup",
         coalesce(source, delivery_form) as form, count(*)::int as trainings,
         coalesce(sum(hours) filter (where counts), 0)::int as hours,
         round(avg(score_of_ten))::int as "meanScoreOfTen"
    from trained
   group by 1, 2, 3, 4
   order by 5 desc, title`;

export const PROGRAMMES = `
  select title, count(*)::int as completed from done where kind = 'programme'
   group by subject_id, title order by 2 desc, title`;

export const SCORES = `
  select score_of_ten as score from trained where score_of_ten is not null`;
