/** The room where scores are put into groups: grades, and whole points (TT 100/2025/TT-BTC asks for both). */
import { GRADE_BANDS, gradeOf } from '@tap-huan/rules';

export interface GradeCount {
  key: string;
  label: string;
  count: number;
}

/** How many scores (hundredths on the scale of ten) fall into each grade, the best first. */
export const gradesOf = (scores: readonly number[]): GradeCount[] => {
  const counts = new Map<string, number>();
  for (const score of scores) {
    const { key } = gradeOf(score);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return GRADE_BANDS.map(({ key, label }) => ({ key, label, count: counts.get(key) ?? 0 }));
};

/** Phổ điểm: how many scores from each whole point to below the next; ten itself belongs to the last. */
export function distributionOf(scores: readonly number[]): { from: number; count: number }[] {
  const bins = Array.from({ length: 10 }, (_, point) => ({ from: point * 100, count: 0 }));
  for (const score of scores) {
    const bin = bins[Math.min(9, Math.floor(score / 100))];
    if (bin) bin.count += 1;
  }
  return bins;
}
