/** The room where marks that stand are replaced: rows, trail and news are made together, for one attempt or thousands. */
import { Injectable } from '@nestjs/common';
import { type AttemptGrade, type MarkedSlot, sameMark } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { AttemptConclusion } from '../attempt/attempt-conclusion.service';
import { type StoredResult, type Total, totalOf } from './stored-result';

/** A result with the slots that it is to have. */
export interface ResultChange {
  before: StoredResult;
  after: MarkedSlot[];
  grade: AttemptGrade;
}

/** Why marks change. */
export interface Because {
  kind: 'slot_marked' | 'slot_regraded';
  reason: string;
  detail: Record<string, unknown>;
}

/** A result with some slots replaced. */
export function changeOf(before: StoredResult, replaced: readonly MarkedSlot[]): ResultChange {
  const bySlot = new Map(replaced.map((slot) => [slot.slot, slot]));
  const after = before.slots.map((slot) => bySlot.get(slot.slot) ?? slot);
  return { before, after, grade: totalOf(before, after) };
}

/** What an attempt counts as before a change; while it waits for a marker, that counts as nothing. */
export const totalBefore = (before: StoredResult): Total =>
  before.total ?? totalOf(before, before.slots);

const totalAfter = ({ grade }: ResultChange): Total => {
  const { points, maximum, scoreOfTen, passed } = grade;
  return { points, maximum, scoreOfTen, passed };
};

const isSameTotal = (one: Total, other: Total): boolean =>
  one.points === other.points && one.maximum === other.maximum && isSameScore(one, other);
const isSameScore = (one: Total, other: Total): boolean =>
  one.scoreOfTen === other.scoreOfTen && one.passed === other.passed;

/** Whether the mark of any question changes. */
export const changesMarks = ({ before, after }: ResultChange): boolean =>
  after.some((slot, place) => !sameMark(slot, before.slots[place] ?? slot));

@Injectable()
export class ResultChanges {
  constructor(private readonly conclusion: AttemptConclusion) {}

  /**
   * Writes the changes: each slot whose mark changes leaves a step, each paper whose total changes a step `regraded`,
   * and news goes out where score or pass change. A paper that has waited for this mark only is concluded. The rows of
   * the attempts are locked by the caller.
   * @returns the attempts whose last mark this was
   */
  async write(tx: Tx, changes: readonly ResultChange[], because: Because): Promise<string[]> {
    if (changes.length === 0) return [];
    await updateResults(tx, changes);
    await addSlotSteps(tx, changes, because);
    await this.replaceTotals(tx, changes, because);
    const complete = changes.filter(
      ({ before, grade }) => before.phase === 'submitted' && grade.waiting.length === 0,
    );
    for (const { before, grade } of complete) await this.conclude(tx, before, grade);
    return complete.map(({ before }) => before.attemptId);
  }

  /** The first result of an attempt. */
  private async conclude(tx: Tx, before: StoredResult, grade: AttemptGrade): Promise<void> {
    const { attemptId: id, quizId, contextId } = before;
    const by = tx.actor.accountId ?? 'machine';
    const attempt = { id, quizId, contextId, preview: false };
    await this.conclusion.conclude(tx, attempt, grade, { by, regraded: false });
    const { scoreOfTen, passed } = grade;
    await tx.audit('attempt.mark', { kind: 'attempt', id }, { scoreOfTen, passed });
  }

  /** Another result in place of the one that stood. */
  private async replaceTotals(
    tx: Tx,
    changes: readonly ResultChange[],
    { reason }: Because,
  ): Promise<void> {
    const replaced = changes.flatMap((change) => {
      const { attemptId, quizId, contextId, phase, total } = change.before;
      const to = totalAfter(change);
      if (phase !== 'marked' || total === null || isSameTotal(total, to)) return [];
      return [{ attemptId, quizId, contextId, from: total, to }];
    });
    if (replaced.length === 0) return;
    await tx.rows(
      `with given as (
         select * from jsonb_to_recordset($1::jsonb) as g ("attemptId" uuid, "from" jsonb, "to" jsonb)
       ), updated as (
         update assessment.attempt a
         set points = (g."to"->>'points')::int, maximum = (g."to"->>'maximum')::int,
           score_of_ten = (g."to"->>'scoreOfTen')::int, passed = (g."to"->>'passed')::boolean, graded_by = $2
         from given g where a.id = g."attemptId"
       )
       insert into assessment.step (attempt_id, kind, at, by_account, detail, reason)
       select g."attemptId", 'regraded', $3::timestamptz, $4::uuid, g."to" || jsonb_build_object('from', g."from"), $5
       from given g`,
      [
        JSON.stringify(replaced),
        tx.actor.accountId ?? 'machine',
        tx.now,
        tx.actor.accountId,
        reason,
      ],
    );
    for (const { attemptId, contextId, quizId, from, to } of replaced) {
      if (contextId === null || isSameScore(from, to)) continue;
      const { scoreOfTen, passed } = to;
      const news = { attemptId, contextId, quizId, scoreOfTen, passed, regraded: true };
      await tx.emit('AttemptGraded', news);
    }
  }
}

/** SQL for a json array of `given` as an array of this type. */
const arrayOf = (name: string, type: string): string =>
  `array(select e.value::${type} from jsonb_array_elements_text(g."${name}") with ordinality as e (value, place)
         order by e.place)`;

async function updateResults(tx: Tx, changes: readonly ResultChange[]): Promise<void> {
  const rows = changes.map(({ before, after, grade }) => ({
    attemptId: before.attemptId,
    points: after.map(({ points }) => points),
    awarded: after.map(({ awarded }) => awarded),
    outcomes: after.map(({ outcome }) => outcome),
    labels: after.map(({ label }) => label),
    markedBy: after.map(({ markedBy }) => markedBy),
    sections: grade.sections,
  }));
  await tx.rows(
    `update assessment.result r
     set points = ${arrayOf('points', 'int')}, awarded = ${arrayOf('awarded', 'int')},
       outcomes = ${arrayOf('outcomes', 'text')}, labels = ${arrayOf('labels', 'text')},
       marked_by_version_ids = ${arrayOf('markedBy', 'uuid')}, sections = g.sections
     from jsonb_to_recordset($1::jsonb) as g ("attemptId" uuid, points jsonb, awarded jsonb, outcomes jsonb,
       labels jsonb, "markedBy" jsonb, sections jsonb)
     where r.attempt_id = g."attemptId"`,
    [JSON.stringify(rows)],
  );
}

async function addSlotSteps(
  tx: Tx,
  changes: readonly ResultChange[],
  { kind, reason, detail }: Because,
): Promise<void> {
  const steps = changes.flatMap(({ before, after }) =>
    after.flatMap((slot, place) => {
      const from = before.slots[place];
      if (!from || sameMark(from, slot)) return [];
      const points = from.points === slot.points ? {} : { pointsFrom: from.points };
      return [
        {
          attemptId: before.attemptId,
          slot: slot.slot,
          from: from.awarded,
          to: slot.awarded,
          detail: { ...detail, ...points, points: slot.points },
        },
      ];
    }),
  );
  if (steps.length === 0) return;
  await tx.rows(
    `insert into assessment.step (attempt_id, kind, at, by_account, slot, awarded_from, awarded_to, reason, detail)
     select g."attemptId", $2, $3::timestamptz, $4::uuid, g.slot, g."from", g."to", $5, g.detail
     from jsonb_to_recordset($1::jsonb) as g ("attemptId" uuid, slot int, "from" int, "to" int, detail jsonb)`,
    [JSON.stringify(steps), kind, tx.now, tx.actor.accountId, reason],
  );
}
