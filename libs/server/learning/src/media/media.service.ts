/** The room where a file becomes a medium. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Media } from '@tap-huan/contract';
import {
  type Actor,
  Failure,
  type GivenFile,
  Storage,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { MediaEntity } from './media.entity';
import { type MediaKind, mediaKind, tidyName } from './media-kind';
import { mediaUrl } from './media.reader';

/** A file that the server brings itself. */
export interface NewMedium {
  name: string;
  bytes: Uint8Array;
  /** What the caller holds it for; the bytes must agree. */
  mimeType?: string;
  /** Whose authors may use it, besides those of the courses it is in. */
  unitId?: string | null;
}
type Origin = Pick<MediaEntity, 'sha256' | 'size' | 'unitId'>;

@Injectable()
export class MediaService {
  constructor(
    private readonly writer: Writer,
    private readonly storage: Storage,
  ) {}

  /** Keeps an uploaded file for the authors of the actor's unit. @throws Failure file_kind_not_allowed */
  async upload(actor: Actor, { name, bytes }: GivenFile): Promise<Media> {
    const kind = await mediaKind(bytes);
    const stored = await this.storage.put(bytes);
    const unitId = unitsFor(actor, 'course.author')[0] ?? null;
    return this.writer.write(actor, (tx) => record(tx, name, kind, { ...stored, unitId }));
  }

  /**
   * Keeps a file in the caller's transaction.
   * @throws Failure file_kind_not_allowed, also where `mimeType` is not what the bytes are
   */
  async store(tx: Tx, { name, bytes, mimeType, unitId = null }: NewMedium): Promise<Media> {
    const kind = await mediaKind(bytes);
    if (mimeType !== undefined && mimeType !== kind.mimeType) {
      throw new Failure('file_kind_not_allowed');
    }
    return record(tx, name, kind, { ...(await this.storage.put(bytes)), unitId });
  }
}

async function record(tx: Tx, given: string, kind: MediaKind, origin: Origin): Promise<Media> {
  const id = randomUUID();
  const name = tidyName(given, kind);
  const { sha256, size, unitId } = origin;
  await tx.manager.insert(MediaEntity, {
    id,
    sha256,
    name,
    mimeType: kind.mimeType,
    size,
    unitId,
    uploadedBy: tx.actor.accountId,
    uploadedAt: tx.now,
  });
  await tx.audit('media.store', { kind: 'media', id }, { sha256, size });
  return { id, name, mimeType: kind.mimeType, size, url: mediaUrl(id) };
}
