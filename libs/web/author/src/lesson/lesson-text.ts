/** The room of a lesson while it is written. */
import type { InputOf, learningEndpoints, LessonDraft } from '@tap-huan/contract';

export interface LessonText {
  title: string;
  bodyHtml: string;
  /** Null while the field is empty. */
  minutes: number | null;
  legalBasis: readonly string[];
  asOf: string | null;
  attachments: LessonDraft['attachments'];
}
type Body = InputOf<typeof learningEndpoints.updateLesson>['body'];

export const textOf = (draft: LessonDraft): LessonText => ({
  title: draft.title,
  bodyHtml: draft.bodyHtml,
  minutes: draft.minutes,
  legalBasis: draft.legalBasis,
  asOf: draft.asOf,
  attachments: draft.attachments,
});

/** What keeps a lesson from being saved, by field; the contract's own bounds. */
export function wrongFields(text: LessonText): ('title' | 'minutes' | 'legalBasis' | 'bodyHtml')[] {
  const { title, minutes, legalBasis, bodyHtml } = text;
  const length = title.normalize('NFC').trim().length;
  const whole = minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= 600;
  const basis = legalBasis.length <= 20 && legalBasis.every((line) => line.length <= 300);
  return [
    ...(length < 1 || length > 300 ? (['title'] as const) : []),
    ...(whole ? [] : (['minutes'] as const)),
    ...(basis ? [] : (['legalBasis'] as const)),
    ...(bodyHtml.length > 400_000 ? (['bodyHtml'] as const) : []),
  ];
}

/** What is sent; call it where nothing is wrong. An attachment without a title is called by its file. */
export const bodyOf = (text: LessonText, revision: number): Body => ({
  title: text.title.normalize('NFC').trim(),
  bodyHtml: text.bodyHtml,
  minutes: text.minutes ?? 1,
  legalBasis: [...text.legalBasis],
  asOf: text.asOf,
  attachments: text.attachments.map(({ mediaId, title, media }) => ({
    mediaId,
    title: title.normalize('NFC').trim() || media.name,
  })),
  revision,
});

/** Whether two texts would be stored as the same. */
export const isSameText = (a: LessonText, b: LessonText): boolean =>
  JSON.stringify(bodyOf(a, 0)) === JSON.stringify(bodyOf(b, 0));
