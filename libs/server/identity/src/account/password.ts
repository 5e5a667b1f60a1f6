/** The room of passwords: how they are kept, checked and made. */
import { randomInt } from 'node:crypto';
import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID: Options = {
  // Written as a number: the enum is declared for types only.
  algorithm: 2 satisfies Algorithm.Argon2id as number,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/**
 * For first passwords that are drawn by the thousand: stretching protects guessable passwords, and 79 random bits are
 * none. Whoever signs in with one must choose another, which is kept with the full cost.
 */
const LIGHT: Options = { ...ARGON2ID, memoryCost: 1_024, timeCost: 1 };

/** Neither 0 and o nor 1, i and l: what is read aloud or copied from paper must not be mistaken. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Keyboards compose Vietnamese letters in different ways; a password is the same in all of them. */
const prepared = (password: string): string => password.normalize('NFC');

/** argon2id in PHC form. */
export const hashPassword = (password: string): Promise<string> =>
  hash(prepared(password), ARGON2ID);

/** argon2id in PHC form, at little cost: for what `temporaryPassword` drew, and for nothing else. */
export const hashDrawn = (drawn: string): Promise<string> => hash(prepared(drawn), LIGHT);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, prepared(password));

/** A random password such as "k7mh-2qpx-vw4n-ze9c": 16 of 31 characters, 79 bits. */
export function temporaryPassword(): string {
  const letter = () => READABLE.charAt(randomInt(READABLE.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
