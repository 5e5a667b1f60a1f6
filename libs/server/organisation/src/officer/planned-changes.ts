/** The room where changes of post that waited are carried out on their day. */
import { Injectable, Logger } from '@nestjs/common';
import { postChange } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Clock, Failure, Sql, SYSTEM, type Tx, Writer } from '@tap-huan/server/platform';
import { openUnit } from '../unit/unit.service';
import { CareerService } from './career.service';
import { locked } from './officer.service';

interface Due {
  id: string;
  officerId: string;
}

interface Planned extends Due {
  effectiveOn: string;
  kind: 'post' | 'leave';
  unitId: string | null;
  post: { endReason?: string };
  askedBy: string | null;
}

@Injectable()
export class PlannedChanges {
  private readonly logger = new Logger('PlannedChanges');

  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly career: CareerService,
  ) {}

  /**
   * Carries out what is due, each in a transaction of its own. One that cannot be done stays, and is shown so to HR.
   * @returns how many were done
   */
  async run(): Promise<number> {
    const due = await this.sql.rows<Due>(
      `select id, officer_id as "officerId" from organisation.planned_change
       where effective_on <= $1 order by effective_on, id limit 5000`,
      [today(this.clock.now())],
    );
    let done = 0;
    for (const one of due) {
      try {
        if (await this.carryOut(one)) done += 1;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.logger.warn(`Planned change ${one.id} waits: ${error.code}`);
      }
    }
    return done;
  }

  private carryOut({ id, officerId }: Due): Promise<boolean> {
    return this.writer.write(SYSTEM, async (tx) => {
      await locked(tx, officerId);
      const planned = await taken(tx, id);
      // Another worker was quicker, or it was taken back.
      if (!planned) return false;
      const { effectiveOn, kind, post } = planned;
      if (kind === 'leave') {
        await this.career.takeLeave(tx, officerId, effectiveOn, post.endReason ?? '');
      } else {
        const unitId = await successorOf(tx, planned.unitId as string);
        await openUnit(tx, unitId);
        const change = postChange.parse({ ...post, effectiveOn, unitId });
        await this.career.takePost(tx, officerId, change);
      }
      await tx.audit(
        'officer_plan_carried_out',
        { kind: 'officer', id: officerId },
        { effectiveOn, askedBy: planned.askedBy },
      );
      return true;
    });
  }
}

const taken = (tx: Tx, id: string): Promise<Planned | null> =>
  tx.maybe<Planned>(
    `delete from organisation.planned_change where id = $1
     returning id, officer_id as "officerId", effective_on::text as "effectiveOn", kind,
               unit_id as "unitId", post, asked_by as "askedBy"`,
    [id],
  );

/** The unit that a unit has become, where it was merged or split meanwhile. */
async function successorOf(tx: Tx, unitId: string): Promise<string> {
  const row = await tx.maybe<{ unitId: string | null }>(
    `select organisation.main_successor($1) as "unitId"`,
    [unitId],
  );
  return row?.unitId ?? unitId;
}
