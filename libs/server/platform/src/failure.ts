/** The room of expected failures on the server. */
import { ERRORS, type ErrorCode, type FieldIssue } from '@tap-huan/contract';

/** A failure that the contract knows; one filter turns it into problem+json. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params?: Record<string, string | number>,
    readonly issues?: FieldIssue[],
  ) {
    super(code);
    this.name = 'Failure';
  }
  get status(): number {
    return ERRORS[this.code];
  }
}

/** Returns the value, or fails with `not_found` where there is none. */
export function found<T>(value: T | null | undefined, code: ErrorCode = 'not_found'): T {
  if (value === null || value === undefined) throw new Failure(code);
  return value;
}
