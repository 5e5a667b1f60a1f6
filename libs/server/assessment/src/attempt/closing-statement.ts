/** The room of the one statement that ends an attempt: its row, the row of its marks, and its steps. */
import type { AttemptGrade } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import type { LockedAttempt } from './locked-attempt';
import type { StoredSitting } from './sittings.reader';

/** How an attempt ended. */
export interface Ending {
  submittedAt: Date;
  /** Closed by the clock, or submitted when its time was over. */
  byClock: boolean;
  /** All marks are there. */
  isMarked: boolean;
}

/**
 * Writes the end of an attempt whose row is locked. Where its taker works now is kept with the marks, for analysis by unit
 * and audience. Previews leave no steps.
 */
export async function writeEnding(
  tx: Tx,
  attempt: LockedAttempt,
  { paper, answers, certainties }: StoredSitting,
  grade: AttemptGrade,
  { submittedAt, byClock, isMarked }: Ending,
): Promise<void> {
  const seconds = new Map(answers.map((answer) => [answer.slot, answer.seconds]));
  const { points, maximum, scoreOfTen, passed, waiting } = grade;
  const marks = { points, maximum, scoreOfTen, passed };
  await tx.prepared('attempt-ending', ENDING, [
    attempt.id,
    submittedAt,
    byClock,
    isMarked ? 'marked' : 'submitted',
    isMarked ? points : null,
    isMarked ? maximum : null,
    isMarked ? scoreOfTen : null,
    isMarked ? passed : null,
    isMarked ? 'machine' : null,
    paper.slots.map(({ key }) => key),
    paper.slots.map(({ questionId }) => questionId),
    paper.slots.map(({ questionVersionId }) => questionVersionId),
    grade.slots.map((slot) => slot.points),
    grade.slots.map(({ awarded }) => awarded),
    grade.slots.map(({ outcome }) => outcome),
    grade.slots.map(({ label }) => label),
    paper.slots.map(({ slot }) => seconds.get(slot) ?? 0),
    paper.slots.map(({ slot }) => certainties.get(slot) ?? null),
    JSON.stringify(grade.sections),
    attempt.preview ? [] : ['submitted', ...(isMarked ? ['marked'] : [])],
    tx.now,
    byClock ? null : tx.actor.accountId,
    [JSON.stringify({ byClock, waiting: waiting.length }), JSON.stringify(marks)],
  ]);
}

/** The step `marked` is of the machine, so nobody's. */
const ENDING = `
  with ended as (
    update assessment.attempt
    set phase = $4, submitted_at = $2, closed_by_deadline = $3, points = $5, maximum = $6, score_of_ten = $7,
      passed = $8, graded_by = $9
    where id = $1
    returning id, quiz_id, quiz_version_id, taker_id
  ), result as (
    insert into assessment.result (attempt_id, quiz_id, quiz_version_id, unit_id, job_position, submitted_at, slot_keys,
      question_ids, version_ids, marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections)
    select e.id, e.quiz_id, e.quiz_version_id, o.unit_id, o.job_position, $2, $10, $11, $12, $12, $13, $14, $15, $16, $17,
      $18, $19
    from ended e left join organisation.present_officer o on o.account_id = e.taker_id
    limit 1
  )
  insert into assessment.step (attempt_id, kind, at, by_account, detail)
  select $1, kind, $21, case when kind = 'submitted' then $22::uuid end, detail
  from unnest($20::text[], $23::jsonb[]) with ordinality as s(kind, detail, place)
  where kind is not null order by place`;
