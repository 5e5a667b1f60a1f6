/** The room where what holds for one officer is put to the test: needs, overrides, times and parts. */
import { describe, expect, it } from '@jest/globals';
import { type QuizSettings, USUAL_SCREEN } from '@tap-huan/contract';
import fc from 'fast-check';
import { SHOW_ALL } from './attempt';
import {
  closesAtOf,
  deadlineOf,
  effectiveSettings,
  partDeadline,
  partsOf,
  type PersonalNeeds,
  type RuleOverride,
} from './quiz-rules';

const settings: QuizSettings = {
  mode: 'exam',
  timeLimitMinutes: 30,
  questionTimeLimitSeconds: null,
  opensAt: '2026-11-23T01:00:00Z',
  closesAt: '2026-11-23T10:00:00Z',
  attemptsAllowed: 2,
  waitMinutes: 0,
  grading: 'highest',
  retakeAfterPass: false,
  passPercent: 50,
  navigation: 'free',
  shuffleOptions: true,
  questionsPerPage: 1,
  review: { during: SHOW_ALL, rightAfter: SHOW_ALL, later: SHOW_ALL, afterClose: SHOW_ALL },
  holdAnswers: false,
  requireLessons: false,
  accessPassword: null,
  networks: [],
  certainty: false,
  practice: { tries: 3, penaltyPercent: 0 },
  graceMinutes: 10,
  prepareAhead: false,
  marking: { anonymous: true, secondMarker: 'none', samplePercent: 10, differencePercent: 10 },
  appealDays: 7,
};
const usual: PersonalNeeds = { timePercent: 100, extraAttempts: 0, screen: USUAL_SCREEN };
const nothing: RuleOverride = {
  timeLimitMinutes: null,
  attemptsAllowed: null,
  opensAt: null,
  closesAt: null,
};
const later = '2026-11-25T10:00:00Z';

describe('effectiveSettings', () => {
  it.each<[string, PersonalNeeds | null, RuleOverride[], Partial<QuizSettings>, string[]]>([
    ['nothing', null, [], {}, []],
    ['usual needs', usual, [nothing], {}, []],
    ['more time', { ...usual, timePercent: 150 }, [], {}, ['extra_time']],
    [
      'more attempts',
      { ...usual, extraAttempts: 3 },
      [],
      { attemptsAllowed: 5 },
      ['extra_attempts'],
    ],
    ['a screen', { ...usual, screen: { ...USUAL_SCREEN, textPercent: 150 } }, [], {}, ['screen']],
    ['an override', null, [{ ...nothing, closesAt: later }], { closesAt: later }, ['override']],
    [
      'the most specific first, null falls through',
      { ...usual, extraAttempts: 1 },
      [
        { ...nothing, attemptsAllowed: 4 },
        { ...nothing, attemptsAllowed: 9, timeLimitMinutes: 60 },
      ],
      { attemptsAllowed: 5, timeLimitMinutes: 60 },
      ['extra_attempts', 'override'],
    ],
  ])('%s', (_, needs, overrides, change, adjustments) => {
    const effective = effectiveSettings(settings, needs, overrides);
    expect(effective.settings).toEqual({ ...settings, ...change });
    expect(effective.adjustments).toEqual(adjustments);
    expect(effective.timePercent).toBe(needs?.timePercent ?? 100);
    expect(effective.screen).toEqual(needs?.screen ?? USUAL_SCREEN);
  });

  it('adds no attempts to an unlimited number', () => {
    const unlimited = { ...settings, attemptsAllowed: null };
    const { settings: effective, adjustments } = effectiveSettings(
      unlimited,
      { ...usual, extraAttempts: 3 },
      [],
    );
    expect([effective.attemptsAllowed, adjustments]).toEqual([null, []]);
  });
});

const section = (from: number, to: number, timeLimitMinutes: number | null = null) => ({
  from,
  to,
  timeLimitMinutes,
});
const start = new Date('2026-11-23T02:00:00Z');
const after = (minutes: number, seconds = 0) =>
  new Date(start.getTime() + minutes * 60_000 + seconds * 1_000);

describe('the deadline', () => {
  type Times = Partial<QuizSettings>;
  it.each<[string, Times, ReturnType<typeof section>[], number, Date | null]>([
    ['the limit', {}, [section(1, 5)], 100, after(30)],
    ['half as much again', {}, [section(1, 5)], 150, after(45)],
    ['an odd share', { timeLimitMinutes: 1 }, [section(1, 5)], 133, after(1, 19.8)],
    ['no limit', { timeLimitMinutes: null, closesAt: null }, [section(1, 5)], 150, null],
    ['no paper', { timeLimitMinutes: null, closesAt: null }, [], 100, null],
    [
      'the closing',
      { timeLimitMinutes: null },
      [section(1, 5)],
      100,
      new Date('2026-11-23T10:00:00Z'),
    ],
    [
      'the closing, whatever time is given',
      { timeLimitMinutes: 600 },
      [section(1, 5)],
      400,
      new Date('2026-11-23T10:00:00Z'),
    ],
    // Five seconds for going from one part to the next.
    [
      'the sections',
      { timeLimitMinutes: null },
      [section(1, 2, 5), section(3, 4, 7)],
      100,
      after(12, 10),
    ],
    [
      'no sum where a section has no limit',
      { timeLimitMinutes: null, closesAt: null },
      [section(1, 2, 5), section(3, 4)],
      100,
      null,
    ],
    [
      'the questions, with extra time',
      { timeLimitMinutes: null, questionTimeLimitSeconds: 55 },
      [section(1, 2), section(3, 4)],
      200,
      after(8),
    ],
    [
      'the least of all',
      { timeLimitMinutes: 3, questionTimeLimitSeconds: 55 },
      [section(1, 2, 1), section(3, 4)],
      100,
      after(3),
    ],
  ])('%s', (_, change, sections, percent, deadline) => {
    expect(deadlineOf(start, { ...settings, ...change }, sections, percent)).toEqual(deadline);
  });

  it('comes with a grace', () => {
    expect(closesAtOf(after(30), settings)).toEqual(after(40));
    expect(closesAtOf(null, settings)).toBeNull();
  });
});

describe('parts', () => {
  const paper = { sections: [section(1, 3), section(4, 5)] };
  const bounds = (change: Partial<QuizSettings>, sections = paper.sections) =>
    partsOf({ sections }, { ...settings, ...change })?.map(({ from, to }) => [from, to]) ?? null;

  it.each<[string, Partial<QuizSettings>, number[][] | null]>([
    ['a free paper', {}, null],
    [
      'pages',
      { navigation: 'sequential', questionsPerPage: 2 },
      [
        [1, 2],
        [3, 3],
        [4, 5],
      ],
    ],
    [
      'sections',
      { navigation: 'sequential', questionsPerPage: 0 },
      [
        [1, 3],
        [4, 5],
      ],
    ],
    [
      'questions',
      { questionTimeLimitSeconds: 60 },
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
        [5, 5],
      ],
    ],
  ])('%s', (_, change, expected) => expect(bounds(change)).toEqual(expected));

  it('has sections left for good where one has a limit', () => {
    const timed = [section(1, 3, 10), section(4, 5)];
    expect(bounds({}, timed)).toEqual([
      [1, 3],
      [4, 5],
    ]);
    expect(partsOf({ sections: timed }, settings, 150)).toMatchObject([
      { index: 0, section: 0, seconds: null, sectionSeconds: 900, last: false },
      { index: 1, section: 1, seconds: null, sectionSeconds: null, last: true },
    ]);
  });

  it('covers every question once, in order, whatever the settings', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    const change = fc.record({
      navigation: fc.constantFrom('free' as const, 'sequential' as const),
      questionsPerPage: fc.integer({ min: 0, max: 5 }),
      questionTimeLimitSeconds: fc.option(fc.integer({ min: 10, max: 90 })),
    });
    fc.assert(
      fc.property(sizes, change, (questions, chosen) => {
        let from = 1;
        const sections = questions.map((size) => section(from, (from += size) - 1));
        const parts = partsOf({ sections }, { ...settings, ...chosen });
        if (parts === null) return expect(chosen.navigation).toBe('free');
        const slots = parts.flatMap((part) =>
          Array.from({ length: part.to - part.from + 1 }, (_, place) => part.from + place),
        );
        expect(slots).toEqual(Array.from({ length: from - 1 }, (_, place) => place + 1));
        expect(parts.map(({ index }) => index)).toEqual(parts.map((_, place) => place));
        expect(parts.filter(({ last }) => last)).toEqual([parts.at(-1)]);
        for (const part of parts) {
          const own = sections[part.section];
          expect(part.from >= (own?.from ?? 0) && part.to <= (own?.to ?? 0)).toBe(true);
        }
      }),
    );
  });

  it('ends with its own time, its section’s, or the attempt’s', () => {
    const opened = after(5);
    const end = (seconds: number | null, sectionSeconds: number | null, deadline: Date | null) =>
      partDeadline({ seconds, sectionSeconds }, opened, start, deadline);
    expect(end(60, null, null)).toEqual(after(6));
    expect(end(60, 330, null)).toEqual(after(5, 30));
    expect(end(60, 600, after(5, 20))).toEqual(after(5, 20));
    expect(end(null, null, after(30))).toEqual(after(30));
    expect(end(null, null, null)).toBeNull();
  });
});
