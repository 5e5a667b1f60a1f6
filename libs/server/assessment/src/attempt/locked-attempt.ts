/** The room of an attempt's row while somebody changes it: locked, so that saving and marking take turns. */
import type { AttemptSummary, QuizSettings, ScreenSettings } from '@tap-huan/contract';
import { Failure, found, type Tx } from '@tap-huan/server/platform';

/** What the services of an attempt need of its row. */
export interface LockedAttempt {
  id: string;
  quizId: string;
  quizVersionId: string | null;
  takerId: string;
  contextId: string | null;
  title: string;
  number: number;
  preview: boolean;
  phase: AttemptSummary['phase'];
  startedAt: Date;
  deadline: Date | null;
  closesAt: Date | null;
  settings: QuizSettings;
  returnPath: string;
  holder: string | null;
  address: string | null;
  part: number | null;
  partFrom: number | null;
  partTo: number | null;
  partDeadline: Date | null;
  timePercent: number;
  screen: ScreenSettings | null;
  /** AES-256 key of the answer file. */
  fileKey: Buffer;
}

export const ATTEMPT_COLUMNS = `id, quiz_id as "quizId", quiz_version_id as "quizVersionId", taker_id as "takerId",
  context_id as "contextId", title, number, preview, phase, started_at as "startedAt", deadline, closes_at as "closesAt",
  settings, return_path as "returnPath", holder, address, part, part_from as "partFrom", part_to as "partTo",
  part_deadline as "partDeadline", time_percent as "timePercent", screen, file_key as "fileKey"`;

/**
 * Locks the taker's own attempt until the transaction ends: saves of it wait, those of others do not. One that is only
 * prepared is not found. @throws Failure `not_found`
 */
export async function lockOwn(tx: Tx, attemptId: string, takerId: string): Promise<LockedAttempt> {
  const [attempt] = await tx.prepared<LockedAttempt>('attempt-lock', LOCK_OWN, [
    attemptId,
    takerId,
  ]);
  return found(attempt);
}

const LOCK_OWN = `select ${ATTEMPT_COLUMNS} from assessment.attempt
  where id = $1 and taker_id = $2 and phase <> 'prepared' for update`;

/** @throws Failure `attempt_closed`, `attempt_taken_over` where this page may not write (any more) */
export function assertWriter(attempt: LockedAttempt, clientId: string): void {
  if (attempt.phase !== 'open') throw new Failure('attempt_closed');
  if (attempt.holder !== clientId) throw new Failure('attempt_taken_over');
}
