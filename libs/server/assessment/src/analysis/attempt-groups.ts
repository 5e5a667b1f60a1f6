/** The room of attempts as a whole: how scores are spread, and how units and audiences did. */
import type { AnalysisBody } from '@tap-huan/contract';
import { type ScoreBand, scoreDistribution } from '@tap-huan/rules';
import type { AttemptTable } from './attempt-table';

/** Scores of papers of different worth meet on the scale of ten; the exact share decides. */
export function distributionOf({ points, maxima, attempts }: AttemptTable): ScoreBand[] {
  const byMaximum = new Map<number, number[]>();
  const earned = points.all();
  maxima.all().forEach((maximum, attempt) => {
    const group = byMaximum.get(maximum);
    const value = earned[attempt] as number;
    if (group) group.push(value);
    else byMaximum.set(maximum, [value]);
  });
  const bands = scoreDistribution([], 0);
  for (const [maximum, group] of byMaximum) {
    scoreDistribution(group, maximum).forEach(({ count }, band) => {
      (bands[band] as ScoreBand).count += count;
    });
  }
  return bands.map((band) => ({ ...band, share: attempts > 0 ? band.count / attempts : 0 }));
}

/** 0..1; null without attempts. */
export function passShareOf({ passed, attempts }: AttemptTable): number | null {
  return attempts > 0 ? passed.all().reduce((sum, one) => sum + one, 0) / attempts : null;
}

interface Group {
  attempts: number;
  shares: number;
  passed: number;
}

/** Attempts, mean score and share of those who passed, by a code of each attempt. */
function grouped(all: AttemptTable, codes: Int32Array) {
  const [points, maxima, passed] = [all.points.all(), all.maxima.all(), all.passed.all()];
  const groups = new Map<number, Group>();
  codes.forEach((code, attempt) => {
    let group = groups.get(code);
    if (!group) groups.set(code, (group = { attempts: 0, shares: 0, passed: 0 }));
    const maximum = maxima[attempt] as number;
    group.attempts += 1;
    group.shares += maximum > 0 ? (points[attempt] as number) / maximum : 0;
    group.passed += passed[attempt] as number;
  });
  return [...groups].map(([code, { attempts, shares, passed: successes }]) => ({
    code,
    attempts,
    mean: (1_000 * shares) / attempts,
    passShare: successes / attempts,
  }));
}

const mostFirst = <T extends { attempts: number }>(groups: T[], name: (group: T) => string): T[] =>
  groups.sort((a, b) => b.attempts - a.attempts || (name(a) < name(b) ? -1 : 1));

/** Units and audiences as they were on the day of each attempt, those with most attempts first. */
export function groupsOf(all: AttemptTable): Pick<AnalysisBody, 'audiences'> & {
  units: Omit<AnalysisBody['units'][number], 'unitName'>[];
} {
  const units = grouped(all, all.units.all()).map(({ code, ...numbers }) => ({
    unitId: all.unitIds.texts[code] || null,
    ...numbers,
  }));
  const audiences = grouped(all, all.positions.all()).map(({ code, ...numbers }) => ({
    jobPosition: all.jobPositions.texts[code] || null,
    ...numbers,
  }));
  return {
    units: mostFirst(units, ({ unitId }) => unitId ?? ''),
    audiences: mostFirst(audiences, ({ jobPosition }) => jobPosition ?? ''),
  };
}
