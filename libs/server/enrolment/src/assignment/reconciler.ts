/** The room of the reconciler: from the state of today it computes how everybody stands, and writes what differs. */
import { Injectable } from '@nestjs/common';
import type { ReconcileOutcome } from '@tap-huan/contract';
import { decideCases, today } from '@tap-huan/rules';
import { CourseReader } from '@tap-huan/server/learning';
import { Clock, Sql, SYSTEM, type Tx, Writer } from '@tap-huan/server/platform';
import { type Assignment, ASSIGNMENT_COLUMNS, termsOf } from './assignment-terms';
import { enrolCases, settleEnrolments } from './course-enrolments';
import { officerFacts } from './officer-facts.reader';
import { ProgrammeCases } from './programme-cases';
import { type DecidedCase, storeCases } from './stored-cases';

export type SavedAssignment = Assignment & { id: string };

/** Officers whose changes one run takes up. */
const TOUCHED_AT_ONCE = 20_000;

/**
 * For everybody at once: PostgreSQL knows nothing yet of rows that this transaction has made, takes them for few, and would
 * compare each with each. Hashes are never far from the best here.
 */
export async function joinAtLarge(tx: Tx, on: boolean): Promise<void> {
  await tx.rows(`select set_config('enable_nestloop', $1, true)`, [on ? 'off' : 'on']);
}

@Injectable()
export class Reconciler {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
    private readonly courses: CourseReader,
    private readonly programmes: ProgrammeCases,
  ) {}

  /**
   * What the schedule does: first the officers whose facts have changed, then, once a day and after a change of an audience,
   * everybody of each active assignment. Several processes may do it at once.
   * @returns how many cases were written
   */
  async run(): Promise<number> {
    let changed = await this.takeTouched();
    for (let more: number | null = 0; more !== null; more = await this.nextWhole()) changed += more;
    return changed;
  }

  /**
   * Looks at everybody of the assignment, or at the given officers. The row of the assignment is locked, so that two never
   * decide at once; a second look writes nothing.
   */
  async reconcile(
    tx: Tx,
    assignment: SavedAssignment,
    officerIds: readonly string[] | null = null,
  ): Promise<ReconcileOutcome> {
    const day = today(tx.now);
    // What is written from here on tells the reconciler nothing new.
    await tx.rows(`select set_config('enrolment.reconciling', 'yes', true)`);
    if (officerIds === null) await joinAtLarge(tx, true);
    const lines = await officerFacts(tx, assignment, day, officerIds);
    const terms = termsOf(assignment);
    const cases: DecidedCase[] = [];
    for (const { officerId, ...facts } of lines) {
      for (const decided of decideCases(terms, facts, day)) cases.push({ officerId, ...decided });
    }
    await storeCases(tx, assignment.id, cases);
    // Also where no case has changed: an enrolment may have been withdrawn, or a day granted.
    const enrolled = await this.enrol(tx, assignment, officerIds);
    await settleEnrolments(tx, assignment.id, officerIds);
    await this.programmes.settle(tx, assignment.id, officerIds);
    if (officerIds === null) await joinAtLarge(tx, false);
    await tx.rows(`select set_config('enrolment.reconciling', '', true)`);
    if (cases.length > 0 || enrolled > 0) {
      const subject = { kind: 'assignment', id: assignment.id };
      await tx.audit('assignment.reconcile', subject, { changed: cases.length, enrolled });
    }
    return { officers: lines.length, changed: cases.length, enrolled };
  }

  /** Everybody, and notes that it was done for today. */
  async reconcileWhole(tx: Tx, assignment: SavedAssignment): Promise<ReconcileOutcome> {
    const outcome = await this.reconcile(tx, assignment);
    await tx.rows(
      `update enrolment.assignment set reconciled_at = $2, reconciled_on = $3 where id = $1`,
      [assignment.id, tx.now, today(tx.now)],
    );
    return outcome;
  }

  private async enrol(
    tx: Tx,
    assignment: SavedAssignment,
    officerIds: readonly string[] | null,
  ): Promise<number> {
    if (assignment.state !== 'active') return 0;
    return (
      (await enrolCases(tx, this.courses, assignment, officerIds)) +
      (await this.programmes.enrol(tx, assignment, officerIds))
    );
  }

  private takeTouched(): Promise<number> {
    return this.writer.write(SYSTEM, async (tx) => {
      const touched = await tx.rows<{ officerId: string }>(
        `delete from enrolment.assignment_touched
          where id in (select id from enrolment.assignment_touched order by id limit $1 for update skip locked)
         returning officer_id as "officerId"`,
        [TOUCHED_AT_ONCE],
      );
      if (touched.length === 0) return 0;
      const officerIds = [...new Set(touched.map(({ officerId }) => officerId))].sort();
      const active = await tx.rows<SavedAssignment>(
        `select ${ASSIGNMENT_COLUMNS} from enrolment.assignment a where a.state = 'active' order by a.id
            for no key update`,
      );
      let changed = 0;
      for (const assignment of active) {
        changed += (await this.reconcile(tx, assignment, officerIds)).changed;
      }
      return changed;
    });
  }

  /** One active assignment that was not looked at today; null: there is none, or another process has it. */
  private async nextWhole(): Promise<number | null> {
    const day = today(this.clock.now());
    const waiting = await this.sql.maybe(
      `select 1 from enrolment.assignment
        where state = 'active' and starts_on <= $1 and (reconciled_on is null or reconciled_on < $1) limit 1`,
      [day],
    );
    if (!waiting) return null;
    return this.writer.write(SYSTEM, async (tx) => {
      const assignment = await tx.maybe<SavedAssignment>(
        `select ${ASSIGNMENT_COLUMNS} from enrolment.assignment a
          where a.state = 'active' and a.starts_on <= $1 and (a.reconciled_on is null or a.reconciled_on < $1)
          order by a.reconciled_on nulls first, a.id limit 1 for no key update skip locked`,
        [day],
      );
      return assignment && (await this.reconcileWhole(tx, assignment)).changed;
    });
  }
}
