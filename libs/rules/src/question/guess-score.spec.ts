/** The room where the score of a guess is put to the test: against formulas, and against guesses that are drawn. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, ContentOf, QuestionContent } from '@tap-huan/contract';
import type { Random } from '../random';
import { seededRandom, shuffle } from '../random';
import { guessScore } from './guess-score';
import type { FrozenQuestion } from './question-type';
import { freezeQuestion, gradeQuestion } from './registry';
import { plain, strictNumber } from './testing/plain';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
const multiple = (scoring: ContentOf<'multiple'>['scoring']): QuestionContent => ({
  kind: 'multiple',
  ...plain,
  options: options.map((option, place) => ({ ...option, weight: [70, 60, -40, 0][place] ?? 0 })),
  correct: ['a', 'b'],
  scoring,
});
const matching: QuestionContent = {
  kind: 'matching',
  ...plain,
  pairs: [
    { id: 'p', prompt: 'P', answer: 'x' },
    { id: 'q', prompt: 'Q', answer: 'x' },
    { id: 'r', prompt: 'R', answer: 'y' },
  ],
  distractors: ['z'],
};
const ordering = (scoring: 'exact' | 'adjacent'): QuestionContent => ({
  kind: 'ordering',
  ...plain,
  items: options,
  scoring,
});
const blanks = (mode: 'typed' | 'list' | 'bank'): QuestionContent => ({
  kind: 'fill_blanks',
  ...plain,
  text: '[[a]] [[b]]',
  mode,
  blanks: [
    { id: 'a', accepted: ['x', 'y'], distractors: ['1', '2', '3'] },
    { id: 'b', accepted: ['y'], distractors: ['1'] },
  ],
  distractors: ['4', '5'],
  ignoreCase: true,
  ignoreDiacritics: false,
});
const categorise = (scoring: 'partial' | 'all_or_nothing'): QuestionContent => ({
  kind: 'categorise',
  ...plain,
  groups: [
    { id: 'g', title: 'G' },
    { id: 'h', title: 'H' },
    { id: 'i', title: 'I' },
  ],
  items: [
    { id: 'a', text: 'a', groupId: 'g' },
    { id: 'b', text: 'b', groupId: 'h' },
  ],
  scoring,
});
const hotspot: QuestionContent = {
  kind: 'hotspot',
  ...plain,
  image: { url: '/api/media/x', alt: '', width: 9, height: 9 },
  areas: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    label: id,
    area: { shape: 'circle' as const, x: 1, y: 1, radius: 1 },
  })),
  correct: ['a', 'b', 'c'],
};

const oneOf = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(random() * items.length)] as T;
const idsOf = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);

/** A complete answer of somebody who knows nothing. */
function guess({ paper }: FrozenQuestion, random: Random): AnswerResponse {
  const each = (keys: string[], value: () => string) =>
    Object.fromEntries(keys.map((key) => [key, value()]));
  switch (paper.kind) {
    case 'single':
      return { kind: 'single', choice: oneOf(idsOf(paper.options), random) };
    case 'multiple': {
      const choices = idsOf(paper.options).filter(() => random() < 0.5);
      return choices.length > 0
        ? { kind: 'multiple', choices }
        : guess({ kind: 'multiple', paper, order: [] }, random);
    }
    case 'true_false':
      return { kind: 'true_false', choice: random() < 0.5 };
    case 'matching':
      return {
        kind: 'matching',
        matches: each(idsOf(paper.prompts), () => oneOf(idsOf(paper.answers), random)),
      };
    case 'ordering':
      return { kind: 'ordering', order: shuffle(idsOf(paper.items), random) };
    case 'fill_blanks': {
      const words = shuffle(idsOf(paper.bank), random);
      const shown = paper.segments.flatMap((segment) => ('blank' in segment ? [segment] : []));
      return {
        kind: 'fill_blanks',
        blanks: Object.fromEntries(
          shown.map(({ blank, choices }, place) => [
            blank,
            paper.mode === 'bank' ? (words[place] ?? '') : oneOf(idsOf(choices), random),
          ]),
        ),
      };
    }
    case 'categorise':
      return {
        kind: 'categorise',
        placements: each(idsOf(paper.items), () => oneOf(idsOf(paper.groups), random)),
      };
    case 'hotspot':
      return {
        kind: 'hotspot',
        marks: shuffle(idsOf(paper.areas), random)
          .slice(0, paper.wanted)
          .map((area) => ({ area })),
      };
    default:
      throw new Error(`${paper.kind} cannot be guessed`);
  }
}

const guessed: [string, QuestionContent, number][] = [
  ['single', { kind: 'single', ...plain, options, correct: 'a' }, 1 / 4],
  [
    'true_false',
    { kind: 'true_false', ...plain, correct: true, optionFeedback: { true: '', false: '' } },
    1 / 2,
  ],
  ['multiple, all or nothing', multiple('all_or_nothing'), 1 / 15],
  // a, b: 1/2 each; ab: 1; abc, abd: 1/2 each; ac … : 0.
  ['multiple, partial', multiple('partial'), 3 / 15],
  // a ad .7, b bd .6, ac acd .3, bc bcd .2, ab abd 1, abc abcd .9.
  ['multiple, weights', multiple('weights'), (2 * (0.7 + 0.6 + 0.3 + 0.2 + 1 + 0.9)) / 15],
  ['matching', matching, (2 / 4 + 2 / 4 + 1 / 4) / 3],
  ['ordering, exact', ordering('exact'), 1 / 24],
  ['ordering, adjacent', ordering('adjacent'), 1 / 4],
  ['fill_blanks, list', blanks('list'), (1 / 4 + 1 / 2) / 2],
  ['fill_blanks, bank', blanks('bank'), (2 / 4 + 1 / 4) / 2],
  ['categorise, partial', categorise('partial'), 1 / 3],
  ['categorise, all or nothing', categorise('all_or_nothing'), 1 / 9],
  // 3 of 5: all three right 1/10 earns 1, two right 6/10 earns 1/3.
  ['hotspot', hotspot, 1 / 10 + (6 / 10) * (1 / 3)],
];

describe('guessScore', () => {
  it.each(guessed)('of %s', (_, content, expected) => {
    expect(guessScore(content)).toBeCloseTo(expected, 12);
  });

  it.each(guessed)('of %s is what guesses earn on average', (name, content, expected) => {
    const random = seededRandom(name);
    const guesses = 6_000;
    let earned = 0;
    const frozen = freezeQuestion(content, { random, shuffleOptions: true });
    for (let count = 0; count < guesses; count += 1) {
      earned += gradeQuestion(content, frozen, guess(frozen, random)).fraction;
    }
    expect(Math.abs(earned / guesses - expected)).toBeLessThan(0.025);
  });

  it.each<QuestionContent>([
    { kind: 'numeric', ...plain, ...strictNumber, value: 1 },
    {
      kind: 'short_answer',
      ...plain,
      accepted: ['a'],
      wildcards: false,
      ignoreCase: true,
      ignoreDiacritics: false,
    },
    blanks('typed'),
    {
      kind: 'calculated',
      ...plain,
      ...strictNumber,
      variables: [],
      formula: '1',
      decimals: 0,
    },
    {
      kind: 'essay',
      ...plain,
      minimumWords: null,
      maximumWords: null,
      rubric: [],
      markingGuide: '',
      modelAnswer: '',
    },
    {
      kind: 'file_upload',
      ...plain,
      accept: ['pdf'],
      maximumFiles: 1,
      maximumMegabytes: 1,
      rubric: [],
      markingGuide: '',
      modelAnswer: '',
    },
  ])('says nothing of $kind that is typed, written or handed in', (content) => {
    expect(guessScore(content)).toBeNull();
  });
});
