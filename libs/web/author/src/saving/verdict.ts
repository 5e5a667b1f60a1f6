/** The room where a failed save is judged. */
import { isFailure } from '@tap-huan/web/api';
import type { Verdict } from './draft-saver';

/** What a failed save means to whoever retries: somebody was faster, no network (or a passing fault), or a plain no. */
export function verdictOf(error: unknown): Verdict {
  if (isFailure(error, 'stale_revision')) return 'stale';
  if (isFailure(error, 'offline') || isFailure(error, 'too_many_requests')) return 'offline';
  return 'refused';
}
