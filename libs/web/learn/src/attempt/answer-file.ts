/** The room of the encrypted answer file: what is left to an officer when neither network nor page can be trusted any more. */
import type { GivenAnswer, SealedAnswerFile } from '@tap-huan/contract';

const FORMAT = 'tap-huan-answers-1';

/** Whether this browser can encrypt here: it does not on a page without TLS (other than on the machine itself). */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const importKey = (key: string, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, [use]);

/**
 * Seals answers with AES-256-GCM: a fresh nonce of 12 bytes, the tag of 16 bytes at the end of `data`.
 * @param key 32 bytes, base64; @param exportedAt ISO instant by the server's clock
 */
export async function sealAnswers(
  key: string,
  attemptId: string,
  answers: readonly GivenAnswer[],
  exportedAt: string,
): Promise<SealedAnswerFile> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ attemptId, exportedAt, answers }));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await importKey(key, 'encrypt'),
    plain,
  );
  return { format: FORMAT, attemptId, iv: toBase64(iv), data: toBase64(new Uint8Array(sealed)) };
}

/** The opposite of `sealAnswers`; rejects where the key is another or a byte was changed. */
export async function openAnswers(key: string, file: SealedAnswerFile): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64(file.iv) },
    await importKey(key, 'decrypt'),
    fromBase64(file.data),
  );
  return JSON.parse(new TextDecoder().decode(plain));
}

/** `bai-lam-1f0c9a2e.thbl` */
export const answerFileName = (attemptId: string): string =>
  `bai-lam-${attemptId.slice(0, 8)}.thbl`;

/** Hands a file to the browser's downloads. */
export function download(name: string, words: string): void {
  const url = URL.createObjectURL(new Blob([words], { type: 'application/octet-stream' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
