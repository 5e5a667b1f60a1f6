/** The room of question lists as teachers write them in Word. */
import type { QuestionKind } from '@tap-huan/contract';
import { readNumber } from '@tap-huan/rules';
import type { Archive } from '../package/archive';
import {
  type Answer,
  paragraphs,
  problem,
  type Problem,
  type RawFile,
  type RawQuestion,
  refusedFor,
  understood,
  unreadable,
} from '../raw-question';
import { docxLines } from './docx-lines';
import { type Draft, draftsOf } from './word-drafts';
import { withoutPictures } from './word-lines';
import { rightLetters } from './word-options';

/** Reads a .docx file; what cannot be a question is told of, and the rest is read. */
export async function readWord(archive: Archive): Promise<RawFile> {
  const lines = await docxLines(archive);
  const drafts = lines === null ? [] : draftsOf(lines);
  if (drafts.length === 0) return unreadable();
  const hasChoices = drafts.filter(({ options }) => options.length >= 2).length * 2 > drafts.length;
  return { questions: drafts.map((draft) => rawOf(draft, hasChoices)), problems: [] };
}

const TAG = /\(\s*(CLO\s*\d+(?:\.\d+)?)\s*\)/gi;
/** "(0,25 điểm)": a quiz says what a question is worth. */
const WORTH = /\(\s*\d+(?:[.,]\d+)?\s*(?:điểm|đ)\s*\)/giu;
/** Nhận biết, thông hiểu, vận dụng. */
const LEVEL = /[([](NB|TH|VDC?)[)\]]/;
const LEVELS: Readonly<Record<string, string>> = { NB: 'recall', TH: 'understand' };

function rawOf(draft: Draft, hasChoices: boolean): RawQuestion {
  const whole = [draft.passage, ...draft.stem].join('\n');
  const tags = [...whole.matchAll(TAG)].map(([, tag = '']) => tag.replace(/\s/g, '').toUpperCase());
  const [, level] = LEVEL.exec(draft.stem[0] ?? '') ?? [];
  const clean = (text: string) =>
    withoutPictures(text.replace(TAG, '').replace(WORTH, '').replace(LEVEL, '')).trim();
  const passage = clean(draft.passage);
  const own = clean(draft.stem.join('\n')).replace(/^[:.]\s+/, '');
  // In a text with gaps the gap is the question.
  const stem = own === '' && passage !== '' ? `(${draft.number}) _____` : own;
  const common = { place: `Câu ${draft.number}`, title: stem, category: draft.category };
  const leftOut = leftOutOf(draft, stem);
  if (stem === '') {
    return { ...common, kind: null, content: null, problems: [...leftOut, problem('no_stem')] };
  }
  const shared = {
    stem: `${passage === '' ? '' : `<blockquote>${paragraphs(passage)}</blockquote>`}${paragraphs(stem)}`,
    feedback: paragraphs(withoutPictures((draft.explanation ?? []).join('\n'))),
    tags: [...new Set(tags)],
    ...(level ? { difficulty: LEVELS[level] ?? 'apply' } : {}),
  };
  const { content, problems } = answerOf(draft, hasChoices);
  return {
    ...common,
    kind: content && (content['kind'] as QuestionKind),
    content: content && { ...shared, ...content },
    problems: [...leftOut, ...problems],
  };
}

function leftOutOf(draft: Draft, stem: string): Problem[] {
  const [stray] = draft.strays;
  return [
    ...(draft.hasPicture ? [problem('picture_left_out', stem)] : []),
    ...(stray === undefined ? [] : [problem('part_left_out', stray)]),
  ];
}

const TRUTH = /^(?:đúng|sai|true|false)[.!]?$/i;
const isTrue = (text: string): boolean => /^(?:đúng|true)/i.test(text);

function answerOf({ options, key }: Draft, hasChoices: boolean): Answer {
  const [only] = options;
  if (!only) return withoutOptions(key, hasChoices);
  if (options.length === 1) return refusedFor(problem('too_few_options', only.text));
  const right = rightLetters(options, key);
  const letters = options.map(({ letter }) => letter);
  // A second A: the next question has lost its number, or a letter was mistyped.
  if (letters.lastIndexOf('A') > 0) return refusedFor(problem('content_invalid', 'wrong:options'));
  if (key === null && right.length === 0) return refusedFor(problem('key_missing'));
  if (right.length === 0 || right.some((letter) => !letters.includes(letter))) {
    return refusedFor(problem('key_unknown', key ?? ''));
  }
  const texts = options.map(({ text }) => withoutPictures(text).trim());
  const chosen = letters.indexOf(right[0] ?? '');
  if (texts.length === 2 && right.length === 1 && texts.every((text) => TRUTH.test(text))) {
    return understood({ kind: 'true_false', correct: isTrue(texts[chosen] ?? '') });
  }
  const shown = texts.map((text, index) => ({ id: idOf(index), text }));
  if (right.length === 1)
    return understood({ kind: 'single', options: shown, correct: idOf(chosen) });
  const correct = shown.filter((_, index) => right.includes(letters[index] ?? ''));
  return understood({ kind: 'multiple', options: shown, correct: correct.map(({ id }) => id) });
}

/** By place: a letter may stand twice by a slip of the pen. */
const idOf = (index: number): string => String.fromCharCode(97 + index);

/**
 * "Đáp án: 15 ngày" is a short answer, "Đáp án: 15" a number, "Đáp án: Đúng" a statement; without a key it is an essay,
 * but held back in a list of choices: there its options were lost.
 */
function withoutOptions(key: string | null, hasChoices: boolean): Answer {
  if (key === null) {
    return understood({ kind: 'essay' }, ...(hasChoices ? [problem('too_few_options')] : []));
  }
  if (TRUTH.test(key)) return understood({ kind: 'true_false', correct: isTrue(key) });
  if (/^[A-H](?:\s*,\s*[A-H])*[.)]?$/.test(key)) return refusedFor(problem('too_few_options', key));
  // "1.414" with a dot before three digits is a thousand and more.
  const value = readNumber(key).at(-1);
  if (value !== undefined) return understood({ kind: 'numeric', value });
  const accepted = key
    .split(/[;|]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return understood({ kind: 'short_answer', accepted });
}
