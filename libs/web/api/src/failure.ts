/** The room of what may go wrong with a call: a code of the contract, or no network. */
import { ERRORS, type ErrorCode, type FieldIssue, type Problem } from '@tap-huan/contract';

/** `offline`: the server could not be reached. `aborted`: the page no longer wants the answer. */
export type FailureCode = ErrorCode | 'offline';

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  constructor(
    readonly code: FailureCode,
    /** HTTP status; 0 when the server was not reached. */
    readonly status: number,
    readonly params: Record<string, string | number> = {},
    readonly issues: readonly FieldIssue[] = [],
  ) {
    super(code);
  }
}

/** True for a failure of the API, of that code if one is given. */
export function isFailure(error: unknown, code?: FailureCode): error is ApiFailure {
  return error instanceof ApiFailure && (code === undefined || error.code === code);
}

const byStatus: Record<number, ErrorCode> = {
  401: 'not_signed_in',
  403: 'not_permitted',
  404: 'not_found',
  413: 'file_too_large',
  415: 'file_kind_not_allowed',
  422: 'validation_failed',
  429: 'too_many_requests',
};

/** A failed reply as an ApiFailure. A gateway's 502-504 means that our server was not reached. */
export function failureOf(status: number, body: unknown): ApiFailure {
  const problem = body as Partial<Problem> | null;
  const known = problem?.code && problem.code in ERRORS ? problem.code : undefined;
  if (!known && status >= 502 && status <= 504) return new ApiFailure('offline', status);
  return new ApiFailure(
    known ?? byStatus[status] ?? 'internal',
    status,
    problem?.params,
    problem?.issues,
  );
}
