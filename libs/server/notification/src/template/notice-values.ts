/** The room where what a message is about becomes the values of its words, and the address that it leads to. */
import { type Language, type NoticeKind, TEMPLATE_WORDS } from '@tap-huan/contract';
import { day, leftOf, listOf, type NoticeItem, titleOf, unitsOf } from './line-words';

/** What a message is about. */
export interface NoticeFacts {
  kind: NoticeKind;
  params: { count: number; items: NoticeItem[] };
  /** Of whoever is told. */
  fullName: string;
  language: Language;
}

/** Where a notice leads to in the web app. */
export function pathOf({ kind, params: { count, items } }: NoticeFacts): string | null {
  const [item] = items;
  switch (kind) {
    case 'escalation':
      return null;
    case 'certificate_ready':
      return '/hoc/chung-chi';
    case 'appeal_answered':
      return item?.attemptId ? `/hoc/ket-qua/${item.attemptId}` : null;
    case 'digest':
      return '/quan-ly/do-phu';
    case 'list_ready':
      return item?.id ? `/quan-ly/bao-cao/danh-sach?list=${item.id}` : null;
    case 'leader_due':
    case 'leader_overdue':
      return '/hoc/gio-boi-duong';
    default:
      return count === 1 && item?.kind === 'course' && item.id
        ? `/hoc/khoa-hoc/${item.id}`
        : '/hoc';
  }
}

/** The value of every word that the kind's template may hold. */
export function valuesOf(
  facts: NoticeFacts,
  place: { publicUrl: string; academyName: string },
): Record<string, string> {
  const { kind, params, fullName, language } = facts;
  const { count, items } = params;
  const [first = {}] = items;
  const all: Record<string, string> = {
    name: fullName,
    title: titleOf(items, count, language),
    count: String(count),
    list: kind === 'digest' ? unitsOf(first, language) : listOf(items, count, language),
    link: `${place.publicUrl}${pathOf(facts) ?? '/thong-bao'}`,
    academy: place.academyName,
    number: first.number ?? '',
    unit: first.unit ?? '',
    overdue: String(first.overdue ?? 0),
    soon: String(first.soon ?? 0),
    done: String(first.done ?? 0),
    lines: String(first.lines ?? 0),
    sender: first.sender ?? '',
    post: first.post ?? '',
    appointed: first.appointedOn ? day(first.appointedOn) : '',
    due: first.dueOn ? day(first.dueOn) : '',
    left: first.left === undefined ? '' : leftOf(first.left, language),
  };
  return Object.fromEntries(TEMPLATE_WORDS[kind].map((word) => [word, all[word] ?? '']));
}

const DUTY: NoticeItem = {
  kind: 'course',
  title: 'Kỹ năng tiếp công dân tại Trung tâm Phục vụ hành chính công',
  dueOn: '2026-12-15',
  reason: 'Kế hoạch bồi dưỡng năm 2026',
};

const POST: NoticeItem = {
  kind: 'leader',
  post: 'Phó Giám đốc',
  appointedOn: '2026-03-01',
  dueOn: '2027-03-01',
};

/** Made-up facts of each kind, for previews and trials. */
export const SAMPLE_ITEMS: Record<NoticeKind, NoticeItem[]> = {
  assigned: [DUTY],
  due_soon: [DUTY, { ...DUTY, title: 'Văn hóa công vụ', dueOn: '2026-12-18', reason: '' }],
  due_today: [DUTY],
  overdue: [DUTY],
  escalation: [
    { ...DUTY, name: 'Nguyễn Phạm Hoàng Khánh Phương Uyên', unit: 'Phường Mẫu 1', late: 8 },
    { ...DUTY, name: 'Trần Văn Mẫu', unit: 'Phường Mẫu 1', late: 9 },
  ],
  certificate_ready: [{ title: DUTY.title, number: '0123/2026' }],
  appeal_answered: [{ title: 'Kiểm tra cuối khóa' }],
  digest: [
    {
      unit: 'Sở Mẫu',
      overdue: 12,
      soon: 34,
      done: 56,
      unreachable: 2,
      leadersLate: 1,
      leadersSoon: 3,
      units: [
        { name: 'Phường Mẫu 1', overdue: 7 },
        { name: 'Xã Mẫu 2', overdue: 5 },
      ],
    },
  ],
  list_ready: [
    {
      title: 'Cán bộ chưa đủ 40 tiết',
      id: '00000000-0000-4000-8000-000000000000',
      lines: 27,
      sender: 'Trần Văn Mẫu',
    },
  ],
  leader_due: [{ ...POST, left: 90 }],
  leader_overdue: [{ ...POST, left: -7 }],
};

/** Made-up facts, told to the person named. */
export const sampleFacts = (
  kind: NoticeKind,
  language: Language,
  fullName: string,
): NoticeFacts => ({
  kind,
  params: { count: SAMPLE_ITEMS[kind].length, items: SAMPLE_ITEMS[kind] },
  fullName,
  language,
});
