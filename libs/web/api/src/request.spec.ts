/** Cases for addresses of calls. */
import { describe, expect, it } from '@jest/globals';
import { urlOf } from './request';

describe('urlOf', () => {
  it('fills in parameters and leaves out what is empty', () => {
    const request = {
      params: { unitId: 'a/b' },
      query: { page: 2, search: 'Đào & Lý', courseId: null, from: undefined, state: '' },
    };
    expect(urlOf({ path: '/api/units/:unitId' }, request)).toBe(
      '/api/units/a%2Fb?page=2&search=%C4%90%C3%A0o+%26+L%C3%BD',
    );
  });

  it('leaves a bare path alone and keeps false and zero', () => {
    expect(urlOf({ path: '/api/about' })).toBe('/api/about');
    expect(urlOf({ path: '/api/x' }, { query: { a: 0, b: false } })).toBe('/api/x?a=0&b=false');
  });

  it('never calls an address with a hole in it', () => {
    expect(() => urlOf({ path: '/api/units/:unitId' }, {})).toThrow('unitId');
  });
});
