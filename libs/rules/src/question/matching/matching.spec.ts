/** The room where matching is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { seededRandom } from '../../random';
import { toPaperIds } from '../registry';
import { plain } from '../testing/plain';
import { matching } from './matching';

const content: ContentOf<'matching'> = {
  kind: 'matching',
  ...plain,
  pairs: [
    { id: 'p1', prompt: 'Một', answer: 'Số lẻ' },
    { id: 'p2', prompt: 'Hai', answer: 'Số chẵn' },
    { id: 'p3', prompt: 'Ba', answer: 'Số  lẻ' },
    { id: 'p4', prompt: 'Pi', answer: 'Số thực' },
  ],
  distractors: ['Không phải số'],
};
const frozen = matching.paperOf(content, { random: seededRandom('m'), shuffleOptions: false });
const answer = (matches: Record<string, string>) => {
  const response = toPaperIds(frozen, { kind: 'matching', matches });
  if (response.kind !== 'matching') throw new Error('kind');
  return response;
};
const distractorId = frozen.paper.answers[frozen.pairs.indexOf(null)]?.id ?? '';

describe('matching', () => {
  it.each([
    [{ p1: 'p1', p2: 'p2', p3: 'p3', p4: 'p4' }, 1, 'right', 'p1=p1 p2=p2 p3=p1 p4=p4', true],
    [{ p1: 'p3', p2: 'p2', p3: 'p1', p4: 'p4' }, 1, 'right', 'p1=p1 p2=p2 p3=p1 p4=p4', true],
    [{ p1: 'p1', p2: 'p4', p3: 'p3', p4: 'p2' }, 0.5, 'partly', 'p1=p1 p2=p4 p3=p1 p4=p2', true],
    [{ p2: 'p2' }, 0.25, 'partly', 'p1=- p2=p2 p3=- p4=-', false],
    [{ p2: 'p4' }, 0, 'wrong', 'p1=- p2=p4 p3=- p4=-', false],
    [{ p2: distractorId }, 0, 'wrong', 'p1=- p2=x1 p3=- p4=-', false],
    [{ p2: 'nowhere', zz: 'p1' }, 0, 'unanswered', 'unanswered', false],
    [{}, 0, 'unanswered', 'unanswered', false],
  ])('%j', (matches, fraction, outcome, label, complete) => {
    const response = answer(matches as Record<string, string>);
    expect(matching.grade(content, frozen, response)).toMatchObject({ fraction, outcome });
    expect(matching.classify(content, frozen, response)).toBe(label);
    expect(matching.isComplete(response, frozen.paper)).toBe(complete);
  });

  it('always shuffles the answers, and keeps the prompts as written', () => {
    const drawn = new Set(
      Array.from({ length: 40 }, (_, seed) =>
        matching
          .paperOf(content, { random: seededRandom(`s${seed}`), shuffleOptions: false })
          .paper.answers.map(({ text }) => text)
          .join(),
      ),
    );
    expect(drawn.size).toBeGreaterThan(10);
    expect(frozen.paper.prompts.map(({ text }) => text)).toEqual(['Một', 'Hai', 'Ba', 'Pi']);
    expect(frozen.paper.answers.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
  });
});
