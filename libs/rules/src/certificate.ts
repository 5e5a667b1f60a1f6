/** The room of what a certificate says: grade words, dates, marks and periods as Vietnamese papers write them. */

/** A grade word and the score from which it holds. */
export interface GradeBand {
  key: string;
  /** As printed. */
  label: string;
  /** Lowest score, hundredths on the scale of ten. */
  from: number;
}

/**
 * Default grade bands, best first. No national rule exists; this is common practice (xếp loại), and circular
 * 03/2023/TT-BNV art. 6 only asks for half of the scale. A programme may bring its own.
 */
export const GRADE_BANDS: readonly GradeBand[] = [
  { key: 'excellent', label: 'Xuất sắc', from: 900 },
  { key: 'good', label: 'Giỏi', from: 800 },
  { key: 'fair', label: 'Khá', from: 700 },
  { key: 'average', label: 'Trung bình', from: 500 },
  { key: 'not_passed', label: 'Không đạt', from: 0 },
];

const LOWEST: GradeBand = { key: 'not_passed', label: 'Không đạt', from: 0 };

/** The band of a score (hundredths on the scale of ten): the highest whose lower bound it reaches. */
export const gradeOf = (score: number, bands: readonly GradeBand[] = GRADE_BANDS): GradeBand =>
  [...bands].sort((a, b) => b.from - a.from).find((band) => score >= band.from) ?? LOWEST;

/** Xếp loại as printed: 850 -> "Giỏi". */
export const gradeLabel = (score: number, bands: readonly GradeBand[] = GRADE_BANDS): string =>
  gradeOf(score, bands).label;

const partsOf = (day: string): { year: string; month: string; date: string } => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month, date };
};

/**
 * Place and date of a paper: "Hà Nội, ngày 05 tháng 01 năm 2026". A leading 0 for days 1 to 9 and for months 1 and 2
 * only (Decree 30/2020/NĐ-CP, annex I). The place may be empty.
 */
export function decree30Date({ place, day }: { place: string; day: string }): string {
  const { year, month, date } = partsOf(day);
  const monthText = Number(month) <= 2 ? month : String(Number(month));
  const text = `ngày ${date} tháng ${monthText} năm ${year}`;
  return place.trim() === '' ? text : `${place.trim()}, ${text}`;
}

/** A day `YYYY-MM-DD` as dd/MM/yyyy. */
export function formatDay(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${date}/${month}/${year}`;
}

/** A date of birth that may be a year only: "1985-03-07" -> "07/03/1985", "1985" -> "1985". */
export const formatBirthDate = (birthDate: string): string =>
  birthDate.includes('-') ? formatDay(birthDate) : birthDate;

/**
 * Marks with a decimal comma, exact: 850 -> "8,5", 833 -> "8,33", 1000 -> "10".
 * @param hundredths whole hundredths of a point
 * @param decimals at least so many decimals: formatMarks(800, 1) is "8,0"
 */
export function formatMarks(hundredths: number, decimals: 0 | 1 | 2 = 0): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = String(Math.abs(hundredths % 100))
    .padStart(2, '0')
    .replace(/0+$/, '');
  const shown = rest.padEnd(decimals, '0');
  return shown === '' ? String(whole) : `${whole},${shown}`;
}

/** Thời gian: "Từ ngày 01/03/2026 đến ngày 15/03/2026"; one day is "Ngày 01/03/2026". */
export const periodText = ({
  startedOn,
  completedOn,
}: {
  startedOn: string;
  completedOn: string;
}) =>
  startedOn === completedOn
    ? `Ngày ${formatDay(startedOn)}`
    : `Từ ngày ${formatDay(startedOn)} đến ngày ${formatDay(completedOn)}`;

/**
 * Marks as people write them, with comma or point: "8,5" -> 850, "10" -> 1000.
 * @returns whole hundredths of a point; null for what is no mark of at most two decimals
 */
export function readMarks(written: string): number | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(written.trim());
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
