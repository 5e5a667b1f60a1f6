/** The room where a wrong field becomes a sentence: signal-forms errors and zod issues alike. */
import type { Translate } from '../i18n/texts';
import type { vi } from '../i18n/vi';

/** What validators of either origin may carry. */
interface AnyError {
  kind?: string;
  message?: string;
  min?: unknown;
  max?: unknown;
  minLength?: number;
  maxLength?: number;
  issue?: ZodIssue;
}
interface ZodIssue {
  code?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  expected?: string;
}

/** One error in the user's language. A `custom` or `server` error speaks for itself by `message`. */
export function errorSentence(error: AnyError, t: Translate<typeof vi>): string {
  if (error.issue?.code) return issueSentence(error.issue, t);
  switch (error.kind) {
    case 'required':
      return t('field.required');
    case 'minLength':
      return t('field.tooShort', { count: error.minLength ?? 0 });
    case 'maxLength':
      return t('field.tooLong', { count: error.maxLength ?? 0 });
    case 'min':
      return t('field.tooSmall', { value: String(error.min) });
    case 'max':
      return t('field.tooBig', { value: String(error.max) });
    case 'pattern':
    case 'email':
      return t('field.format');
    case 'parse':
      return error.message || t('field.format');
    default:
      return error.message || t('field.invalid');
  }
}

/** One zod issue, in the browser or out of a problem+json reply, in the user's language. */
export function issueSentence(issue: ZodIssue, t: Translate<typeof vi>): string {
  const many = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'too_small':
      if (!many) return t('field.tooSmall', { value: String(issue.minimum) });
      return Number(issue.minimum) <= 1
        ? t('field.required')
        : t('field.tooShort', { count: Number(issue.minimum) });
    case 'too_big':
      return many
        ? t('field.tooLong', { count: Number(issue.maximum) })
        : t('field.tooBig', { value: String(issue.maximum) });
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int'
        ? t('field.number')
        : t('field.required');
    case 'invalid_format':
      return t('field.format');
    default:
      return t('field.invalid');
  }
}
