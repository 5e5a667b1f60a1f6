/** Cases for user names made of staff codes. */
import { describe, expect, it } from '@jest/globals';
import { username } from '@tap-huan/contract';
import fc from 'fast-check';
import { freeUsernames, usernameOf } from './username';

describe('a staff code', () => {
  it.each([
    ['CB0012', 'cb0012'],
    ['CB-0012/ĐN', 'cb-0012-dn'],
    ['  Phường Ấp.7 ', 'phuong-ap.7'],
    ['7', 'cb-7'],
    ['--', 'cb-0'],
    ['(12)', 'cb-12'],
  ])('%j becomes %j', (code, name) => expect(usernameOf(code)).toBe(name));

  it('always becomes a user name that the contract takes, and never one that is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 30 }), (codes) => {
        const taken = new Set(codes.slice(0, 5).map(usernameOf));
        const names = freeUsernames(codes, taken);
        for (const name of names) expect(username.parse(name)).toBe(name);
        expect(new Set(names).size).toBe(codes.length);
        expect(names.filter((name) => taken.has(name))).toEqual([]);
      }),
    );
  });
});
