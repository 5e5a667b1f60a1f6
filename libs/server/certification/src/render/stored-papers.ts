/** The room where stored papers are taken out again, and looked at before anybody gets them. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Storage } from '@tap-huan/server/platform';

@Injectable()
export class StoredPapers {
  constructor(private readonly storage: Storage) {}

  /** The bytes of a paper. @throws Error where the store no longer holds the bytes that were stored */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await this.storage.get(sha256);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`The stored paper ${sha256} is damaged; restore it from a backup.`);
    }
    return bytes;
  }
}
