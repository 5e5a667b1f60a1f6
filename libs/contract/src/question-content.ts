/** The room of question content: what an author writes, key included. It never reaches a learner before review. */
import { z } from 'zod';
import { day, id, text } from './common';
import { type QuestionKind } from './question-kinds';

export const DIFFICULTIES = ['recall', 'understand', 'apply'] as const;
/** Which organisation of public administration a question speaks of: districts existed until 30 June 2025. */
export const ERAS = ['any', 'until_june_2025', 'since_july_2025'] as const;
export const QUESTION_STATUSES = ['draft', 'ready', 'retired'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** Identity of an option inside one question. */
export const optionId = z.string().min(1).max(40);
const html = (max = 20_000) => z.string().max(max);
const feedbackText = z.string().max(2_000);

const option = z.object({
  id: optionId,
  text: text(2_000),
  feedback: feedbackText.optional(),
});
/** Percent of the points that choosing the option earns; negative is a penalty. Only `multiple` with weights. */
const weightedOption = option.extend({ weight: z.number().int().min(-100).max(100).optional() });

const shared = {
  stem: html(),
  /** General feedback; cites the article. */
  feedback: html().default(''),
  /** Shown one after the other in practice. */
  hints: z.array(text(1_000)).max(5).default([]),
  legalBasis: z.array(text(300)).max(10).default([]),
  asOf: day.nullable().default(null),
  /** The day by which its author wants to check it against the law again. */
  reviewOn: day.nullable().default(null),
  era: z.enum(ERAS).default('any'),
  difficulty: z.enum(DIFFICULTIES).default('understand'),
  tags: z.array(text(60)).max(12).default([]),
  /** The case, table or film that several questions share. */
  stimulusId: id.nullable().default(null),
};

const distinctIds = (items: { id: string }[]) =>
  new Set(items.map((item) => item.id)).size === items.length;
const leniency = {
  ignoreCase: z.boolean().default(true),
  ignoreDiacritics: z.boolean().default(false),
};
const tolerance = {
  /** An answer within value ± tolerance is right. */
  tolerance: z.number().min(0).default(0),
  /** absolute: in the unit of the value; relative: a share of the value, 0.05 is 5 %. */
  toleranceKind: z.enum(['absolute', 'relative']).default('absolute'),
  /** The unit shown beside the field; an answer may repeat it. */
  unit: z.string().max(60).default(''),
  /** Other units that may be typed: `8 giờ` for `480 phút` has the factor 60. */
  units: z
    .array(z.object({ name: text(60), factor: z.number().positive() }))
    .max(8)
    .default([]),
};

/** A criterion of a rubric: its share of the marks, and its levels in percent of that share. */
export const rubricCriterion = z.object({
  id: optionId,
  title: text(300),
  weight: z.number().int().min(1).max(100),
  levels: z
    .array(
      z.object({ id: optionId, percent: z.number().int().min(0).max(100), description: text(600) }),
    )
    .min(2)
    .max(8)
    .refine(distinctIds),
});
export type RubricCriterion = z.output<typeof rubricCriterion>;

const markedByHand = {
  /** Empty: marked by the guide alone. */
  rubric: z.array(rubricCriterion).max(12).refine(distinctIds).default([]),
  /** What a marker looks for; markers only. */
  markingGuide: html().default(''),
  /** Shown in review as the right answer. */
  modelAnswer: html().default(''),
};

/** Kinds of file that an officer may hand in; checked by content, not by name. */
export const UPLOAD_KINDS = ['pdf', 'docx', 'xlsx', 'pptx', 'image', 'audio', 'video'] as const;

/** A place on a picture in thousandths of its width and height. */
const perMille = z.number().int().min(0).max(1000);
export const imageArea = z.discriminatedUnion('shape', [
  z.object({
    shape: z.literal('rectangle'),
    x: perMille,
    y: perMille,
    width: perMille,
    height: perMille,
  }),
  /** `radius` in thousandths of the width. */
  z.object({ shape: z.literal('circle'), x: perMille, y: perMille, radius: perMille }),
  z.object({
    shape: z.literal('polygon'),
    points: z
      .array(z.object({ x: perMille, y: perMille }))
      .min(3)
      .max(24),
  }),
]);
export type ImageArea = z.output<typeof imageArea>;

export const questionImage = z.object({
  /** A medium of the course. */
  url: z.string().regex(/^\/api\/media\/[0-9a-f-]{36}(\/.*)?$/i),
  /** What it shows, for those who do not see it; must not tell the answer. */
  alt: text(500),
  width: z.number().int().min(1).max(10_000),
  height: z.number().int().min(1).max(10_000),
});

export const questionContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('single'),
    ...shared,
    options: z.array(option).min(2).max(12).refine(distinctIds),
    correct: optionId,
  }),
  z.object({
    kind: z.literal('multiple'),
    ...shared,
    options: z.array(weightedOption).min(2).max(12).refine(distinctIds),
    /** With weights: the options whose weight is positive. */
    correct: z.array(optionId).min(1),
    /** partial: right share minus wrong share; weights: sum of the weights. Never below 0. */
    scoring: z.enum(['partial', 'all_or_nothing', 'weights']).default('partial'),
  }),
  z.object({
    kind: z.literal('true_false'),
    ...shared,
    correct: z.boolean(),
    optionFeedback: z
      .object({ true: feedbackText.default(''), false: feedbackText.default('') })
      .default({ true: '', false: '' }),
  }),
  z.object({
    kind: z.literal('matching'),
    ...shared,
    pairs: z
      .array(z.object({ id: optionId, prompt: text(500), answer: text(500) }))
      .min(2)
      .max(12)
      .refine(distinctIds),
    distractors: z.array(text(500)).max(6).default([]),
  }),
  z.object({
    kind: z.literal('ordering'),
    ...shared,
    /** In the right order. */
    items: z
      .array(z.object({ id: optionId, text: text(500) }))
      .min(2)
      .max(12)
      .refine(distinctIds),
    scoring: z.enum(['exact', 'adjacent']).default('adjacent'),
  }),
  z.object({ kind: z.literal('numeric'), ...shared, value: z.number(), ...tolerance }),
  z.object({
    kind: z.literal('short_answer'),
    ...shared,
    accepted: z.array(text(300)).min(1).max(30),
    /** `*` in an accepted answer stands for any letters, also none. */
    wildcards: z.boolean().default(false),
    ...leniency,
  }),
  z.object({
    kind: z.literal('fill_blanks'),
    ...shared,
    /** Plain text; `[[id]]` stands where a blank is, a line break begins a paragraph. */
    text: text(8_000),
    /** typed, chosen from a list at each blank, or dragged from one bank of words. */
    mode: z.enum(['typed', 'list', 'bank']).default('typed'),
    blanks: z
      .array(
        z.object({
          id: optionId,
          /** Right answers; `list` and `bank` show the first. */
          accepted: z.array(text(200)).min(1).max(12),
          /** Wrong choices at this blank; `list` only. */
          distractors: z.array(text(200)).max(8).default([]),
        }),
      )
      .min(1)
      .max(20)
      .refine(distinctIds),
    /** Words that fit nowhere; `bank` only. */
    distractors: z.array(text(200)).max(10).default([]),
    ...leniency,
  }),
  z.object({
    kind: z.literal('categorise'),
    ...shared,
    groups: z
      .array(z.object({ id: optionId, title: text(200) }))
      .min(2)
      .max(8)
      .refine(distinctIds),
    items: z
      .array(z.object({ id: optionId, text: text(500), groupId: optionId }))
      .min(2)
      .max(24)
      .refine(distinctIds),
    scoring: z.enum(['partial', 'all_or_nothing']).default('partial'),
  }),
  z.object({
    kind: z.literal('hotspot'),
    ...shared,
    image: questionImage,
    /** Every area has a label for the list; the picture does not show the areas. */
    areas: z
      .array(
        z.object({
          id: optionId,
          label: text(200),
          area: imageArea,
          feedback: feedbackText.optional(),
        }),
      )
      .min(2)
      .max(12)
      .refine(distinctIds),
    /** As many places are asked for as areas are right. */
    correct: z.array(optionId).min(1),
  }),
  z.object({
    kind: z.literal('calculated'),
    ...shared,
    /** Numbers drawn for each paper; `{name}` in the stem shows them. */
    variables: z
      .array(
        z.object({
          name: z.string().regex(/^[a-z][a-z0-9_]{0,19}$/),
          minimum: z.number(),
          maximum: z.number(),
          decimals: z.number().int().min(0).max(6).default(0),
        }),
      )
      .min(1)
      .max(10),
    /** Arithmetic over the variables: + - * / ^ ( ) and round, floor, ceil, abs, min, max, sqrt. */
    formula: text(500),
    /** Decimals to which the right answer is rounded. */
    decimals: z.number().int().min(0).max(6).default(2),
    ...tolerance,
  }),
  z.object({
    kind: z.literal('essay'),
    ...shared,
    /** Words; null is no limit. Told to the officer, not enforced. */
    minimumWords: z.number().int().min(1).max(5_000).nullable().default(null),
    maximumWords: z.number().int().min(1).max(5_000).nullable().default(null),
    ...markedByHand,
  }),
  z.object({
    kind: z.literal('file_upload'),
    ...shared,
    accept: z.array(z.enum(UPLOAD_KINDS)).min(1),
    maximumFiles: z.number().int().min(1).max(10).default(1),
    maximumMegabytes: z.number().int().min(1).max(50).default(10),
    ...markedByHand,
  }),
]);
export type QuestionContent = z.output<typeof questionContent>;
export type ContentOf<K extends QuestionKind> = Extract<QuestionContent, { kind: K }>;
