/** The room where papers and marks are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import { attemptResult } from '@tap-huan/contract';
import fc from 'fast-check';
import { gradeAttempt, isPass, reviewSlots, scoreOfTen } from './marking';
import type { PaperSource } from './paper';
import { drawPaper, shownSlot } from './paper';
import { rightAnswer } from './question/registry';

const shared = {
  stem: 'S',
  feedback: 'Vì sao',
  legalBasis: ['Điều 6'],
  asOf: null,
  difficulty: 'recall' as const,
};
const options = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  text: `Chọn ${id}`,
  feedback: `Về ${id}`,
}));
const questions: QuestionContent[] = [
  { kind: 'single', ...shared, options, correct: 'a' },
  { kind: 'multiple', ...shared, options, correct: ['a', 'b', 'c'], scoring: 'partial' },
  { kind: 'true_false', ...shared, correct: false },
  { kind: 'ordering', ...shared, items: options, scoring: 'adjacent' },
  { kind: 'numeric', ...shared, value: 15, tolerance: 0, unit: '' },
];
const sources: PaperSource[] = questions.map((content, index) => ({
  questionVersionId: `v${index}`,
  points: 100,
  content,
}));
const contents = new Map(
  sources.map(({ questionVersionId, content }) => [questionVersionId, content]),
);
const settings = { shuffleQuestions: true, shuffleOptions: true };
const paper = drawPaper(sources, settings, 'seed');
const content = (id: string) => contents.get(id) as QuestionContent;
const key = new Map(
  paper.map((slot) => [slot.slot, rightAnswer(content(slot.questionVersionId), slot.question)]),
);

describe('drawPaper', () => {
  it('draws every question once, numbers the slots, and repeats itself for the same seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (seed, shuffleQuestions) => {
        const drawn = drawPaper(sources, { shuffleQuestions, shuffleOptions: true }, seed);
        expect(drawn.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5]);
        const order = drawn.map(({ questionVersionId }) => questionVersionId);
        expect([...order].sort()).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
        if (!shuffleQuestions) expect(order).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
        expect(drawPaper(sources, { shuffleQuestions, shuffleOptions: true }, seed)).toEqual(drawn);
        expect(JSON.parse(JSON.stringify(drawn))).toEqual(drawn);
      }),
    );
  });

  it('draws different papers for different seeds', () => {
    const papers = Array.from({ length: 50 }, (_, seed) =>
      JSON.stringify(drawPaper(sources, settings, `${seed}`)),
    );
    expect(new Set(papers).size).toBe(50);
  });

  it('shows nothing that the server keeps', () => {
    expect(JSON.stringify(paper.map(shownSlot))).not.toMatch(/order"|pairs|correct|v0|Vì sao|Về/);
  });
});

describe('gradeAttempt', () => {
  it('gives the key everything and silence nothing', () => {
    expect(gradeAttempt(paper, contents, key, 100)).toMatchObject({
      points: 500,
      maximum: 500,
      scoreOfTen: 1000,
      passed: true,
    });
    const silent = gradeAttempt(paper, contents, new Map(), 1);
    expect(silent).toMatchObject({ points: 0, maximum: 500, scoreOfTen: 0, passed: false });
    expect(silent.slots.every(({ outcome }) => outcome === 'unanswered')).toBe(true);
  });

  it.each([
    [100, 33],
    [50, 17],
    [1, 0],
    [150, 50],
    [2, 1],
  ])('a third of %d hundredths is %d', (points, awarded) => {
    const slots = drawPaper(
      [{ ...(sources[1] as PaperSource), points }],
      { shuffleQuestions: false, shuffleOptions: false },
      's',
    );
    const one = new Map<number, AnswerResponse>([[1, { kind: 'multiple', choices: ['o1'] }]]);
    expect(gradeAttempt(slots, contents, one, 50).points).toBe(awarded);
  });

  it('adds up exactly, within the maximum, whatever is answered', () => {
    const some = fc.subarray([1, 2, 3, 4, 5]);
    const points = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(some, points, (answered, worth) => {
        const slots = paper.map((slot, index) => ({ ...slot, points: worth[index] ?? 1 }));
        const given = new Map(answered.map((slot) => [slot, key.get(slot) ?? null]));
        const grade = gradeAttempt(slots, contents, given, 50);
        const earned = slots
          .filter(({ slot }) => answered.includes(slot))
          .reduce((sum, slot) => sum + slot.points, 0);
        expect(grade.points).toBe(earned);
        expect(grade.slots.reduce((sum, { awarded }) => sum + awarded, 0)).toBe(grade.points);
        expect(grade.scoreOfTen).toBeLessThanOrEqual(1000);
        expect(grade.passed).toBe(grade.points * 2 >= grade.maximum);
      }),
    );
  });

  it('fails loudly where a question version is missing', () => {
    expect(() => gradeAttempt(paper, new Map(), key, 50)).toThrow('missing');
  });
});

it.each([
  [0, 0, 50, 0, false],
  [1, 2, 50, 500, true],
  [49, 100, 50, 490, false],
  [49_996, 100_000, 50, 500, false],
  [2, 3, 66, 667, true],
  [2, 3, 67, 667, false],
  [1, 2000, 1, 1, false],
  [7, 10, 70, 700, true],
  [29, 50, 58, 580, true],
])('%d of %d at %d %%: %d, %s', (points, maximum, percent, score, passed) => {
  expect(scoreOfTen(points, maximum)).toBe(score);
  expect(isPass(points, maximum, percent)).toBe(passed);
});

describe('reviewSlots', () => {
  it('shows nothing where nothing may be shown', () => {
    expect(reviewSlots(paper, contents, key, { feedback: false, correct: false })).toBeNull();
  });

  it('shows feedback without the key, the key without feedback, or both, in the shape of the contract', () => {
    const shown = (feedback: boolean, correct: boolean) => {
      const slots = reviewSlots(paper, contents, key, { feedback, correct }) ?? [];
      expect(attemptResult.shape.slots.parse(slots)).toEqual(slots);
      return slots;
    };
    expect(
      shown(true, false).every(
        ({ correct, feedback }) => correct === null && feedback === 'Vì sao',
      ),
    ).toBe(true);
    expect(
      shown(false, true).every(
        ({ correct, feedback, optionFeedback }) =>
          correct !== null && feedback === '' && optionFeedback.length === 0,
      ),
    ).toBe(true);
    expect(shown(true, true).map(({ correct }) => correct)).toEqual([...key.values()]);
    expect(shown(true, true).flatMap(({ optionFeedback }) => optionFeedback).length).toBe(4);
  });
});
