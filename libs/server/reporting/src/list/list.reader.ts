/** The room where a list of somebody's own making is read, and those that were saved. */
import { Injectable } from '@nestjs/common';
import type {
  customListEndpoints,
  ListCell,
  ListDefinition,
  OutputOf,
  SavedList,
} from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';
import { unitMeetsScope } from '../scope';
import { type ListQuery, listQuery } from './list-query';

type Run = OutputOf<typeof customListEndpoints.runList>;
type Row = Run['rows'][number];

@Injectable()
export class ListReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * A list of a unit above the own scope is cut to the scope.
   * @throws Failure `not_found` for a unit that has nothing to do with the scope, `list_not_valid`
   */
  async page(
    actor: Actor,
    definition: ListDefinition,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<Run> {
    const query = await this.queryOf(actor, definition);
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(
        `select count(*)::int as total from ${query.from} where ${query.where}`,
        query.values,
      ),
      this.rows(query, definition, pageSize, (page - 1) * pageSize),
    ]);
    return { total, rows };
  }

  /** Every line. @throws Failure `not_found`, `list_not_valid` */
  async all(actor: Actor, definition: ListDefinition): Promise<Row[]> {
    return this.rows(await this.queryOf(actor, definition), definition, null, 0);
  }

  /** One's own, those shared in a unit that is in the scope or has it below itself, and those that one is sent. */
  async saved(actor: Actor): Promise<{ items: SavedList[] }> {
    const rows = await this.sql.rows<Omit<SavedList, 'updatedAt'> & { updatedAt: Date }>(
      `select l.id, l.name, l.definition, l.shared, l.unit_id as "unitId", u.name as "unitName",
              a.full_name as "ownerName", l.owner_id = $1 as own, l.revision,
              l.updated_at as "updatedAt"
         from reporting.saved_list l
         join organisation.unit u on u.id = l.unit_id
         join identity.account a on a.id = l.owner_id
        where l.owner_id = $1
           or (l.shared and (organisation.in_scope(l.unit_id, $2::uuid[]) or exists (
                select 1 from unnest($2::uuid[]) r where organisation.in_scope(r, array[l.unit_id]))))
           or exists (select 1 from reporting.list_schedule s join reporting.list_recipient r on r.schedule_id = s.id
                       where s.list_id = l.id and r.account_id = $1)
        order by own desc, l.name collate "vi-x-icu", l.id`,
      [accountOf(actor), unitsFor(actor, 'completion.read')],
    );
    return { items: rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })) };
  }

  private async queryOf(actor: Actor, definition: ListDefinition): Promise<ListQuery> {
    if (definition.unitId !== null) await unitMeetsScope(this.sql, actor, definition.unitId);
    return listQuery(definition, unitsFor(actor, 'completion.read'), today(this.clock.now()));
  }

  private async rows(
    query: ListQuery,
    { columns }: ListDefinition,
    limit: number | null,
    offset: number,
  ): Promise<Row[]> {
    const rows = await this.sql.rows<Record<string, ListCell>>(
      `select ${query.select} from ${query.from} where ${query.where} order by ${query.order}
        ${limit === null ? '' : `limit ${limit} offset ${offset}`}`,
      query.values,
    );
    return rows.map((row) => ({
      officerId: String(row['officer_id']),
      cells: columns.map((_, index) => row[`c${index}`] ?? null),
    }));
  }
}
