/** The room of the leaders' deadline: twelve months from the appointment, Decree 171/2025/NĐ-CP art. 16.2 and 41.4. */
import type { LeaderState } from '@tap-huan/contract';
import { addMonths } from '../assignment';
import { daysLeft } from '../due';

/** Whoever was appointed before this day need not take the new programme (art. 41.4). */
export const LEADER_RULE_FROM = '2025-06-30';
/** Months in which the programme is to be finished (art. 16.2). */
export const LEADER_MONTHS = 12;
/** HR is warned from so many days before the deadline on. */
export const LEADER_WARNING_DAYS = 90;

export interface LeaderFacts {
  /** Day from which the appointment holds; null: nobody wrote it down. */
  appointedOn: string | null;
  /** Day on which a programme for leaders was finished. */
  doneOn: string | null;
  /** HR has recorded a ground for not taking it. */
  exempted: boolean;
}

export interface LeaderStanding {
  state: LeaderState;
  /** Last day in time; null where there is none. */
  dueOn: string | null;
  /** Whole days from today to it, negative afterwards; null where nothing is left to do. */
  daysLeft: number | null;
}

/**
 * How a leader's duty stands today. A programme that was finished is told before any exemption: it is what the leader
 * did. The last day itself is in time.
 */
export function leaderStanding(facts: LeaderFacts, todayIs: string): LeaderStanding {
  const { appointedOn, doneOn, exempted } = facts;
  const isEarlier = appointedOn !== null && appointedOn < LEADER_RULE_FROM;
  const dueOn = appointedOn === null || isEarlier ? null : addMonths(appointedOn, LEADER_MONTHS);
  if (doneOn !== null) {
    const isLate = dueOn !== null && doneOn > dueOn;
    return { state: isLate ? 'done_late' : 'done', dueOn, daysLeft: null };
  }
  if (exempted) return { state: 'exempt', dueOn: null, daysLeft: null };
  if (isEarlier) return { state: 'exempt_earlier', dueOn: null, daysLeft: null };
  if (dueOn === null) return { state: 'unknown', dueOn: null, daysLeft: null };
  const left = daysLeft(dueOn, todayIs) ?? 0;
  const state = left < 0 ? 'overdue' : left <= LEADER_WARNING_DAYS ? 'soon' : 'running';
  return { state, dueOn, daysLeft: left };
}
