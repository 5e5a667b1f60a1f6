/** The room of the door of a quiz: the network that one comes from, and the word that one knows. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { QuizSettings } from '@tap-huan/contract';
import { Failure } from '@tap-huan/server/platform';
import { networkAllowed } from './networks';

const digest = (text: string): Buffer =>
  createHash('sha256').update(text.normalize('NFC').trim()).digest();

/** Compared in a time that tells nothing of the word. */
const isWord = (given: string | null, word: string): boolean =>
  timingSafeEqual(digest(given ?? ''), digest(word));

/** What somebody who begins an attempt brings along. */
export interface Credentials {
  /** Network address; null where there is none. */
  address: string | null;
  password: string | null;
}

/** @throws Failure `network_not_allowed`, `wrong_quiz_password` */
export function checkAccess(
  { networks, accessPassword }: Pick<QuizSettings, 'networks' | 'accessPassword'>,
  { address, password }: Credentials,
): void {
  if (!networkAllowed(address, networks)) throw new Failure('network_not_allowed');
  if (accessPassword !== null && !isWord(password, accessPassword)) {
    throw new Failure('wrong_quiz_password');
  }
}
