/** The room of the columns of an imported list: what they are called, which are needed, which words they take. */
import {
  CONTENT_GROUPS,
  HOURS_IMPORT_FIELDS,
  HOURS_SOURCES,
  type HoursImportField,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { GROUP_WORDS, SOURCE_WORDS } from '../hours-book';

/** Heading of each column, as the template writes it. */
export const HEADINGS: Record<HoursImportField, string> = {
  staffCode: 'Mã cán bộ',
  fullName: 'Họ và tên',
  title: 'Tên khóa bồi dưỡng',
  organiser: 'Đơn vị tổ chức',
  source: 'Hình thức',
  contentGroup: 'Nhóm nội dung',
  startedOn: 'Từ ngày',
  day: 'Đến ngày',
  hours: 'Số tiết',
  documentNo: 'Số chứng chỉ, quyết định',
  leaderProgramme: 'Chương trình lãnh đạo, quản lý',
  note: 'Ghi chú',
};

/** Columns without which a list says too little. */
export const NEEDED: readonly HoursImportField[] = [
  'staffCode',
  'title',
  'organiser',
  'day',
  'hours',
];

/** Other headings that lists in use have. */
const ALSO: Partial<Record<HoursImportField, string[]>> = {
  staffCode: ['mã', 'mã nhân viên', 'mã công chức', 'mã cb'],
  fullName: ['họ tên', 'tên'],
  title: ['tên khóa', 'tên lớp', 'khóa bồi dưỡng', 'nội dung bồi dưỡng', 'lớp bồi dưỡng'],
  organiser: ['cơ sở đào tạo', 'nơi tổ chức', 'đơn vị cấp'],
  day: ['ngày kết thúc', 'ngày hoàn thành', 'ngày cấp', 'ngày'],
  startedOn: ['ngày bắt đầu'],
  hours: ['số giờ', 'tiết', 'thời lượng'],
  documentNo: ['số chứng chỉ', 'số quyết định', 'chứng chỉ'],
};

/** Letters and digits only, folded: "Mã cán bộ (*)" is "ma can bo". */
const tidy = (heading: string): string =>
  fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const FIELD_OF: ReadonlyMap<string, HoursImportField> = new Map(
  HOURS_IMPORT_FIELDS.flatMap((field) =>
    [HEADINGS[field], ...(ALSO[field] ?? [])].map((name) => [tidy(name), field] as const),
  ),
);

/** Where each field stands, 0 is the first column. */
export type Places = Partial<Record<HoursImportField, number>>;

/** The columns that a row of headings names. */
export function placesOf(cells: readonly string[]): Places {
  const places: Places = {};
  cells.forEach((cell, index) => {
    const field = FIELD_OF.get(tidy(cell));
    if (field && places[field] === undefined) places[field] = index;
  });
  return places;
}

/** "A" for 0, "AA" for 26. */
export const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26);

const wordsOf = <K extends string>(keys: readonly K[], words: Record<K, string>) =>
  new Map(keys.flatMap((key) => [[tidy(words[key]), key] as const, [tidy(key), key] as const]));

export const SOURCE_OF: ReadonlyMap<string, (typeof HOURS_SOURCES)[number]> = wordsOf(
  HOURS_SOURCES,
  SOURCE_WORDS,
);
export const GROUP_OF: ReadonlyMap<string, (typeof CONTENT_GROUPS)[number]> = wordsOf(
  CONTENT_GROUPS,
  GROUP_WORDS,
);
/** A word of a list for looking it up in the maps of this room. */
export const lookUp = tidy;
