/** The room where what holds for every kind of question is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import {
  answerResponse,
  MARKED_BY_HAND,
  paperQuestion,
  QUESTION_KINDS,
  questionContent,
} from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../random';
import { guessScore } from './guess-score';
import { contentProblems } from './problems';
import { isComplete } from './complete';
import {
  classifyResponse,
  explainResponse,
  freezeQuestion,
  gradeQuestion,
  QUESTION_TYPES,
  rightAnswer,
  shownQuestion,
  toPaperIds,
} from './registry';
import { storableResponse } from './stored-text';
import {
  arbitraryAnswer,
  arbitraryContent,
  arbitraryQuestion,
  arbitraryResponse,
} from './testing/arbitraries';
import { plain, strictNumber } from './testing/plain';

interface Seed {
  seed: string;
  shuffleOptions: boolean;
}
const draws: fc.Arbitrary<Seed> = fc.record({ seed: fc.string(), shuffleOptions: fc.boolean() });
const freeze = (content: QuestionContent, { seed, shuffleOptions }: Seed) =>
  freezeQuestion(content, { random: seededRandom(seed), shuffleOptions });
const anyOf = (kind: QuestionKind): fc.Arbitrary<QuestionContent> => arbitraryContent[kind];
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const byHand = (kind: QuestionKind) => (MARKED_BY_HAND as readonly string[]).includes(kind);

/** A question with a paper of it and a response to it. */
const answered = (kind: QuestionKind) =>
  fc
    .tuple(anyOf(kind), draws)
    .map(([content, draw]) => ({ content, frozen: freeze(content, draw) }))
    .chain(({ content, frozen }) =>
      fc.record({
        content: fc.constant(content),
        frozen: fc.constant(frozen),
        response: fc.oneof(
          { weight: 8, arbitrary: arbitraryResponse(frozen) },
          { weight: 1, arbitrary: fc.constant(rightAnswer(content, frozen)) },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
      }),
    );

it('has every kind under its own name', () => {
  expect(Object.keys(QUESTION_TYPES).sort()).toEqual([...QUESTION_KINDS].sort());
});

describe.each(QUESTION_KINDS)('%s', (kind) => {
  it('arbitrary contents are valid and stay as they are', () => {
    fc.assert(
      fc.property(anyOf(kind), (content) => {
        expect(questionContent.parse(copied(content))).toEqual(content);
        expect(contentProblems(content)).toEqual([]);
      }),
    );
  });

  it('draws a paper of the shape of the contract, as plain JSON, repeatably', () => {
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const frozen = freeze(content, draw);
        expect(freeze(content, draw)).toEqual(frozen);
        expect(copied(frozen)).toEqual(frozen);
        const shown = shownQuestion(frozen);
        expect(paperQuestion.parse(shown)).toEqual(shown);
        expect(shown.kind).toBe(kind);
      }),
    );
  });

  it('gives the key full marks, complete, in the shape of the contract', () => {
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const frozen = freeze(content, draw);
        const key = rightAnswer(content, frozen);
        if (byHand(kind) || key === null) {
          expect({ kind, key }).toEqual({ kind: expect.stringMatching(/essay|file/), key: null });
          return;
        }
        expect(answerResponse.parse(key)).toEqual(key);
        const { fraction, outcome } = gradeQuestion(content, frozen, key);
        expect({ fraction, outcome }).toEqual({ fraction: 1, outcome: 'right' });
        expect(isComplete(shownQuestion(frozen), key)).toBe(true);
      }),
    );
  });

  it('grades any response between 0 and 1, labels and explains it', () => {
    fc.assert(
      fc.property(answered(kind), ({ content, frozen, response }) => {
        if (response !== null) expect(answerResponse.parse(response)).toEqual(response);
        const { earned, of, fraction, outcome } = gradeQuestion(content, frozen, response);
        expect(Number.isInteger(earned) && Number.isInteger(of)).toBe(true);
        expect(earned >= 0 && earned <= of && of >= 1).toBe(true);
        expect(fraction).toBe(earned / of);
        if (byHand(kind)) expect(outcome).toMatch(/^(unmarked|unanswered)$/);
        else expect(outcome).not.toBe('unmarked');
        expect(outcome === 'right').toBe(fraction === 1);
        expect(outcome === 'partly').toBe(fraction > 0 && fraction < 1);
        const label = classifyResponse(content, frozen, response);
        expect(label).not.toBe('');
        expect(label === 'unanswered').toBe(outcome === 'unanswered');
        if (outcome === 'unanswered') expect(isComplete(frozen.paper, response)).toBe(false);
        const { correct, optionFeedback } = explainResponse(content, frozen, response);
        expect(correct?.kind ?? 'none').toBe(byHand(kind) ? 'none' : kind);
        expect(optionFeedback.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('marks, labels and explains the same again from what was stored', () => {
    fc.assert(
      fc.property(answered(kind), ({ content, frozen, response }) => {
        const all = (given: typeof response, of = content, on = frozen) => [
          gradeQuestion(of, on, given),
          classifyResponse(of, on, given),
          explainResponse(of, on, given),
        ];
        const kept = response === null ? null : storableResponse(response);
        expect(all(kept, copied(content), copied(frozen))).toEqual(all(response));
        if (kept !== null) expect(storableResponse(kept)).toEqual(kept);
      }),
    );
  });

  it('takes a response to another kind for none', () => {
    const response: AnswerResponse =
      kind === 'essay' ? { kind: 'numeric', text: '1' } : { kind: 'essay', text: 'x' };
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const frozen = freeze(content, draw);
        expect(gradeQuestion(content, frozen, response).outcome).toBe('unanswered');
        expect(isComplete(frozen.paper, response)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('is guessed with a score from 0 to 1, if at all', () => {
    fc.assert(
      fc.property(anyOf(kind), (content) => {
        const guess = guessScore(content);
        if (guess !== null) expect(guess > 0 && guess < 1).toBe(true);
      }),
    );
  });
});

/** Kinds whose papers differ in nothing but order. */
const SAME_ON_EVERY_PAPER = QUESTION_KINDS.filter((kind) => kind !== 'calculated');

describe.each(SAME_ON_EVERY_PAPER)('%s, drawn twice', (kind) => {
  it('marks and labels the same answer alike', () => {
    const cases = anyOf(kind).chain((content) =>
      fc.tuple(fc.constant(content), draws, draws, arbitraryAnswer(content)),
    );
    fc.assert(
      fc.property(cases, ([content, one, two, answer]) => {
        const read = (draw: Seed) => {
          const frozen = freeze(content, draw);
          const response = toPaperIds(frozen, answer);
          return [
            gradeQuestion(content, frozen, response),
            classifyResponse(content, frozen, response),
            isComplete(frozen.paper, response),
          ];
        };
        expect(read(one)).toEqual(read(two));
      }),
      { numRuns: 200 },
    );
  });
});

/** The same question for an officer, with another key and everything else that is no officer's business changed. */
const otherKey: { [K in QuestionKind]: (content: ContentOf<K>) => ContentOf<K> } = {
  single: (content) => ({
    ...content,
    correct: content.options.find(({ id }) => id !== content.correct)?.id ?? '',
    options: content.options.map(({ id, text }) => ({ id, text })),
  }),
  multiple: (content) => ({
    ...content,
    correct: content.options.slice(0, 1).map(({ id }) => id),
    options: content.options.map((option) => ({ ...option, weight: 7, feedback: 'X' })),
    scoring: 'weights',
  }),
  true_false: (content) => ({
    ...content,
    correct: !content.correct,
    optionFeedback: { true: 'X', false: 'X' },
  }),
  /** What is right is what is shown: only the order could tell, and that is drawn. */
  matching: (content) => content,
  ordering: (content) => ({ ...content, scoring: 'exact' }),
  numeric: (content) => ({
    ...content,
    value: content.value + 1,
    tolerance: 77,
    toleranceKind: 'relative',
    units: content.units.map(({ name }) => ({ name, factor: 9 })),
  }),
  short_answer: (content) => ({ ...content, accepted: ['X'], wildcards: true, ignoreCase: true }),
  fill_blanks: (content) => ({
    ...content,
    ignoreCase: true,
    blanks: content.blanks.map((blank) => ({
      ...blank,
      accepted: content.mode === 'typed' ? ['X'] : [...blank.accepted.slice(0, 1), 'X'],
    })),
  }),
  categorise: (content) => ({
    ...content,
    items: content.items.map((item) => ({ ...item, groupId: content.groups[0]?.id ?? '' })),
    scoring: 'all_or_nothing',
  }),
  hotspot: (content) => ({
    ...content,
    areas: content.areas.map(({ id, label }) => ({
      id,
      label,
      area: { shape: 'circle', x: 1, y: 1, radius: 1 },
    })),
    correct: content.areas.slice(0, new Set(content.correct).size).map(({ id }) => id),
  }),
  calculated: (content) => ({
    ...content,
    formula: '1',
    decimals: 6,
    tolerance: 77,
    units: content.units.map(({ name }) => ({ name, factor: 9 })),
  }),
  essay: (content) => ({ ...content, rubric: [], markingGuide: 'X', modelAnswer: 'X' }),
  file_upload: (content) => ({ ...content, rubric: [], markingGuide: 'X', modelAnswer: 'X' }),
};
const changed = (content: QuestionContent): QuestionContent => ({
  ...(otherKey[content.kind] as (content: QuestionContent) => QuestionContent)(content),
  feedback: 'X',
  hints: ['X'],
  legalBasis: ['X'],
  tags: ['X'],
  asOf: '2020-01-01',
  reviewOn: '2020-01-01',
  era: 'until_june_2025',
  difficulty: 'apply',
  stimulusId: null,
});

describe.each(QUESTION_KINDS)('the paper of %s', (kind) => {
  it('does not depend on the key', () => {
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const shown = (given: QuestionContent) => shownQuestion(freeze(given, draw));
        expect(shown(changed(content))).toEqual(shown(content));
      }),
    );
  });

  it('speaks of no id, feedback, hint or guide of its author', () => {
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const marked = { ...content, feedback: '<p>feedback</p>', legalBasis: ['legal'] };
        const { paper } = freeze(marked, draw);
        // Prompts of matching stand as written, so their ids tell nothing.
        const json = JSON.stringify(paper.kind === 'matching' ? paper.answers : paper);
        expect(json).not.toMatch(/key-[0-9a-f]{4}|feedback|legal|Gợi ý|Nhận xét|Mức|correct/);
        const ids = json.match(/"(?:id|blank)":"[^"]*"/g) ?? [];
        expect(ids.every((id) => /^"(id|blank)":"[obg]\d+"$/.test(id))).toBe(true);
      }),
    );
  });

  it('calls what it shows by its place', () => {
    fc.assert(
      fc.property(anyOf(kind), draws, (content, draw) => {
        const { paper } = freeze(content, draw);
        const lists = Object.entries(paper).flatMap(([part, shown]) =>
          Array.isArray(shown) && ['options', 'answers', 'items', 'areas', 'bank'].includes(part)
            ? [shown as { id: string }[]]
            : [],
        );
        for (const shown of lists) {
          expect(shown.map(({ id }) => id)).toEqual(shown.map((_, place) => `o${place + 1}`));
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('refuses a content of another kind than the paper', () => {
  const statement: QuestionContent = {
    kind: 'true_false',
    ...plain,
    correct: true,
    optionFeedback: { true: '', false: '' },
  };
  const number: QuestionContent = { kind: 'numeric', ...plain, ...strictNumber, value: 1 };
  const frozen = freeze(number, { seed: 's', shuffleOptions: true });
  expect(() => gradeQuestion(statement, frozen, null)).toThrow('numeric');
});

it('arbitrary questions are of every kind', () => {
  const kinds = new Set(fc.sample(arbitraryQuestion, 400).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...QUESTION_KINDS].sort());
});
