/** Cases for the filter in the address: what makes no sense is as if it were not there. */
import { describe, expect, it } from '@jest/globals';
import { FILTER_ADDRESS, filterOf } from './filter-address';

describe('the filter of an address', () => {
  it('is the first attempt of everybody where nothing is chosen', () => {
    expect(filterOf(FILTER_ADDRESS)).toEqual({ attempts: 'first' });
  });

  it('takes what is chosen', () => {
    const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    const chosen = {
      luot: 'all',
      phienBan: id,
      unitId: id,
      viTri: 'Viên chức',
      tu: '2026-11-01',
      den: '2026-11-30',
    };
    expect(filterOf(chosen)).toEqual({
      ...{ attempts: 'all', versionId: id, unitId: id, jobPosition: 'Viên chức' },
      ...{ from: '2026-11-01', to: '2026-11-30' },
    });
  });

  it('leaves out what the server would refuse', () => {
    const wrong = {
      luot: 'some',
      phienBan: 'x',
      unitId: '1',
      viTri: null,
      tu: '1/11/2026',
      den: 'nay',
    };
    expect(filterOf(wrong)).toEqual({ attempts: 'first' });
  });
});
