/** The room where answers of a few words are put to the test. */
import { expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { shortAnswer } from './short-answer';

const content = (
  accepted: string[],
  ignoreCase: boolean,
  ignoreDiacritics: boolean,
): ContentOf<'short_answer'> => ({
  kind: 'short_answer',
  stem: 'Điền',
  feedback: '',
  legalBasis: [],
  asOf: null,
  difficulty: 'recall',
  accepted,
  ignoreCase,
  ignoreDiacritics,
});

it.each([
  ['lắng nghe', true, false, 'right'],
  ['  Lắng   NGHE. ', true, false, 'right'],
  ['lắng nghe !?…', true, false, 'right'],
  ['lắng nghe'.normalize('NFD'), true, false, 'right'],
  ['Lắng nghe', false, false, 'wrong'],
  ['lang nghe', true, false, 'wrong'],
  ['lang nghe', true, true, 'right'],
  ['LẮNG NGHE', false, true, 'wrong'],
  ['dieu do', true, true, 'right'],
  ['điều độ', true, false, 'right'],
  ['dieu do', true, false, 'wrong'],
  ['hoà nhã', true, false, 'right'],
  ['hoa nhã', true, false, 'wrong'],
  ['lắng, nghe', true, false, 'wrong'],
  ['   ', true, true, 'unanswered'],
  [' ... ', true, true, 'unanswered'],
])('%j (ignoring case %s, diacritics %s) is %s', (text, ignoreCase, ignoreDiacritics, outcome) => {
  const question = content(['lắng nghe', 'điều độ', 'hòa nhã'], ignoreCase, ignoreDiacritics);
  const frozen = shortAnswer.paperOf(question, { random: () => 0, shuffleOptions: false });
  expect(shortAnswer.grade(question, frozen, { kind: 'short_answer', text }).outcome).toBe(outcome);
});

it('labels equal answers alike', () => {
  const question = content(['lắng nghe'], true, true);
  const frozen = shortAnswer.paperOf(question, { random: () => 0, shuffleOptions: false });
  const label = (text: string) =>
    shortAnswer.classify(question, frozen, { kind: 'short_answer', text });
  expect(label('Lắng nghe.')).toBe('lang nghe');
  expect(label(' lang  nghe')).toBe('lang nghe');
  expect(label('')).toBe('unanswered');
});
