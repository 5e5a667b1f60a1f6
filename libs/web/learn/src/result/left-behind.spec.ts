/** The room where it is tried which answers on the device a result does not know. */
import { describe, expect, it } from '@jest/globals';
import type { AttemptResult } from '@tap-huan/contract';
import { missingFrom } from './left-behind';

const text = (value: string) => ({ kind: 'short_answer' as const, text: value });
const shown = (response: boolean) => ({ response }) as AttemptResult['shown'];
const slots = [
  { slot: 1, response: text('a') },
  { slot: 2, response: null },
] as AttemptResult['slots'];

describe('missingFrom', () => {
  it('leaves out what the server has got meanwhile, as from an answer file', () => {
    const kept = [
      { slot: 1, response: text('a') },
      { slot: 2, response: text('b') },
    ];
    expect(missingFrom({ slots, shown: shown(true) }, kept)).toBe(1);
  });
  it('takes all for missing where no answers are shown', () => {
    const kept = [{ slot: 1, response: text('a') }];
    expect(missingFrom({ slots, shown: shown(false) }, kept)).toBe(1);
    expect(missingFrom({ slots: null, shown: shown(true) }, kept)).toBe(1);
  });
});
