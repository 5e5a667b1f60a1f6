/** The room of the officer's addresses, said once. */
import type { LESSON_KINDS } from '@tap-huan/contract';

type Kind = (typeof LESSON_KINDS)[number];

export const coursePath = (enrolmentId: string): string => `/hoc/khoa-hoc/${enrolmentId}`;

/** A lesson to read, or the front page of a quiz. */
export const lessonPath = (enrolmentId: string, lesson: { id: string; kind: Kind }): string =>
  `${coursePath(enrolmentId)}/${lesson.kind === 'quiz' ? 'bai-kiem-tra' : 'bai'}/${lesson.id}`;

export const attemptPath = (attemptId: string): string => `/hoc/lam-bai/${attemptId}`;
export const resultPath = (attemptId: string): string => `/hoc/ket-qua/${attemptId}`;

/** The enrolment and lesson that an attempt's return path speaks of; null for a preview. */
export function placeOfReturn(path: string): { enrolmentId: string; lessonId: string } | null {
  const match = /^\/hoc\/khoa-hoc\/([\w-]+)\/bai-kiem-tra\/([\w-]+)$/.exec(path);
  return match?.[1] && match[2] ? { enrolmentId: match[1], lessonId: match[2] } : null;
}
