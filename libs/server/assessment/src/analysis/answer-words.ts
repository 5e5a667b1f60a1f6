/** The room where the labels of answers become words: which option, place or order a label of the rules stands for. */
import type { QuestionContent } from '@tap-huan/contract';
import {
  classifyResponse,
  freezeQuestion,
  plainText,
  rightAnswer,
  seededRandom,
} from '@tap-huan/rules';

export interface AnswerWords {
  /** A, B, C … by the author's order; null where a question has no options. */
  letter: string | null;
  /** Null where the label is a word itself: `unanswered`, `true`, `unreadable` … */
  text: string | null;
}

/** Labels that are words of the rules; the page has sentences for them. */
const WORDS: ReadonlySet<string> = new Set(['unanswered', 'unreadable', 'outside']);
/** Kinds whose labels are all words. */
const WORDS_ONLY: ReadonlySet<QuestionContent['kind']> = new Set([
  'true_false',
  'calculated',
  'essay',
  'file_upload',
]);
const NOTHING = '–';

const letterOf = (place: number): string => String.fromCharCode(65 + place);

interface Named {
  id: string;
  text: string;
}

/** "a+c" -> "A + C" and both texts. */
function chosenWords(label: string, options: readonly Named[]): AnswerWords {
  const parts = label.split('+').map((id) => {
    const place = options.findIndex((option) => option.id === id);
    return place < 0
      ? { letter: NOTHING, text: id }
      : { letter: letterOf(place), text: plainText(options[place]?.text ?? '') };
  });
  parts.sort((a, b) => (a.letter < b.letter ? -1 : 1));
  return {
    letter: parts.map(({ letter }) => letter).join(' + '),
    text: parts.map(({ text }) => text).join('; '),
  };
}

/** "p1=x p2=y" -> [x, y]; what stands behind an id may hold spaces itself. */
export function partsOf(label: string, ids: readonly string[]): (string | null)[] {
  let rest = ` ${label}`;
  return ids.map((id, place) => {
    const begin = ` ${id}=`;
    if (!rest.startsWith(begin)) return null;
    const next = ids
      .slice(place + 1)
      .map((other) => rest.indexOf(` ${other}=`, begin.length))
      .find((at) => at >= 0);
    const value = rest.slice(begin.length, next ?? rest.length);
    rest = rest.slice(next ?? rest.length);
    return value === '-' ? null : value;
  });
}

function partWords(
  label: string,
  items: readonly Named[],
  valueOf: (value: string) => string,
): AnswerWords {
  const values = partsOf(
    label,
    items.map(({ id }) => id),
  );
  const text = items
    .map(({ text: item }, place) => {
      const value = values[place] ?? null;
      return `${item === '' ? '' : `${item} → `}${value === null ? NOTHING : valueOf(value)}`;
    })
    .join('; ');
  return { letter: null, text };
}

const named = (items: readonly Named[], id: string): string =>
  items.find((item) => item.id === id)?.text ?? id;

/** An answer in words of the question. */
export function answerWords(content: QuestionContent, label: string): AnswerWords {
  if (WORDS_ONLY.has(content.kind) || WORDS.has(label)) return { letter: null, text: null };
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return chosenWords(label, content.options);
    case 'hotspot':
      return chosenWords(
        label,
        content.areas.map((area) => ({ id: area.id, text: area.label })),
      );
    case 'matching': {
      const prompts = content.pairs.map(({ id, prompt }) => ({ id, text: prompt }));
      const answers = [
        ...content.pairs.map(({ id, answer }) => ({ id, text: answer })),
        ...content.distractors.map((text, place) => ({ id: `x${place + 1}`, text })),
      ];
      return partWords(label, prompts, (value) => named(answers, value));
    }
    case 'categorise': {
      const groups = content.groups.map(({ id, title }) => ({ id, text: title }));
      return partWords(label, content.items, (value) => named(groups, value));
    }
    case 'fill_blanks':
      return partWords(
        label,
        content.blanks.map(({ id }) => ({ id, text: '' })),
        (value) => value,
      );
    case 'ordering':
      return {
        letter: null,
        text: label
          .split('>')
          .map((id) => named(content.items, id))
          .join(' › '),
      };
    default:
      return { letter: null, text: label };
  }
}

/** Labels that a question offers, so that one which nobody chose is seen too. */
export function offeredLabels(content: QuestionContent): string[] {
  switch (content.kind) {
    case 'single':
      return content.options.map(({ id }) => id);
    case 'true_false':
      return ['true', 'false'];
    case 'hotspot':
      return content.correct.length === 1 ? content.areas.map(({ id }) => id) : [];
    default:
      return [];
  }
}

/** Whether exactly one label is right. */
function hasOneKey(content: QuestionContent): boolean {
  switch (content.kind) {
    case 'numeric':
      return content.tolerance === 0;
    case 'short_answer':
      return content.accepted.length === 1;
    case 'fill_blanks':
      return (
        content.mode !== 'typed' || content.blanks.every((blank) => blank.accepted.length === 1)
      );
    case 'calculated':
    case 'essay':
    case 'file_upload':
      return false;
    default:
      return true;
  }
}

/** The label of the right answer; null where there is not exactly one. */
export function keyLabel(content: QuestionContent): string | null {
  if (!hasOneKey(content)) return null;
  const frozen = freezeQuestion(content, { random: seededRandom('key'), shuffleOptions: false });
  const right = rightAnswer(content, frozen);
  return right === null ? null : classifyResponse(content, frozen, right);
}

/** Whether answers to it are worth counting: what is written or handed in is not. */
export const countsAnswers = ({ kind }: QuestionContent): boolean =>
  kind !== 'essay' && kind !== 'file_upload';
