/** The room where a closed attempt is marked anew because answers were added to it. */
import { Injectable } from '@nestjs/common';
import type { RegradeAction } from '@tap-huan/contract';
import { gradeQuestion, type MarkedSlot, regradeSlot } from '@tap-huan/rules';
import { found, type Tx } from '@tap-huan/server/platform';
import { Sittings, type StoredSitting } from '../attempt/sittings.reader';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { MarkingIntake } from './marking-intake';
import { chosenMarks } from './regrade-facts.reader';
import { changeOf, ResultChanges } from './result-change.service';
import { lockResult, type StoredResult } from './stored-result';

/** What was done last to the mark of a slot. */
interface LastStep {
  slot: number;
  action: RegradeAction | null;
}

@Injectable()
export class Remarking {
  constructor(
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
    private readonly changes: ResultChanges,
    private readonly intake: MarkingIntake,
  ) {}

  /**
   * Marks slots of a submitted attempt anew, by the keys that marked them, after answers to them were stored. A mark that
   * a person gave stays, and so does what a regrade has decided for everybody. What a person has to mark goes into the
   * queue; a result that stands already keeps standing until then.
   */
  async afterNewAnswers(
    tx: Tx,
    attemptId: string,
    slots: readonly number[],
    reason: string,
  ): Promise<void> {
    const result = await lockResult(tx, attemptId);
    const practice = result.settings.mode === 'practice';
    const sitting = await this.sittings.of(attemptId, practice, tx);
    await keepCircumstances(tx, attemptId, slots);
    const { marked, toMark } = await this.judge(tx, result, sitting, slots);
    if (toMark.length > 0) {
      const attempt = { ...result, id: attemptId, quizVersionId: null };
      await this.intake.enqueue(tx, attempt, toMark);
    }
    await this.changes.write(tx, [changeOf(result, marked)], {
      kind: 'slot_regraded',
      reason,
      detail: { action: 'new_answers' },
    });
  }

  private async judge(
    tx: Tx,
    result: StoredResult,
    { paper, responses, certainties, checks }: StoredSitting,
    slots: readonly number[],
  ): Promise<{ marked: MarkedSlot[]; toMark: number[] }> {
    const places = slots.map((slot) => ({ attemptId: result.attemptId, slot }));
    const chosen = new Map(
      (await chosenMarks(tx, places)).map(({ slot, awarded }) => [slot, awarded]),
    );
    const last = new Map(
      (await lastActions(tx, result.attemptId)).map((step) => [step.slot, step]),
    );
    const standing = result.slots.filter(({ slot }) => slots.includes(slot));
    const contents = await this.published.contents(standing.map(({ markedBy }) => markedBy));
    const toMark: number[] = [];
    const marked = standing.map((now) => {
      const frozen = found(paper.slots[now.slot - 1]);
      const content = found(contents.get(now.markedBy));
      const response = responses.get(now.slot) ?? null;
      const isFirst = now.outcome === 'unanswered' && !chosen.has(now.slot);
      if (isFirst && gradeQuestion(content, frozen.question, response).outcome === 'unmarked') {
        toMark.push(now.slot);
        if (result.phase === 'marked') return now;
        return { ...now, awarded: null, outcome: 'unmarked' as const };
      }
      const facts = {
        ...{ frozen, now, response, chosen: chosen.get(now.slot) ?? null },
        certainty: certainties.get(now.slot) ?? null,
        checks: checks.get(now.slot) ?? [],
      };
      const action = last.get(now.slot)?.action ?? 'newest_key';
      return regradeSlot(action, facts, { versionId: now.markedBy, content }, result.settings);
    });
    return { marked, toMark };
  }
}

/** What a regrade has decided for everybody, unless a person has given another mark since. */
const lastActions = (tx: Tx, attemptId: string): Promise<LastStep[]> =>
  tx.rows<LastStep>(
    `select distinct on (s.slot) s.slot,
       case when s.detail->>'action' in ('full_marks', 'leave_out') then s.detail->>'action' end as action
     from assessment.step s
     where s.attempt_id = $1 and s.kind in ('slot_marked', 'slot_regraded')
     order by s.slot, s.id desc`,
    [attemptId],
  );

/** Seconds and certainties stand in the result beside the marks. */
async function keepCircumstances(
  tx: Tx,
  attemptId: string,
  slots: readonly number[],
): Promise<void> {
  for (const slot of slots) {
    await tx.rows(
      `update assessment.result r set seconds[$2] = a.seconds, certainties[$2] = a.certainty
       from assessment.answer a where r.attempt_id = $1 and a.attempt_id = $1 and a.slot = $2`,
      [attemptId, slot],
    );
  }
}
