/** The room where the words of due dates are put to the test. */
import { describe, expect, it, jest } from '@jest/globals';
import { vi } from './i18n/vi';

// The real module brings Angular with it.
jest.unstable_mockModule('@tap-huan/web/ui', () => ({
  formatDay: (day: string) => day.split('-').reverse().join('/'),
  formatInstantDay: (at: string) =>
    new Date(Date.parse(at) + 7 * 3_600_000)
      .toISOString()
      .slice(0, 10)
      .split('-')
      .reverse()
      .join('/'),
}));
const { dueTone, dueWords } = await import('./due-words');

/** The Vietnamese sentence at a dotted key, filled in. */
const t = (key: string, params: Record<string, unknown> = {}) => {
  const at = key
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], vi);
  return String(at).replace(/{{(\w+)}}/g, (_, name: string) => String(params[name]));
};

const open = {
  state: 'in_progress',
  dueOn: '2026-11-25',
  dueState: 'later',
  daysLeft: 5,
  completedAt: null,
} as const;

describe('dueWords', () => {
  it.each([
    [open, 'còn 5 ngày, hạn 25/11/2026'],
    [{ ...open, daysLeft: 0, dueState: 'soon' }, 'hạn hôm nay, 25/11/2026'],
    [{ ...open, daysLeft: -2, dueState: 'overdue' }, 'quá hạn 2 ngày, hạn 25/11/2026'],
    [{ ...open, dueOn: null, daysLeft: null, dueState: 'none' }, 'không có hạn'],
    [{ ...open, state: 'withdrawn' }, 'đã rút khỏi khóa'],
    [
      {
        ...open,
        state: 'completed',
        dueState: 'on_time',
        completedAt: '2026-11-24T17:30:00Z',
        daysLeft: null,
      },
      'hoàn thành đúng hạn ngày 25/11/2026',
    ],
    [
      {
        ...open,
        state: 'completed',
        dueState: 'late',
        completedAt: '2026-11-27T03:00:00Z',
        daysLeft: null,
      },
      'hoàn thành ngày 27/11/2026, sau hạn',
    ],
    [
      {
        ...open,
        state: 'completed',
        dueState: 'none',
        completedAt: '2026-11-27T03:00:00Z',
        daysLeft: null,
      },
      'hoàn thành ngày 27/11/2026',
    ],
  ] as const)('%#', (enrolment, words) => {
    expect(dueWords(enrolment, t as never)).toBe(words);
  });
});

describe('dueTone', () => {
  it.each([
    ['in_progress', 'overdue', 'bad'],
    ['not_started', 'soon', 'warning'],
    ['not_started', 'later', 'neutral'],
    ['completed', 'late', 'good'],
    ['withdrawn', 'overdue', 'neutral'],
  ] as const)('%s, %s', (state, dueState, tone) => {
    expect(dueTone({ state, dueState })).toBe(tone);
  });
});
