/** The room of bytes: content-addressed, written once, never changed. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';

export interface StoredObject {
  /** SHA-256 of the bytes, 64 hex digits; also their key. */
  sha256: string;
  /** Bytes. */
  size: number;
}

const KEY = /^[0-9a-f]{64}$/;

@Injectable()
export class Storage {
  private readonly root: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir'>) {
    this.root = join(config.dataDir, 'objects');
  }

  /** Stores bytes; the same bytes twice are one object. Durable when it resolves. */
  async put(bytes: Uint8Array): Promise<StoredObject> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.pathOf(sha256);
    const known = await stat(path).catch(() => null);
    if (known?.size !== bytes.byteLength) {
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}`;
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    }
    return { sha256, size: bytes.byteLength };
  }

  /**
   * Stores a stream of any length without holding it in memory. Durable when it resolves; a failed one leaves nothing.
   * @param inspect looks at the whole file before it is kept; where it throws, nothing is
   */
  async putStream(
    source: Readable,
    inspect?: (path: string) => Promise<void>,
  ): Promise<StoredObject> {
    const incoming = join(this.root, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        source,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            size += chunk.byteLength;
            yield chunk;
          }
        },
        createWriteStream(temporary, { flags: 'wx', flush: true }),
      );
      await inspect?.(temporary);
      const sha256 = hash.digest('hex');
      const path = this.pathOf(sha256);
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
      return { sha256, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  get(sha256: string): Promise<Buffer> {
    return readFile(this.pathOf(sha256));
  }

  /** A stream of the bytes, or of the inclusive range `start`-`end`. */
  stream(sha256: string, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.pathOf(sha256), range);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  private pathOf(sha256: string): string {
    if (!KEY.test(sha256)) throw new Error('Not a storage key.');
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}
