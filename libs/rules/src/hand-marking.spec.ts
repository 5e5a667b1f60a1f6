/** The room where marks that people give are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { RubricCriterion } from '@tap-huan/contract';
import fc from 'fast-check';
import { meanMark, rubricMark, wantsSecond } from './hand-marking';

const level = (id: string, percent: number) => ({ id, percent, description: id });
const RUBRIC: RubricCriterion[] = [
  { id: 'law', title: 'Căn cứ', weight: 2, levels: [level('none', 0), level('full', 100)] },
  {
    id: 'words',
    title: 'Diễn đạt',
    weight: 1,
    levels: [level('poor', 0), level('fair', 50), level('good', 100)],
  },
];

describe('rubricMark', () => {
  it.each([
    [{ law: 'full', words: 'good' }, 1_000, 1_000],
    [{ law: 'none', words: 'fair' }, 1_000, 167],
    [{ law: 'full', words: 'poor' }, 1_000, 667],
    [{ law: 'none', words: 'fair' }, 3, 1],
    [{ law: 'full' }, 1_000, null],
    [{ law: 'full', words: 'brilliant' }, 1_000, null],
  ])('%j of %i -> %s', (levels, points, mark) => {
    expect(rubricMark(RUBRIC, levels as Record<string, string>, points)).toBe(mark);
  });

  it('is none without a rubric', () => expect(rubricMark([], {}, 100)).toBeNull());
});

describe('meanMark', () => {
  it.each([
    [700, 800, 10, 750],
    [700, 801, 10, null],
    [701, 800, 10, 751],
    [500, 500, 0, 500],
    [500, 501, 0, null],
    [0, 1_000, 100, 500],
  ])('%i and %i at %i %% -> %s', (first, second, percent, mark) => {
    expect(meanMark(first, second, 1_000, percent)).toBe(mark);
    expect(meanMark(second, first, 1_000, percent)).toBe(mark);
  });

  it('lies between the two', () => {
    const mark = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(mark, mark, (one, other) => {
        const mean = meanMark(one, other, 1_000, 100) ?? -1;
        return mean >= Math.min(one, other) && mean <= Math.max(one, other);
      }),
    );
  });
});

describe('wantsSecond', () => {
  const marking = { anonymous: true, samplePercent: 20, differencePercent: 10 };
  const ids = Array.from({ length: 5_000 }, (_, place) => `task-${place}`);

  it('is nobody or everybody where the quiz says so', () => {
    expect(ids.some((id) => wantsSecond(id, { ...marking, secondMarker: 'none' }))).toBe(false);
    expect(ids.every((id) => wantsSecond(id, { ...marking, secondMarker: 'all' }))).toBe(true);
  });

  it('is about the share asked for, and always the same answers', () => {
    const sampled = () =>
      ids.filter((id) => wantsSecond(id, { ...marking, secondMarker: 'sample' }));
    expect(sampled()).toEqual(sampled());
    expect(sampled().length).toBeGreaterThan(850);
    expect(sampled().length).toBeLessThan(1_150);
    const all = { ...marking, secondMarker: 'sample' as const, samplePercent: 100 };
    expect(ids.every((id) => wantsSecond(id, all))).toBe(true);
  });
});
