/** The room of a stored result while its marks change: read with a lock on its attempt, totalled anew by the rules. */
import type { QuizSettings } from '@tap-huan/contract';
import {
  type AttemptGrade,
  type FrozenSection,
  type MarkedSlot,
  totalGrade,
} from '@tap-huan/rules';
import { found, type Tx } from '@tap-huan/server/platform';

/** An attempt that was submitted, with its marks. */
export interface StoredResult {
  attemptId: string;
  quizId: string;
  contextId: string | null;
  phase: 'submitted' | 'marked';
  settings: QuizSettings;
  /** Of the paper. */
  sections: FrozenSection[];
  slots: MarkedSlot[];
  /** Null while it waits for a marker. */
  total: Total | null;
}

/** What an attempt earned. */
export interface Total {
  points: number;
  maximum: number;
  scoreOfTen: number;
  passed: boolean;
}

/** A row as SQL gives it: arrays in the order of the paper. */
export interface ResultRow extends Omit<StoredResult, 'slots' | 'total'> {
  slotPoints: number[];
  awarded: (number | null)[];
  outcomes: MarkedSlot['outcome'][];
  labels: string[];
  markedBy: string[];
  points: number | null;
  maximum: number | null;
  scoreOfTen: number | null;
  passed: boolean | null;
}

/** Of `assessment.attempt a` and `assessment.result r`. */
export const RESULT_COLUMNS = `a.id as "attemptId", a.quiz_id as "quizId", a.context_id as "contextId", a.phase,
  a.settings, a.paper->'sections' as sections, r.points as "slotPoints", r.awarded, r.outcomes, r.labels,
  r.marked_by_version_ids as "markedBy", a.points, a.maximum, a.score_of_ten as "scoreOfTen", a.passed`;

export function storedResult(row: ResultRow): StoredResult {
  const { points, maximum, scoreOfTen, passed } = row;
  const isComplete = points !== null && maximum !== null && scoreOfTen !== null && passed !== null;
  return {
    attemptId: row.attemptId,
    quizId: row.quizId,
    contextId: row.contextId,
    phase: row.phase,
    settings: row.settings,
    sections: row.sections,
    slots: row.slotPoints.map((slotPoints, place) => ({
      slot: place + 1,
      points: slotPoints,
      awarded: row.awarded[place] ?? null,
      outcome: row.outcomes[place] ?? 'unanswered',
      label: row.labels[place] ?? '',
      markedBy: row.markedBy[place] ?? '',
    })),
    total: isComplete ? { points, maximum, scoreOfTen, passed } : null,
  };
}

/**
 * Locks a submitted attempt and reads its marks: everybody who changes marks takes turns here, and takes this lock
 * before that of a task or an appeal.
 */
export async function lockResult(tx: Tx, attemptId: string): Promise<StoredResult> {
  await tx.rows(`select 1 from assessment.attempt where id = $1 for no key update`, [attemptId]);
  return storedResult(
    found(
      await tx.maybe<ResultRow>(
        `select ${RESULT_COLUMNS} from assessment.attempt a join assessment.result r on r.attempt_id = a.id
         where a.id = $1 and not a.preview`,
        [attemptId],
      ),
    ),
  );
}

/** The result with these slots; what waits for a marker counts as nothing. */
export const totalOf = (
  { sections, settings }: Pick<StoredResult, 'sections' | 'settings'>,
  slots: MarkedSlot[],
): AttemptGrade => totalGrade({ sections, slots: [] }, slots, settings.passPercent);
