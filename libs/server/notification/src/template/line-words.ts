/** The room of the lines that stand in the list of a notice, and of its heading, in both languages. */
import type { Language } from '@tap-huan/contract';

/** A thing that a notice names; which parts are there depends on the kind. */
export interface NoticeItem {
  kind?: 'course' | 'programme';
  id?: string;
  title?: string;
  dueOn?: string | null;
  reason?: string | null;
  name?: string;
  unit?: string | null;
  late?: number;
  number?: string;
  attemptId?: string;
  lines?: number;
  sender?: string;
  overdue?: number;
  soon?: number;
  done?: number;
  unreachable?: number;
  units?: { name: string; overdue: number }[];
}

const day = (value: string): string => value.split('-').reverse().join('/');

interface LineWords {
  due(dueOn: string): string;
  reason(text: string): string;
  late(days: number): string;
  more(count: number): string;
  others(count: number): string;
  unitOverdue(name: string, count: number): string;
  unreachable(count: number): string;
}

const WORDS: Record<Language, LineWords> = {
  vi: {
    due: (dueOn) => `hạn ${day(dueOn)}`,
    reason: (text) => `lý do: ${text}`,
    late: (days) => `quá ${days} ngày`,
    more: (count) => `– và ${count} trường hợp khác`,
    others: (count) => ` và ${count} nội dung khác`,
    unitOverdue: (name, count) => `– ${name}: ${count} quá hạn`,
    unreachable: (count) =>
      `– ${count} trường hợp của cán bộ chưa có tài khoản, không nhận được nhắc`,
  },
  en: {
    due: (dueOn) => `due ${day(dueOn)}`,
    reason: (text) => `reason: ${text}`,
    late: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    more: (count) => `– and ${count} more`,
    others: (count) => ` and ${count} more`,
    unitOverdue: (name, count) => `– ${name}: ${count} overdue`,
    unreachable: (count) => `– ${count} of officers without an account, who cannot be reminded`,
  },
};

/** The first thing's title, and how many others there are. */
export function titleOf(items: readonly NoticeItem[], count: number, language: Language): string {
  const title = items[0]?.title ?? '';
  return count > 1 ? title + WORDS[language].others(count - 1) : title;
}

/** One line for each thing, then how many were left out. */
export function listOf(items: readonly NoticeItem[], count: number, language: Language): string {
  const words = WORDS[language];
  const lines = items.map((item) => {
    const parts = [
      item.title ?? '',
      item.dueOn ? words.due(item.dueOn) : '',
      item.late === undefined ? '' : words.late(item.late),
      item.name === undefined && item.reason ? words.reason(item.reason) : '',
    ].filter(Boolean);
    const who = item.name ? `${item.name}${item.unit ? ` (${item.unit})` : ''}: ` : '';
    return `– ${who}${parts.join(', ')}`;
  });
  if (count > items.length) lines.push(words.more(count - items.length));
  return lines.join('\n');
}

/** The units of a digest with most that is overdue, and whom no reminder reaches. */
export function unitsOf({ units = [], unreachable = 0 }: NoticeItem, language: Language): string {
  const words = WORDS[language];
  const lines = units.map(({ name, overdue }) => words.unitOverdue(name, overdue));
  if (unreachable > 0) lines.push(words.unreachable(unreachable));
  return lines.join('\n');
}
