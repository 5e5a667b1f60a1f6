/** The room where questions about one case are brought together by test. */
import { describe, expect, it } from '@jest/globals';
import { stimulusRuns } from './stimulus-runs';

const slots = (text: string) =>
  [...text].map((sign, at) => ({ slot: at + 1, stimulusId: sign === '-' ? null : sign }));

describe('stimulusRuns', () => {
  it.each([
    ['', []],
    ['--aab-a', ['- 1,2', 'a 3,4', 'b 5', '- 6', 'a 7']],
  ])('%j', (text, runs) => {
    const told = stimulusRuns(slots(text)).map(
      ({ stimulusId, slots: all }) =>
        `${stimulusId ?? '-'} ${all.map(({ slot }) => slot).join(',')}`,
    );
    expect(told).toEqual(runs);
  });
});
