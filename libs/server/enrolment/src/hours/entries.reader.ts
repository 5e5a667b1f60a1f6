/** The room where HR sees the entries of the scope, first those that wait for a decision. */
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { ENTRY, entryOf, type EntryRow } from './entry-rows';

type List = typeof hoursEndpoints.listHoursEntries;

interface Case extends EntryRow {
  officerId: string;
  fullName: string;
  staffCode: string;
  unitName: string;
  own: boolean;
}

/** $1 roots, $2 state, $3 unit, $4 pattern; null filters nothing. */
const FROM = `
  from enrolment.hours_entry e
  join organisation.present_officer p on p.id = e.officer_id
 where e.state = $2
   and p.unit_id in (select * from organisation.units_in($1::uuid[]))
   and ($3::uuid is null or p.unit_id in (select * from organisation.units_in(array[$3::uuid])))
   and ($4::text is null or p.search_text like $4)`;

@Injectable()
export class EntriesReader {
  constructor(private readonly sql: Sql) {}

  /** What waits longest comes first; what is decided, the newest first. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const filters = [
      unitsFor(actor, 'completion.read'),
      query.state,
      query.unitId ?? null,
      query.search?.trim() ? likePattern(query.search) : null,
    ];
    const order =
      query.state === 'proposed'
        ? 'e.created_at, e.id'
        : 'coalesce(e.decided_at, e.created_at) desc, e.id';
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.sql.rows<Case>(
        `select ${ENTRY}, e.officer_id as "officerId", p.full_name as "fullName",
                p.staff_code as "staffCode", p.unit_name as "unitName",
                p.account_id is not distinct from $5::uuid as own
         ${FROM}
          order by ${order} limit $6 offset $7`,
        [...filters, accountOf(actor), query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    return { total, items: rows.map(entryOf) };
  }
}
