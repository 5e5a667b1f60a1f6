/** The room between the fields of an override and what the server takes. */
import type { endpoints, FieldIssue, OVERRIDE_TARGETS, RequestOf } from '@tap-huan/contract';
import type { vi } from './i18n/vi';
import { vi as words } from './i18n/vi';

export interface OverrideFields {
  staffCode: string;
  unitId: string | null;
  jobPosition: string;
  minutes: string;
  attempts: string;
  /** ISO text. */
  opensAt: string | null;
  closesAt: string | null;
  reason: string;
}

type Body = RequestOf<typeof endpoints.createOverride>['body'];
export type OverrideProblem = keyof (typeof vi)['override']['problem'];

/** Digits as a number; nothing is null; what is no number stays one that the server refuses by name. */
const wholeOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(typed.trim().replace(/\s/g, ''));

export function overrideBody(
  target: (typeof OVERRIDE_TARGETS)[number],
  fields: OverrideFields,
): Body {
  const isPerson = target === 'person';
  return {
    staffCode: isPerson && fields.staffCode.trim() !== '' ? fields.staffCode.trim() : null,
    unitId: isPerson ? null : fields.unitId,
    jobPosition:
      target === 'audience' && fields.jobPosition.trim() !== '' ? fields.jobPosition : null,
    timeLimitMinutes: wholeOf(fields.minutes),
    attemptsAllowed: wholeOf(fields.attempts),
    opensAt: fields.opensAt,
    closesAt: fields.closesAt,
    reason: fields.reason,
  };
}

/** The code of the refusal at a field, where it has words of its own; "for nobody" belongs to either kind of target. */
export function overrideProblem(
  issues: readonly FieldIssue[],
  path: string,
): OverrideProblem | null {
  const issue = issues.find(
    (one) =>
      one.path === path ||
      (one.code === 'override_for_nobody' && ['staffCode', 'unitId'].includes(path)),
  );
  return issue && Object.hasOwn(words.override.problem, issue.code)
    ? (issue.code as OverrideProblem)
    : null;
}
