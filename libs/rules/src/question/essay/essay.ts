/** The room of the question answered by a text that a person marks. */
import { COMPLETE } from '../complete';
import type { QuestionType } from '../question-type';
import { unanswered, UNANSWERED, unmarked, withoutIds } from '../question-type';

const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === '';

export const essay: QuestionType<'essay'> = {
  paperOf: ({ stem, minimumWords, maximumWords }) => ({
    kind: 'essay',
    paper: { kind: 'essay', stem, minimumWords, maximumWords },
  }),
  /** The number of words is told to the officer, not asked for here. */
  isComplete: COMPLETE.essay,
  /** Nothing written is unanswered at once; the rest waits for a marker and earns nothing until then. */
  grade: (_content, _frozen, response) => (isEmpty(response?.text) ? unanswered() : unmarked()),
  classify: (_content, _frozen, response) => (isEmpty(response?.text) ? UNANSWERED : 'answered'),
  /** The model answer is the author's, not a response: a review takes it from the content. */
  explain: () => ({ optionFeedback: [], correct: null }),
  toPaperIds: withoutIds,
};
