/** The room of the rules of a quiz as they hold for one officer: what is otherwise for a person, and how long it takes. */
import {
  type QuizRules,
  type QuizSettings,
  type ScreenSettings,
  USUAL_SCREEN,
} from '@tap-huan/contract';

/** What a person needs otherwise, in every quiz. */
export interface PersonalNeeds {
  /** 150 is half as much time again. */
  timePercent: number;
  extraAttempts: number;
  screen: ScreenSettings;
}

/** Rules of one quiz that are otherwise for a person, an audience or a unit; null falls through to the next. */
export interface RuleOverride {
  timeLimitMinutes: number | null;
  attemptsAllowed: number | null;
  opensAt: string | null;
  closesAt: string | null;
}

/** Settings for one officer, with what is not in them. */
export interface EffectiveRules {
  /** With overrides and extra attempts. The times in it are everybody's: `timePercent` comes on top. */
  settings: QuizSettings;
  timePercent: number;
  screen: ScreenSettings;
  /** Why the rules differ from everybody's. */
  adjustments: QuizRules['adjustments'];
}

const isUsual = (screen: ScreenSettings): boolean =>
  (Object.keys(USUAL_SCREEN) as (keyof ScreenSettings)[]).every(
    (key) => screen[key] === USUAL_SCREEN[key],
  );

/** The first value that is said, from the most specific override on; else the quiz's own. */
const firstSaid = <K extends keyof RuleOverride>(
  key: K,
  overrides: readonly RuleOverride[],
  settings: Pick<QuizSettings, K>,
): RuleOverride[K] | QuizSettings[K] =>
  overrides.find((override) => override[key] !== null)?.[key] ?? settings[key];

/**
 * The settings of a quiz for one officer.
 * @param needs the officer's accommodation; null where there is none
 * @param overrides those that reach the officer, the most specific first: person, audience, unit from the nearest up
 */
export function effectiveSettings(
  settings: QuizSettings,
  needs: PersonalNeeds | null,
  overrides: readonly RuleOverride[],
): EffectiveRules {
  const { timePercent = 100, extraAttempts = 0, screen = USUAL_SCREEN } = needs ?? {};
  const allowed = firstSaid('attemptsAllowed', overrides, settings);
  const said = overrides.some((override) => Object.values(override).some((rule) => rule !== null));
  const adjustments: EffectiveRules['adjustments'] = [];
  if (timePercent !== 100) adjustments.push('extra_time');
  if (extraAttempts > 0 && allowed !== null) adjustments.push('extra_attempts');
  if (!isUsual(screen)) adjustments.push('screen');
  if (said) adjustments.push('override');
  return {
    settings: {
      ...settings,
      timeLimitMinutes: firstSaid('timeLimitMinutes', overrides, settings),
      attemptsAllowed: allowed === null ? null : allowed + extraAttempts,
      opensAt: firstSaid('opensAt', overrides, settings),
      closesAt: firstSaid('closesAt', overrides, settings),
    },
    timePercent,
    screen,
    adjustments,
  };
}

/** A section as its time needs it. */
interface TimedSection {
  timeLimitMinutes: number | null;
  from: number;
  to: number;
}

/** A time of everybody's in milliseconds -> this officer's. */
const scaled = (milliseconds: number, timePercent: number): number =>
  Math.ceil((milliseconds * timePercent) / 100);

const leastOf = (times: readonly (number | null)[]): number | null =>
  times.reduce<number | null>(
    (least, time) => (time === null ? least : least === null ? time : Math.min(least, time)),
    null,
  );

/** Milliseconds allowed for going from one part to the next: what the network takes is nobody's time. */
const HANDOVER = 5_000;

/** Milliseconds after which everything in a section is over; null is no limit. */
function sectionTime(
  { timeLimitMinutes, from, to }: TimedSection,
  questionTimeLimitSeconds: number | null,
): number | null {
  const each =
    questionTimeLimitSeconds === null ? null : questionTimeLimitSeconds * 1_000 + HANDOVER;
  return leastOf([
    timeLimitMinutes === null ? null : timeLimitMinutes * 60_000 + HANDOVER,
    each === null ? null : (to - from + 1) * each,
  ]);
}

/**
 * Milliseconds from start to deadline for everybody; null is no limit. Where each section or each question has a limit,
 * their sum is one for the whole as well, with a little for going from one to the next.
 */
export function wholeTime(
  settings: Pick<QuizSettings, 'timeLimitMinutes' | 'questionTimeLimitSeconds'>,
  sections: readonly TimedSection[],
): number | null {
  const times = sections.map((section) => sectionTime(section, settings.questionTimeLimitSeconds));
  const sum = times.reduce<number | null>(
    (total, time) => (total === null || time === null ? null : total + time),
    sections.length === 0 ? null : 0,
  );
  const limit = settings.timeLimitMinutes;
  return leastOf([limit === null ? null : limit * 60_000, sum]);
}

/**
 * The last instant at which what is typed counts; null without any limit. No attempt outlasts the closing of its quiz,
 * whatever time an officer is given.
 * @param settings the officer's; see `effectiveSettings`
 */
export function deadlineOf(
  startedAt: Date,
  settings: Pick<QuizSettings, 'timeLimitMinutes' | 'questionTimeLimitSeconds' | 'closesAt'>,
  sections: readonly TimedSection[],
  timePercent = 100,
): Date | null {
  const time = wholeTime(settings, sections);
  const end = leastOf([
    time === null ? null : startedAt.getTime() + scaled(time, timePercent),
    settings.closesAt === null ? null : Date.parse(settings.closesAt),
  ]);
  return end === null ? null : new Date(end);
}

/** Until when answers typed before the deadline are still taken; null where there is no deadline. */
export const closesAtOf = (
  deadline: Date | null,
  { graceMinutes }: Pick<QuizSettings, 'graceMinutes'>,
): Date | null => (deadline === null ? null : new Date(deadline.getTime() + graceMinutes * 60_000));

/** Questions that are open together, where a paper is gone through forwards only. */
export interface PaperPart {
  /** 0, 1, 2 … */
  index: number;
  from: number;
  to: number;
  /** Place of its section on the paper. */
  section: number;
  /** For this part, this officer's; null is no limit. */
  seconds: number | null;
  /** For its section as a whole, from the opening of the section's first part; null is no limit. */
  sectionSeconds: number | null;
  last: boolean;
}

const secondsOf = (seconds: number | null, timePercent: number): number | null =>
  seconds === null ? null : Math.ceil((seconds * timePercent) / 100);

/** Questions that come together: one where each has its time, a page where pages are left for good, else the section. */
function partSize(
  settings: Pick<QuizSettings, 'navigation' | 'questionsPerPage' | 'questionTimeLimitSeconds'>,
  questions: number,
): number {
  if (settings.questionTimeLimitSeconds !== null) return 1;
  if (settings.navigation === 'free' || settings.questionsPerPage === 0) return questions;
  return settings.questionsPerPage;
}

/**
 * The parts of a paper in order; null where the officer may go to and fro on the whole of it. A paper has parts where its
 * navigation is sequential (its pages), where a section has a time limit (its sections), and where a question has one
 * (its questions). A part never spans two sections.
 */
export function partsOf(
  { sections }: { sections: readonly TimedSection[] },
  settings: Pick<QuizSettings, 'navigation' | 'questionsPerPage' | 'questionTimeLimitSeconds'>,
  timePercent = 100,
): PaperPart[] | null {
  const isFree =
    settings.navigation === 'free' &&
    settings.questionTimeLimitSeconds === null &&
    sections.every(({ timeLimitMinutes }) => timeLimitMinutes === null);
  if (isFree) return null;
  const seconds = secondsOf(settings.questionTimeLimitSeconds, timePercent);
  const parts = sections.flatMap((section, place) => {
    const size = partSize(settings, section.to - section.from + 1);
    const limit = section.timeLimitMinutes === null ? null : section.timeLimitMinutes * 60;
    const sectionSeconds = secondsOf(limit, timePercent);
    const pages = Math.ceil((section.to - section.from + 1) / size);
    return Array.from({ length: pages }, (_, page) => {
      const from = section.from + page * size;
      const to = Math.min(section.to, from + size - 1);
      return { from, to, section: place, seconds, sectionSeconds };
    });
  });
  return parts.map((part, index) => ({ ...part, index, last: index === parts.length - 1 }));
}

/**
 * When a part is over: by its own time, its section's, or the attempt's deadline, whichever comes first.
 * @param sectionOpenedAt when the first part of its section was opened
 */
export function partDeadline(
  part: Pick<PaperPart, 'seconds' | 'sectionSeconds'>,
  openedAt: Date,
  sectionOpenedAt: Date,
  deadline: Date | null,
): Date | null {
  const after = (from: Date, seconds: number | null) =>
    seconds === null ? null : from.getTime() + seconds * 1_000;
  const end = leastOf([
    after(openedAt, part.seconds),
    after(sectionOpenedAt, part.sectionSeconds),
    deadline === null ? null : deadline.getTime(),
  ]);
  return end === null ? null : new Date(end);
}
