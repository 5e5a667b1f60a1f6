/** Passwords. */
import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '@node-rs/argon2';
import { hashDrawn, hashPassword, isPassword, temporaryPassword } from './password';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB, two passes, one lane', async () => {
    const hash = await hashPassword('một hai ba');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(parseOptions(hash)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  it('is the same however the keyboard composes its letters', async () => {
    const hash = await hashPassword('Mật khẩu'.normalize('NFD'));
    expect(await isPassword(hash, 'Mật khẩu'.normalize('NFC'))).toBe(true);
    expect(await isPassword(hash, 'mật khẩu')).toBe(false);
  });
});

describe('a temporary password', () => {
  it('has four groups of four letters that nobody mistakes', () => {
    for (let time = 0; time < 200; time += 1) {
      expect(temporaryPassword()).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
    }
  });
  it('is checked in the same way where it was kept at little cost', async () => {
    const drawn = temporaryPassword();
    const kept = await hashDrawn(drawn);
    expect(parseOptions(kept)).toMatchObject({ memoryCost: 1_024, timeCost: 1 });
    expect(await isPassword(kept, drawn)).toBe(true);
    expect(await isPassword(kept, temporaryPassword())).toBe(false);
  });
  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, temporaryPassword)).size).toBe(100);
  });
});
