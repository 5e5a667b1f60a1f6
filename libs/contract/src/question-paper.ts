/** The room of what a paper shows and what an officer answers: no key, no weight, no feedback has a place here. */
import { z } from 'zod';
import { id } from './common';
import { optionId, questionImage, UPLOAD_KINDS } from './question-content';
import { type QuestionKind } from './question-kinds';

const perMille = z.number().int().min(0).max(1000);

/** A file that was handed in; the bytes are kept by their attempt. */
export const attemptFile = z.object({
  id,
  name: z.string().max(200),
  size: z.number().int().min(0),
});
export type AttemptFile = z.output<typeof attemptFile>;

/** What an officer answered; null is "no answer". Ids are those of the paper. */
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
  /** As typed; a decimal comma or a dot, thousands never separated; a unit may follow. */
  z.object({ kind: z.literal('numeric'), text: z.string().max(60) }),
  z.object({ kind: z.literal('short_answer'), text: z.string().max(500) }),
  z.object({
    kind: z.literal('fill_blanks'),
    /** blank id -> what was typed, or the id of the choice or of the word. */
    blanks: z.record(optionId, z.string().max(200)),
  }),
  z.object({
    kind: z.literal('categorise'),
    /** item id -> group id. */
    placements: z.record(optionId, optionId),
  }),
  z.object({
    kind: z.literal('hotspot'),
    /** Places pointed at in thousandths of the picture, or chosen from the list by id. */
    marks: z
      .array(z.union([z.object({ x: perMille, y: perMille }), z.object({ area: optionId })]))
      .max(12),
  }),
  z.object({ kind: z.literal('calculated'), text: z.string().max(60) }),
  z.object({ kind: z.literal('essay'), text: z.string().max(40_000) }),
  z.object({ kind: z.literal('file_upload'), files: z.array(attemptFile).max(10) }),
]);
export type AnswerResponse = z.output<typeof answerResponse>;
export type ResponseOf<K extends QuestionKind> = Extract<AnswerResponse, { kind: K }>;

/** Something shown that can be chosen; ids are drawn for the paper and tell nothing. */
const shown = z.object({ id: optionId, text: z.string() });
const stem = { stem: z.string() };

/** A question as the officer sees it: shuffled by the server, without a key. */
export const paperQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), ...stem, options: z.array(shown) }),
  z.object({ kind: z.literal('multiple'), ...stem, options: z.array(shown) }),
  z.object({ kind: z.literal('true_false'), ...stem }),
  z.object({
    kind: z.literal('matching'),
    ...stem,
    prompts: z.array(shown),
    /** Ids are drawn for this paper, so that they tell nothing about the prompts. */
    answers: z.array(shown),
  }),
  z.object({ kind: z.literal('ordering'), ...stem, items: z.array(shown) }),
  z.object({
    kind: z.literal('numeric'),
    ...stem,
    unit: z.string(),
    otherUnits: z.array(z.string()),
  }),
  z.object({ kind: z.literal('short_answer'), ...stem }),
  z.object({
    kind: z.literal('fill_blanks'),
    ...stem,
    mode: z.enum(['typed', 'list', 'bank']),
    /** The text in order: a run of plain text, or a blank. Line breaks begin paragraphs. */
    segments: z.array(
      z.union([
        z.object({ text: z.string() }),
        /** `choices` is empty unless the mode is `list`. */
        z.object({ blank: optionId, choices: z.array(shown) }),
      ]),
    ),
    /** Words to drag; empty unless the mode is `bank`. Each may be used once. */
    bank: z.array(shown),
  }),
  z.object({
    kind: z.literal('categorise'),
    ...stem,
    groups: z.array(shown),
    items: z.array(shown),
  }),
  z.object({
    kind: z.literal('hotspot'),
    ...stem,
    image: questionImage,
    /** Labels of all areas in drawn order, for those who choose from a list; where they lie is not told. */
    areas: z.array(shown),
    /** How many places are asked for. */
    wanted: z.number().int(),
  }),
  z.object({
    kind: z.literal('calculated'),
    /** With the drawn numbers in it. */
    ...stem,
    unit: z.string(),
    otherUnits: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('essay'),
    ...stem,
    minimumWords: z.number().int().nullable(),
    maximumWords: z.number().int().nullable(),
  }),
  z.object({
    kind: z.literal('file_upload'),
    ...stem,
    accept: z.array(z.enum(UPLOAD_KINDS)),
    maximumFiles: z.number().int(),
    maximumMegabytes: z.number().int(),
  }),
]);
export type PaperQuestion = z.output<typeof paperQuestion>;
export type PaperOf<K extends QuestionKind> = Extract<PaperQuestion, { kind: K }>;
