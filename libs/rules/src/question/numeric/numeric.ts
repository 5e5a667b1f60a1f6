/** The room of the question answered by a number. */
import type { QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';
import { readNumber, writeNumber } from './read-number';

/**
 * Whether a number lies within value ± tolerance, borders included. A few units in the last place are forgiven: binary
 * floats cannot hold 0,1, so 8,6 would else miss 8,5 ± 0,1.
 */
function isWithin(given: number, value: number, tolerance: number): boolean {
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value), tolerance);
  return Math.abs(given - value) <= tolerance + slack;
}

export const numeric: QuestionType<'numeric'> = {
  paperOf: (content) => ({
    kind: 'numeric',
    paper: { kind: 'numeric', stem: content.stem, unit: content.unit },
  }),
  isComplete: (response, paper) => readNumber(response.text, paper.unit).length > 0,
  grade(content, _frozen, response) {
    if (response === null || response.text.trim() === '') return unanswered();
    const right = readNumber(response.text, content.unit).some((given) =>
      isWithin(given, content.value, content.tolerance),
    );
    return gradeOf(right ? 1 : 0, 1);
  },
  /** The number in one spelling, whatever was typed; "unreadable" where it is none. */
  classify(content, _frozen, response) {
    if (response === null || response.text.trim() === '') return UNANSWERED;
    const readings = readNumber(response.text, content.unit);
    const meant =
      readings.find((given) => isWithin(given, content.value, content.tolerance)) ?? readings[0];
    return meant === undefined ? 'unreadable' : writeNumber(meant);
  },
  explain: (content) => ({
    optionFeedback: [],
    correct: { kind: 'numeric', text: writeNumber(content.value) },
  }),
};
