/** The room of the sheets of questions: statistics, answers, time, Rasch. */
import type {
  AnalysedItem,
  AnalysedVersion,
  AnalysisBody,
  RaschAnalysis,
} from '@tap-huan/contract';
import {
  type Column,
  figure,
  type Sheet,
  styled,
  tableSheet,
  words,
} from '@tap-huan/server/platform';
import type { StoredQuestion } from '../question-figures';
import { marks } from './marks';
import { answerOf, KINDS, signWords } from './vietnamese';

type ItemLine = Pick<
  StoredQuestion,
  | 'maximum'
  | 'facility'
  | 'sdShare'
  | 'guess'
  | 'discriminationIndex'
  | 'discriminativeEfficiency'
  | 'intendedWeight'
  | 'effectiveWeight'
  | 'signs'
> & { place: string; title: string; kind: string; attempts: number };

const ITEM_COLUMNS: Column<ItemLine>[] = [
  { name: 'Câu', width: 8, cell: ({ place }) => styled(words(place), { align: 'center' }) },
  { name: 'Nội dung', width: 56, cell: ({ title }) => words(title) },
  { name: 'Loại', width: 20, cell: ({ kind }) => words(kind) },
  { name: 'Số lượt', width: 9, cell: ({ attempts }) => figure(attempts, '0') },
  { name: 'Điểm tối đa', width: 9, cell: ({ maximum }) => marks(maximum) },
  { name: 'Độ khó (tỷ lệ điểm)', width: 11, cell: ({ facility }) => figure(facility, '0.0%') },
  { name: 'Độ lệch chuẩn', width: 10, cell: ({ sdShare }) => figure(sdShare, '0.0%') },
  { name: 'Đoán ngẫu nhiên', width: 10, cell: ({ guess }) => figure(guess, '0.0%') },
  { name: 'Trọng số dự kiến (%)', width: 10, cell: (line) => figure(line.intendedWeight, '0.0') },
  { name: 'Trọng số thực tế (%)', width: 10, cell: (line) => figure(line.effectiveWeight, '0.0') },
  { name: 'Độ phân biệt', width: 10, cell: (line) => figure(line.discriminationIndex, '0.0') },
  {
    name: 'Hiệu suất phân biệt (%)',
    width: 11,
    cell: (line) => figure(line.discriminativeEfficiency, '0.0'),
  },
  { name: 'Nên xem lại', width: 50, cell: ({ signs }) => words(signWords(signs)) },
];

const placeOf = ({ number, drawn }: AnalysedItem): string => `${number}${drawn ? '*' : ''}`;
const titleOf = ({ title }: AnalysedItem): string => title ?? 'Câu rút ngẫu nhiên';

export function itemSheet(
  { items, drawn, statistics }: AnalysisBody,
  questions: readonly StoredQuestion[],
  note: string,
): Sheet {
  const { attempts } = statistics;
  const drawnLines = drawn.map((question): ItemLine => ({
    ...question,
    place: '*',
    kind: KINDS[question.kind],
    ...{ intendedWeight: null, effectiveWeight: null },
  }));
  const lines = items.map((item): ItemLine => ({
    ...{ ...item, attempts },
    place: placeOf(item),
    title: titleOf(item),
    kind: item.kind === null ? '' : KINDS[item.kind],
  }));
  const random = drawn.length > 0 ? '  ·  * câu rút ngẫu nhiên và các câu đã rút' : '';
  const title = `CÂU HỎI (${questions.length})`;
  return tableSheet('Câu hỏi', { title, note: `${note}${random}` }, ITEM_COLUMNS, [
    ...lines,
    ...drawnLines,
  ]);
}

interface AnswerLine {
  question: StoredQuestion;
  version: AnalysedVersion;
  answer: NonNullable<AnalysedVersion['answers']>[number];
}

const ANSWER_COLUMNS: Column<AnswerLine>[] = [
  {
    name: 'Câu',
    width: 8,
    cell: ({ question }) => styled(words(String(question.number ?? '*')), { align: 'center' }),
  },
  { name: 'Nội dung', width: 44, cell: ({ question }) => words(question.title) },
  { name: 'Phiên bản', width: 10, cell: ({ version }) => figure(version.number, '0') },
  { name: 'Phương án', width: 44, cell: ({ answer }) => words(answerOf(answer)) },
  { name: 'Đáp án', width: 9, cell: ({ answer }) => words(answer.right ? 'đáp án' : '') },
  { name: 'Số lượt', width: 9, cell: ({ answer }) => figure(answer.count, '0') },
  { name: 'Tỷ lệ', width: 9, cell: ({ answer }) => figure(answer.share, '0.0%') },
  { name: 'Điểm TB phần còn lại', width: 11, cell: ({ answer }) => marks(answer.mean) },
  { name: 'Tương quan', width: 11, cell: ({ answer }) => figure(answer.discrimination, '0.0') },
  { name: 'Nhóm cao', width: 9, cell: ({ answer }) => figure(answer.upper, '0') },
  { name: 'Nhóm thấp', width: 9, cell: ({ answer }) => figure(answer.lower, '0') },
];

export function answerSheet(questions: readonly StoredQuestion[], note: string): Sheet {
  const sorted = [...questions].sort(
    (a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.title < b.title ? -1 : 1),
  );
  const lines = sorted.flatMap((question) =>
    question.versions.flatMap((version) =>
      (version.answers ?? []).map((answer) => ({ question, version, answer })),
    ),
  );
  return tableSheet('Phương án', { title: 'PHƯƠNG ÁN TRẢ LỜI', note }, ANSWER_COLUMNS, lines);
}

const TIME_COLUMNS: Column<AnalysedItem>[] = [
  { name: 'Câu', width: 8, cell: (item) => styled(words(placeOf(item)), { align: 'center' }) },
  { name: 'Nội dung', width: 60, cell: (item) => words(titleOf(item)) },
  { name: 'Số lượt đo', width: 10, cell: ({ time }) => figure(time.count, '0') },
  { name: '25 % nhanh nhất (giây)', width: 13, cell: ({ time }) => figure(time.p25, '0') },
  { name: 'Trung vị (giây)', width: 13, cell: ({ time }) => figure(time.median, '0') },
  { name: '75 % (giây)', width: 13, cell: ({ time }) => figure(time.p75, '0') },
  { name: '90 % (giây)', width: 13, cell: ({ time }) => figure(time.p90, '0') },
  { name: 'Bỏ trống', width: 10, cell: ({ unanswered }) => figure(unanswered, '0') },
];

export const timeSheet = ({ items }: AnalysisBody, note: string): Sheet =>
  tableSheet('Thời gian', { title: 'THỜI GIAN LÀM TỪNG CÂU', note }, TIME_COLUMNS, items);

type RaschLine =
  | { item: RaschAnalysis['items'][number]; place: string; title: string }
  | { ability: RaschAnalysis['abilities'][number] };

const RASCH_COLUMNS: Column<RaschLine>[] = [
  { name: 'Câu', width: 8, cell: (line) => words('item' in line ? line.place : '') },
  {
    name: 'Câu hỏi / tổng số câu đúng',
    width: 56,
    cell: (line) => words('item' in line ? line.title : `Đúng ${line.ability.score} câu`),
  },
  {
    name: 'Số lượt',
    width: 10,
    cell: (line) => ('item' in line ? {} : figure(line.ability.attempts, '0')),
  },
  {
    name: 'Độ khó / năng lực (logit)',
    width: 14,
    cell: (line) => figure('item' in line ? line.item.difficulty : line.ability.ability, '0.00'),
  },
  {
    name: 'Sai số chuẩn',
    width: 10,
    cell: (line) =>
      figure('item' in line ? line.item.standardError : line.ability.standardError, '0.00'),
  },
  {
    name: 'Infit',
    width: 9,
    cell: (line) => ('item' in line ? figure(line.item.infit, '0.00') : {}),
  },
  {
    name: 'Outfit',
    width: 9,
    cell: (line) => ('item' in line ? figure(line.item.outfit, '0.00') : {}),
  },
];

export function raschSheet({ items }: AnalysisBody, rasch: RaschAnalysis, note: string): Sheet {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const lines: RaschLine[] = [
    ...rasch.items.map((item) => {
      const known = byKey.get(item.key);
      return { item, place: String(known?.number ?? ''), title: known?.title ?? '' };
    }),
    ...rasch.abilities.map((ability) => ({ ability })),
  ];
  const reliability =
    rasch.reliability === null
      ? ''
      : `  ·  độ tin cậy ${rasch.reliability.toFixed(2).replace('.', ',')}`;
  return tableSheet(
    'Rasch',
    { title: 'MÔ HÌNH RASCH', note: `${note}${reliability}` },
    RASCH_COLUMNS,
    lines,
  );
}
