/** The room of arbitrary texts and ids, of which arbitrary questions are made. */
import { DIFFICULTIES, ERAS } from '@tap-huan/contract';
import fc from 'fast-check';
import { fold } from '../../spelling';

const WORDS = [
  ...[
    'một',
    'hai',
    'Điều 15',
    'khoản 2',
    'Ủy ban nhân dân',
    'xã',
    'đặc khu',
    'hoà nhã',
    'công chức',
  ],
  ...[
    'A & B',
    '“nghị định”',
    '3 < 5',
    '50 %',
    '{x}',
    '~ sai',
    '= đúng',
    '#chú thích',
    'a*b',
    'c:\\d',
  ],
  ...["'nháy'", '"kép"', '8,5', '-1', 'lưu trữ', 'Đào', 'Dao', '\u{1F4C4} tệp', 'CO₂', 'x²'],
];
/** One to four words: trimmed, NFC, with signs that formats of question files give a meaning. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' ').normalize('NFC'));

/** Texts that stay apart even without case, marks and punctuation at the end. */
export const distinctTexts = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(arbitraryText, {
    minLength,
    maxLength,
    selector: (text) => fold(text),
    comparator: 'IsStrictlyEqual',
  });

/** Ids of a shape that stands in no text, and that no paper draws. */
const distinctIds = (count: number): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 0xffff }), { minLength: count, maxLength: count })
    .map((numbers) => numbers.map((number) => `key-${number.toString(16).padStart(4, '0')}`));

/** The items, each with an id of its own. */
export const withIds = <T>(items: readonly T[]): fc.Arbitrary<(T & { id: string })[]> =>
  distinctIds(items.length).map((ids) =>
    items.map((item, place) => ({ id: ids[place] ?? '', ...item })),
  );

/** A paragraph. */
export const html = arbitraryText.map(
  (text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} là gì?</p>`,
);
const day = fc.option(fc.constantFrom('2025-07-01', '2026-02-28'));
/** The fields that all kinds share. */
export const shared = {
  stem: html,
  feedback: fc.oneof(fc.constant(''), html),
  hints: fc.array(
    arbitraryText.map((text) => `Gợi ý ${text}`),
    { maxLength: 3 },
  ),
  legalBasis: fc.array(arbitraryText, { maxLength: 2 }),
  asOf: day,
  reviewOn: day,
  era: fc.constantFrom(...ERAS),
  difficulty: fc.constantFrom(...DIFFICULTIES),
  tags: fc.array(arbitraryText, { maxLength: 3 }),
  stimulusId: fc.option(fc.uuid({ version: 4 })),
};
/** Feedback of an option. */
export const feedbackText = arbitraryText.map((text) => `Nhận xét ${text}`);

/** Some of the items, not all of them: a key that leaves something wrong. */
export const someOf = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: 1, maxLength: items.length - 1 });
