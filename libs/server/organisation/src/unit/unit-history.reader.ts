/** The room where units are read over time: the tree of a day, a unit's states, what came of it. */
import { Injectable } from '@nestjs/common';
import type { LineageStep, UnitHistory, UnitState, UnitVersion } from '@tap-huan/contract';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';

const TREE = `
  select v.unit_id as id, v.code, v.name, v.kind, v.parent_id as "parentId",
         (select count(*)::int from organisation.position p
          where p.unit_id = v.unit_id and p.valid_from <= $2::date
            and (p.valid_to is null or p.valid_to > $2::date)) as officers,
         v.valid_from::text as "validFrom", v.valid_to::text as "validTo"
  from organisation.unit_version v
  where v.valid_from <= $2::date and (v.valid_to is null or v.valid_to > $2::date)
    and v.unit_id in (select * from organisation.units_in($1::uuid[]))
  order by nlevel(v.path), v.name collate "vi-x-icu", v.code`;

const UNIT = `
  select u.id, u.name, u.code, u.kind, u.valid_from::text as "validFrom",
         u.valid_to::text as "validTo",
         (select jsonb_build_object('id', s.id, 'name', s.name) from organisation.unit s
          where s.id = organisation.main_successor(u.id)) as successor
  from organisation.unit u where u.id = $1 and organisation.in_scope(u.id, $2::uuid[])`;

const VERSIONS = `
  select v.code, v.name, v.kind, v.valid_from::text as "validFrom", v.valid_to::text as "validTo",
         (select p.name from organisation.unit_at(v.parent_id, v.valid_from) p) as "parentName",
         r.title as "reorganisationTitle"
  from organisation.unit_version v
  left join organisation.reorganisation r on r.id = v.reorganisation_id
  where v.unit_id = $1 order by v.valid_from`;

/** Both ways from the unit; a name is that of the day before, or of the day itself for what comes after. */
const LINEAGE = `
  with recursive earlier (id) as (
    select $1::uuid
    union
    select l.from_unit_id from earlier e join organisation.unit_lineage l on l.to_unit_id = e.id
  ), later (id) as (
    select $1::uuid
    union
    select l.to_unit_id from later e join organisation.unit_lineage l
      on l.from_unit_id = e.id and l.to_unit_id is not null
  )
  select * from (
  select l.id, l.kind, l.effective_on::text as "effectiveOn", l.legal_basis as "legalBasis",
         l.is_main as "isMain", l.from_unit_id as "fromId", l.to_unit_id as "toId",
         coalesce((select v.name from organisation.unit_at(l.from_unit_id, l.effective_on - 1) v),
                  f.name) as "fromName",
         coalesce((select v.name from organisation.unit_at(l.to_unit_id, l.effective_on) v),
                  t.name) as "toName"
  from organisation.unit_lineage l
  join organisation.unit f on f.id = l.from_unit_id
  left join organisation.unit t on t.id = l.to_unit_id
  where l.to_unit_id in (select id from earlier) or l.from_unit_id in (select id from later)
  ) step order by "effectiveOn", "fromName" collate "vi-x-icu", "isMain" desc`;

@Injectable()
export class UnitHistories {
  constructor(private readonly sql: Sql) {}

  /** Units that stand in the actor's scope today, or whose successor does, as they were on the day. */
  tree(actor: Actor, on: string): Promise<UnitState[]> {
    return this.sql.rows<UnitState>(TREE, [unitsFor(actor, 'officer.read'), on]);
  }

  /** @throws Failure `not_found` outside the scope */
  async of(actor: Actor, unitId: string): Promise<UnitHistory> {
    const unit = found(
      await this.sql.maybe<Omit<UnitHistory, 'versions' | 'lineage'>>(UNIT, [
        unitId,
        unitsFor(actor, 'officer.read'),
      ]),
    );
    const versions = await this.sql.rows<UnitVersion>(VERSIONS, [unitId]);
    const lineage = await this.sql.rows<LineageStep>(LINEAGE, [unitId]);
    return { ...unit, versions, lineage };
  }
}
