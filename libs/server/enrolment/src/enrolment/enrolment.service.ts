/** The room where HR enrols officers and withdraws them. */
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { CourseReader } from '@tap-huan/server/learning';
import { type Actor, Failure, found, Sql, unitsFor, Writer } from '@tap-huan/server/platform';
import { countTargets, enrolTargets, type Wanted } from './enrol-targets';
import { EnrolmentEntity } from './enrolment.entity';
import { type EnrolmentState, mayBecome } from './enrolment-state';

type Enrol = typeof enrolmentEndpoints.enrol;
type Withdraw = typeof enrolmentEndpoints.withdraw;

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly courses: CourseReader,
  ) {}

  /**
   * Enrols the officers named, and all of a unit's subtree, as far as they are in the actor's scope. One
   * statement whatever their number; whoever is enrolled already stays as is.
   */
  async enrol(actor: Actor, input: InputOf<Enrol>['body']): Promise<OutputOf<Enrol>> {
    const wanted: Wanted = {
      officerIds: input.officerIds,
      unitId: input.unitId,
      roots: unitsFor(actor, 'enrolment.assign'),
      courseId: input.courseId,
    };
    await this.seeUnit(wanted);
    const courseVersionId = await this.publishedVersion(input.courseId);
    if (input.dryRun) return countTargets(this.sql, wanted);
    return this.writer.write(actor, async (tx) => {
      const { dueOn, reason } = input;
      const outcome = await enrolTargets(tx, wanted, { courseVersionId, dueOn, reason });
      await tx.audit(
        'enrolment.assign',
        { kind: 'course', id: input.courseId },
        { unitId: input.unitId, named: input.officerIds.length, dueOn, reason, ...outcome },
      );
      return outcome;
    });
  }

  /** Withdraws an enrolment that is still open; what was done of it stays. */
  withdraw(actor: Actor, { params, body }: InputOf<Withdraw>): Promise<OutputOf<Withdraw>> {
    return this.writer.write(actor, async (tx) => {
      const row = await tx.maybe<{ state: EnrolmentState }>(
        `select e.state from enrolment.enrolment e
          where e.id = $1
            and exists (select 1 from organisation.present_officer p
                         where p.id = e.officer_id and organisation.in_scope(p.unit_id, $2))
            for no key update of e`,
        [params.enrolmentId, unitsFor(actor, 'enrolment.assign')],
      );
      if (!mayBecome(found(row).state, 'withdrawn')) throw new Failure('enrolment_closed');
      await tx.manager.update(EnrolmentEntity, params.enrolmentId, {
        state: 'withdrawn',
        withdrawnAt: tx.now,
      });
      await tx.audit(
        'enrolment.withdraw',
        { kind: 'enrolment', id: params.enrolmentId },
        { reason: body.reason },
      );
      return { ok: true };
    });
  }

  private async seeUnit({ unitId, roots }: Wanted): Promise<void> {
    if (unitId === null) return;
    found(
      await this.sql.maybe(
        `select 1 from organisation.unit where id = $1 and organisation.in_scope(id, $2)`,
        [unitId, roots],
      ),
    );
  }

  private async publishedVersion(courseId: string): Promise<string> {
    const published = await this.courses.offeredVersion(courseId);
    if (published) return published.courseVersionId;
    found(await this.sql.maybe(`select 1 from learning.course where id = $1`, [courseId]));
    throw new Failure('course_not_published');
  }
}
