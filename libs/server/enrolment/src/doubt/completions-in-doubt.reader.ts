/** The room where HR sees completions whose ground was taken away. */
import { Injectable } from '@nestjs/common';
import type { CompletionInDoubt, enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { type Actor, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';

type List = typeof enrolmentEndpoints.listCompletionsInDoubt;

type Row = Omit<CompletionInDoubt, 'since' | 'decidedAt'> & { since: Date; decidedAt: Date | null };

/** $1 roots, $2 whether open, $3 pattern; null filters nothing. */
const FROM = `
  from enrolment.completion_doubt d
    join enrolment.enrolment e on e.id = d.enrolment_id
    join organisation.present_officer p on p.id = e.officer_id
  where p.unit_id in (select * from organisation.units_in($1::uuid[]))
    and ($2::boolean is null or (d.decision is null) = $2)
    and ($3::text is null or p.search_text like $3)`;

@Injectable()
export class CompletionsInDoubt {
  constructor(private readonly sql: Sql) {}

  /** Those that wait for a decision first, then the newest. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const filters = [
      unitsFor(actor, 'completion.read'),
      query.open === undefined ? null : query.open === 'true',
      query.search?.trim() ? likePattern(query.search) : null,
    ];
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.page(filters, query.page, query.pageSize),
    ]);
    const items = rows.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
    }));
    return { total, items };
  }

  private page(filters: unknown[], page: number, pageSize: number): Promise<Row[]> {
    return this.sql.rows<Row>(
      `with page as (
         select d.*, p.full_name, p.staff_code, p.unit_name, e.course_version_id,
           row_number() over (order by d.decision is not null, d.since desc, d.id) as place
         ${FROM}
         order by place limit $4 offset $5)
       select page.id, page.enrolment_id as "enrolmentId", page.full_name as "fullName",
         page.staff_code as "staffCode", page.unit_name as "unitName", v.title as "courseTitle",
         z.title as "quizTitle", page.score_before as "scoreBefore", page.score_now as "scoreNow", page.since,
         c.id as "certificateId", c.register_no as "certificateNo", page.decision, page.note,
         decider.full_name as "decidedByName", page.decided_at as "decidedAt"
       from page
         join learning.course_version v on v.id = page.course_version_id
         join assessment.quiz z on z.id = page.quiz_id
         left join certification.certificate c on c.enrolment_id = page.enrolment_id
         left join identity.account decider on decider.id = page.decided_by
       order by place`,
      [...filters, pageSize, (page - 1) * pageSize],
    );
  }
}
