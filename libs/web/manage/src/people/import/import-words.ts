/** The room of the words and tones of an import, for both of its pages. */
import type { ImportAction, ImportProblem, ImportState, OfficerImport } from '@tap-huan/contract';
import type { injectPeopleText } from '../i18n/text';

type Words = ReturnType<typeof injectPeopleText>;

/** In the order in which a person looks at them. */
export const ACTIONS = [
  'join',
  'return',
  'change',
  'leave',
  'same',
  'wrong',
] as const satisfies readonly ImportAction[];

/** States in which the worker is busy with a list. */
export const isBusy = (state: ImportState): boolean =>
  state === 'reading' || state === 'checking' || state === 'applying';

export function toneOf(state: ImportState): 'neutral' | 'active' | 'good' | 'warning' | 'bad' {
  if (state === 'applied') return 'good';
  if (state === 'failed') return 'bad';
  if (state === 'read' || state === 'checked') return 'warning';
  return isBusy(state) ? 'active' : 'neutral';
}

export const actionTone = (
  action: ImportAction,
): 'neutral' | 'active' | 'good' | 'warning' | 'bad' =>
  ({
    join: 'good' as const,
    return: 'good' as const,
    change: 'active' as const,
    same: 'neutral' as const,
    leave: 'warning' as const,
    wrong: 'bad' as const,
  })[action];

/** "Thêm mới 12 · Thay đổi 3", without what there is none of. */
export const countsOf = (counts: OfficerImport['counts'], t: Words): string =>
  ACTIONS.filter((action) => counts[action] > 0)
    .map((action) => `${t(`check.${action}`)} ${counts[action]}`)
    .join(' · ');

/** "Cột C, Ngày sinh: còn trống"; without the column where the file has none for the field. */
export function problemWords({ field, code, column, text }: ImportProblem, t: Words): string {
  const name = t(`field.${field}`);
  const place =
    column === null ? name : t('check.column', { letter: columnLetter(column), field: name });
  return `${place}: ${t(`problem.${code}`, { text })}`;
}

/** A, B … Z, AA: what Excel calls the column. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
