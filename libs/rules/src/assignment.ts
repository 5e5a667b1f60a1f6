/** The room where it is decided how an officer stands in an assignment: who is due, until when, and why. */
import type {
  AssignmentDue,
  AssignmentRecurrence,
  CASE_STATES,
  CaseBecause,
} from '@tap-huan/contract';

export type CaseState = (typeof CASE_STATES)[number];

/** What an assignment asks for; days are calendar days in Vietnam. */
export interface AssignmentTerms {
  due: AssignmentDue;
  recurrence: AssignmentRecurrence | null;
  graceDays: number;
  lateDays: number;
  startsOn: string;
  /** Last day; null: open. */
  endsOn: string | null;
  /** Ended by hand. */
  ended: boolean;
}

/** How an officer stands, of one occurrence. Fields as they are stored. */
export interface CaseFacts {
  occurrence: number;
  state: CaseState;
  because: CaseBecause;
  /** Day from which the duty counts; of somebody who came back after long, the day of the return. */
  since: string;
  dueOn: string | null;
  /** A later day that HR has granted; wins over the due day. */
  extendedTo: string | null;
  doneOn: string | null;
  leftOn: string | null;
}

/** What is known of an officer on the day. */
export interface OfficerFacts {
  member: boolean;
  exempt: boolean;
  /** First day of the present leadership post. */
  appointedOn: string | null;
  /** Last completion of what is asked, or of what renews it; whenever and however it came about. */
  completedOn: string | null;
  /** The newest occurrence; null: none yet. */
  latest: CaseFacts | null;
  /** When the occurrence before the newest one was done. */
  previousDoneOn: string | null;
}

const DAY = 86_400_000;
/** Whoever comes back sooner than this goes on with the old due day: a move of units takes nobody's deadline away. */
export const RETURN_DAYS = 30;

/** The day so many days after another. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The same day so many months later; of a shorter month its last day: 31/01 + 1 month is 28/02 or 29/02. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

const later = (one: string, other: string): string => (one > other ? one : other);

/** The day by which it is to be done: what HR has granted, or else what the rule says. */
export const effectiveDue = ({ dueOn, extendedTo }: Pick<CaseFacts, 'dueOn' | 'extendedTo'>) =>
  extendedTo !== null && (dueOn === null || extendedTo > dueOn) ? extendedTo : dueOn;

/**
 * What has to be written for one officer today: the newest case as it stands now, and those that follow from it. Empty
 * where nothing changes, so that a second look on the same day writes nothing. What is done stays done.
 * @param today the calendar day in Asia/Ho_Chi_Minh, see `today`
 */
export function decideCases(
  terms: AssignmentTerms,
  officer: OfficerFacts,
  today: string,
): CaseFacts[] {
  if (today < terms.startsOn) return [];
  const over = terms.ended || (terms.endsOn !== null && today > terms.endsOn);
  const written: CaseFacts[] = [];
  let { latest, previousDoneOn } = officer;
  // Each round either ends or takes a completion that is newer than the last one, so it does end.
  for (;;) {
    const next = nextCase(terms, { ...officer, latest, previousDoneOn }, over, today);
    if (next === null) return written;
    if (latest === null || next.occurrence !== latest.occurrence || !sameCase(next, latest)) {
      written.push(next);
    }
    if (next.state !== 'done' || terms.recurrence === null) return written;
    previousDoneOn = next.doneOn;
    latest = next;
  }
}

/** The case to look at: the open one as it stands now, or the one after a completion; null: there is none. */
function nextCase(
  terms: AssignmentTerms,
  officer: OfficerFacts,
  over: boolean,
  today: string,
): CaseFacts | null {
  const { latest, member } = officer;
  if (latest === null) {
    if (!member || over) return null;
    const joined = today > terms.startsOn ? 'late' : 'start';
    return judged(terms, officer, opened(1, today, joined), today);
  }
  if (latest.state === 'done') {
    if (terms.recurrence === null || !member || over) return null;
    const following = opened(latest.occurrence + 1, today, latest.because.joined);
    return judged(terms, { ...officer, previousDoneOn: latest.doneOn }, following, today);
  }
  if (completes(terms, officer, latest.occurrence, latest.since)) {
    return { ...latest, state: 'done', doneOn: officer.completedOn, leftOn: null };
  }
  const gone = over ? 'ended' : member ? null : 'left';
  if (gone) return latest.leftOn === null ? leave(latest, gone, today) : latest;
  if (terms.recurrence === null && latest.occurrence > 1) {
    return latest.leftOn === null ? leave(latest, 'recurrence_ended', today) : latest;
  }
  return judged(terms, officer, latest.leftOn === null ? latest : back(latest, today), today);
}

const leave = (latest: CaseFacts, via: CaseBecause['via'], today: string): CaseFacts => ({
  ...latest,
  state: 'left',
  because: { ...latest.because, via, waits: null, opensOn: null },
  leftOn: today,
});

const opened = (occurrence: number, since: string, joined: CaseBecause['joined']): CaseFacts => ({
  occurrence,
  state: 'due',
  because: { via: 'member', joined, dueFrom: 'none', base: null, waits: null, opensOn: null },
  since,
  dueOn: null,
  extendedTo: null,
  doneOn: null,
  leftOn: null,
});

/** Somebody is of the audience again: after long the days count anew, and what was granted before is over. */
function back(latest: CaseFacts, today: string): CaseFacts {
  const because: CaseBecause = { ...latest.because, via: 'member' };
  if (today < addDays(latest.leftOn ?? today, RETURN_DAYS)) {
    return { ...latest, because, leftOn: null };
  }
  const returned: CaseBecause = { ...because, joined: 'returned' };
  return { ...latest, because: returned, since: today, extendedTo: null, leftOn: null };
}

/** Whether the last completion is the one that this occurrence asks for. */
function completes(
  { recurrence }: AssignmentTerms,
  { completedOn, previousDoneOn }: OfficerFacts,
  occurrence: number,
  since: string,
): boolean {
  if (completedOn === null) return false;
  if (occurrence > 1) return previousDoneOn === null || completedOn > previousDoneOn;
  return recurrence === null || addMonths(completedOn, recurrence.validityMonths) > since;
}

/** The open case with its due day and state of today. */
function judged(
  terms: AssignmentTerms,
  officer: OfficerFacts,
  open: CaseFacts,
  today: string,
): CaseFacts {
  if (completes(terms, officer, open.occurrence, open.since)) {
    return { ...open, state: 'done', doneOn: officer.completedOn };
  }
  const due = dueOf(terms, officer, open);
  const opensOn =
    due.dueFrom === 'renewal' && due.dueOn !== null
      ? addDays(due.dueOn, -(terms.recurrence?.renewalWindowDays ?? 0))
      : null;
  const waits =
    opensOn !== null && today < opensOn
      ? 'renewal'
      : terms.due.kind === 'after_appointment' && due.dueFrom === 'none'
        ? 'appointment'
        : null;
  const because: CaseBecause = {
    ...open.because,
    via: 'member',
    dueFrom: due.dueFrom,
    base: due.base,
    waits,
    opensOn,
  };
  const judgedCase = { ...open, because, dueOn: due.dueOn };
  if (waits === 'renewal') return { ...judgedCase, state: 'waiting' };
  if (officer.exempt) {
    return { ...judgedCase, because: { ...because, waits: null }, state: 'exempt' };
  }
  if (waits) return { ...judgedCase, state: 'waiting' };
  const until = effectiveDue(judgedCase);
  const overdue = until !== null && today > addDays(until, terms.graceDays);
  return { ...judgedCase, state: overdue ? 'overdue' : 'due' };
}

type Due = Pick<CaseBecause, 'dueFrom' | 'base'> & { dueOn: string | null };

/** The due day by the rule, and what it was counted from. A due day that the law sets is not moved for latecomers. */
function dueOf(terms: AssignmentTerms, officer: OfficerFacts, open: CaseFacts): Due {
  const { since, because, occurrence } = open;
  const least = because.joined === 'start' ? null : addDays(since, terms.lateDays);
  const atLeast = (due: Due & { dueOn: string }): Due =>
    least !== null && least > due.dueOn ? { dueFrom: 'late', base: since, dueOn: least } : due;
  if (occurrence > 1 && officer.previousDoneOn !== null && terms.recurrence) {
    const base = officer.previousDoneOn;
    const months =
      terms.due.kind === 'after_completion' ? terms.due.months : terms.recurrence.validityMonths;
    const renewal = { dueFrom: 'renewal' as const, base, dueOn: addMonths(base, months) };
    return because.joined === 'returned' ? atLeast(renewal) : renewal;
  }
  switch (terms.due.kind) {
    case 'fixed':
      return atLeast({ dueFrom: 'fixed', base: null, dueOn: terms.due.day });
    case 'after_assignment':
      return { dueFrom: 'assignment', base: since, dueOn: addDays(since, terms.due.days) };
    case 'after_appointment': {
      const base = officer.appointedOn;
      if (base === null) return { dueFrom: 'none', base: null, dueOn: null };
      return { dueFrom: 'appointment', base, dueOn: addDays(base, terms.due.days) };
    }
    case 'after_completion': {
      const first = addDays(since, terms.lateDays);
      const base = officer.completedOn;
      if (base === null) return { dueFrom: 'assignment', base: since, dueOn: first };
      const dueOn = later(addMonths(base, terms.due.months), first);
      return { dueFrom: 'completion', base, dueOn };
    }
  }
}

/** Whether two states of one occurrence say the same. */
export function sameCase(one: CaseFacts, other: CaseFacts): boolean {
  return (
    one.state === other.state &&
    one.since === other.since &&
    one.dueOn === other.dueOn &&
    one.extendedTo === other.extendedTo &&
    one.doneOn === other.doneOn &&
    one.leftOn === other.leftOn &&
    one.because.via === other.because.via &&
    one.because.joined === other.because.joined &&
    one.because.dueFrom === other.because.dueFrom &&
    one.because.base === other.because.base &&
    one.because.waits === other.because.waits &&
    one.because.opensOn === other.because.opensOn
  );
}
