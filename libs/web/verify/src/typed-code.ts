/** The room of a code as somebody typed it: what is wrong with it, said so that it can be mended. Pure functions. */
import { isWellFormedVerifyCode, normaliseVerifyCode } from '@tap-huan/rules';

const LENGTH = 20;
/** Crockford's base 32, after O, I and L have been read as digits. */
const KNOWN = /^[0-9A-HJKMNP-TV-Z]$/;

export type CodeProblem =
  | { kind: 'empty' | 'check' }
  | { kind: 'short' | 'long'; count: number }
  | { kind: 'letter'; letter: string };

/** What is wrong with a typed code; null for a whole one, of which only the register can say more. */
export function codeProblem(typed: string): CodeProblem | null {
  const letters = Array.from(normaliseVerifyCode(typed));
  if (letters.length === 0) return { kind: 'empty' };
  const letter = letters.find((one) => !KNOWN.test(one));
  if (letter !== undefined) return { kind: 'letter', letter };
  if (letters.length < LENGTH) return { kind: 'short', count: letters.length };
  if (letters.length > LENGTH) return { kind: 'long', count: letters.length };
  return isWellFormedVerifyCode(typed) ? null : { kind: 'check' };
}

/** The code inside what was pasted: the last part of a verification address, or the text itself. */
export function codeIn(pasted: string): string {
  const text = pasted.trim();
  const match = /\/xac-minh\/([^/?#\s]+)/.exec(text);
  return match?.[1] ?? text;
}
