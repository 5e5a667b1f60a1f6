/** The room where HR makes, changes, starts and ends assignments. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  assignmentEndpoints,
  AssignmentInput,
  InputOf,
  ReconcileOutcome,
} from '@tap-huan/contract';
import { fold, today } from '@tap-huan/rules';
import { type Actor, Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { AssignmentScope } from './assignment-scope';
import { type Assignment, columnsOf } from './assignment-terms';
import { Reconciler, type SavedAssignment } from './reconciler';

type State = Assignment['state'];

/** What may follow each state; an ended assignment is history. */
const NEXT: Record<State, readonly State[]> = {
  draft: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

@Injectable()
export class AssignmentService {
  constructor(
    private readonly writer: Writer,
    private readonly scope: AssignmentScope,
    private readonly reconciler: Reconciler,
  ) {}

  /** @throws Failure `not_found`, `course_not_published`, `programme_not_approved`, `assignment_dates_wrong` */
  async create(actor: Actor, input: AssignmentInput): Promise<{ id: string }> {
    await this.scope.mayMake(actor, input);
    checkDates(input);
    return this.writer.write(actor, async (tx) => ({ id: await this.insert(tx, input) }));
  }

  /** A draft; for the demo loader too, which asks nobody. */
  async insert(tx: Tx, input: AssignmentInput): Promise<string> {
    const id = randomUUID();
    await tx.rows(
      `insert into enrolment.assignment
              (id, title, unit_id, audience_id, course_id, programme_id, due, recurrence, grace_days, late_days, reason,
               legal_basis, starts_on, ends_on, search_text, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)`,
      [id, ...valuesOf(input), tx.actor.accountId, tx.now],
    );
    await tx.audit('assignment.create', { kind: 'assignment', id }, { title: input.title });
    return id;
  }

  /** A running assignment keeps its target and its first day; whoever is concerned is computed anew at once. */
  async update(
    actor: Actor,
    { params, body }: InputOf<typeof assignmentEndpoints.updateAssignment>,
  ): Promise<{ ok: true }> {
    const { revision, ...input } = body;
    await this.scope.mayMake(actor, input);
    checkDates(input);
    return this.writer.write(actor, async (tx) => {
      const before = await this.scope.own(tx, actor, params.assignmentId);
      if (before.state === 'ended') throw new Failure('assignment_state');
      const begun = before.state !== 'draft';
      const { kind, id } = before.target;
      if (begun && (kind !== input.target.kind || id !== input.target.id)) {
        throw new Failure('assignment_state');
      }
      const kept = begun ? { ...input, startsOn: before.startsOn } : input;
      checkDates(kept);
      const changed = await tx.maybe(
        `update enrolment.assignment
            set title = $2, unit_id = $3, audience_id = $4, course_id = $5, programme_id = $6, due = $7,
                recurrence = $8, grace_days = $9, late_days = $10, reason = $11, legal_basis = $12, starts_on = $13,
                ends_on = $14, search_text = $15, updated_at = $16, revision = revision + 1
          where id = $1 and revision = $17 returning 1 as one`,
        [params.assignmentId, ...valuesOf(kept), tx.now, revision],
      );
      if (!changed) throw new Failure('stale_revision');
      await tx.audit(
        'assignment.update',
        { kind: 'assignment', id: params.assignmentId },
        { before, after: kept },
      );
      if (before.state === 'active') {
        await this.reconciler.reconcileWhole(tx, { ...before, ...kept });
      }
      return { ok: true };
    });
  }

  /** @throws Failure `not_found`, `assignment_state`, `course_not_published`, `programme_not_approved` */
  changeState(
    actor: Actor,
    { params, body }: InputOf<typeof assignmentEndpoints.changeAssignmentState>,
  ): Promise<ReconcileOutcome> {
    return this.writer.write(actor, async (tx) =>
      this.become(tx, await this.scope.own(tx, actor, params.assignmentId), body.to),
    );
  }

  /** For the demo loader too. The first day is never before the day of activating: nobody was told earlier. */
  async become(tx: Tx, before: SavedAssignment, to: State): Promise<ReconcileOutcome> {
    if (!NEXT[before.state].includes(to)) throw new Failure('assignment_state');
    if (to === 'active') await this.scope.mayAsk(before.target);
    const day = today(tx.now);
    const startsOn = before.state === 'draft' && before.startsOn < day ? day : before.startsOn;
    if (before.endsOn !== null && to === 'active' && before.endsOn < startsOn) {
      throw new Failure('assignment_dates_wrong');
    }
    await tx.rows(
      `update enrolment.assignment set state = $2, starts_on = $3, updated_at = $4, revision = revision + 1
        where id = $1`,
      [before.id, to, to === 'ended' ? before.startsOn : startsOn, tx.now],
    );
    await tx.audit(`assignment.${to}`, { kind: 'assignment', id: before.id });
    if (to === 'paused') return { officers: 0, changed: 0, enrolled: 0 };
    return this.reconciler.reconcileWhole(tx, { ...before, startsOn, state: to });
  }

  /** @throws Failure `not_found`, `assignment_state` */
  reconcile(actor: Actor, assignmentId: string): Promise<ReconcileOutcome> {
    return this.writer.write(actor, async (tx) => {
      const assignment = await this.scope.own(tx, actor, assignmentId);
      if (assignment.state !== 'active') throw new Failure('assignment_state');
      return this.reconciler.reconcileWhole(tx, assignment);
    });
  }
}

/** In the order of the columns. */
function valuesOf(input: AssignmentInput): unknown[] {
  const { courseId, programmeId } = columnsOf(input.target);
  return [
    input.title,
    input.unitId,
    input.audienceId,
    courseId,
    programmeId,
    JSON.stringify(input.due),
    input.recurrence && JSON.stringify(input.recurrence),
    input.graceDays,
    input.lateDays,
    input.reason,
    input.legalBasis,
    input.startsOn,
    input.endsOn,
    fold(input.title),
  ];
}

/** An end before the beginning, or a fixed due day outside of both, is a slip of the hand. */
function checkDates({ startsOn, endsOn, due }: AssignmentInput): void {
  if (endsOn !== null && endsOn < startsOn) throw new Failure('assignment_dates_wrong');
  if (due.kind !== 'fixed') return;
  if (due.day < startsOn || (endsOn !== null && due.day > endsOn)) {
    throw new Failure('assignment_dates_wrong');
  }
}
