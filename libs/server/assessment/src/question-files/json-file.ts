/** The room of the lossless file: every kind of question, nothing left out. */
import { QUESTION_KINDS, questionContent, type QuestionKind } from '@tap-huan/contract';
import { plainText } from '@tap-huan/rules';
import { z } from 'zod';
import type { ExportedQuestion } from './exported-question';
import { decodedText } from './decoded-text';
import { MOST_READ, problem, type RawFile, type RawQuestion, unreadable } from './raw-question';

export const JSON_FORMAT = 'tap-huan-questions-1';

const file = z.object({
  format: z.literal(JSON_FORMAT),
  questions: z
    .array(z.object({ category: z.array(z.string()).default([]), content: z.unknown() }))
    .max(100_000),
});

/** The questions as a file of which {@link readJson} makes the same again. */
export function writeJson(questions: readonly ExportedQuestion[]): Buffer {
  return Buffer.from(`${JSON.stringify({ format: JSON_FORMAT, questions }, null, 1)}\n`);
}

/** Reads a file of {@link writeJson}, or one that another program made in its likeness. */
export function readJson(bytes: Buffer): RawFile {
  const parsed = file.safeParse(parse(bytes));
  if (!parsed.success) return unreadable();
  const questions = parsed.data.questions
    .slice(0, MOST_READ)
    .map(({ category, content }, index) => rawOf(content, category, `#${index + 1}`));
  return questions.length === 0 ? unreadable() : { questions, problems: [] };
}

function rawOf(content: unknown, category: string[], place: string): RawQuestion {
  const known = questionContent.safeParse(content);
  if (known.success) {
    const { stem, kind } = known.data;
    // A stimulus lives in its bank; in another one its id points nowhere.
    const own = { ...known.data, stimulusId: null };
    return { place, title: plainText(stem), kind, category, content: own, problems: [] };
  }
  const { kind: given, stem } = (content ?? {}) as { kind?: unknown; stem?: unknown };
  const kind: QuestionKind | null = QUESTION_KINDS.find((one) => one === given) ?? null;
  return {
    place,
    title: typeof stem === 'string' ? plainText(stem.slice(0, 2_000)) : '',
    kind,
    category,
    content: kind === null ? null : (content as Record<string, unknown>),
    problems: kind === null ? [problem('kind_not_supported', String(given ?? ''))] : [],
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(decodedText(bytes));
  } catch {
    return null;
  }
}
