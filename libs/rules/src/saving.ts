/**
 * The room of saving: which answers are kept. The server decides it in SQL, many requests in one statement; this says the
 * same in words that can be read, and a test holds the two together.
 */
import type { AttemptSummary, QuestionKind } from '@tap-huan/contract';

/** Slots that were written together, and until when. */
export interface PartWindow {
  from: number;
  to: number;
  /** When its time is over; null is no limit. */
  deadline: Date | null;
  /** When it was left; null where it is the open one. */
  closedAt: Date | null;
}

/** What deciding needs of an attempt. */
export interface SavingFacts {
  phase: AttemptSummary['phase'];
  /** The page that may write. */
  holder: string | null;
  deadline: Date | null;
  closesAt: Date | null;
  /** Kind of each slot, the first is slot 1. */
  kinds: readonly QuestionKind[];
  /** Parts opened so far, where the paper is gone through forwards only; null where all of it is open. */
  parts: readonly PartWindow[] | null;
  graceMinutes: number;
}

export interface SavedRequest {
  clientId: string;
  /** Slots with the kind of their response; null is no answer. */
  answers: readonly { slot: number; kind: QuestionKind | null }[];
  /** When the request came. */
  now: Date;
}

/** misfit: a slot that the paper does not have, or has with a question of another kind. */
export type RequestVerdict =
  'may_save' | 'attempt_closed' | 'deadline_passed' | 'attempt_taken_over' | 'misfit';

const isAfter = (one: Date, other: Date | null): boolean =>
  other !== null && one.getTime() > other.getTime();

const earliest = (...times: (Date | null)[]): Date | null =>
  times.reduce((least, time) => {
    if (time === null || least === null) return least ?? time;
    return time.getTime() < least.getTime() ? time : least;
  }, null);

/** Whether a request is looked into at all; the first reason against it. */
export function requestVerdict(facts: SavingFacts, request: SavedRequest): RequestVerdict {
  if (facts.phase !== 'open') return 'attempt_closed';
  if (isAfter(request.now, facts.closesAt)) return 'deadline_passed';
  if (facts.holder !== request.clientId) return 'attempt_taken_over';
  const fits = request.answers.every(({ slot, kind }) => {
    const asked = facts.kinds[slot - 1];
    return asked !== undefined && (kind === null || kind === asked);
  });
  return fits ? 'may_save' : 'misfit';
}

/** When an answer counts as typed: nobody types in the future, and what does not say is of now. */
export const typedAtOf = (typedAt: Date | null, now: Date): Date =>
  typedAt === null || typedAt.getTime() > now.getTime() ? now : typedAt;

/**
 * Whether one answer of a request is kept: typed before the deadline, and, where the paper is gone through forwards only,
 * before its part was over or left; and here within the grace after that. `late` tells the inspector that it came after
 * the time in which it was typed.
 */
export function answerVerdict(
  facts: SavingFacts,
  { slot, typedAt, now }: { slot: number; typedAt: Date | null; now: Date },
): { taken: boolean; late: boolean } {
  const part = facts.parts?.find(({ from, to }) => slot >= from && slot <= to) ?? null;
  if (facts.parts !== null && part === null) return { taken: false, late: false };
  const time = earliest(facts.deadline, part?.deadline ?? null);
  const end = earliest(time, part?.closedAt ?? null);
  const last = end && new Date(end.getTime() + facts.graceMinutes * 60_000);
  const inTime = !isAfter(typedAtOf(typedAt, now), end);
  return { taken: inTime && (part === null || !isAfter(now, last)), late: isAfter(now, time) };
}
