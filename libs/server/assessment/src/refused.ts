/** The room of the failure of fields that have the right shape and still cannot be. */
import type { FieldIssue } from '@tap-huan/contract';
import { Failure } from '@tap-huan/server/platform';

/** `validation_failed` with these issues; paths are those of the request's body. */
export const refused = (...issues: { path: string; code: string }[]): Failure =>
  new Failure(
    'validation_failed',
    undefined,
    issues.map(({ path, code }): FieldIssue => ({
      path,
      code,
      message: code.replaceAll('_', ' '),
    })),
  );
