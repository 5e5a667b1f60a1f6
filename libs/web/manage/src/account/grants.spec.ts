/** Cases for grants while they are edited. */
import { describe, expect, it } from '@jest/globals';
import { grantsOf, grantsProblem, missingUnits } from './grants';

describe('grantsProblem', () => {
  it('finds a missing unit before anything said twice', () => {
    expect(grantsProblem([])).toBeNull();
    expect(grantsProblem([{ role: 'hr', unitId: 'a' }])).toBeNull();
    expect(
      grantsProblem([
        { role: 'hr', unitId: 'a' },
        { role: 'hr', unitId: 'a' },
      ]),
    ).toBe('grantTwice');
    expect(
      grantsProblem([
        { role: 'hr', unitId: 'a' },
        { role: 'learner', unitId: 'a' },
        { role: 'hr', unitId: null },
      ]),
    ).toBe('grantMissing');
  });
});

describe('grants', () => {
  it('are sent without the rows that wait', () => {
    expect(
      grantsOf([
        { role: 'hr', unitId: 'a' },
        { role: 'learner', unitId: null },
      ]),
    ).toEqual([{ role: 'hr', unitId: 'a' }]);
  });

  it('name units that are not offered, each once', () => {
    const grant = { role: 'hr' as const, unitId: 'closed', unitName: 'Xã cũ' };
    expect(
      missingUnits(
        [grant, { ...grant, role: 'learner' }, { ...grant, unitId: 'a' }],
        [{ id: 'a' }],
      ),
    ).toEqual([{ id: 'closed', name: 'Xã cũ', parentId: null }]);
  });
});
