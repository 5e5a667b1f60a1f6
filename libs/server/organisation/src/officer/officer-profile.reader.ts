/** The room where one officer is read: who it is, the posts over time, and what is ahead. */
import { Injectable } from '@nestjs/common';
import type { OfficerPosition, OfficerProfile, PlannedChange } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';
import { Officers } from './officers.reader';

const POSITIONS = `
  select p.id, p.unit_id as "unitId", u.name as "unitName",
         array(select a.name from organisation.unit a
               where a.path @> u.path and a.id <> u.id order by nlevel(a.path)) as "unitPath",
         p.job_position as "jobPosition", p.rank, p.leadership,
         p.appointed_on::text as "appointedOn", p.staff_category as "staffCategory",
         p.decision_no as "decisionNo", p.end_reason as "endReason",
         p.valid_from::text as "validFrom", p.valid_to::text as "validTo"
  from organisation.position p join organisation.unit u on u.id = p.unit_id
  where p.officer_id = $1 order by p.valid_from desc`;

const PLANNED = `
  select c.id, c.kind, c.effective_on::text as "effectiveOn", u.name as "unitName",
         c.post->>'jobPosition' as "jobPosition", c.post->>'leadership' as leadership,
         c.post->>'endReason' as reason, a.full_name as "askedBy", c.asked_at as "askedAt",
         c.effective_on < $2::date as stuck
  from organisation.planned_change c
  left join organisation.unit u on u.id = c.unit_id
  left join identity.account a on a.id = c.asked_by
  where c.officer_id = $1 order by c.effective_on`;

@Injectable()
export class OfficerProfiles {
  constructor(
    private readonly sql: Sql,
    private readonly officers: Officers,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `not_found`, also for officers of other scopes */
  async read(actor: Actor, officerId: string): Promise<OfficerProfile> {
    const row = await this.officers.row(actor, officerId);
    const [positions, planned, managed] = await Promise.all([
      this.sql.rows<OfficerPosition>(POSITIONS, [officerId]),
      this.sql.rows<Omit<PlannedChange, 'askedAt'> & { askedAt: Date }>(PLANNED, [
        officerId,
        today(this.clock.now()),
      ]),
      this.sql.one<{ mayManage: boolean }>(
        `select organisation.in_scope($1, $2::uuid[]) as "mayManage"`,
        [row.unitId, unitsFor(actor, 'officer.manage')],
      ),
    ]);
    return {
      ...row,
      ...managed,
      positions,
      planned: planned.map(({ askedAt, ...rest }) => ({
        ...rest,
        askedAt: askedAt.toISOString(),
      })),
    };
  }
}
