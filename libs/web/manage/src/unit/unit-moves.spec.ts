/** Cases for what may stand above a unit. */
import { describe, expect, it } from '@jest/globals';
import { isTop, possibleParents } from './unit-moves';

const unit = (id: string, parentId: string | null) => ({ id, parentId });
const units = [unit('p', null), unit('w', 'p'), unit('c', 'w'), unit('x', 'p'), unit('o', 'gone')];

describe('possibleParents', () => {
  it('leaves out the unit and all below it', () => {
    expect(possibleParents(units, 'w').map(({ id }) => id)).toEqual(['p', 'x', 'o']);
    expect(possibleParents(units, 'p').map(({ id }) => id)).toEqual(['o']);
  });

  it('ends where the data runs in a circle', () => {
    expect(possibleParents([unit('1', '2'), unit('2', '1')], '3')).toHaveLength(2);
  });
});

describe('isTop', () => {
  it('is what has no parent here', () => {
    expect(units.filter((one) => isTop(one, units)).map(({ id }) => id)).toEqual(['p', 'o']);
  });
});
