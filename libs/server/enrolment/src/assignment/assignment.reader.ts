/** The room where HR sees assignments and how many stand how, counted in the own subtree only. */
import { Injectable } from '@nestjs/common';
import type {
  assignmentEndpoints,
  AssignmentRow,
  CASE_STATES,
  CaseCounts,
  InputOf,
  OutputOf,
} from '@tap-huan/contract';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { seen } from './assignment-scope';
import { ASSIGNMENT_COLUMNS } from './assignment-terms';

type List = typeof assignmentEndpoints.listAssignments;
type Row = Omit<AssignmentRow, 'counts' | 'reconciledAt'> & { reconciledAt: Date | null };

interface Count {
  id: string;
  state: (typeof CASE_STATES)[number];
  officers: number;
}

const NOBODY: CaseCounts = { due: 0, overdue: 0, waiting: 0, exempt: 0, done: 0, left: 0 };

/** $1 roots. */
const COLUMNS = `${ASSIGNMENT_COLUMNS}, a.legal_basis as "legalBasis", a.revision, u.name as "unitName",
  d.name as "audienceName", coalesce(c.code, g.code) as "targetCode", coalesce(cv.title, gv.title, '') as "targetTitle",
  rv.title as "renewalTitle", a.reconciled_at as "reconciledAt",
  a.unit_id in (select organisation.units_in($1::uuid[])) as own`;

/** The newest title that was published or approved; before that, of the draft. */
const FROM = `
  from enrolment.assignment a
  join organisation.unit u on u.id = a.unit_id
  join enrolment.audience d on d.id = a.audience_id
  left join learning.course c on c.id = a.course_id
  left join learning.programme g on g.id = a.programme_id
  left join lateral (
    select v.title from learning.course_version v where v.course_id = a.course_id
     order by v.state = 'published' desc, v.number desc limit 1) cv on true
  left join lateral (
    select v.title from learning.programme_version v where v.programme_id = a.programme_id
     order by v.state = 'approved' desc, v.number desc limit 1) gv on true
  left join lateral (
    select v.title from learning.course_version v
     where v.course_id = (a.recurrence->>'renewalCourseId')::uuid
     order by v.state = 'published' desc, v.number desc limit 1) rv on true`;

@Injectable()
export class AssignmentReader {
  constructor(private readonly sql: Sql) {}

  /** Those that run first, then the newest. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const roots = unitsFor(actor, 'completion.read');
    const filters = [
      roots,
      query.state ?? null,
      query.search?.trim() ? likePattern(query.search) : null,
    ];
    const where = `where ${seen('$1')} and ($2::text is null or a.state = $2)
      and ($3::text is null or a.search_text like $3)`;
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(
        `select count(*)::int as total from enrolment.assignment a ${where}`,
        filters,
      ),
      this.sql.rows<Row>(
        `select ${COLUMNS} ${FROM} ${where}
          order by array_position(array['active', 'draft', 'paused', 'ended'], a.state), a.created_at desc, a.id
          limit $4 offset $5`,
        [...filters, query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    return { total, items: await this.counted(roots, rows) };
  }

  /** @throws Failure `not_found` */
  async read(actor: Actor, assignmentId: string): Promise<AssignmentRow> {
    const roots = unitsFor(actor, 'completion.read');
    const row = await this.sql.maybe<Row>(
      `select ${COLUMNS} ${FROM} where a.id = $2 and ${seen('$1')}`,
      [roots, assignmentId],
    );
    const [counted] = await this.counted(roots, [found(row)]);
    return counted as AssignmentRow;
  }

  private async counted(roots: string[], rows: Row[]): Promise<AssignmentRow[]> {
    const counts = await this.sql.rows<Count>(
      `select c.assignment_id as id, c.state, count(*)::int as officers
         from enrolment.present_case c
         join organisation.position p on p.officer_id = c.officer_id and p.valid_to is null
        where c.assignment_id = any ($1) and p.unit_id in (select organisation.units_in($2::uuid[]))
        group by 1, 2`,
      [rows.map(({ id }) => id), roots],
    );
    return rows.map((row) => {
      const own = counts.filter(({ id }) => id === row.id);
      return {
        ...row,
        reconciledAt: row.reconciledAt?.toISOString() ?? null,
        counts: {
          ...NOBODY,
          ...Object.fromEntries(own.map((each) => [each.state, each.officers])),
        },
      };
    });
  }
}
