/** The room of the answer file: what an officer downloads when nothing else works, and how it is opened again. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { answerFile, type SealedAnswerFile } from '@tap-huan/contract';
import type { z } from 'zod';

export type AnswerFile = z.output<typeof answerFile>;

const CIPHER = 'aes-256-gcm';
/** Bytes of the authentication tag, at the end of the data as WebCrypto puts it. */
const TAG = 16;
const IV = 12;

/**
 * Opens an answer file with the key of its attempt (`assessment.attempt.file_key`).
 * @returns null where it was changed, is of another attempt, or is no answer file at all
 */
export function openAnswerFile(sealed: SealedAnswerFile, key: Uint8Array): AnswerFile | null {
  const data = Buffer.from(sealed.data, 'base64');
  if (data.byteLength <= TAG) return null;
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.iv, 'base64'));
    decipher.setAuthTag(data.subarray(-TAG));
    const plain = Buffer.concat([decipher.update(data.subarray(0, -TAG)), decipher.final()]);
    const parsed = answerFile.safeParse(JSON.parse(plain.toString('utf8')));
    return parsed.success && parsed.data.attemptId === sealed.attemptId ? parsed.data : null;
  } catch {
    // Another key, a changed byte, or what is inside is not JSON.
    return null;
  }
}

/** Seals answers as the browser does; for tests and for whoever needs to make such a file without one. */
export function sealAnswerFile(file: AnswerFile, key: Uint8Array): SealedAnswerFile {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv);
  const data = Buffer.concat([
    cipher.update(JSON.stringify(file), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    format: 'tap-huan-answers-1',
    attemptId: file.attemptId,
    iv: iv.toString('base64'),
    data: data.toString('base64'),
  };
}
