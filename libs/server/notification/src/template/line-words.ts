/** The room of the lines that stand in the list of a notice, and of its heading, in both languages. */
import type { Language } from '@tap-huan/contract';

/** A thing that a notice names; which parts are there depends on the kind. */
export interface NoticeItem {
  kind?: 'course' | 'programme' | 'leader';
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
  leadersLate?: number;
  leadersSoon?: number;
  /** Of a leader's twelve months: the post, since when, and the days left when it was told. */
  post?: string;
  appointedOn?: string;
  left?: number;
  units?: { name: string; overdue: number }[];
}

/** As on screen: 01/03/2027. */
export const day = (value: string): string => value.split('-').reverse().join('/');

interface LineWords {
  due(dueOn: string): string;
  reason(text: string): string;
  late(days: number): string;
  more(count: number): string;
  others(count: number): string;
  unitOverdue(name: string, count: number): string;
  unreachable(count: number): string;
  leader: string;
  leadersLate(count: number): string;
  leadersSoon(count: number): string;
  left(days: number): string;
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
    leader: 'Chương trình bồi dưỡng lãnh đạo, quản lý',
    leadersLate: (count) => `– ${count} lãnh đạo quá hạn 12 tháng từ ngày bổ nhiệm`,
    leadersSoon: (count) => `– ${count} lãnh đạo còn không quá 90 ngày trong hạn 12 tháng`,
    left: (days) =>
      days > 0 ? `còn ${days} ngày` : days === 0 ? 'hôm nay là ngày cuối' : `quá ${-days} ngày`,
  },
  en: {
    due: (dueOn) => `due ${day(dueOn)}`,
    reason: (text) => `reason: ${text}`,
    late: (days) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    more: (count) => `– and ${count} more`,
    others: (count) => ` and ${count} more`,
    unitOverdue: (name, count) => `– ${name}: ${count} overdue`,
    unreachable: (count) => `– ${count} of officers without an account, who cannot be reminded`,
    leader: 'Leadership and management programme',
    leadersLate: (count) => `– Leaders past their 12 months: ${count}`,
    leadersSoon: (count) => `– Leaders with 90 days or less of their 12 months: ${count}`,
    left: (days) => {
      if (days === 0) return 'today is the last day';
      const words = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
      return days > 0 ? `${words} left` : `${words} overdue`;
    },
  },
};

const nameOf = (item: NoticeItem | undefined, language: Language): string =>
  item?.kind === 'leader' ? WORDS[language].leader : (item?.title ?? '');

/** What is left of a leader's twelve months, as it was when it was told. */
export const leftOf = (days: number, language: Language): string => WORDS[language].left(days);

/** What the leaders' programme is called. */
export const leaderTitle = (language: Language): string => WORDS[language].leader;

/** The first thing's title, and how many others there are. */
export function titleOf(items: readonly NoticeItem[], count: number, language: Language): string {
  const title = nameOf(items[0], language);
  return count > 1 ? title + WORDS[language].others(count - 1) : title;
}

/** One line for each thing, then how many were left out. */
export function listOf(items: readonly NoticeItem[], count: number, language: Language): string {
  const words = WORDS[language];
  const lines = items.map((item) => {
    const parts = [
      nameOf(item, language),
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
export function unitsOf(item: NoticeItem, language: Language): string {
  const { units = [], unreachable = 0, leadersLate = 0, leadersSoon = 0 } = item;
  const words = WORDS[language];
  const lines = units.map(({ name, overdue }) => words.unitOverdue(name, overdue));
  if (leadersLate > 0) lines.push(words.leadersLate(leadersLate));
  if (leadersSoon > 0) lines.push(words.leadersSoon(leadersSoon));
  if (unreachable > 0) lines.push(words.unreachable(unreachable));
  return lines.join('\n');
}
