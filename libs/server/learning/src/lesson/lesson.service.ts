/** The room where a lesson of a draft is written. */
import { Injectable } from '@nestjs/common';
import type { InputOf, learningEndpoints } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';
import { Failure, found, sanitiseHtml, type Tx, Writer } from '@tap-huan/server/platform';
import { lockDraftOfLesson, touch } from '../course/draft-lock';
import { usableMedia } from '../media/media.reader';
import { type By, within } from '../within';
import { LessonAttachmentEntity, LessonEntity, LessonMediumEntity } from './lesson.entity';

export type LessonContent = InputOf<typeof learningEndpoints.updateLesson>['body'];

@Injectable()
export class LessonService {
  constructor(private readonly writer: Writer) {}

  /**
   * Saves a lesson; its HTML is stored, and answered, without what could act.
   * @throws Failure not_found, version_is_published, stale_revision; validation_failed for an attachment
   *   that is no file the actor may use
   */
  update(
    by: By,
    lessonId: string,
    content: LessonContent,
  ): Promise<{ revision: number; bodyHtml: string }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraftOfLesson(tx, lessonId);
      const lesson = found(await tx.manager.findOneBy(LessonEntity, { id: lessonId }));
      if (lesson.revision !== content.revision) throw new Failure('stale_revision');
      const bodyHtml = sanitiseHtml(content.bodyHtml);
      const revision = lesson.revision + 1;
      await tx.manager.update(LessonEntity, lessonId, {
        title: toNfc(content.title).trim(),
        bodyHtml,
        minutes: content.minutes,
        legalBasis: content.legalBasis.map(toNfc),
        asOf: content.asOf,
        revision,
      });
      await saveMedia(tx, lessonId, bodyHtml, content.attachments);
      await touch(tx, draft);
      return { revision, bodyHtml };
    });
  }
}

const REFERENCE = /\/api\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/** Media that the HTML shows or links to, each once. */
export const mediaIn = (html: string): string[] => [
  ...new Set([...html.matchAll(REFERENCE)].map(([, id]) => (id ?? '').toLowerCase())),
];

async function saveMedia(
  tx: Tx,
  lessonId: string,
  bodyHtml: string,
  given: LessonContent['attachments'],
): Promise<void> {
  // The same file attached twice is one attachment.
  const attachments = [
    ...new Map(given.map(({ mediaId, title }) => [mediaId.toLowerCase(), title])),
  ];
  const attached = attachments.map(([mediaId]) => mediaId);
  const named = new Set([...attached, ...mediaIn(bodyHtml)]);
  // Asked while the old links still stand: what a lesson shows it may go on showing.
  const usable = await usableMedia(tx, tx.actor, [...named]);
  const missing = attached.findIndex((id) => !usable.has(id));
  if (missing >= 0) {
    throw new Failure('validation_failed', undefined, [
      { path: `attachments.${missing}.mediaId`, code: 'custom', message: 'There is no such file.' },
    ]);
  }
  await tx.manager.delete(LessonAttachmentEntity, { lessonId });
  await tx.manager.delete(LessonMediumEntity, { lessonId });
  await tx.manager.insert(
    LessonAttachmentEntity,
    attachments.map(([mediaId, title], at) => ({
      lessonId,
      mediaId,
      title: toNfc(title),
      ordinal: at + 1,
    })),
  );
  await tx.manager.insert(
    LessonMediumEntity,
    [...usable].map((mediaId) => ({ lessonId, mediaId })),
  );
}
