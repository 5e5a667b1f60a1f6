/** The room of the days in which a result may be appealed. */
import type { QuizSettings } from '@tap-huan/contract';

/** What the window depends on. */
export interface AppealedResult {
  preview: boolean;
  phase: string;
  settings: Pick<QuizSettings, 'appealDays'>;
  submittedAt: Date;
  /** When the marks were complete first; later changes do not open the window again. */
  markedAt: Date | null;
}

const DAY = 86_400_000;

/** So many days from the instant at which the marks were complete; null where that is over, or never was. */
export function appealUntil(
  { preview, phase, settings, submittedAt, markedAt }: AppealedResult,
  now: Date,
): Date | null {
  if (preview || phase !== 'marked' || settings.appealDays === 0) return null;
  const until = new Date((markedAt ?? submittedAt).getTime() + settings.appealDays * DAY);
  return now.getTime() < until.getTime() ? until : null;
}

/** SQL for the instant at which the marks of the attempt with this id were complete first. */
export const markedAtOf = (attempt: string): string =>
  `(select min(s.at) from assessment.step s where s.attempt_id = ${attempt} and s.kind = 'marked')`;
