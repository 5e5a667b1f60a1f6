/** The room where texts with blanks are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { seededRandom } from '../../random';
import { toPaperIds } from '../registry';
import { plain } from '../testing/plain';
import { fillBlanks } from './fill-blanks';
import { markersOf, segmentsOf } from './segments';

type Content = ContentOf<'fill_blanks'>;

const content = (mode: Content['mode'], changed: Partial<Content> = {}): Content => ({
  kind: 'fill_blanks',
  ...plain,
  text: 'Từ [[ngay]], cả nước có [[so]] tỉnh.\nCấp [[huyen]] kết thúc.',
  mode,
  blanks: [
    { id: 'so', accepted: ['34', 'ba mươi bốn'], distractors: ['63', '28'] },
    { id: 'ngay', accepted: ['1/7/2025'], distractors: ['1/3/2025'] },
    { id: 'huyen', accepted: ['Huyện'], distractors: ['Xã'] },
  ],
  distractors: mode === 'bank' ? ['Tỉnh'] : [],
  ignoreCase: true,
  ignoreDiacritics: false,
  ...changed,
});
const draw = { random: seededRandom('f'), shuffleOptions: false };
const grade = (question: Content, blanks: Record<string, string>) => {
  const frozen = fillBlanks.paperOf(question, draw);
  const response = toPaperIds(frozen, { kind: 'fill_blanks', blanks });
  if (response.kind !== 'fill_blanks') throw new Error('kind');
  return {
    ...fillBlanks.grade(question, frozen, response),
    label: fillBlanks.classify(question, frozen, response),
    complete: fillBlanks.isComplete(response, frozen.paper),
  };
};

describe('the text', () => {
  it('is cut at its markers, in reading order', () => {
    expect(segmentsOf(content('typed'))).toEqual([
      { text: 'Từ ' },
      { blankId: 'ngay' },
      { text: ', cả nước có ' },
      { blankId: 'so' },
      { text: ' tỉnh.\nCấp ' },
      { blankId: 'huyen' },
      { text: ' kết thúc.' },
    ]);
  });

  it('keeps what is no marker of a blank', () => {
    const blanks = [{ id: 'a', accepted: ['x'], distractors: [] }];
    const text = '[[a]][[a]] [[z]] [b] [[]] [[ [[a';
    expect(segmentsOf({ text, blanks })).toEqual([
      { blankId: 'a' },
      { text: '[[a]] [[z]] [b] [[]] [[ [[a' },
    ]);
    expect(markersOf(text)).toEqual(['a', 'a', 'z']);
  });

  it('calls the blanks b1, b2 … on the paper', () => {
    const { paper, blanks } = fillBlanks.paperOf(content('typed'), draw);
    expect(blanks).toEqual(['ngay', 'so', 'huyen']);
    expect(paper.segments.filter((segment) => 'blank' in segment)).toEqual([
      { blank: 'b1', choices: [] },
      { blank: 'b2', choices: [] },
      { blank: 'b3', choices: [] },
    ]);
    expect(paper.bank).toEqual([]);
  });
});

describe('typed', () => {
  it.each<[Record<string, string>, number, string, string, boolean]>([
    [
      { so: ' Ba  MƯƠI bốn. ', ngay: '1/7/2025', huyen: 'huyện' },
      3,
      'right',
      'so=ba mươi bốn ngay=1/7/2025 huyen=huyện',
      true,
    ],
    [{ so: '34', ngay: '1/3/2025' }, 1, 'partly', 'so=34 ngay=1/3/2025 huyen=-', false],
    [{ huyen: 'huyen' }, 0, 'wrong', 'so=- ngay=- huyen=huyen', false],
    [{ so: ' … ', zz: '34' }, 0, 'unanswered', 'unanswered', false],
  ])('%j', (blanks, right, outcome, label, complete) => {
    const graded = grade(content('typed'), blanks);
    expect(graded).toMatchObject({ outcome, label, complete });
    expect(graded.fraction).toBe(right / 3);
  });

  it('shows no word of the key', () => {
    const { paper } = fillBlanks.paperOf(content('typed'), draw);
    expect(JSON.stringify(paper)).not.toMatch(/34|bốn|2025|Huyện|63|ngay/);
  });
});

describe('list', () => {
  const frozen = fillBlanks.paperOf(content('list'), draw);

  it('shows the first accepted answer among the wrong ones, in drawn order', () => {
    const choices = frozen.paper.segments.flatMap((segment) =>
      'blank' in segment ? [segment.choices] : [],
    );
    expect(choices.map((shown) => shown.map(({ text }) => text).sort())).toEqual([
      ['1/3/2025', '1/7/2025'],
      ['28', '34', '63'],
      ['Huyện', 'Xã'],
    ]);
    const firsts = Array.from({ length: 40 }, (_, seed) =>
      JSON.stringify(
        fillBlanks.paperOf(content('list'), { ...draw, random: seededRandom(`s${seed}`) }),
      ),
    );
    expect(new Set(firsts).size).toBeGreaterThan(8);
  });

  it('counts what was chosen, and only ids of that blank', () => {
    expect(grade(content('list'), { so: '34', ngay: '1/7/2025', huyen: 'Huyện' }).outcome).toBe(
      'right',
    );
    expect(grade(content('list'), { so: '63', ngay: '1/7/2025' })).toMatchObject({
      earned: 1,
      of: 3,
      label: 'so=63 ngay=1/7/2025 huyen=-',
    });
    const typed = { kind: 'fill_blanks' as const, blanks: { b1: '1/7/2025', b3: 'o3' } };
    expect(fillBlanks.grade(content('list'), frozen, typed).outcome).toBe('unanswered');
  });

  it('compares what was shown as it was shown', () => {
    const blanks = [{ id: 'a', accepted: ['Đào'], distractors: ['Dao', 'đào'] }];
    const question = content('list', { text: '[[a]]', blanks, ignoreDiacritics: true });
    expect(grade(question, { a: 'Đào' }).outcome).toBe('right');
    expect(grade(question, { a: 'Dao' }).outcome).toBe('wrong');
    expect(grade(question, { a: 'đào' }).outcome).toBe('wrong');
  });
});

describe('bank', () => {
  const twins = content('bank', {
    text: '[[a]] và [[b]], rồi [[c]].',
    blanks: [
      { id: 'a', accepted: ['xã'], distractors: [] },
      { id: 'b', accepted: ['xã', 'phường'], distractors: [] },
      { id: 'c', accepted: ['phường'], distractors: [] },
    ],
  });
  const frozen = fillBlanks.paperOf(twins, draw);
  const idsOf = (text: string) =>
    frozen.paper.bank.filter((word) => word.text === text).map(({ id }) => id);
  const given = (blanks: Record<string, string>) => {
    const response = { kind: 'fill_blanks' as const, blanks };
    const { earned, of, outcome } = fillBlanks.grade(twins, frozen, response);
    return { earned, of, outcome, complete: fillBlanks.isComplete(response, frozen.paper) };
  };

  it('shows one word for each blank and the words that fit nowhere', () => {
    expect(frozen.paper.bank.map(({ text }) => text).sort()).toEqual([
      'Tỉnh',
      'phường',
      'xã',
      'xã',
    ]);
    expect(frozen.paper.bank.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3', 'o4']);
  });

  it('lets the same word change places with its twin', () => {
    const [one = '', two = ''] = idsOf('xã');
    const [ward = ''] = idsOf('phường');
    const all = { earned: 3, of: 3, outcome: 'right', complete: true };
    expect(given({ b1: one, b2: two, b3: ward })).toEqual(all);
    expect(given({ b1: two, b2: one, b3: ward })).toEqual(all);
  });

  it('counts a word that was used twice at the first blank only', () => {
    const [one = ''] = idsOf('xã');
    const [ward = ''] = idsOf('phường');
    expect(given({ b1: one, b2: one, b3: ward })).toMatchObject({ earned: 2, complete: false });
    // It stands at b2, where it fits too; at b3 there is nothing left.
    expect(given({ b2: ward, b3: ward })).toMatchObject({ earned: 1 });
    // At b1 it is wrong, and used up.
    expect(given({ b1: ward, b3: ward })).toMatchObject({ earned: 0, outcome: 'wrong' });
  });
});
