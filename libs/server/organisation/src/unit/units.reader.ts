/** The room where units are read: the tree of one's scope, and who issues papers for a unit. */
import { Injectable } from '@nestjs/common';
import type { UnitRow } from '@tap-huan/contract';
import { type Actor, found, Sql, type Tx } from '@tap-huan/server/platform';

export interface Issuer {
  unitId: string;
  name: string;
  /** The body above the issuer, else the top unit; as it is named, capitals are the printer's. */
  parentName: string;
  /** Place before the date on papers, e.g. "Đồng Nai". */
  place: string;
}

const LIST = `
  select u.id, u.code, u.name, u.kind, u.parent_id as "parentId",
         (select count(*)::int from organisation.position p
          where p.unit_id = u.id and p.valid_to is null) as officers,
         u.valid_from::text as "validFrom", u.valid_to::text as "validTo"
  from organisation.unit u
  where u.id in (select * from organisation.units_in($1::uuid[]))
  order by nlevel(u.path), u.name collate "vi-x-icu", u.code`;

/**
 * The open service centre of the same province that is nearest: one that encloses the unit before all others, then the
 * one that shares the longest way from the top, and of two such the higher. Without any, the top unit itself.
 */
const ISSUER = `
  with asked as (
    select path, subpath(path, 0, 1) as top from organisation.unit where id = $1
  ), chosen as (
    select u.* from asked
    join organisation.unit u on u.path <@ asked.top
     and (u.path = asked.top or (u.kind = 'provincial_service_centre' and u.valid_to is null))
    order by u.kind = 'provincial_service_centre' desc,
             u.path @> asked.path desc,
             nlevel(lca(u.path, asked.path)) desc,
             nlevel(u.path), u.valid_from desc, u.code
    limit 1
  )
  select c.id as "unitId", c.name, coalesce(above.name, top.name) as "parentName",
         coalesce((select a.place from organisation.unit a
                   where a.path @> c.path and a.place is not null
                   order by nlevel(a.path) desc limit 1), top.name) as place
  from chosen c
  join organisation.unit top on top.path = subpath(c.path, 0, 1)
  left join organisation.unit above on above.id = c.parent_id`;

@Injectable()
export class Units {
  constructor(private readonly sql: Sql) {}

  /** The units in the subtrees of the actor's grants, parents before children; none for learners only. */
  list(actor: Actor): Promise<UnitRow[]> {
    const roots = actor.grants.filter(({ role }) => role !== 'learner').map(({ unitId }) => unitId);
    return this.sql.rows<UnitRow>(LIST, [roots]);
  }

  /**
   * The body that issues certificates to officers of the unit.
   * @param reader the caller's transaction, where there is one. @throws Failure `not_found`
   */
  async issuerOf(unitId: string, reader: Tx | Sql = this.sql): Promise<Issuer> {
    return found(await reader.maybe<Issuer>(ISSUER, [unitId]));
  }
}
