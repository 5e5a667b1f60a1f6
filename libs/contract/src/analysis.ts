/** The room of item and quiz statistics: what the answers say about a quiz and its questions. */
import { z } from 'zod';
import { itemSign, quizSign } from './analysis-signs';
import { day, id, instant } from './common';
import { QUESTION_KINDS } from './question-kinds';

/** first: each officer's first finished attempt; best: the one with the highest score; all: every attempt. */
export const ANALYSED_ATTEMPTS = ['first', 'best', 'all'] as const;
export type AnalysedAttempts = (typeof ANALYSED_ATTEMPTS)[number];

/** Which results are looked at; of what the other filters leave, `attempts` then takes one of each officer or all. */
export const analysisFilter = z.object({
  attempts: z.enum(ANALYSED_ATTEMPTS).default('first'),
  /** Of the quiz. */
  versionId: id.optional(),
  /** Its subtree; where the officer worked on the day of the attempt. */
  unitId: id.optional(),
  jobPosition: z.string().max(200).optional(),
  /** Days of submission, both included. */
  from: day.optional(),
  to: day.optional(),
});
export type AnalysisFilter = z.output<typeof analysisFilter>;

/** Null where it cannot be computed; what each is stands in `libs/rules/src/analysis`. */
const statistic = z.number().nullable();
const count = z.number().int();

export const quizStatistics = z.object({
  /** Attempts with the same questions and points; the statistics of the questions are of these. */
  attempts: count,
  /** Hundredths of a point, as mean, median, deviation and error. */
  maximum: count,
  mean: statistic,
  median: statistic,
  sd: statistic,
  skewness: statistic,
  kurtosis: statistic,
  /** Coefficient of internal consistency, %. */
  cic: statistic,
  /** % */
  errorRatio: statistic,
  standardError: statistic,
});
export type AnalysedQuizStatistics = z.output<typeof quizStatistics>;

const itemNumbers = {
  /** Hundredths of a point. */
  maximum: count,
  /** 0..1 */
  facility: statistic,
  /** Standard deviation as a share of the maximum. */
  sdShare: statistic,
  /** 0..1 */
  guess: statistic,
  /** -100..100 */
  discriminationIndex: statistic,
  /** %, up to 100 */
  discriminativeEfficiency: statistic,
};

/** Seconds on a question. */
export const timeOnQuestion = z.object({
  /** How many were timed. */
  count,
  p25: statistic,
  median: statistic,
  p75: statistic,
  p90: statistic,
});
export type TimeOnQuestion = z.output<typeof timeOnQuestion>;

/** A place of the quiz at which all papers meet. */
export const analysedItem = z.object({
  /** Of the paper's slot. */
  key: z.string(),
  /** 1, 2, 3 … in the order of the quiz. */
  number: count,
  /** Id of the quiz's slot: the key, or for drawn questions its part before `#`. */
  slotId: z.string(),
  /** A question drawn at random: it differs from paper to paper, and is null here. */
  drawn: z.boolean(),
  questionId: id.nullable(),
  title: z.string().nullable(),
  kind: z.enum(QUESTION_KINDS).nullable(),
  ...itemNumbers,
  /** % */
  intendedWeight: statistic,
  /** %; null where the question works against the total. */
  effectiveWeight: statistic,
  /** Attempts without an answer. */
  unanswered: count,
  time: timeOnQuestion,
  signs: z.array(itemSign),
});
export type AnalysedItem = z.output<typeof analysedItem>;

/** A question that papers drew at a random slot, over all of its places. */
export const drawnQuestion = z.object({
  slotId: z.string(),
  questionId: id,
  title: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** Attempts that drew it. */
  attempts: count,
  ...itemNumbers,
  signs: z.array(itemSign),
});
export type DrawnQuestion = z.output<typeof drawnQuestion>;

export const scoreBand = z.object({
  /** Hundredths on the scale of ten. */
  from: z.number(),
  to: z.number(),
  count,
  /** 0..1 */
  share: z.number(),
});
export type AnalysedScoreBand = z.output<typeof scoreBand>;

const groupNumbers = {
  attempts: count,
  /** Mean score, hundredths on the scale of ten. */
  mean: z.number(),
  /** 0..1 */
  passShare: z.number(),
};
export const analysedUnit = z.object({
  /** Null: no unit was known on the day of the attempt. */
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  ...groupNumbers,
});
export const analysedAudience = z.object({ jobPosition: z.string().nullable(), ...groupNumbers });
export type AnalysedUnit = z.output<typeof analysedUnit>;
export type AnalysedAudience = z.output<typeof analysedAudience>;

export const raschAnalysis = z.object({
  /** Attempts with neither all nor nothing right. */
  counted: count,
  converged: z.boolean(),
  /** Person separation reliability, 0..1. */
  reliability: statistic,
  items: z.array(
    z.object({
      key: z.string(),
      /** All or none got it right: it has no finite difficulty. */
      extreme: z.enum(['all_right', 'all_wrong']).nullable(),
      /** Logits. */
      difficulty: statistic,
      standardError: statistic,
      infit: statistic,
      infitZ: statistic,
      outfit: statistic,
      outfitZ: statistic,
    }),
  ),
  /** One for each raw score. */
  abilities: z.array(
    z.object({
      score: count,
      attempts: count,
      /** Logits. */
      ability: z.number(),
      standardError: z.number(),
      extreme: z.boolean(),
    }),
  ),
});
export type RaschAnalysis = z.output<typeof raschAnalysis>;

export const quizAnalysis = z.object({
  quizId: id,
  quizTitle: z.string(),
  courseTitle: z.string().nullable(),
  /** Null: it is being computed, ask again in a moment. */
  computedAt: instant.nullable(),
  /** Results of the quiz that came or changed since; they are taken in within minutes. */
  newerResults: count,
  /** Published versions with marked attempts, the newest first; `analysed` are those of the statistics. */
  versions: z.array(
    z.object({
      versionId: id,
      number: count,
      publishedAt: instant,
      attempts: count,
      analysed: z.boolean(),
    }),
  ),
  /** Values of the filter, in order of their name. */
  jobPositions: z.array(z.string()),
  analysis: z
    .object({
      /** Marked attempts that the filter leaves: of the distribution, units and audiences. */
      attempts: count,
      /** Attempts that wait for a marker and are not in it yet. */
      waiting: count,
      passShare: statistic,
      /** Hundredths on the scale of ten. */
      passScore: count,
      statistics: quizStatistics,
      signs: z.array(quizSign),
      distribution: z.array(scoreBand),
      items: z.array(analysedItem),
      drawn: z.array(drawnQuestion),
      units: z.array(analysedUnit),
      audiences: z.array(analysedAudience),
      /** Null below the least number of attempts, or where fewer than two questions can be compared. */
      rasch: raschAnalysis.nullable(),
    })
    .nullable(),
});
export type QuizAnalysis = z.output<typeof quizAnalysis>;
export type AnalysisBody = NonNullable<QuizAnalysis['analysis']>;

/** One answer to a question, and who gave it. */
export const distractorRow = z.object({
  label: z.string(),
  /** A, B, C … as the author ordered the options; null where there are none. */
  letter: z.string().nullable(),
  /** What was answered, in words of the question; null where the label itself is a word (`unanswered`, `true` …). */
  text: z.string().nullable(),
  /** It earns full marks. */
  right: z.boolean(),
  count,
  /** 0..1 */
  share: z.number(),
  /** Mean mark in the rest of the quiz, hundredths of a point. */
  mean: statistic,
  /** -100..100 */
  discrimination: statistic,
  /** How many of the best third gave it. */
  upper: count,
  /** How many of the weakest third. */
  lower: count,
});
export type AnalysedDistractor = z.output<typeof distractorRow>;

export const analysedVersion = z.object({
  versionId: id,
  number: count,
  /** The version whose key marked it; another one after a regrade. */
  markedByNumber: count,
  attempts: count,
  facility: statistic,
  /** Marks that can be earned in the rest of the quiz, hundredths of a point. */
  restMaximum: count,
  upperSize: count,
  lowerSize: count,
  /** Null where answers are not worth counting: they were written or handed in. */
  answers: z.array(distractorRow).nullable(),
  /** Rarer answers that are not listed. */
  others: z.object({ labels: count, count }),
  signs: z.array(itemSign),
});
export type AnalysedVersion = z.output<typeof analysedVersion>;

export const questionAnalysis = z.object({
  quizId: id,
  quizTitle: z.string(),
  computedAt: instant,
  slotId: z.string(),
  /** Place in the quiz; null for a drawn question. */
  number: count.nullable(),
  questionId: id,
  bankId: id,
  title: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** HTML of the newest version that was answered. */
  stem: z.string(),
  attempts: count,
  ...itemNumbers,
  intendedWeight: statistic,
  effectiveWeight: statistic,
  time: timeOnQuestion,
  signs: z.array(itemSign),
  /** Newest first. */
  versions: z.array(analysedVersion),
  /** Whether the actor may change the question. */
  mayEdit: z.boolean(),
});
export type QuestionAnalysis = z.output<typeof questionAnalysis>;

export const analysisRow = z.object({
  quizId: id,
  quizTitle: z.string(),
  courseTitle: z.string().nullable(),
  /** Null until it is computed for the first time. */
  attempts: count.nullable(),
  /** 0..1 of the maximum. */
  mean: statistic,
  passShare: statistic,
  cic: statistic,
  /** Questions with a sign that asks for a look at the key or the discrimination. */
  questionsToCheck: count.nullable(),
  computedAt: instant.nullable(),
  newerResults: z.boolean(),
});
export type AnalysisRow = z.output<typeof analysisRow>;
