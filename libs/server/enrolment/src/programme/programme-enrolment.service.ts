/** The room where HR puts officers on a programme, records attendance and conduct, and takes somebody off again. */
import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf, programmeEnrolmentEndpoints } from '@tap-huan/contract';
import { ProgrammeReader } from '@tap-huan/server/learning';
import {
  type Actor,
  Failure,
  found,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { type EnrolmentState, mayBecome } from '../enrolment/enrolment-state';
import type { Queries } from '../progress/lesson-facts.reader';
import { ProgrammeEnrolling } from './programme-enrolling';
import { ProgrammeEnrolmentEntity } from './programme-enrolment.entity';
import { ProgrammeProgress } from './programme-progress';

type Enrol = typeof programmeEnrolmentEndpoints.enrolInProgramme;
type Conduct = typeof programmeEnrolmentEndpoints.recordProgrammeConduct;
type Withdraw = typeof programmeEnrolmentEndpoints.withdrawFromProgramme;

interface Target {
  /** Null: named, but outside of the scope or without a present position. */
  officerId: string | null;
  /** Is on the programme, or has completed it. */
  already: boolean;
}

@Injectable()
export class ProgrammeEnrolmentService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly programmes: ProgrammeReader,
    private readonly enrolling: ProgrammeEnrolling,
    private readonly progress: ProgrammeProgress,
  ) {}

  /**
   * Puts the officers named and the members of an audience on a programme, as far as they are in the actor's scope.
   * @throws Failure not_found, programme_not_approved
   */
  async enrol(actor: Actor, input: InputOf<Enrol>): Promise<OutputOf<Enrol>> {
    const { programmeId } = input.params;
    const { audienceId, dueOn, reason, dryRun } = input.body;
    await this.see(actor, programmeId, audienceId);
    if (dryRun) return outcomeOf(await targetsOf(this.sql, actor, input));
    return this.writer.write(actor, async (tx) => {
      const targets = await targetsOf(tx, actor, input);
      const officers = targets.flatMap(({ officerId, already }) =>
        officerId === null || already ? [] : { officerId, dueOn },
      );
      const terms = { reason, countsFrom: null };
      const made = await this.enrolling.enrolSet(tx, programmeId, officers, terms);
      const planned = outcomeOf(targets);
      // Somebody else may have put some of them on it meanwhile.
      const outcome = {
        ...planned,
        enrolled: made.length,
        already: planned.already + planned.enrolled - made.length,
      };
      await tx.audit(
        'programme.assign',
        { kind: 'programme', id: programmeId },
        { audienceId, named: input.body.officerIds.length, dueOn, reason, ...outcome },
      );
      return outcome;
    });
  }

  /** Records what only a person knows; whoever lacked nothing else has completed the programme. @throws Failure not_found */
  record(actor: Actor, { params, body }: InputOf<Conduct>): Promise<OutputOf<Conduct>> {
    const { conductOk, attendancePercent } = body;
    return this.writer.write(actor, async (tx) => {
      const rows = await tx.rows<{ id: string }>(
        `update enrolment.programme_enrolment pe
            set conduct_ok = case when $4 then $5::boolean else conduct_ok end,
                attendance_percent = case when $6 then $7::int else attendance_percent end
          where pe.id = any ($1::uuid[]) and pe.programme_id = $2
            and pe.state in ('not_started', 'in_progress')
            and exists (select 1 from organisation.present_officer p
                         where p.id = pe.officer_id
                           and p.unit_id in (select * from organisation.units_in($3::uuid[])))
        returning pe.id`,
        [
          ...[body.ids, params.programmeId, unitsFor(actor, 'enrolment.assign')],
          ...[conductOk !== undefined, conductOk ?? null],
          ...[attendancePercent !== undefined, attendancePercent ?? null],
        ],
      );
      found(rows[0] ?? null);
      const ids = rows.map(({ id }) => id);
      const completed = await this.progress.settle(tx, ids);
      await tx.audit(
        'programme.record',
        { kind: 'programme', id: params.programmeId },
        { ids, conductOk, attendancePercent, completed },
      );
      return { recorded: ids.length, completed };
    });
  }

  /** Takes an officer off a programme. @throws Failure not_found, enrolment_closed */
  withdraw(actor: Actor, { params, body }: InputOf<Withdraw>): Promise<OutputOf<Withdraw>> {
    const id = params.programmeEnrolmentId;
    return this.writer.write(actor, async (tx) => {
      const row = await tx.maybe<{ state: EnrolmentState }>(
        `select pe.state from enrolment.programme_enrolment pe
          where pe.id = $1
            and exists (select 1 from organisation.present_officer p
                         where p.id = pe.officer_id and organisation.in_scope(p.unit_id, $2))
            for no key update of pe`,
        [id, unitsFor(actor, 'enrolment.assign')],
      );
      if (!mayBecome(found(row).state, 'withdrawn')) throw new Failure('enrolment_closed');
      await tx.manager.update(ProgrammeEnrolmentEntity, id, {
        state: 'withdrawn',
        withdrawnAt: tx.now,
      });
      await giveBackUnbegun(tx, id);
      await tx.audit(
        'programme.withdraw',
        { kind: 'programme_enrolment', id },
        { reason: body.reason },
      );
      return { ok: true };
    });
  }

  private async see(actor: Actor, programmeId: string, audienceId: string | null): Promise<void> {
    if (audienceId !== null) {
      found(
        await this.sql.maybe(
          `select 1 from enrolment.audience where id = $1 and organisation.in_scope(unit_id, $2)`,
          [audienceId, unitsFor(actor, 'enrolment.assign')],
        ),
      );
    }
    if (await this.programmes.approved(programmeId)) return;
    found(await this.sql.maybe(`select 1 from learning.programme where id = $1`, [programmeId]));
    throw new Failure('programme_not_approved');
  }
}

const targetsOf = (
  queries: Queries,
  actor: Actor,
  { params, body }: InputOf<Enrol>,
): Promise<Target[]> =>
  queries.rows<Target>(
    `with named as (
       select unnest($1::uuid[]) as id union select enrolment.audience_members($2::uuid)),
     target as (
       select p.id from organisation.present_officer p
        where p.id in (select id from named)
          and p.unit_id in (select * from organisation.units_in($3::uuid[])))
     select t.id as "officerId", t.id is not null and exists (
              select 1 from enrolment.programme_enrolment e
               where e.officer_id = t.id and e.programme_id = $4 and e.state <> 'withdrawn') as already
       from named n left join target t on t.id = n.id`,
    [body.officerIds, body.audienceId, unitsFor(actor, 'enrolment.assign'), params.programmeId],
  );

function outcomeOf(targets: readonly Target[]): OutputOf<Enrol> {
  const allowed = targets.filter(({ officerId }) => officerId !== null);
  const already = allowed.filter((target) => target.already).length;
  return {
    enrolled: allowed.length - already,
    already,
    skipped: targets.length - allowed.length,
  };
}

/** Courses that were made for this way only and that nobody has begun. */
async function giveBackUnbegun(tx: Tx, wayId: string): Promise<void> {
  await tx.rows(
    `update enrolment.enrolment e set state = 'withdrawn', withdrawn_at = $2
       from enrolment.programme_course c
      where c.programme_enrolment_id = $1 and e.id = c.enrolment_id and e.state = 'not_started'
        and not exists (
          select 1 from enrolment.programme_course o
            join enrolment.programme_enrolment w on w.id = o.programme_enrolment_id
           where o.enrolment_id = e.id and w.id <> $1 and w.state in ('not_started', 'in_progress'))`,
    [wayId, tx.now],
  );
}
