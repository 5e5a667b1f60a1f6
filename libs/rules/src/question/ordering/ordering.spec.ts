/** The room where ordering is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../../random';
import { toPaperIds } from '../registry';
import { plain } from '../testing/plain';
import { ordering } from './ordering';

const content = (
  scoring: 'exact' | 'adjacent',
  texts = ['A', 'B', 'C', 'D'],
): ContentOf<'ordering'> => ({
  kind: 'ordering',
  ...plain,
  items: texts.map((text, index) => ({ id: `i${index + 1}`, text })),
  scoring,
});
const draw = { random: seededRandom('o'), shuffleOptions: false };
const frozen = ordering.paperOf(content('exact'), draw);
const answer = (order: string[], paper = frozen) => {
  const response = toPaperIds(paper, { kind: 'ordering', order });
  if (response.kind !== 'ordering') throw new Error('kind');
  return response;
};

describe('ordering', () => {
  it.each([
    [['i1', 'i2', 'i3', 'i4'], 1, 3, true],
    [['i2', 'i3', 'i4', 'i1'], 0, 2, true],
    [['i1', 'i2', 'i4', 'i3'], 0, 1, true],
    [['i4', 'i3', 'i2', 'i1'], 0, 0, true],
    [['i1', 'i2'], 0, 1, false],
    [['i1', 'i2', 'i1', 'i2', 'i3', 'i4'], 1, 3, false],
    [['i2', 'i1', 'i2', 'i3', 'i1', 'i4', 'i3', 'i4'], 0, 1, false],
    [[], 0, 0, false],
  ])('%j', (order, exact, pairs, complete) => {
    const response = answer(order);
    expect(ordering.grade(content('exact'), frozen, response).fraction).toBe(exact);
    expect(ordering.grade(content('adjacent'), frozen, response).fraction).toBeCloseTo(
      pairs / 3,
      12,
    );
    expect(ordering.isComplete(response, frozen.paper)).toBe(complete);
  });

  it('lets items that read the same change places', () => {
    const twins = content('adjacent', ['A', 'B', 'A']);
    const paper = ordering.paperOf(twins, draw);
    expect(ordering.grade(twins, paper, answer(['i3', 'i2', 'i1'], paper)).outcome).toBe('right');
    expect(ordering.grade(twins, paper, answer(['i1', 'i3', 'i2'], paper)).fraction).toBe(0.5);
  });

  it('is never drawn in the right order where two items differ', () => {
    const texts = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.string(), (written, seed) => {
        const drawn = ordering.paperOf(content('exact', written), {
          random: seededRandom(seed),
          shuffleOptions: false,
        });
        const shown = drawn.paper.items.map(({ text }) => text);
        expect([...shown].sort()).toEqual([...written].sort());
        expect([...drawn.order].sort()).toEqual(written.map((_, index) => `i${index + 1}`));
        if (new Set(written).size > 1) expect(shown).not.toEqual(written);
      }),
    );
  });

  it('shows ids that tell nothing of the right order', () => {
    expect(frozen.paper.items.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3', 'o4']);
    expect(ordering.classify(content('exact'), frozen, answer(['i2', 'i1']))).toBe('i2>i1');
  });
});
