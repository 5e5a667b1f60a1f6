/** The room of the SQL that every report over completions begins with. */

/**
 * Completions with the position of that day, as "done": the unit is the unit of that time, and those that have become part
 * of the subtrees are in it. $1 roots · $2 first day or null · $3 last day or null.
 */
export const DONE = `
  scope as materialized (select reporting.record_units($1::uuid[]) as id),
  done as materialized (
    select t.*, p.unit_id, p.job_position, p.staff_category
      from reporting.training t
     cross join lateral reporting.post_at(t.officer_id, t.completed_on) p
     where t.state = 'completed'
       and ($2::date is null or t.completed_on >= $2)
       and ($3::date is null or t.completed_on <= $3)
       and p.unit_id in (select id from scope)
  )`;

/** First and last day of a year, or nothing for all of them. */
export const periodOf = (year: number | undefined): [string | null, string | null] =>
  year === undefined ? [null, null] : [`${year}-01-01`, `${year}-12-31`];

/** Figures of each year, the oldest first; programmes are told apart, since their courses count already. */
export const TREND = `
  select extract(year from completed_on)::int as year,
         count(*)::int as trainings,
         count(distinct officer_id)::int as persons,
         coalesce(sum(hours) filter (where counts), 0)::int as hours,
         round(avg(score_of_ten))::int as "meanScoreOfTen"
    from done
   where kind <> 'programme'
   group by 1 order by 1`;

/** What a group of trainings came to; `key` is the expression they are grouped by. */
export const groupedBy = (key: string): string => `
  select ${key} as key, count(*)::int as trainings, count(distinct officer_id)::int as persons,
         coalesce(sum(hours) filter (where counts), 0)::int as hours
    from done
   where kind <> 'programme'
   group by 1 order by 2 desc, 1`;

/** One line of a list of persons, as every Excel list has it. */
export interface CompletionLine {
  officerId: string;
  fullName: string;
  staffCode: string;
  birthDate: string;
  unitThen: string;
  positionThen: string;
  staffCategory: 'cong_chuc' | 'vien_chuc' | 'khac';
  kind: 'course' | 'programme' | 'ledger';
  title: string;
  contentGroup: string;
  form: string;
  hours: number;
  completedOn: string;
  scoreOfTen: number | null;
  registerNo: string | null;
}

/** The list of persons behind the figures, by name. $4 course or programme, or null. */
export const LINES = `
  select d.officer_id as "officerId", o.full_name as "fullName", o.staff_code as "staffCode",
         o.birth_date as "birthDate",
         (select v.name from organisation.unit_version v
           where v.unit_id = d.unit_id and v.valid_from <= d.completed_on
           order by v.valid_from desc limit 1) as "nameThen",
         u.name as "nameNow", d.job_position as "positionThen", d.staff_category as "staffCategory",
         d.kind, d.title, d.content_group as "contentGroup",
         coalesce(d.source, d.delivery_form) as form, d.hours,
         d.completed_on::text as "completedOn", d.score_of_ten as "scoreOfTen",
         c.register_no as "registerNo"
    from done d
    join organisation.officer o on o.id = d.officer_id
    join organisation.unit u on u.id = d.unit_id
    left join certification.certificate c on c.enrolment_id = d.id
   where $4::uuid is null or d.subject_id = $4
   order by o.sort_key collate "vi-x-icu", o.staff_code, d.completed_on, d.title`;

type RawLine = Omit<CompletionLine, 'unitThen'> & { nameThen: string | null; nameNow: string };

/** A unit that had no name yet on that day is called by its present one. */
export const linesOf = (rows: RawLine[]): CompletionLine[] =>
  rows.map(({ nameThen, nameNow, ...row }) => ({ ...row, unitThen: nameThen ?? nameNow }));
export type { RawLine };
