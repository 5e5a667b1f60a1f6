/** The room of the rarer kinds of question: their components are fetched when a paper holds one. */
import type { Type } from '@angular/core';
import type { PaperQuestion, QuestionKind } from '@tap-huan/contract';
import type { AnswerPart } from './answer-part';

type Fetch = () => Promise<Type<AnswerPart<never>>>;

const FETCH = {
  fill_blanks: () =>
    import('./blanks/fill-blanks.component').then((module) => module.FillBlanksComponent),
  categorise: () =>
    import('./groups/categorise.component').then((module) => module.CategoriseComponent),
  hotspot: () => import('./picture/hotspot.component').then((module) => module.HotspotComponent),
  essay: () => import('./essay/essay.component').then((module) => module.EssayComponent),
  file_upload: () =>
    import('./files/file-answer.component').then((module) => module.FileAnswerComponent),
} satisfies Partial<Record<QuestionKind, unknown>> as unknown as Record<string, Fetch>;

/** Kinds whose component comes on its own. */
export type RareKind = 'fill_blanks' | 'categorise' | 'hotspot' | 'essay' | 'file_upload';
export const isRare = (kind: QuestionKind): kind is RareKind => Object.hasOwn(FETCH, kind);

const fetched = new Map<RareKind, Promise<Type<AnswerPart<never>>>>();

/** The component of a rarer kind; a download that failed may be tried again. */
export function loadKind(kind: RareKind): Promise<Type<AnswerPart<never>>> {
  let part = fetched.get(kind);
  if (!part) {
    part = (FETCH[kind] as Fetch)();
    part.catch(() => fetched.delete(kind));
    fetched.set(kind, part);
  }
  return part;
}

/** Fetches what a paper needs ahead, so that a later loss of the network harms no question. Never rejects. */
export async function loadKinds(questions: readonly PaperQuestion[]): Promise<void> {
  const kinds = new Set(questions.map(({ kind }) => kind).filter(isRare));
  await Promise.allSettled([...kinds].map(loadKind));
}
