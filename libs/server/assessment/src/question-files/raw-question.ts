/** The room where what a file says becomes a question that may be stored, or a list of what is wrong with it. */
import { setImmediate } from 'node:timers/promises';
import {
  type FoundQuestion,
  questionContent,
  type QuestionContent,
  type QuestionFileProblem,
  type QuestionKind,
} from '@tap-huan/contract';
import { excerpt } from '@tap-huan/rules';
import { Failure } from '@tap-huan/server/platform';
import { acceptedContent } from '../question/question-content';
import { escapeHtml, htmlLines } from './html-lines';
import { KnownQuestions } from './known-questions';

/** A question as a format gives it: content not checked yet. */
export interface RawQuestion {
  place: string;
  /** Plain text. */
  title: string;
  kind: QuestionKind | null;
  category: string[];
  /** Null where the format already knows that it cannot be one. */
  content: Record<string, unknown> | null;
  problems: Problem[];
}

export interface Problem {
  code: QuestionFileProblem;
  text: string;
}

/** What a format finds in a file. */
export interface RawFile {
  questions: RawQuestion[];
  problems: Problem[];
}

/** What a question asks for besides its stem; content only where nothing is wrong with it. */
export interface Answer {
  content: Record<string, unknown> | null;
  problems: Problem[];
}

/** The answer part of a question that was understood, with what was left out. */
export const understood = (
  content: Record<string, unknown>,
  ...leftOut: readonly Problem[]
): Answer => ({ content, problems: [...leftOut] });

export const refusedFor = (...problems: readonly Problem[]): Answer => ({
  content: null,
  problems: [...problems],
});

const SHORT = 160;

/** A problem, with the words of the file that it is about. */
export const problem = (code: QuestionFileProblem, text = ''): Problem => ({
  code,
  text: excerpt(escapeHtml(text.slice(0, 4 * SHORT)), SHORT),
});

/** The file as a whole cannot be read. */
export const unreadable = (): RawFile => ({ questions: [], problems: [problem('unreadable')] });

/** Questions that one file may bring. */
const MOST_QUESTIONS = 5_000;
/** Questions that are looked for at most: those beyond are only counted, and not all of them. */
export const MOST_READ = 2 * MOST_QUESTIONS;
/** So many are checked before others may have the processor. */
const AT_ONCE = 40;

/** Numbers the questions of a file and checks each by itself: a bad one never takes a good one with it. */
export async function judged({ questions, problems }: RawFile): Promise<{
  questions: FoundQuestion[];
  problems: Problem[];
}> {
  const known = new KnownQuestions();
  const found: FoundQuestion[] = [];
  for (const raw of questions.slice(0, MOST_QUESTIONS)) {
    found.push(judgedOne(raw, found.length + 1, known));
    if (found.length % AT_ONCE === 0) await setImmediate();
  }
  const more = questions.length - found.length;
  return {
    questions: found,
    problems: more > 0 ? [...problems, problem('too_many_questions', String(more))] : problems,
  };
}

function judgedOne(raw: RawQuestion, number: number, known: KnownQuestions): FoundQuestion {
  const title = excerpt(escapeHtml(raw.title.slice(0, 4 * SHORT)), SHORT);
  const category = raw.category
    .map((name) => name.normalize('NFC').trim().slice(0, 200))
    .filter((name) => name !== '')
    .slice(0, 10);
  const common = { ...raw, number, title, category };
  const verdict = raw.content === null ? null : accepted(raw.content);
  if (verdict === null) return { ...common, content: null };
  if (typeof verdict === 'string') {
    const problems = [...raw.problems, problem('content_invalid', verdict)];
    return { ...common, content: null, problems };
  }
  const isDouble = known.hasThenAdd(verdict);
  const problems = isDouble
    ? [...raw.problems, problem('duplicate_question', title)]
    : raw.problems;
  return { ...common, kind: verdict.kind, content: verdict, problems };
}

type Issue = { code?: string | undefined; origin?: unknown; path: PropertyKey[] };

/** `too_long:text`, `too_few:options` … for what the shape objects to. */
function issueCode({ code, origin, path }: Issue): string {
  const field = path.filter((step) => typeof step === 'string').at(-1) ?? '';
  if (code === 'too_big') return `${origin === 'array' ? 'too_many' : 'too_long'}:${field}`;
  if (code === 'too_small') return `${origin === 'array' ? 'too_few' : 'empty'}:${field}`;
  return `wrong:${field}`;
}

/** The content as it would be stored, or codes of what is wrong with it. */
function accepted(content: Record<string, unknown>): QuestionContent | string {
  const parsed = questionContent.safeParse(content);
  if (!parsed.success) return [...new Set(parsed.error.issues.map(issueCode))].join(', ');
  try {
    return acceptedContent(parsed.data);
  } catch (error) {
    if (error instanceof Failure) return (error.issues ?? []).map(({ code }) => code).join(', ');
    throw error;
  }
}

/** Plain text as the HTML of a stem: a paragraph for each line. */
export const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');

/** Whether HTML is nothing but paragraphs of plain text. */
export const isPlain = (html: string): boolean => paragraphs(htmlLines(html)) === html;
