/** The room of question content: what an author writes, what an officer answers, what a paper shows. */
import { z } from 'zod';
import { day, id, text } from './common';

export const QUESTION_KINDS = [
  'single',
  'multiple',
  'true_false',
  'matching',
  'ordering',
  'numeric',
  'short_answer',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Identity of an option inside one question. */
const optionId = z.string().min(1).max(40);
const html = (max = 20_000) => z.string().max(max);
const option = z.object({
  id: optionId,
  text: text(2_000),
  feedback: z.string().max(2_000).optional(),
});

const shared = {
  stem: html(),
  /** General feedback; cites the article. */
  feedback: html().default(''),
  legalBasis: z.array(text(300)).max(10).default([]),
  asOf: day.nullable().default(null),
  difficulty: z.enum(['recall', 'understand', 'apply']).default('understand'),
};

const distinctIds = (items: { id: string }[]) =>
  new Set(items.map((item) => item.id)).size === items.length;

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
    options: z.array(option).min(2).max(12).refine(distinctIds),
    correct: z.array(optionId).min(1),
    scoring: z.enum(['partial', 'all_or_nothing']).default('partial'),
  }),
  z.object({ kind: z.literal('true_false'), ...shared, correct: z.boolean() }),
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
  z.object({
    kind: z.literal('numeric'),
    ...shared,
    value: z.number(),
    /** Absolute: an answer within value ± tolerance is right. */
    tolerance: z.number().min(0).default(0),
    unit: z.string().max(60).default(''),
  }),
  z.object({
    kind: z.literal('short_answer'),
    ...shared,
    accepted: z.array(text(300)).min(1).max(30),
    ignoreCase: z.boolean().default(true),
    ignoreDiacritics: z.boolean().default(false),
  }),
]);
export type QuestionContent = z.output<typeof questionContent>;
export type ContentOf<K extends QuestionKind> = Extract<QuestionContent, { kind: K }>;

/** What an officer answered; null is "no answer". */
export const answerResponse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), choice: optionId.nullable() }),
  z.object({ kind: z.literal('multiple'), choices: z.array(optionId).max(12) }),
  z.object({ kind: z.literal('true_false'), choice: z.boolean().nullable() }),
  z.object({
    kind: z.literal('matching'),
    /** prompt id -> id of the answer shown. */
    matches: z.record(optionId, optionId),
  }),
  z.object({ kind: z.literal('ordering'), order: z.array(optionId).max(12) }),
  /** As typed; a decimal comma or a dot, thousands never separated. */
  z.object({ kind: z.literal('numeric'), text: z.string().max(60) }),
  z.object({ kind: z.literal('short_answer'), text: z.string().max(500) }),
]);
export type AnswerResponse = z.output<typeof answerResponse>;
export type ResponseOf<K extends QuestionKind> = Extract<AnswerResponse, { kind: K }>;

/** A question as the officer sees it: shuffled by the server, without a key. */
const shownOption = z.object({ id: optionId, text: z.string() });
export const paperQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), stem: z.string(), options: z.array(shownOption) }),
  z.object({ kind: z.literal('multiple'), stem: z.string(), options: z.array(shownOption) }),
  z.object({ kind: z.literal('true_false'), stem: z.string() }),
  z.object({
    kind: z.literal('matching'),
    stem: z.string(),
    prompts: z.array(shownOption),
    /** Ids are drawn for this paper, so that they tell nothing about the prompts. */
    answers: z.array(shownOption),
  }),
  z.object({ kind: z.literal('ordering'), stem: z.string(), items: z.array(shownOption) }),
  z.object({ kind: z.literal('numeric'), stem: z.string(), unit: z.string() }),
  z.object({ kind: z.literal('short_answer'), stem: z.string() }),
]);
export type PaperQuestion = z.output<typeof paperQuestion>;
export type PaperOf<K extends QuestionKind> = Extract<PaperQuestion, { kind: K }>;

export const questionRow = z.object({
  id,
  kind: z.enum(QUESTION_KINDS),
  /** First words of the stem as plain text. */
  title: z.string(),
  difficulty: z.enum(['recall', 'understand', 'apply']),
  version: z.number().int(),
  updatedAt: z.string(),
  /** Quizzes (drafts or published) that use it. */
  usedIn: z.number().int(),
});
export type QuestionRow = z.output<typeof questionRow>;
