/** The room of the pure question what a change of post is: nothing, a word added to what is known, or a new position. */
import type { StaffCategory } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';

/** What a position says besides its days. */
export interface Post {
  unitId: string;
  jobPosition: string;
  rank: string | null;
  leadership: string | null;
  appointedOn: string | null;
  staffCategory: StaffCategory;
  decisionNo: string | null;
}

/** A post as somebody asks for it: what is absent stays as it was. */
export interface PostWish {
  unitId: string;
  jobPosition: string;
  rank?: string | null | undefined;
  leadership?: string | null | undefined;
  appointedOn?: string | null | undefined;
  staffCategory?: StaffCategory | undefined;
  decisionNo?: string | null | undefined;
}

const kept = <T>(wish: T | undefined, before: T): T => (wish === undefined ? before : wish);
const nfc = (text: string | null): string | null => (text === null ? null : toNfc(text) || null);

/**
 * The post that a wish makes of another. A leadership post that begins without a day of appointment begins with the
 * position; without the post there is no appointment.
 */
export function postAfter(before: Post | null, wish: PostWish, day: string): Post {
  const leadership = nfc(kept(wish.leadership, before?.leadership ?? null));
  const isSameLead = leadership === (before?.leadership ?? null);
  const appointedOn =
    wish.appointedOn !== undefined ? wish.appointedOn : isSameLead ? before?.appointedOn : day;
  return {
    unitId: wish.unitId,
    jobPosition: toNfc(wish.jobPosition),
    rank: nfc(kept(wish.rank, before?.rank ?? null)),
    leadership,
    appointedOn: leadership === null ? null : (appointedOn ?? null),
    staffCategory: wish.staffCategory ?? before?.staffCategory ?? 'cong_chuc',
    decisionNo: nfc(kept(wish.decisionNo, null)),
  };
}

/**
 * `new`: another position begins. `supplement`: the same position, of which more is known now: a rank that was not
 * written down, a day of appointment, a decision.
 */
export function postDifference(before: Post, after: Post): 'none' | 'supplement' | 'new' {
  const isOther =
    before.unitId !== after.unitId ||
    before.jobPosition !== after.jobPosition ||
    before.leadership !== after.leadership ||
    before.staffCategory !== after.staffCategory ||
    (before.rank !== null && before.rank !== after.rank);
  if (isOther) return 'new';
  const isMore =
    before.rank !== after.rank ||
    before.appointedOn !== after.appointedOn ||
    (after.decisionNo !== null && before.decisionNo !== after.decisionNo);
  return isMore ? 'supplement' : 'none';
}
