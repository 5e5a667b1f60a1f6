/** The room of the Vietnamese of the workbook: signs, kinds and answers in words. */
import type { AnalysedDistractor, AnalysedItemSign, QuestionKind } from '@tap-huan/contract';

export const KINDS: Record<QuestionKind, string> = {
  single: 'Một lựa chọn',
  multiple: 'Nhiều lựa chọn',
  true_false: 'Đúng – sai',
  matching: 'Ghép cặp',
  ordering: 'Sắp thứ tự',
  numeric: 'Điền số',
  short_answer: 'Trả lời ngắn',
  fill_blanks: 'Điền vào chỗ trống',
  categorise: 'Phân nhóm',
  hotspot: 'Chọn vị trí trên hình',
  calculated: 'Tính toán',
  essay: 'Tự luận',
  file_upload: 'Nộp tệp',
};

/** Labels of the rules that are words. */
const LABELS: Record<string, string> = {
  unanswered: 'Không trả lời',
  unreadable: 'Không đọc được số',
  outside: 'Ngoài mọi vị trí',
  true: 'Đúng',
  false: 'Sai',
  right: 'Kết quả đúng',
  partly: 'Đúng một phần',
  wrong: 'Kết quả sai',
  answered: 'Có trả lời',
};

export const answerOf = ({
  letter,
  text,
  label,
}: Pick<AnalysedDistractor, 'letter' | 'text' | 'label'>) =>
  [letter === null ? '' : `${letter}.`, text ?? LABELS[label] ?? label].filter(Boolean).join(' ');

const named = (params: AnalysedItemSign['params'], letter: string, text: string, label: string) =>
  String(params[letter] ?? params[text] ?? LABELS[String(params[label])] ?? params[label] ?? '');

const SIGNS: Record<AnalysedItemSign['code'], (params: AnalysedItemSign['params']) => string> = {
  few_attempts: () => 'Ít lượt làm bài, số liệu chỉ để tham khảo',
  key_may_be_wrong: (params) =>
    `Đáp án có thể sai: học viên giỏi chọn ${named(params, 'letter', 'text', 'label')}`,
  key_never_chosen: () => 'Không ai chọn đáp án',
  discriminates_negatively: () => 'Phân biệt ngược: học viên yếu làm đúng nhiều hơn',
  effective_weight_negative: () => 'Câu hỏi đi ngược với tổng điểm',
  same_mark_for_all: () => 'Mọi người cùng một mức điểm',
  too_easy: () => 'Quá dễ',
  too_hard: () => 'Quá khó',
  below_guess: () => 'Đúng ít hơn cả đoán ngẫu nhiên',
  guessing_likely: () => 'Kết quả như đoán ngẫu nhiên',
  guess_high: () => 'Dễ đoán trúng',
  discriminates_weakly: () => 'Phân biệt yếu',
  efficiency_low: () => 'Hiệu suất phân biệt thấp',
  distractor_unused: (params) =>
    `Phương án ${named(params, 'letter', 'text', 'label')} hầu như không ai chọn`,
};

export const signWords = (signs: readonly AnalysedItemSign[]): string =>
  signs.map(({ code, params }) => SIGNS[code](params)).join('; ');
