/** The room where a file that has just been made is sent. */
import { Readable } from 'node:stream';
import type { FileToSend } from '@tap-huan/server/platform';

/** Bytes as a file that is downloaded and that nobody keeps. */
export const madeFile = (name: string, mimeType: string, bytes: Buffer): FileToSend => ({
  name,
  mimeType,
  size: bytes.byteLength,
  open: (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
  disposition: 'attachment',
  cache: 'none',
});
