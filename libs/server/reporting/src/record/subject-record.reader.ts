/** The room where it is read who learned what in a course or programme. */
import { Injectable } from '@nestjs/common';
import type {
  OutputOf,
  recordEndpoints,
  SubjectPerson,
  SubjectRecord,
  SubjectRow,
  YearTrend,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { type Actor, Failure, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { periodOf } from './completions';
import { distributionOf, gradesOf } from './score-groups';

/**
 * Trainings of the scope: by the unit of the day of completion, or of enrolment where nothing is completed yet.
 * $1 roots · $2 subject or null.
 */
const TAKEN = `
  scope as materialized (select reporting.record_units($1::uuid[]) as id),
  taken as materialized (
    select t.*, p.unit_id
      from reporting.training t
     cross join lateral reporting.post_at(t.officer_id, coalesce(t.completed_on, t.enrolled_on)) p
     where t.subject_id is not null and ($2::uuid is null or t.subject_id = $2)
       and p.unit_id in (select id from scope)
  )`;

/** Title, group and form of the newest published or approved version. $1 subject. */
const HEAD = `
  select c.id as "subjectId", 'course' as kind, c.code, v.title, v.content_group as "contentGroup",
         v.delivery_form as "deliveryForm", v.hours
    from learning.course c join learning.course_version v on v.course_id = c.id
   where c.id = $1 and v.state = 'published'
     and v.number = (select max(w.number) from learning.course_version w
                      where w.course_id = c.id and w.state = 'published')
  union all
  select p.id, 'programme', p.code, v.title, v.content_group, v.delivery_form, v.hours
    from learning.programme p join learning.programme_version v on v.programme_id = p.id
   where p.id = $1 and v.state = 'approved'
     and v.number = (select max(w.number) from learning.programme_version w
                      where w.programme_id = p.id and w.state = 'approved')`;

/** $3 and $4 days or null, of completion. */
const COUNTS = `
  select count(*) filter (where state <> 'withdrawn')::int as enrolled,
         count(*) filter (where state in ('not_started', 'in_progress'))::int as "inProgress",
         count(*) filter (where state = 'completed'
           and ($3::date is null or completed_on between $3 and $4))::int as completed,
         count(*) filter (where state = 'withdrawn')::int as withdrawn,
         coalesce(array_agg(score_of_ten) filter (where score_of_ten is not null and state = 'completed'
           and ($3::date is null or completed_on between $3 and $4)), '{}') as scores
    from taken`;

const YEARS = `
  select extract(year from completed_on)::int as year, count(*)::int as trainings,
         count(distinct officer_id)::int as persons, coalesce(sum(hours), 0)::int as hours,
         round(avg(score_of_ten))::int as "meanScoreOfTen"
    from taken where state = 'completed' group by 1 order by 1`;

/** $3 and $4 days or null · $5 pattern or null */
const PERSONS = `
  from taken t
  join organisation.officer o on o.id = t.officer_id
 where t.state <> 'withdrawn'
   and ($3::date is null or t.completed_on between $3 and $4)
   and ($5::text is null or o.search_text like $5)`;

@Injectable()
export class SubjectRecordReader {
  constructor(private readonly sql: Sql) {}

  /** Courses and programmes that anybody of the scope was ever in. */
  async subjects(actor: Actor): Promise<{ items: SubjectRow[] }> {
    const items = await this.sql.rows<SubjectRow>(
      `with ${TAKEN}
       select subject_id as "subjectId", kind, min(code) as code,
              (array_agg(title order by enrolled_on desc))[1] as title,
              (count(*) filter (where state <> 'withdrawn'))::int as enrolled,
              (count(*) filter (where state = 'completed'))::int as completed,
              max(completed_on)::text as "lastOn"
         from taken group by subject_id, kind order by kind, code`,
      [unitsFor(actor, 'completion.read'), null],
    );
    return { items };
  }

  /** @throws Failure `not_found` where nobody of the scope was ever in it */
  async record(actor: Actor, subjectId: string, year: number | undefined): Promise<SubjectRecord> {
    const values = [unitsFor(actor, 'completion.read'), subjectId];
    const [head, trend, counts] = await Promise.all([
      this.sql.maybe<
        Pick<
          SubjectRecord,
          'subjectId' | 'kind' | 'code' | 'title' | 'contentGroup' | 'deliveryForm' | 'hours'
        >
      >(HEAD, [subjectId]),
      this.sql.rows<YearTrend>(`with ${TAKEN} ${YEARS}`, values),
      this.sql.one<
        Pick<SubjectRecord, 'enrolled' | 'inProgress' | 'completed' | 'withdrawn'> & {
          scores: number[];
        }
      >(`with ${TAKEN} ${COUNTS}`, [...values, ...periodOf(year)]),
    ]);
    const { scores, ...figures } = counts;
    // Nobody of the scope was ever in it: for this actor it does not exist.
    if (figures.enrolled + figures.withdrawn === 0) throw new Failure('not_found');
    return {
      ...found(head),
      ...figures,
      trend,
      grades: gradesOf(scores),
      distribution: distributionOf(scores),
    };
  }

  /** Sorted as Vietnamese names are. @throws Failure `not_found` */
  async persons(
    actor: Actor,
    subjectId: string,
    query: {
      year?: number | undefined;
      page: number;
      pageSize: number;
      search?: string | undefined;
    },
  ): Promise<OutputOf<typeof recordEndpoints.listSubjectPersons>> {
    const folded = fold(query.search ?? '').trim();
    const pattern = folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
    const values = [
      unitsFor(actor, 'completion.read'),
      subjectId,
      ...periodOf(query.year),
      pattern,
    ];
    const { total, any } = await this.sql.one<{ total: number; any: boolean }>(
      `with ${TAKEN} select count(*)::int as total, exists (select 1 from taken) as any ${PERSONS}`,
      values,
    );
    if (!any) throw new Failure('not_found');
    const items = await this.sql.rows<SubjectPerson>(
      `with ${TAKEN}, page as (
         select t.*, o.full_name, o.staff_code,
                row_number() over (order by o.sort_key collate "vi-x-icu", o.staff_code,
                                            t.enrolled_on, t.id) as place
         ${PERSONS}
         order by place limit $6 offset $7)
       select page.id, page.officer_id as "officerId", full_name as "fullName", staff_code as "staffCode",
              reporting.name_at(page.unit_id, coalesce(completed_on, enrolled_on)) as "unitThen",
              page.state, completed_on::text as "completedOn", score_of_ten as "scoreOfTen",
              c.register_no as "registerNo"
         from page left join certification.certificate c on c.enrolment_id = page.id
        order by place`,
      [...values, query.pageSize, (query.page - 1) * query.pageSize],
    );
    return { total, items };
  }
}
