/** The room where answers that a person has to mark come in. */
import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuizSettings } from '@tap-huan/contract';
import { wantsSecond } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';

/** An attempt that has just been submitted; its row of `assessment.result` is there. */
export interface HandedIn {
  id: string;
  quizId: string;
  quizVersionId: string | null;
  contextId: string | null;
  /** As they held for the attempt. */
  settings: Pick<QuizSettings, 'marking'>;
}

/** Paper numbers are drawn below these, the smallest first; so many are tried of each. */
const MAGNITUDES = [100, 1_000, 10_000, 1_000_000];
const TRIES_EACH = 8;
/** Others may take the same number in the same moment. */
const ROUNDS = 10;

@Injectable()
export class MarkingIntake {
  /**
   * Puts the slots of a submitted attempt into the marking queue, in the transaction of its submission, or of adding
   * answers to it later; those that are there already stay as they are.
   * @param slots those that wait for a marker; never empty, and never of a preview
   */
  async enqueue(tx: Tx, attempt: HandedIn, slots: readonly number[]): Promise<void> {
    const { marking } = attempt.settings;
    await numberPaper(tx, attempt);
    const tasks = slots.map((slot) => {
      const id = randomUUID();
      return { id, slot, second: wantsSecond(id, marking) };
    });
    await tx.rows(
      `insert into assessment.marking_task (id, attempt_id, slot, slot_key, quiz_id, question_id, question_version_id,
         points, submitted_at, anonymous, second_wanted, difference_percent, state)
       select g.id, r.attempt_id, g.slot, r.slot_keys[g.slot], r.quiz_id, r.question_ids[g.slot], r.version_ids[g.slot],
         r.points[g.slot], r.submitted_at, $3, g.second, $4, 'waiting'
       from assessment.result r
         cross join jsonb_to_recordset($2::jsonb) as g (id uuid, slot int, second boolean)
       where r.attempt_id = $1
       on conflict (attempt_id, slot) do nothing`,
      [attempt.id, JSON.stringify(tasks), marking.anonymous, marking.differencePercent],
    );
  }
}

const candidates = (): number[] =>
  MAGNITUDES.flatMap((below) => Array.from({ length: TRIES_EACH }, () => randomInt(1, below)));

/**
 * Draws the number by which markers know the paper: small, free in its quiz, and without a lock, since everybody hands
 * in at the same time.
 */
async function numberPaper(tx: Tx, { id, quizId }: HandedIn): Promise<void> {
  const numbered = await tx.maybe(`select 1 from assessment.marking_paper where attempt_id = $1`, [
    id,
  ]);
  if (numbered) return;
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken = await tx.maybe(
      `insert into assessment.marking_paper (attempt_id, quiz_id, number)
       select $1, $2, drawn.number
       from unnest($3::int[]) with ordinality as drawn (number, place)
       where not exists (
         select 1 from assessment.marking_paper p where p.quiz_id = $2 and p.number = drawn.number)
       order by drawn.place limit 1
       on conflict do nothing returning number`,
      [id, quizId, candidates()],
    );
    if (taken) return;
  }
  throw new Error(`No free paper number was found for attempt ${id}.`);
}
