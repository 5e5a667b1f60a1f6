/** The room where media are found for those who may read them. */
import { Injectable } from '@nestjs/common';
import type { LessonDraft, Media } from '@tap-huan/contract';
import { type Actor, type FileToSend, found, Sql, Storage } from '@tap-huan/server/platform';
import type { Queries } from '../within';
import { dispositionOf } from './media-kind';
import { MAY_READ, MAY_USE, mediaScope, readingScope } from './media-scope';

export type AttachmentView = LessonDraft['attachments'][number];

interface StoredMedium extends Omit<Media, 'url'> {
  sha256: string;
}

@Injectable()
export class MediaReader {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
  ) {}

  /** A medium as a file to send. @throws Failure not_found, also where the actor may not read it */
  async file(actor: Actor, mediaId: string): Promise<FileToSend> {
    const medium = found(
      await this.sql.maybe<StoredMedium>(
        `select m.id, m.sha256, m.name, m.mime_type as "mimeType", m.size
           from learning.media m where m.id = $5 and ${MAY_READ}`,
        [...readingScope(actor), mediaId],
      ),
    );
    return {
      name: medium.name,
      mimeType: medium.mimeType,
      size: medium.size,
      open: (range) => this.storage.stream(medium.sha256, range),
      disposition: dispositionOf(medium.mimeType),
      cache: 'immutable',
    };
  }
}

export const mediaUrl = (mediaId: string): string => `/api/media/${mediaId}`;

/** Those of the media that the actor may put into a lesson: a link in a lesson is a right to read. */
export async function usableMedia(
  queries: Queries,
  actor: Actor,
  mediaIds: readonly string[],
): Promise<Set<string>> {
  if (mediaIds.length === 0) return new Set();
  const rows = await queries.rows<{ id: string }>(
    `select m.id from learning.media m where m.id = any ($4::uuid[]) and ${MAY_USE}`,
    [...mediaScope(actor), mediaIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Attachments of a lesson in their order. */
export async function attachmentsOf(queries: Queries, lessonId: string): Promise<AttachmentView[]> {
  const rows = await queries.rows<Omit<Media, 'url'> & { title: string }>(
    `select m.id, m.name, m.mime_type as "mimeType", m.size, a.title
       from learning.lesson_attachment a join learning.media m on m.id = a.media_id
      where a.lesson_id = $1 order by a.ordinal`,
    [lessonId],
  );
  return rows.map(({ title, ...medium }) => ({
    mediaId: medium.id,
    title,
    media: { ...medium, url: mediaUrl(medium.id) },
  }));
}
