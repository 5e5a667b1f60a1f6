/** The room where due dates and reasons become sentences, and states get their tones. */
import type { AssignmentRow, CaseDetail, CaseRow } from '@tap-huan/contract';
import { effectiveDue } from '@tap-huan/rules';
import { formatDay, type Tone } from '@tap-huan/web/ui';
import type { injectAssignmentText } from './i18n/text';

type Words = ReturnType<typeof injectAssignmentText>;

export const CASE_TONES: Record<CaseRow['state'], Tone> = {
  overdue: 'bad',
  due: 'active',
  waiting: 'neutral',
  exempt: 'warning',
  done: 'good',
  left: 'neutral',
};

export const ASSIGNMENT_TONES: Record<AssignmentRow['state'], Tone> = {
  draft: 'neutral',
  active: 'active',
  paused: 'warning',
  ended: 'neutral',
};

/** How the due date is counted, in a phrase. */
export function dueRuleWords(
  { due, recurrence }: Pick<AssignmentRow, 'due' | 'recurrence'>,
  t: Words,
): string {
  const rule =
    due.kind === 'fixed'
      ? t('dueRule.fixed', { day: formatDay(due.day) })
      : due.kind === 'after_completion'
        ? t('dueRule.after_completion', { months: due.months })
        : t(`dueRule.${due.kind}`, { days: due.days });
  return recurrence
    ? `${rule}; ${t('dueRule.recurs', { months: recurrence.validityMonths })}`
    : rule;
}

/** "Assigned because …", a sentence for each ground. */
export function becauseWords(
  detail: Pick<CaseDetail, 'because' | 'audienceName' | 'since' | 'jobPosition' | 'unitName'>,
  t: Words,
): string[] {
  const { because, audienceName: audience, since, jobPosition: position, unitName: unit } = detail;
  if (because.via !== 'member') return [t(`why.${because.via}`, { audience })];
  const key = {
    start: 'why.member',
    late: 'why.memberLate',
    returned: 'why.memberReturned',
  } as const;
  return [t(key[because.joined], { audience, since: formatDay(since), position, unit })];
}

/** Where the due date comes from, and what a waiting case waits for. */
export function dueWords(
  detail: Pick<CaseDetail, 'because' | 'dueOn' | 'graceDays' | 'lateDays' | 'state'>,
  t: Words,
): string[] {
  const { because, dueOn, graceDays, lateDays } = detail;
  if (detail.state === 'done' && dueOn === null) return [];
  const waits = because.waits === 'appointment' ? [t('why.waitsAppointment')] : [];
  const opens =
    because.waits === 'renewal' ? [t('why.waitsRenewal', { day: formatDay(because.opensOn) })] : [];
  const from = t(`why.dueFrom.${because.dueFrom}`, {
    due: formatDay(dueOn),
    base: formatDay(because.base),
    days: lateDays,
  });
  const grace = graceDays > 0 && dueOn !== null ? [t('why.grace', { count: graceDays })] : [];
  return waits.length ? waits : [from, ...opens, ...grace];
}

/** The day that holds, and what stands beside it in a list. */
export function dueCell(row: CaseRow, t: Words): { day: string; sub: string } {
  const until = effectiveDue(row);
  const day = until === null ? t('cases.noDue') : formatDay(until);
  if (row.state === 'done') return { day, sub: t('cases.doneOn', { day: formatDay(row.doneOn) }) };
  if (row.state === 'waiting' && row.because.opensOn) {
    return { day, sub: t('cases.opensOn', { day: formatDay(row.because.opensOn) }) };
  }
  const granted = row.extendedTo !== null && until === row.extendedTo && row.dueOn !== null;
  return { day, sub: granted ? t('cases.was', { day: formatDay(row.dueOn) }) : '' };
}
