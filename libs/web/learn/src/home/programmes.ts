/** The room of programmes on the officer's home: which courses belong to one, and how far it is. Pure functions. */
import type { MyEnrolment, MyProgramme } from '@tap-huan/contract';

/** A programme with what is shown in it. */
export interface ProgrammeView {
  programme: MyProgramme;
  /** What is left to do first, then what is done. */
  courses: MyEnrolment[];
}

export interface HomeProgrammes {
  open: ProgrammeView[];
  completed: ProgrammeView[];
  /** Courses that no open programme shows. */
  loose: MyEnrolment[];
}

/** So many of so many. */
export interface Share {
  done: number;
  needed: number;
}

const isOpen = ({ state }: { state: MyProgramme['state'] }) =>
  state === 'not_started' || state === 'in_progress';

/** Each programme with its courses; a course of an open programme stands there and nowhere else. */
export function programmesOf(
  programmes: readonly MyProgramme[],
  enrolments: readonly MyEnrolment[],
): HomeProgrammes {
  const view = (programme: MyProgramme): ProgrammeView => {
    const ids = new Set(programme.enrolmentIds);
    const courses = enrolments.filter(({ id }) => ids.has(id));
    return {
      programme,
      courses: [...courses.filter(isOpen), ...courses.filter((each) => !isOpen(each))],
    };
  };
  const open = programmes.filter(isOpen).map(view);
  const shown = new Set(open.flatMap(({ courses }) => courses.map(({ id }) => id)));
  return {
    open,
    completed: programmes.filter((each) => !isOpen(each)).map(view),
    loose: enrolments.filter(({ id }) => !shown.has(id)),
  };
}

/** Courses and periods that count, of those that are needed; what is more than needed adds nothing. */
export function progressOf({ sets }: Pick<MyProgramme, 'sets'>): { courses: Share; hours: Share } {
  const sum = (asked: MyProgramme['sets']): Share => ({
    done: asked.reduce((total, { done, needed }) => total + Math.min(done, needed), 0),
    needed: asked.reduce((total, { needed }) => total + needed, 0),
  });
  return {
    courses: sum(sets.filter(({ kind }) => kind !== 'hours')),
    hours: sum(sets.filter(({ kind }) => kind === 'hours')),
  };
}

/** The open programme that a course is shown in; null: none. */
export const programmeWith = (
  { open }: Pick<HomeProgrammes, 'open'>,
  enrolmentId: string,
): MyProgramme | null =>
  open.find(({ courses }) => courses.some(({ id }) => id === enrolmentId))?.programme ?? null;
