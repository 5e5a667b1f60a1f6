/** The room of programmes: what keeps a draft from being approved, and when an officer has completed one. */
import type {
  ProgrammeContent,
  ProgrammeEnrolment,
  ProgrammeProblem,
  ProgrammeRules,
  ProgrammeSet,
} from '@tap-huan/contract';

export type ProgrammeGap = ProgrammeEnrolment['progress']['gaps'][number];

/** What an officer has done of one course of a programme. */
export interface ProgrammeCourseFacts {
  completed: boolean;
  /** Periods (tiết) of the version that was taken. */
  hours: number;
  /** The lowest score of its quizzes that counts, hundredths on the scale of ten; null where it has none. */
  lowestScore: number | null;
  /** Time on each of its lessons, in seconds. */
  lessonSeconds: readonly number[];
}

/** What HR has recorded; null: nothing yet. */
export interface ProgrammeRecord {
  attendancePercent: number | null;
  conductOk: boolean | null;
}

/** Facts by course id; a course without any has not been begun. */
export type ProgrammeFacts = ReadonlyMap<string, ProgrammeCourseFacts>;

export interface ProgrammeSetProgress {
  /** Courses, or periods where the set asks for periods. */
  done: number;
  needed: number;
  complete: boolean;
}

export interface ProgrammeStanding {
  sets: ProgrammeSetProgress[];
  /** Whole minutes that count. */
  minutes: number;
  /** What is missing; empty where the programme is completed. */
  gaps: ProgrammeGap[];
}

type Counts = (facts: ProgrammeCourseFacts | undefined) => boolean;

/** Whether a completed course counts: none of its quizzes is below the minimum of the programme. */
export const courseCounts = (
  facts: ProgrammeCourseFacts | undefined,
  minimumPercent: number,
): boolean =>
  facts !== undefined &&
  facts.completed &&
  (facts.lowestScore === null || facts.lowestScore >= minimumPercent * 10);

const needed = (set: ProgrammeSet): number => {
  if (set.kind === 'all') return set.courseIds.length;
  return (set.kind === 'some' ? set.count : set.hours) ?? 0;
};

function progressOfSet(
  set: ProgrammeSet,
  facts: ProgrammeFacts,
  counts: Counts,
): ProgrammeSetProgress {
  const counting = set.courseIds.map((id) => facts.get(id)).filter(counts);
  const done =
    set.kind === 'hours'
      ? counting.reduce((sum, course) => sum + (course?.hours ?? 0), 0)
      : counting.length;
  return { done, needed: needed(set), complete: set.courseIds.length > 0 && done >= needed(set) };
}

/** Whole minutes on the courses that count; of one lesson at most `minutesCap`. */
function minutesOf(
  sets: readonly ProgrammeSet[],
  facts: ProgrammeFacts,
  counts: Counts,
  cap: number | null,
): number {
  const courses = new Set(sets.flatMap(({ courseIds }) => courseIds));
  const seconds = [...courses]
    .map((id) => facts.get(id))
    .filter(counts)
    .flatMap((course) => course?.lessonSeconds ?? [])
    .reduce((sum, each) => sum + (cap === null ? each : Math.min(each, cap * 60)), 0);
  return Math.floor(seconds / 60);
}

function recordGaps(
  { attendancePercent, conduct }: ProgrammeRules,
  record: ProgrammeRecord,
): ProgrammeGap[] {
  const gaps: ProgrammeGap[] = [];
  if (attendancePercent !== null) {
    if (record.attendancePercent === null) gaps.push('attendance_unknown');
    else if (record.attendancePercent < attendancePercent) gaps.push('attendance');
  }
  if (conduct && record.conductOk !== true) {
    gaps.push(record.conductOk === null ? 'conduct_unknown' : 'conduct');
  }
  return gaps;
}

/**
 * How an officer stands in a programme. Every set must be complete, with courses whose quizzes all reach the minimum, and
 * attendance, conduct and time on task where the programme asks for them.
 * Source: circular 03/2023/TT-BNV art. 6 (whole programme attended, every test at half of the scale, no breach of rules).
 */
export function programmeStanding(
  { sets, completion }: Pick<ProgrammeContent, 'sets' | 'completion'>,
  facts: ProgrammeFacts,
  record: ProgrammeRecord,
): ProgrammeStanding {
  const counts: Counts = (course) => courseCounts(course, completion.minimumPercent);
  const taken: Counts = (course) => course?.completed ?? false;
  const progress = sets.map((set) => progressOfSet(set, facts, counts));
  const minutes = minutesOf(sets, facts, counts, completion.minutesCap);
  const gaps: ProgrammeGap[] = [];
  if (sets.length === 0 || progress.some(({ complete }) => !complete)) {
    const byMarks =
      sets.length > 0 && sets.every((set) => progressOfSet(set, facts, taken).complete);
    gaps.push(byMarks ? 'marks' : 'sets');
  }
  gaps.push(...recordGaps(completion, record));
  if (completion.minimumMinutes !== null && minutes < completion.minimumMinutes) {
    gaps.push('minutes');
  }
  return { sets: progress, minutes, gaps };
}

/** Whether nothing is missing. */
export const programmeCompletion = (
  programme: Pick<ProgrammeContent, 'sets' | 'completion'>,
  facts: ProgrammeFacts,
  record: ProgrammeRecord,
): boolean => programmeStanding(programme, facts, record).gaps.length === 0;

/** Courses without which the programme cannot be completed: those of "all" sets, and of sets that leave no choice. */
export function requiredCourses(sets: readonly ProgrammeSet[]): Set<string> {
  const required = sets.filter(
    (set) => set.kind === 'all' || (set.kind === 'some' && set.count === set.courseIds.length),
  );
  return new Set(required.flatMap(({ courseIds }) => courseIds));
}

/** A course as far as a programme's draft is concerned. */
export interface ProgrammeCourseOffer {
  title: string;
  hours: number;
  published: boolean;
}

function setProblems(
  set: ProgrammeSet,
  courses: ReadonlyMap<string, ProgrammeCourseOffer>,
): ProgrammeProblem['code'][] {
  if (set.courseIds.length === 0) return ['set_without_courses'];
  if (set.kind === 'all') return [];
  if (needed(set) === 0) return ['set_without_number'];
  if (set.kind === 'some') return needed(set) > set.courseIds.length ? ['set_asks_too_many'] : [];
  const offered = set.courseIds.reduce((sum, id) => sum + (courses.get(id)?.hours ?? 0), 0);
  return needed(set) > offered ? ['set_asks_too_many_hours'] : [];
}

/** What keeps a draft from being approved. */
export function programmeProblems(
  sets: readonly ProgrammeSet[],
  courses: ReadonlyMap<string, ProgrammeCourseOffer>,
): ProgrammeProblem[] {
  if (sets.length === 0) return [{ code: 'no_sets', where: '' }];
  const problems: ProgrammeProblem[] = sets.flatMap((set) =>
    setProblems(set, courses).map((code) => ({ code, where: set.title })),
  );
  const named = sets.flatMap(({ courseIds }) => courseIds);
  for (const id of new Set(named)) {
    const course = courses.get(id);
    const where = course?.title ?? '';
    if (!course?.published) problems.push({ code: 'course_not_published', where });
    if (named.filter((each) => each === id).length > 1) {
      problems.push({ code: 'course_twice', where });
    }
  }
  return problems;
}
