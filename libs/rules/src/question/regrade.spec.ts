/** The room where marking old papers with a newer version is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf, QuestionContent } from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../random';
import { freezeQuestion, gradeQuestion, rightAnswer } from './registry';
import { REGRADE_PROBLEMS, regradeProblem } from './regrade';
import { arbitraryQuestion } from './testing/arbitraries';
import { plain, strictNumber } from './testing/plain';

const seen = new Set<string>();
const check = (old: QuestionContent, now: QuestionContent, problem: string | null) => {
  if (problem !== null) seen.add(problem);
  expect(regradeProblem(old, now)).toBe(problem);
  if (problem !== null) return;
  // What can be marked again can earn full marks on the old paper.
  const frozen = freezeQuestion(old, { random: seededRandom('r'), shuffleOptions: true });
  const key = rightAnswer(now, frozen);
  if (key !== null) expect(gradeQuestion(now, frozen, key).outcome).toBe('right');
};

const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, text: id })) as [Part, Part, Part];
interface Part {
  id: string;
  text: string;
}
const single = (options: Part[], correct: string): QuestionContent => ({
  kind: 'single',
  ...plain,
  options,
  correct,
});
const multiple = (options: Part[], correct: string[]): QuestionContent => ({
  kind: 'multiple',
  ...plain,
  options,
  correct,
  scoring: 'partial',
});
const ordering = (items: Part[]): QuestionContent => ({
  kind: 'ordering',
  ...plain,
  items,
  scoring: 'exact',
});

describe('regradeProblem', () => {
  it.each<[string, QuestionContent, QuestionContent, string | null]>([
    ['another key', single([a, b], 'a'), single([b, a], 'b'), null],
    ['another text', single([a, b], 'a'), single([{ ...a, text: 'A' }, b], 'a'), null],
    ['a new wrong option', single([a, b], 'a'), single([a, b, c], 'b'), null],
    [
      'a new right option',
      single([a, b], 'a'),
      single([a, b, c], 'c'),
      'new_right_answer_not_shown',
    ],
    ['an option less', single([a, b, c], 'a'), single([a, b], 'a'), 'shown_part_removed'],
    ['another kind', single([a, b], 'a'), multiple([a, b], ['a']), 'kind_changed'],
    ['two right', multiple([a, b, c], ['a']), multiple([a, b, c], ['a', 'c']), null],
    [
      'one right and new',
      multiple([a, b], ['a']),
      multiple([a, b, c], ['a', 'c']),
      'new_right_answer_not_shown',
    ],
    ['another order', ordering([a, b, c]), ordering([c, b, a]), null],
    ['one to order more', ordering([a, b]), ordering([a, b, c]), 'new_part_asked'],
    ['one to order less', ordering([a, b, c]), ordering([a, b]), 'shown_part_removed'],
  ])('%s', (_, old, now, problem) => check(old, now, problem));

  const matching = (
    answers: Record<string, string>,
    distractors: string[] = [],
  ): QuestionContent => ({
    kind: 'matching',
    ...plain,
    pairs: Object.entries(answers).map(([id, answer]) => ({ id, prompt: id, answer })),
    distractors,
  });
  it.each<[string, QuestionContent, QuestionContent, string | null]>([
    ['answers change places', matching({ p: 'x', q: 'y' }), matching({ p: 'y', q: 'x' }), null],
    [
      'a distractor is right',
      matching({ p: 'x', q: 'y' }, ['z']),
      matching({ p: 'z', q: 'y' }),
      null,
    ],
    [
      'an answer reads otherwise',
      matching({ p: 'x', q: 'y' }),
      matching({ p: 'X', q: 'y' }),
      'new_right_answer_not_shown',
    ],
    ['a prompt more', matching({ p: 'x' }), matching({ p: 'x', q: 'x' }), 'new_part_asked'],
    ['a prompt less', matching({ p: 'x', q: 'y' }), matching({ p: 'x' }), 'shown_part_removed'],
  ])('matching: %s', (_, old, now, problem) => check(old, now, problem));

  type Blanks = ContentOf<'fill_blanks'>;
  const blanks = (
    mode: Blanks['mode'],
    words: Record<string, [accepted: string[], distractors: string[]]>,
    distractors: string[] = [],
  ): Blanks => ({
    kind: 'fill_blanks',
    ...plain,
    text: Object.keys(words)
      .map((id) => `[[${id}]]`)
      .join(' '),
    mode,
    blanks: Object.entries(words).map(([id, [accepted, wrong]]) => ({
      id,
      accepted,
      distractors: wrong,
    })),
    distractors,
    ignoreCase: true,
    ignoreDiacritics: false,
  });
  const one = { a: [['x'], ['y']], b: [['y'], ['z']] } satisfies Record<
    string,
    [string[], string[]]
  >;
  it.each<[string, QuestionContent, QuestionContent, string | null]>([
    ['typed', blanks('typed', one), blanks('typed', { a: [['new'], []], b: [['y'], []] }), null],
    ['another mode', blanks('typed', one), blanks('list', one), 'mode_changed'],
    ['a blank less', blanks('typed', one), blanks('typed', { a: one.a }), 'shown_part_removed'],
    ['a blank more', blanks('typed', { a: one.a }), blanks('typed', one), 'new_part_asked'],
    [
      'a wrong choice is right',
      blanks('list', one),
      blanks('list', { ...one, a: [['y'], ['x']] }),
      null,
    ],
    [
      'another spelling is right',
      blanks('list', one),
      blanks('list', { ...one, a: [['new', 'x'], ['y']] }),
      null,
    ],
    [
      'a choice of another blank is right',
      blanks('list', one),
      blanks('list', { ...one, a: [['z'], ['x']] }),
      'new_right_answer_not_shown',
    ],
    [
      'words change places',
      blanks('bank', one),
      blanks('bank', { a: [['y'], []], b: [['x'], []] }),
      null,
    ],
    [
      'a word that fits nowhere is right',
      blanks('bank', one, ['w']),
      blanks('bank', { ...one, a: [['w'], []] }),
      null,
    ],
    [
      'a word that is not there is right',
      blanks('bank', one),
      blanks('bank', { ...one, a: [['z'], []] }),
      'new_right_answer_not_shown',
    ],
  ])('fill_blanks: %s', (_, old, now, problem) => check(old, now, problem));

  const categorise = (groups: string[], items: Record<string, string>): QuestionContent => ({
    kind: 'categorise',
    ...plain,
    groups: groups.map((id) => ({ id, title: id })),
    items: Object.entries(items).map(([id, groupId]) => ({ id, text: id, groupId })),
    scoring: 'partial',
  });
  const sorted = categorise(['g', 'h'], { a: 'g', b: 'h' });
  it.each<[string, QuestionContent, string | null]>([
    ['another group', categorise(['g', 'h'], { a: 'h', b: 'h' }), null],
    ['an empty group more', categorise(['g', 'h', 'i'], { a: 'h', b: 'h' }), null],
    ['a new group', categorise(['g', 'h', 'i'], { a: 'i', b: 'h' }), 'new_right_answer_not_shown'],
    ['a group less', categorise(['g'], { a: 'g', b: 'g' }), 'shown_part_removed'],
    ['an item more', categorise(['g', 'h'], { a: 'g', b: 'h', c: 'h' }), 'new_part_asked'],
    ['an item less', categorise(['g', 'h'], { a: 'g' }), 'shown_part_removed'],
  ])('categorise: %s', (_, now, problem) => check(sorted, now, problem));

  const picture = (
    areas: string[],
    correct: string[],
    changed: { media?: string; x?: number } = {},
  ): QuestionContent => ({
    kind: 'hotspot',
    ...plain,
    image: { url: `/api/media/${changed.media ?? '1'}`, alt: '', width: 9, height: 9 },
    areas: areas.map((id) => ({
      id,
      label: id,
      area: { shape: 'circle', x: changed.x ?? 1, y: 1, radius: 1 },
    })),
    correct,
  });
  const pointed = picture(['a', 'b'], ['a']);
  it.each<[string, QuestionContent, string | null]>([
    ['another area', picture(['a', 'b'], ['b']), null],
    ['areas lie elsewhere', picture(['a', 'b'], ['a'], { x: 9 }), null],
    ['another picture', picture(['a', 'b'], ['a'], { media: '2' }), 'picture_task_changed'],
    ['two places', picture(['a', 'b', 'c'], ['a', 'b']), 'picture_task_changed'],
    ['a new area', picture(['a', 'b', 'c'], ['c']), 'new_right_answer_not_shown'],
    ['an area less', picture(['a'], ['a']), 'shown_part_removed'],
  ])('hotspot: %s', (_, now, problem) => check(pointed, now, problem));

  const calculated = (names: string[], formula: string): QuestionContent => ({
    kind: 'calculated',
    ...plain,
    ...strictNumber,
    variables: names.map((name) => ({ name, minimum: 1, maximum: 9, decimals: 0 })),
    formula,
    decimals: 0,
  });
  it.each<[string, QuestionContent, string | null]>([
    ['another formula', calculated(['b', 'a'], 'a - b'), null],
    ['a variable more', calculated(['a', 'b', 'c'], 'a'), 'new_part_asked'],
    ['a variable less', calculated(['a'], 'a'), 'shown_part_removed'],
  ])('calculated: %s', (_, now, problem) => check(calculated(['a', 'b'], 'a + b'), now, problem));

  it('never stands against the same version', () => {
    fc.assert(fc.property(arbitraryQuestion, (content) => check(content, content, null)));
  });

  it('has a case for every problem', () => {
    expect([...seen].sort()).toEqual([...REGRADE_PROBLEMS].sort());
  });
});
