/** The room where a date of birth is looked at once more: its shape may be right and the day impossible. */
import { Failure } from '@tap-huan/server/platform';

const EARLIEST_YEAR = 1900;

/** Whether `YYYY` or `YYYY-MM-DD` is a day or year between 1900 and today. */
export function isBirthDate(text: string, today: string): boolean {
  if (Number(text.slice(0, 4)) < EARLIEST_YEAR || text > today) return false;
  if (text.length === 4) return true;
  const instant = new Date(`${text}T00:00:00Z`);
  // 31 February rolls over to March.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** @throws Failure `validation_failed` that names the field */
export function requireBirthDate(text: string, today: string): void {
  if (isBirthDate(text, today)) return;
  throw new Failure('validation_failed', undefined, [
    { path: 'birthDate', code: 'impossible_date', message: 'There is no such day in the past.' },
  ]);
}
