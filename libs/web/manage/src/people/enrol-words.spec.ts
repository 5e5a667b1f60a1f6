/** Cases for what a dry run says. */
import { describe, expect, it } from '@jest/globals';
import { outcomeParts } from './enrol-words';

describe('outcomeParts', () => {
  it('says all three where there are any', () => {
    expect(outcomeParts({ enrolled: 24, already: 3, skipped: 1 })).toEqual([
      { key: 'enrol.will', count: 24 },
      { key: 'enrol.already', count: 3 },
      { key: 'enrol.skipped', count: 1 },
    ]);
  });

  it('says that nobody is enrolled, and why', () => {
    expect(outcomeParts({ enrolled: 0, already: 3, skipped: 0 })).toEqual([
      { key: 'enrol.willNone', count: 0 },
      { key: 'enrol.already', count: 3 },
    ]);
    expect(outcomeParts({ enrolled: 0, already: 0, skipped: 0 })).toHaveLength(1);
  });
});
