/** The room of the sheets of scores: how they are spread, whose they are, and how units and audiences did. */
import type {
  AnalysedAudience,
  AnalysedScoreBand,
  AnalysedUnit,
  AnalysisBody,
} from '@tap-huan/contract';
import {
  codeCell,
  type Column,
  figure,
  momentCell,
  type Sheet,
  tableSheet,
  words,
} from '@tap-huan/server/platform';
import type { ScoreLine } from '../score.reader';
import { marks } from './marks';

const points = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

/** A band holds its lower bound; only the last one holds its upper bound too. */
const bandWords = ({ from, to }: AnalysedScoreBand): string =>
  to >= 1_000
    ? `từ ${points(from)} đến ${points(to)}`
    : `từ ${points(from)} đến dưới ${points(to)}`;

const BAND_COLUMNS: Column<AnalysedScoreBand>[] = [
  { name: 'Thang điểm 10', width: 26, cell: (band) => words(bandWords(band)) },
  { name: 'Số lượt', width: 12, cell: ({ count }) => figure(count, '0') },
  { name: 'Tỷ lệ', width: 12, cell: ({ share }) => figure(share, '0.0%') },
];

export const distributionSheet = ({ distribution }: AnalysisBody, note: string): Sheet =>
  tableSheet('Phổ điểm', { title: 'PHỔ ĐIỂM', note }, BAND_COLUMNS, distribution);

const SCORE_COLUMNS: Column<ScoreLine>[] = [
  { name: 'STT', width: 7, cell: (_, index) => figure(index + 1, '0') },
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Đơn vị', width: 40, cell: ({ unitName }) => words(unitName) },
  { name: 'Vị trí việc làm', width: 26, cell: ({ jobPosition }) => words(jobPosition) },
  { name: 'Lượt', width: 7, cell: ({ number }) => figure(number, '0') },
  { name: 'Nộp bài lúc', width: 18, cell: ({ submittedAt }) => momentCell(submittedAt) },
  { name: 'Điểm', width: 9, cell: (line) => marks(line.points) },
  { name: 'Tối đa', width: 9, cell: ({ maximum }) => marks(maximum) },
  { name: 'Thang điểm 10', width: 10, cell: ({ scoreOfTen }) => marks(scoreOfTen) },
  { name: 'Kết quả', width: 11, cell: ({ passed }) => words(passed ? 'Đạt' : 'Không đạt') },
  { name: 'Thời gian (phút)', width: 11, cell: ({ seconds }) => figure(seconds / 60, '0.0') },
];

export const scoreSheet = (scores: readonly ScoreLine[], note: string): Sheet =>
  tableSheet(
    'Điểm',
    { title: `ĐIỂM CỦA HỌC VIÊN (${scores.length} lượt)`, note },
    SCORE_COLUMNS,
    scores,
  );

type Group = Pick<AnalysedUnit, 'attempts' | 'mean' | 'passShare'>;
const GROUP_COLUMNS: Column<Group>[] = [
  { name: 'Số lượt', width: 12, cell: ({ attempts }) => figure(attempts, '0') },
  { name: 'Điểm trung bình (thang 10)', width: 16, cell: ({ mean }) => marks(mean) },
  { name: 'Tỷ lệ đạt', width: 12, cell: ({ passShare }) => figure(passShare, '0.0%') },
];

export const unitSheet = ({ units }: AnalysisBody, note: string): Sheet =>
  tableSheet<AnalysedUnit>(
    'Đơn vị',
    { title: 'KẾT QUẢ THEO ĐƠN VỊ', note },
    [
      { name: 'Đơn vị', width: 54, cell: ({ unitName }) => words(unitName ?? 'Không rõ') },
      ...GROUP_COLUMNS,
    ],
    units,
  );

export const audienceSheet = ({ audiences }: AnalysisBody, note: string): Sheet =>
  tableSheet<AnalysedAudience>(
    'Đối tượng',
    { title: 'KẾT QUẢ THEO VỊ TRÍ VIỆC LÀM', note },
    [
      {
        name: 'Vị trí việc làm',
        width: 54,
        cell: ({ jobPosition }) => words(jobPosition ?? 'Không rõ'),
      },
      ...GROUP_COLUMNS,
    ],
    audiences,
  );
