/** The room of the shapes of marking by hand, regrading and appeals (phúc khảo). */
import { z } from 'zod';
import { earnedHundredths, paperStimulus } from './attempt';
import { hundredths, id, instant } from './common';
import { rubricCriterion } from './question-content';
import { QUESTION_KINDS } from './question-kinds';
import { answerResponse, attemptFile, paperQuestion } from './question-paper';

/**
 * waiting: nobody has marked it; second: a first mark stands and a second one is wanted; to_agree: two marks differ too
 * much; done.
 */
export const MARKING_STATES = ['waiting', 'second', 'to_agree', 'done'] as const;
export type MarkingState = (typeof MARKING_STATES)[number];

export const markingQueueRow = z.object({
  quizId: id,
  quizTitle: z.string(),
  courseTitle: z.string().nullable(),
  waiting: z.number().int(),
  second: z.number().int(),
  toAgree: z.number().int(),
  done: z.number().int(),
  openAppeals: z.number().int(),
  /** The one that waits longest. */
  oldestAt: instant.nullable(),
});
export type MarkingQueueRow = z.output<typeof markingQueueRow>;

export const markingTaskRow = z.object({
  id,
  questionId: id,
  slotKey: z.string(),
  /** Name of the officer; null where marking is anonymous. */
  fullName: z.string().nullable(),
  /** "Bài số 12": the same number for all answers of one attempt. */
  paperNumber: z.number().int(),
  submittedAt: instant,
  state: z.enum(MARKING_STATES),
  /** The actor's own mark: none, begun, or given. */
  own: z.enum(['none', 'draft', 'final']),
  /** Whether the actor may mark it now; a first marker is not the second one. */
  mayMark: z.boolean(),
  awarded: hundredths.nullable(),
  points: hundredths,
});
export type MarkingTaskRow = z.output<typeof markingTaskRow>;

export const markingQuestion = z.object({
  questionId: id,
  slotKey: z.string(),
  kind: z.enum(QUESTION_KINDS),
  title: z.string(),
  points: hundredths,
  counts: z.object({
    waiting: z.number().int(),
    second: z.number().int(),
    to_agree: z.number().int(),
    done: z.number().int(),
  }),
});

/** mark: of a marker; agreed: between two; changed and appealed: set later in place of what was given. */
export const GIVEN_KINDS = ['mark', 'agreed', 'changed', 'appealed'] as const;

/** What one marker gave. */
export const givenMark = z.object({
  markerName: z.string(),
  awarded: hundredths.nullable(),
  /** criterion id -> level id. */
  levels: z.record(z.string(), z.string()),
  comment: z.string(),
  at: instant,
  /** A marker's mark, or what was decided in its place. */
  kind: z.enum(GIVEN_KINDS),
  /** Of a decision; empty for a marker's mark. */
  reason: z.string(),
});

export const markingTask = markingTaskRow.extend({
  quizId: id,
  quizTitle: z.string(),
  attemptId: id,
  slot: z.number().int(),
  question: paperQuestion,
  stimulus: paperStimulus.nullable(),
  response: answerResponse.nullable(),
  rubric: z.array(rubricCriterion),
  markingGuide: z.string(),
  modelAnswer: z.string(),
  /** The actor's own mark as far as it was typed. */
  draft: z.object({
    awarded: hundredths.nullable(),
    levels: z.record(z.string(), z.string()),
    comment: z.string(),
    revision: z.number().int(),
    savedAt: instant.nullable(),
  }),
  /** Marks of all markers; empty until the actor's own is given or they must be agreed. */
  marks: z.array(givenMark),
  /** The next and the previous task in the order asked for. */
  next: id.nullable(),
  previous: id.nullable(),
});
export type MarkingTask = z.output<typeof markingTask>;

export const markingComment = z.object({ id, text: z.string(), used: z.number().int() });
export type MarkingComment = z.output<typeof markingComment>;

/** newest_key: by the newest version's key; full_marks: everybody gets the points; leave_out: it counts for nobody. */
export const REGRADE_ACTIONS = ['newest_key', 'full_marks', 'leave_out'] as const;
export type RegradeAction = (typeof REGRADE_ACTIONS)[number];

export const regradeChange = z.object({
  attemptId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  awardedFrom: earnedHundredths,
  awardedTo: earnedHundredths,
  scoreFrom: hundredths,
  scoreTo: hundredths,
  passedFrom: z.boolean(),
  passedTo: z.boolean(),
  /** A certificate that would lose its ground. */
  certificateAtStake: z.string().nullable(),
});
export type RegradeChange = z.output<typeof regradeChange>;

export const regradePreview = z.object({
  questionId: id,
  title: z.string(),
  /** Versions on the papers, and the one whose key would mark them. */
  versions: z.array(z.number().int()),
  toVersion: z.number().int(),
  /** Why papers of a version cannot be marked by that key; empty where all can. */
  problems: z.array(z.object({ version: z.number().int(), code: z.string() })),
  attempts: z.number().int(),
  changes: z.array(regradeChange),
});
export type RegradePreview = z.output<typeof regradePreview>;

export const regradeRow = z.object({
  id,
  questionId: id,
  title: z.string(),
  action: z.enum(REGRADE_ACTIONS),
  toVersion: z.number().int(),
  reason: z.string(),
  byName: z.string(),
  at: instant,
  attempts: z.number().int(),
});

/** Questions of a quiz that can be regraded. */
export const regradableQuestion = z.object({
  questionId: id,
  title: z.string(),
  kind: z.enum(QUESTION_KINDS),
  attempts: z.number().int(),
  versions: z.array(z.number().int()),
  newestVersion: z.number().int(),
});

export const appeal = z.object({
  id,
  /** Null: the whole paper. */
  slot: z.number().int().nullable(),
  text: z.string(),
  at: instant,
  state: z.enum(['open', 'answered']),
  answer: z.string(),
  answeredAt: instant.nullable(),
  awardedFrom: earnedHundredths.nullable(),
  awardedTo: earnedHundredths.nullable(),
});
export type Appeal = z.output<typeof appeal>;

export const appealRow = appeal.extend({
  attemptId: id,
  number: z.number().int(),
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  questionTitle: z.string().nullable(),
  points: hundredths.nullable(),
  answeredByName: z.string().nullable(),
});
export type AppealRow = z.output<typeof appealRow>;

/** A question of a paper that is appealed against, as its marker needs to see it. */
export const appealedSlot = z.object({
  slot: z.number().int(),
  title: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** HTML. */
  stem: z.string(),
  /** The answer in words, `true` or `false` among them; null where nothing was answered. Files have no words. */
  given: z.string().nullable(),
  files: z.array(attemptFile),
  /** The right answer in words; null where a person judges. */
  right: z.string().nullable(),
  /** Null while it waits for a marker. */
  awarded: earnedHundredths.nullable(),
  points: hundredths,
  /** Where it is marked by hand. */
  taskId: id.nullable(),
});
export type AppealedSlot = z.output<typeof appealedSlot>;
