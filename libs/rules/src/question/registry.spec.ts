/** The room where what holds for every kind of question is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, ContentOf, QuestionContent } from '@tap-huan/contract';
import { answerResponse, paperQuestion, QUESTION_KINDS } from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../random';
import {
  classifyResponse,
  explainResponse,
  freezeQuestion,
  gradeQuestion,
  isComplete,
  QUESTION_TYPES,
  rightAnswer,
  shownQuestion,
  toPaperIds,
} from './registry';

const shared = {
  stem: 'S',
  feedback: 'F',
  legalBasis: [],
  asOf: null,
  difficulty: 'recall' as const,
};
const word = fc.constantFrom('một', 'hai', 'ba', 'bốn', 'năm', 'sáu');
const texts = fc.array(word, { minLength: 2, maxLength: 8 });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
const optionsOf = (written: string[]) =>
  written.map((text, index) => ({ id: `k${index}`, text, feedback: `feedback ${index}` }));

const single = fc.tuple(texts, fc.nat()).map(([written, n]): ContentOf<'single'> => ({
  kind: 'single',
  ...shared,
  options: optionsOf(written),
  correct: `k${n % written.length}`,
}));
const multiple = texts.chain((written) =>
  fc
    .tuple(
      fc.subarray(ids(written.length), { minLength: 1 }),
      fc.constantFrom('partial' as const, 'all_or_nothing' as const),
    )
    .map(([correct, scoring]): ContentOf<'multiple'> => ({
      kind: 'multiple',
      ...shared,
      options: optionsOf(written),
      correct,
      scoring,
    })),
);
const trueFalse = fc
  .boolean()
  .map((correct): ContentOf<'true_false'> => ({ kind: 'true_false', ...shared, correct }));
const matching = fc
  .tuple(texts, fc.array(word, { maxLength: 3 }))
  .map(([written, distractors]): ContentOf<'matching'> => ({
    kind: 'matching',
    ...shared,
    pairs: written.map((answer, index) => ({ id: `k${index}`, prompt: `prompt ${index}`, answer })),
    distractors,
  }));
const ordering = fc
  .tuple(texts, fc.constantFrom('exact' as const, 'adjacent' as const))
  .map(([written, scoring]): ContentOf<'ordering'> => ({
    kind: 'ordering',
    ...shared,
    items: optionsOf(written),
    scoring,
  }));
const numeric = fc
  .tuple(
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
      .filter((value) => value === 0 || Math.abs(value) > 1e-9),
    fc.double({ min: 0, max: 10, noNaN: true }),
  )
  .map(([value, tolerance]): ContentOf<'numeric'> => ({
    kind: 'numeric',
    ...shared,
    value,
    tolerance,
    unit: 'ngày',
  }));
const shortAnswer = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([accepted, ignoreCase, ignoreDiacritics]): ContentOf<'short_answer'> => ({
    kind: 'short_answer',
    ...shared,
    accepted,
    ignoreCase,
    ignoreDiacritics,
  }));

const contents: fc.Arbitrary<QuestionContent> = fc.oneof(
  single,
  multiple,
  trueFalse,
  matching,
  ordering,
  numeric,
  shortAnswer,
);
const anyId = fc.constantFrom('o1', 'o2', 'o3', 'o9', 'k0', '__proto__', 'constructor');
const idList = fc.array(anyId, { maxLength: 12 });
const responses: fc.Arbitrary<AnswerResponse | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('single' as const), choice: fc.option(anyId) }),
  fc.record({ kind: fc.constant('multiple' as const), choices: idList }),
  fc.record({ kind: fc.constant('true_false' as const), choice: fc.option(fc.boolean()) }),
  fc.record({
    kind: fc.constant('matching' as const),
    matches: fc.dictionary(fc.constantFrom('k0', 'k1', 'k2', '__proto__'), anyId),
  }),
  fc.record({ kind: fc.constant('ordering' as const), order: idList }),
  fc.record({
    kind: fc.constant('numeric' as const),
    text: fc.oneof(fc.string(), fc.double().map(String)),
  }),
  fc.record({ kind: fc.constant('short_answer' as const), text: fc.oneof(fc.string(), word) }),
);
const draws = fc.record({ seed: fc.string(), shuffleOptions: fc.boolean() });
const freeze = (content: QuestionContent, draw: { seed: string; shuffleOptions: boolean }) =>
  freezeQuestion(content, { random: seededRandom(draw.seed), shuffleOptions: draw.shuffleOptions });

describe('every kind of question', () => {
  it('is in the registry under its own name', () => {
    expect(Object.keys(QUESTION_TYPES).sort()).toEqual([...QUESTION_KINDS].sort());
  });

  it('draws a paper of the shape of the contract, as plain JSON, repeatably', () => {
    fc.assert(
      fc.property(contents, draws, (content, draw) => {
        const frozen = freeze(content, draw);
        expect(freeze(content, draw)).toEqual(frozen);
        expect(JSON.parse(JSON.stringify(frozen))).toEqual(frozen);
        const shown = shownQuestion(frozen);
        expect(paperQuestion.parse(shown)).toEqual(shown);
      }),
    );
  });

  it('gives the key full marks, complete, in the shape of the contract', () => {
    fc.assert(
      fc.property(contents, draws, (content, draw) => {
        const frozen = freeze(content, draw);
        const key = rightAnswer(content, frozen);
        expect(answerResponse.parse(key)).toEqual(key);
        expect(gradeQuestion(content, frozen, key)).toMatchObject({
          fraction: 1,
          outcome: 'right',
        });
        expect(isComplete(shownQuestion(frozen), key)).toBe(true);
      }),
    );
  });

  it('grades any response between 0 and 1, labels and explains it', () => {
    fc.assert(
      fc.property(contents, draws, responses, (content, draw, response) => {
        const frozen = freeze(content, draw);
        const grade = gradeQuestion(content, frozen, response);
        expect(grade.fraction).toBeGreaterThanOrEqual(0);
        expect(grade.fraction).toBeLessThanOrEqual(1);
        expect(Number.isInteger(grade.earned) && Number.isInteger(grade.of)).toBe(true);
        expect(grade.outcome === 'right').toBe(grade.fraction === 1);
        expect(grade.outcome === 'partly').toBe(grade.fraction > 0 && grade.fraction < 1);
        expect(classifyResponse(content, frozen, response)).not.toBe('');
        expect(explainResponse(content, frozen, response).correct.kind).toBe(content.kind);
        if (response?.kind !== content.kind) {
          expect(grade.outcome).toBe('unanswered');
          expect(isComplete(shownQuestion(frozen), response)).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows a paper that does not depend on the key', () => {
    const other = (content: QuestionContent): QuestionContent => {
      const changed = { feedback: 'X', legalBasis: ['X'] };
      switch (content.kind) {
        case 'single':
          return {
            ...content,
            ...changed,
            correct: 'k0',
            options: content.options.map(({ id, text }) => ({ id, text })),
          };
        case 'multiple':
          return { ...content, ...changed, correct: ['k0'], scoring: 'all_or_nothing' };
        case 'true_false':
          return { ...content, ...changed, correct: !content.correct };
        case 'numeric':
          return { ...content, ...changed, value: content.value + 1, tolerance: 0 };
        case 'short_answer':
          return { ...content, ...changed, accepted: ['khác'] };
        default:
          return { ...content, ...changed };
      }
    };
    fc.assert(
      fc.property(contents, draws, (content, draw) => {
        const json = (given: QuestionContent) => JSON.stringify(shownQuestion(freeze(given, draw)));
        expect(json(other(content))).toBe(json(content));
        expect(json(content)).not.toMatch(/feedback|correct/);
      }),
    );
  });

  it('shows ids of options, items and answers that are their places', () => {
    fc.assert(
      fc.property(fc.oneof(single, multiple, matching, ordering), draws, (content, draw) => {
        const { paper } = freeze(content, draw);
        const shown =
          'options' in paper
            ? paper.options
            : 'items' in paper
              ? paper.items
              : 'answers' in paper
                ? paper.answers
                : [];
        expect(shown.map(({ id }) => id)).toEqual(shown.map((_, place) => `o${place + 1}`));
      }),
    );
  });

  it('reads a response the same on every paper', () => {
    fc.assert(
      fc.property(single, draws, draws, (content, one, two) => {
        const label = (draw: typeof one) => {
          const frozen = freeze(content, draw);
          return classifyResponse(
            content,
            frozen,
            toPaperIds(frozen, { kind: 'single', choice: 'k1' }),
          );
        };
        expect(label(one)).toBe('k1');
        expect(label(two)).toBe('k1');
      }),
    );
  });

  it('refuses a content of another kind than the paper', () => {
    const draw = { seed: 's', shuffleOptions: true };
    const statement: QuestionContent = { kind: 'true_false', ...shared, correct: true };
    const frozen = freeze({ kind: 'numeric', ...shared, value: 1, tolerance: 0, unit: '' }, draw);
    expect(() => gradeQuestion(statement, frozen, null)).toThrow('numeric');
  });
});
