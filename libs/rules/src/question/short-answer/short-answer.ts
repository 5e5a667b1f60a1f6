/** The room of the question answered by a few words. */
import { isBlank } from './is-blank';
import type { ContentOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import { collapseSpaces, evenTones, stripMarks, toNfc } from '../../spelling';
import type { QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED, withoutIds } from '../question-type';
import { fits, withoutStars } from './wildcards';

type Leniency = Pick<ContentOf<'short_answer'>, 'ignoreCase' | 'ignoreDiacritics'>;

/** Single spaces, no punctuation at the end, lower case where case does not count. */
function bareAnswer(text: string, ignoreCase: boolean): string {
  const bare = collapseSpaces(toNfc(text)).replace(/[\s.,;:!?…]+$/u, '');
  return ignoreCase ? bare.toLowerCase() : bare;
}

/**
 * An answer in the form in which two answers are compared: NFC, single spaces, no punctuation at the end; lower case and
 * without diacritics (đ as d) where the question says so. The placement of the tone (hoà, hòa) never matters.
 */
export function comparableAnswer(text: string, { ignoreCase, ignoreDiacritics }: Leniency): string {
  const bare = bareAnswer(text, ignoreCase);
  return ignoreDiacritics ? stripMarks(bare) : evenTones(bare);
}

/** A text in a form for people and for tables: without what the question overlooks, at most `length` characters. */
export function answerLabel(text: string, leniency: Leniency, length: number): string {
  const bare = bareAnswer(text, leniency.ignoreCase);
  const shown = leniency.ignoreDiacritics ? stripMarks(bare) : bare;
  return Array.from(shown).slice(0, length).join('');
}

/** The tone of oa, oe, uy on the first letter (hòa, not hoà). Unlike `evenTones` it leaves the beginning of a syllable alone. */
const tonesForward = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])/giu, '$1$3$2')
    .normalize('NFC');

/**
 * Whether a typed text is this accepted answer. With stars, which may cut a syllable, it is compared both as spelled and
 * with its tones placed alike: `ho*` and `hòa*` accept "hoà", `hoa*` does not.
 */
function isAccepted(given: string, accepted: string, content: ContentOf<'short_answer'>): boolean {
  const { wildcards, ignoreCase, ignoreDiacritics } = content;
  if (!wildcards) return comparableAnswer(given, content) === comparableAnswer(accepted, content);
  const text = bareAnswer(given, ignoreCase);
  const pattern = bareAnswer(accepted, ignoreCase);
  if (ignoreDiacritics) return fits(stripMarks(text), stripMarks(pattern));
  return fits(text, pattern) || fits(tonesForward(text), tonesForward(pattern));
}

export const shortAnswer: QuestionType<'short_answer'> = {
  paperOf: (content) => ({
    kind: 'short_answer',
    paper: { kind: 'short_answer', stem: content.stem },
  }),
  isComplete: COMPLETE.short_answer,
  grade(content, _frozen, response) {
    const given = response?.text ?? '';
    if (isBlank(given)) return unanswered();
    return gradeOf(content.accepted.some((text) => isAccepted(given, text, content)) ? 1 : 0, 1);
  },
  /** The accepted answer that it is, else what was typed; at most 60 characters. */
  classify(content, _frozen, response) {
    const given = response?.text ?? '';
    if (isBlank(given)) return UNANSWERED;
    const accepted = content.accepted.find((text) => isAccepted(given, text, content));
    return answerLabel(accepted ?? given, content, 60);
  },
  /** The first accepted answer, its stars standing for nothing. */
  explain({ accepted: [first = ''], wildcards }) {
    const text = wildcards ? collapseSpaces(withoutStars(first)) : first;
    return { optionFeedback: [], correct: { kind: 'short_answer', text } };
  },
  toPaperIds: withoutIds,
};
