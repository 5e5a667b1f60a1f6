/** The room of the question answered by a few words. */
import type { ContentOf } from '@tap-huan/contract';
import { collapseSpaces, evenTones, stripMarks, toNfc } from '../../spelling';
import type { QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';

type Leniency = Pick<ContentOf<'short_answer'>, 'ignoreCase' | 'ignoreDiacritics'>;

/**
 * An answer in the form in which two answers are compared: NFC, single spaces, no punctuation at the end; lower case and
 * without diacritics (đ as d) where the question says so. The placement of the tone (hoà, hòa) never matters.
 */
export function comparableAnswer(text: string, { ignoreCase, ignoreDiacritics }: Leniency): string {
  const bare = collapseSpaces(toNfc(text)).replace(/[\s.,;:!?…]+$/u, '');
  const cased = ignoreCase ? bare.toLowerCase() : bare;
  return ignoreDiacritics ? stripMarks(cased) : evenTones(cased);
}

/** Nothing but spaces and punctuation is no answer. */
const isBlank = (text: string): boolean => !/[^\s.,;:!?…]/u.test(text);

export const shortAnswer: QuestionType<'short_answer'> = {
  paperOf: (content) => ({
    kind: 'short_answer',
    paper: { kind: 'short_answer', stem: content.stem },
  }),
  isComplete: (response) => !isBlank(response.text),
  grade(content, _frozen, response) {
    if (response === null || isBlank(response.text)) return unanswered();
    const given = comparableAnswer(response.text, content);
    const right = content.accepted.some((text) => comparableAnswer(text, content) === given);
    return gradeOf(right ? 1 : 0, 1);
  },
  /** The accepted answer it equals, or what was typed, in comparable form, at most 60 characters. */
  classify(content, _frozen, response) {
    if (response === null || isBlank(response.text)) return UNANSWERED;
    return Array.from(comparableAnswer(response.text, content).normalize('NFC'))
      .slice(0, 60)
      .join('');
  },
  explain: (content) => ({
    optionFeedback: [],
    correct: { kind: 'short_answer', text: content.accepted[0] ?? '' },
  }),
};
