/** The room of the columns of a question workbook: how they are called, and found again. */
import { DIFFICULTIES, QUESTION_KINDS, type QuestionKind } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';

/** Twelve options, and a cell for what fits nowhere in a matching question. */
export const LETTERS = 'ABCDEFGHIJKLM'.split('');
/** Cells for the whole question, of {@link PIECE} letters each. */
export const PIECES = 8;

/** What a row says; options by place. */
export interface ExcelRow {
  kind: string;
  category: string;
  stem: string;
  options: string[];
  key: string;
  feedback: string;
  legalBasis: string;
  difficulty: string;
  tags: string;
  /** The whole question, for kinds and details that the columns before cannot hold. */
  full: string;
}

type TextKey = Exclude<keyof ExcelRow, 'options' | 'full'>;
export type ColumnKey = TextKey | 'number' | `option${number}` | `full${number}`;

/** Name of each kind as the pages of a bank call it. */
export const KIND_NAMES: Record<QuestionKind, string> = {
  single: 'Một đáp án',
  multiple: 'Nhiều đáp án',
  true_false: 'Đúng – sai',
  matching: 'Ghép đôi',
  ordering: 'Sắp thứ tự',
  numeric: 'Điền số',
  short_answer: 'Trả lời ngắn',
  fill_blanks: 'Điền chỗ trống',
  categorise: 'Phân nhóm',
  hotspot: 'Chỉ trên ảnh',
  calculated: 'Tính theo công thức',
  essay: 'Tự luận',
  file_upload: 'Nộp tệp',
};
/** Other names that authors give them, folded. */
const OTHER_NAMES: Readonly<Record<string, QuestionKind>> = {
  'mot lua chon': 'single',
  'chon mot': 'single',
  'nhieu lua chon': 'multiple',
  'chon nhieu': 'multiple',
  'dung hay sai': 'true_false',
  'ghep cap': 'matching',
  'noi cot': 'matching',
  'sap xep': 'ordering',
  'thu tu': 'ordering',
  so: 'numeric',
  'tra loi so': 'numeric',
  'dien khuyet': 'short_answer',
};
/** "Trắc nghiệm" may be one or several: the key says which. */
const CHOICE = /^(trac nghiem|mcq|multiple[ _-]choice)/;

export const DIFFICULTY_NAMES: Record<(typeof DIFFICULTIES)[number], string> = {
  recall: 'Nhận biết',
  understand: 'Thông hiểu',
  apply: 'Vận dụng',
};

export interface Column {
  key: ColumnKey;
  title: string;
  width: number;
}

/** The columns of a workbook with so many options, and so many cells for whole questions. */
export const columnsFor = (options: number, pieces: number): Column[] => [
  { key: 'number', title: 'STT', width: 6 },
  { key: 'kind', title: 'Loại câu', width: 18 },
  { key: 'category', title: 'Danh mục', width: 24 },
  { key: 'stem', title: 'Nội dung câu hỏi', width: 60 },
  ...LETTERS.slice(0, options).map((letter, index) => ({
    key: `option${index}` as const,
    title: `Phương án ${letter}`,
    width: 26,
  })),
  { key: 'key', title: 'Đáp án đúng', width: 18 },
  { key: 'feedback', title: 'Phản hồi', width: 40 },
  { key: 'legalBasis', title: 'Căn cứ pháp lý', width: 34 },
  { key: 'difficulty', title: 'Mức độ', width: 12 },
  { key: 'tags', title: 'Nhãn', width: 20 },
  ...Array.from({ length: pieces }, (_, index) => ({
    key: `full${index}` as const,
    title: `Dữ liệu đầy đủ${index === 0 ? '' : ` ${index + 1}`} (không sửa)`,
    width: 20,
  })),
];

/** Titles under which teachers have these columns, folded. */
const NAMES: [ColumnKey, RegExp][] = [
  ['key', /^(dap an dung|dap an|phuong an dung|key|correct( answer)?|answer)$/],
  ['stem', /^(noi dung( cau hoi)?|cau hoi|question( text)?|de bai)$/],
  ['kind', /^(loai( cau( hoi)?)?|dang( cau( hoi)?)?|type|kind|question type)$/],
  ['category', /^(danh muc|chuong|chu de|chuyen de|category)$/],
  ['feedback', /^(phan hoi( chung)?|giai thich|loi giai|explanation|feedback)$/],
  ['legalBasis', /^(can cu( phap ly)?|legal basis)$/],
  ['difficulty', /^do kho|^muc do|^difficulty/],
  ['tags', /^(nhan|the|tags?)$/],
  ['number', /^(stt|so( thu tu)?|no\.?)$/],
];
const OPTION =
  /^(?:phuong an|dap an|lua chon|cau tra loi|option|answer|choice)?\s*([a-m]|\d{1,2})$/;
const FULL = /^du lieu day du(?: (\d))?/;

/** Which column a title names; null for one that is not ours. */
export function columnOf(title: string): ColumnKey | null {
  const name = fold(title);
  const place = OPTION.exec(name)?.[1];
  if (place !== undefined) {
    const index = /\d/.test(place) ? Number(place) - 1 : place.charCodeAt(0) - 97;
    return index >= 0 && index < LETTERS.length ? `option${index}` : null;
  }
  const full = FULL.exec(name);
  if (full) return `full${Number(full[1] ?? 1) - 1}`;
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Without the signs between words. */
const bare = (name: string): string => fold(name.replace(/[/–-]/g, ' '));

/** The kind that a cell names; `choice` for one or several options, null where it names none. */
export function kindOf(cell: string): QuestionKind | 'choice' | null {
  const name = bare(cell);
  const own = QUESTION_KINDS.find(
    (kind) => bare(KIND_NAMES[kind]) === name || kind === cell.trim(),
  );
  return own ?? OTHER_NAMES[name] ?? (CHOICE.test(name) ? 'choice' : null);
}
