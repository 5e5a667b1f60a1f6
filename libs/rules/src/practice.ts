/** The room of practice: tries at a question, which answer stands, and what a wrong try costs. */
import type { AnswerResponse } from '@tap-huan/contract';

/** One thing asked for in practice, as it was recorded. */
export interface SlotCheck {
  kind: 'check' | 'hint';
  /** What was checked; null for a hint, and for no answer. */
  response: AnswerResponse | null;
}

type Response = AnswerResponse | null;
type IsRight = (response: Response) => boolean;

/** A plain JSON value written with its keys in order. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${written(part)}`).join()}}`;
}

/** Whether two responses say the same, whatever the order of their keys. */
export const sameResponse = (one: Response, other: Response): boolean =>
  written(one) === written(other);

/** Whether no try is left: one was right, or all are used up. */
export const triesOver = (tries: readonly Response[], allowed: number, isRight: IsRight): boolean =>
  tries.length >= allowed || tries.some(isRight);

/** The answer that is marked: the try that ended it, or what is saved where the question is still open. */
export function standingResponse(
  saved: Response,
  tries: readonly Response[],
  allowed: number,
  isRight: IsRight,
): Response {
  if (tries.length === 0) return saved;
  const right = tries.find(isRight);
  if (right !== undefined) return right;
  return tries.length >= allowed ? (tries[allowed - 1] ?? null) : saved;
}

/** Tries that were not right before the answer that stands; that answer itself, where it was checked last, is none. */
export function wrongTries(
  standing: Response,
  tries: readonly Response[],
  isRight: IsRight,
): number {
  const wrong = tries.filter((response) => !isRight(response));
  const last = tries.at(-1);
  const stands = last !== undefined && !isRight(last) && sameResponse(last, standing);
  return wrong.length - (stands ? 1 : 0);
}
