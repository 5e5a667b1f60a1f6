/** The room of the first sheet: what was computed, from what, and what an author aims at. */
import {
  CIC_SATISFACTORY_ABOVE,
  CIC_UNSATISFACTORY_BELOW,
  KURTOSIS_AIM,
  MEAN_AIM,
  SKEWNESS_AIM,
  SPREAD_AIM,
} from '@tap-huan/rules';
import {
  type Column,
  figure,
  momentCell,
  type Sheet,
  type SheetCell,
  styled,
  tableSheet,
  words,
} from '@tap-huan/server/platform';
import type { BookContent } from './analysis-book';
import { marks } from './marks';

interface Line {
  name: string;
  value: SheetCell;
  aim: string;
  meaning: string;
}

const COLUMNS: Column<Line>[] = [
  { name: 'Chỉ số', width: 34, cell: ({ name }) => words(name) },
  { name: 'Giá trị', width: 18, cell: ({ value }) => styled(value, { align: 'right' }) },
  { name: 'Mức nên có', width: 24, cell: ({ aim }) => words(aim) },
  { name: 'Ý nghĩa', width: 80, cell: ({ meaning }) => words(meaning) },
];

const percent = (share: number): string => `${Math.round(share * 100)}`;
const shareOf = (value: number | null, maximum: number): number | null =>
  value === null || maximum === 0 ? null : value / maximum;

const line = (name: string, value: SheetCell, meaning: string, aim = ''): Line => ({
  ...{ name, value, meaning, aim },
});

/** What it is of. */
const about = ({ title, analysis, computedAt }: BookContent): Line[] => [
  line('Bài kiểm tra', words(title.quizTitle), title.courseTitle ?? ''),
  line(
    'Tính lúc',
    momentCell(computedAt),
    'Kết quả nộp sau thời điểm này chưa có trong các chỉ số.',
  ),
  line('Số lượt đã chấm', figure(analysis.attempts, '0'), 'Lượt làm bài trong phổ điểm.'),
  line('Số lượt chờ chấm', figure(analysis.waiting, '0'), 'Chưa được tính.'),
  line(
    'Số lượt cùng đề',
    figure(analysis.statistics.attempts, '0'),
    'Lượt làm bài có cùng câu hỏi và cùng điểm tối đa; chỉ số câu hỏi tính trên các lượt này.',
  ),
  line('Tỷ lệ đạt', figure(analysis.passShare, '0.0%'), 'Phần lượt làm bài đạt yêu cầu.'),
];

/** The statistics of the quiz. */
function figures({ analysis: { statistics } }: BookContent): Line[] {
  const { maximum } = statistics;
  return [
    line('Điểm tối đa', marks(maximum), 'Tổng điểm của các câu hỏi.'),
    line('Điểm trung bình', marks(statistics.mean), 'Trung bình cộng của tổng điểm.'),
    line(
      'Điểm trung bình (%)',
      figure(shareOf(statistics.mean, maximum), '0.0%'),
      'Điểm trung bình so với điểm tối đa.',
      `${percent(MEAN_AIM.from)} – ${percent(MEAN_AIM.to)} %`,
    ),
    line('Trung vị', marks(statistics.median), 'Một nửa số lượt có điểm không cao hơn mức này.'),
    line('Độ lệch chuẩn', marks(statistics.sd), 'Điểm phân tán quanh trung bình nhiều hay ít.'),
    line(
      'Độ lệch chuẩn (%)',
      figure(shareOf(statistics.sd, maximum), '0.0%'),
      'Độ lệch chuẩn so với điểm tối đa.',
      `${percent(SPREAD_AIM.from)} – ${percent(SPREAD_AIM.to)} %`,
    ),
    line(
      'Độ bất đối xứng',
      figure(statistics.skewness, '0.00'),
      'Âm: nhiều điểm cao; dương: nhiều điểm thấp.',
      `khoảng ${SKEWNESS_AIM.aim}`,
    ),
    line(
      'Độ nhọn',
      figure(statistics.kurtosis, '0.00'),
      'Cao: điểm dồn vào giữa, khó phân biệt học viên.',
      `${KURTOSIS_AIM.from} – ${KURTOSIS_AIM.to}`,
    ),
    line(
      'Hệ số nhất quán nội tại (%)',
      figure(statistics.cic, '0.0'),
      'Cronbach alpha: các câu hỏi đo cùng một năng lực tới mức nào.',
      `trên ${CIC_SATISFACTORY_ABOVE}; dưới ${CIC_UNSATISFACTORY_BELOW} là chưa đạt`,
    ),
    line(
      'Tỷ lệ sai số (%)',
      figure(statistics.errorRatio, '0.0'),
      'Phần của độ lệch chuẩn do ngẫu nhiên mà có.',
    ),
    line(
      'Sai số chuẩn',
      marks(statistics.standardError),
      'Điểm thật của một học viên thường cách điểm đo được không quá mức này.',
    ),
  ];
}

const lines = (content: BookContent): Line[] => [...about(content), ...figures(content)];

export const overviewSheet = (content: BookContent, note: string): Sheet =>
  tableSheet('Tổng quan', { title: 'PHÂN TÍCH BÀI KIỂM TRA', note }, COLUMNS, lines(content));
