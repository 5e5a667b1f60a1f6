/** When a programme is completed, as a table of cases and as properties; and what may not be approved. */
import { describe, expect, it } from '@jest/globals';
import type { ProgrammeRules, ProgrammeSet } from '@tap-huan/contract';
import fc from 'fast-check';
import {
  type ProgrammeCourseFacts,
  programmeCompletion,
  programmeProblems,
  type ProgrammeRecord,
  programmeStanding,
  requiredCourses,
} from './programme';

const RULES: ProgrammeRules = {
  minimumPercent: 50,
  attendancePercent: null,
  conduct: false,
  minimumMinutes: null,
  minutesCap: null,
};
const set = (kind: ProgrammeSet['kind'], courseIds: string[], number: number | null = null) => ({
  title: courseIds.join('+'),
  kind,
  count: kind === 'some' ? number : null,
  hours: kind === 'hours' ? number : null,
  courseIds,
});
const NOTHING: ProgrammeRecord = { attendancePercent: null, conductOk: null };
const taken = (part: Partial<ProgrammeCourseFacts> = {}): ProgrammeCourseFacts => ({
  completed: true,
  hours: 8,
  lowestScore: 700,
  lessonSeconds: [600],
  ...part,
});
const facts = (courses: Record<string, ProgrammeCourseFacts>) => new Map(Object.entries(courses));
const standing = (
  sets: ProgrammeSet[],
  courses: Record<string, ProgrammeCourseFacts>,
  rules: Partial<ProgrammeRules> = {},
  record: ProgrammeRecord = NOTHING,
) => programmeStanding({ sets, completion: { ...RULES, ...rules } }, facts(courses), record);

describe('the standing in a programme', () => {
  const all = [set('all', ['a', 'b'])];

  it('asks every course of an "all" set', () => {
    expect(standing(all, { a: taken() })).toMatchObject({
      sets: [{ done: 1, needed: 2, complete: false }],
      gaps: ['sets'],
    });
    expect(standing(all, { a: taken(), b: taken() }).gaps).toEqual([]);
  });

  it('asks N of M, and periods', () => {
    const some = [set('some', ['a', 'b', 'c'], 2)];
    expect(standing(some, { c: taken() }).gaps).toEqual(['sets']);
    expect(standing(some, { c: taken(), a: taken() }).gaps).toEqual([]);
    const hours = [set('hours', ['a', 'b', 'c'], 20)];
    expect(standing(hours, { a: taken({ hours: 12 }) })).toMatchObject({
      sets: [{ done: 12, needed: 20, complete: false }],
    });
    expect(standing(hours, { a: taken({ hours: 12 }), b: taken() }).gaps).toEqual([]);
  });

  it('counts no course with a quiz below the minimum, exactly half is enough', () => {
    expect(standing(all, { a: taken(), b: taken({ lowestScore: 499 }) }).gaps).toEqual(['marks']);
    expect(standing(all, { a: taken(), b: taken({ lowestScore: 500 }) }).gaps).toEqual([]);
    expect(standing(all, { a: taken(), b: taken({ lowestScore: null }) }).gaps).toEqual([]);
    expect(
      standing(all, { a: taken(), b: taken({ lowestScore: 500 }) }, { minimumPercent: 80 }).gaps,
    ).toEqual(['marks']);
  });

  it('asks attendance and conduct only where the programme does', () => {
    const done = { a: taken(), b: taken() };
    const asked = { attendancePercent: 80, conduct: true };
    expect(standing(all, done, asked).gaps).toEqual(['attendance_unknown', 'conduct_unknown']);
    expect(standing(all, done, asked, { attendancePercent: 79, conductOk: false }).gaps).toEqual([
      'attendance',
      'conduct',
    ]);
    expect(standing(all, done, asked, { attendancePercent: 80, conductOk: true }).gaps).toEqual([]);
    expect(standing(all, done, {}, { attendancePercent: 0, conductOk: false }).gaps).toEqual([]);
  });

  it('counts minutes up to the cap of a lesson', () => {
    const long = { a: taken({ lessonSeconds: [7_200, 600] }), b: taken({ lessonSeconds: [] }) };
    expect(standing(all, long, { minimumMinutes: 60 })).toMatchObject({ minutes: 130, gaps: [] });
    expect(standing(all, long, { minimumMinutes: 60, minutesCap: 30 })).toMatchObject({
      minutes: 40,
      gaps: ['minutes'],
    });
  });

  it('never completes a programme without sets, or a set without courses', () => {
    expect(standing([], {}).gaps).toEqual(['sets']);
    expect(standing([set('all', [])], {}).gaps).toEqual(['sets']);
  });
});

describe('completion', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const sets = fc.array(
    fc.record({
      kind: fc.constantFrom('all' as const, 'some' as const, 'hours' as const),
      courseIds: fc.subarray(ids, { minLength: 1 }),
      number: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const done = fc.dictionary(
    fc.constantFrom(...ids),
    fc.record({
      completed: fc.boolean(),
      hours: fc.integer({ min: 1, max: 40 }),
      lowestScore: fc.option(fc.integer({ min: 0, max: 1_000 })),
      lessonSeconds: fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 3 }),
    }),
  );

  it('is never lost by doing more', () => {
    fc.assert(
      fc.property(sets, done, fc.constantFrom(...ids), (shapes, courses, id) => {
        const programme = {
          sets: shapes.map(({ kind, courseIds, number }) => set(kind, courseIds, number)),
          completion: { ...RULES, minimumMinutes: 10, minutesCap: 60 },
        };
        const before = programmeCompletion(programme, facts(courses), NOTHING);
        const known = courses[id];
        const more = {
          ...courses,
          [id]: {
            completed: true,
            hours: known?.hours ?? 8,
            lowestScore: 1_000,
            lessonSeconds: known?.lessonSeconds ?? [],
          },
        };
        expect(before && !programmeCompletion(programme, facts(more), NOTHING)).toBe(false);
      }),
    );
  });

  it('asks no more than the required courses where every set is "all"', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(ids, { minLength: 1 }), { minLength: 1 }), (shapes) => {
        const programme = { sets: shapes.map((each) => set('all', each)), completion: RULES };
        const required = [...requiredCourses(programme.sets)].map((id) => [id, taken()] as const);
        expect(programmeCompletion(programme, new Map(required), NOTHING)).toBe(true);
        const short = new Map(required.slice(1));
        expect(programmeCompletion(programme, short, NOTHING)).toBe(false);
      }),
    );
  });
});

describe('the problems of a draft', () => {
  const offer = (part = {}) => ({ title: 'Khóa', hours: 8, published: true, ...part });
  const courses = new Map([
    ['a', offer()],
    ['b', offer()],
    ['draft', offer({ title: 'Nháp', published: false })],
  ]);
  it.each([
    ['nothing', [set('all', ['a', 'b'])], []],
    ['no set', [], ['no_sets']],
    ['an empty set', [set('all', [])], ['set_without_courses']],
    ['no number', [set('some', ['a'])], ['set_without_number']],
    ['three of two', [set('some', ['a', 'b'], 3)], ['set_asks_too_many']],
    ['more periods than offered', [set('hours', ['a', 'b'], 17)], ['set_asks_too_many_hours']],
    ['exactly what is offered', [set('hours', ['a', 'b'], 16)], []],
    ['an unpublished course', [set('all', ['draft'])], ['course_not_published']],
    ['an unknown course', [set('all', ['x'])], ['course_not_published']],
    ['a course in two sets', [set('all', ['a']), set('some', ['a', 'b'], 1)], ['course_twice']],
  ])('%s', (_name, sets, codes) => {
    expect(programmeProblems(sets, courses).map(({ code }) => code)).toEqual(codes);
  });
});
