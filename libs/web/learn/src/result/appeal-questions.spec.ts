/** The room where the choice of what is appealed against is put to the test. */
import { expect, it } from '@jest/globals';
import type { Appeal, AttemptResult } from '@tap-huan/contract';
import { appealChoices } from './appeal-questions';

const slots = [1, 2].map((slot) => ({
  slot,
  question: { kind: 'true_false', stem: `<p>Câu <b>${slot}</b></p>` },
})) as unknown as AttemptResult['slots'];
const appeal = (slot: number | null, state: Appeal['state']) => ({ slot, state }) as Appeal;

it('offers the paper and its questions, and says which wait already', () => {
  const appeals = [appeal(2, 'open'), appeal(1, 'answered')];
  expect(appealChoices(slots, appeals)).toEqual([
    { slot: null, words: '', waits: false },
    { slot: 1, words: 'Câu 1', waits: false },
    { slot: 2, words: 'Câu 2', waits: true },
  ]);
});

it('offers only the paper where its questions are not shown', () => {
  expect(appealChoices(null, [appeal(null, 'open')])).toEqual([
    { slot: null, words: '', waits: true },
  ]);
});
