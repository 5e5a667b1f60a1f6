/** The room of the question with one right option. */
import type { ResponseOf } from '@tap-huan/contract';
import { contentIdOf, drawOptions, feedbackOf, shownIdOf } from '../choices';
import { COMPLETE } from '../complete';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';

const chosenOf = ({ paper, order }: FrozenOf<'single'>, response: ResponseOf<'single'> | null) =>
  contentIdOf(paper.options, order, response?.choice ?? '');

export const single: QuestionType<'single'> = {
  paperOf(content, draw) {
    const { shown, order } = drawOptions(content.options, draw);
    return {
      kind: 'single',
      paper: { kind: 'single', stem: content.stem, options: shown },
      order,
    };
  },
  isComplete: COMPLETE.single,
  /** A choice that the paper does not have is none. */
  grade(content, frozen, response) {
    const chosen = chosenOf(frozen, response);
    return chosen === null ? unanswered() : gradeOf(chosen === content.correct ? 1 : 0, 1);
  },
  classify: (_content, frozen, response) => chosenOf(frozen, response) ?? UNANSWERED,
  explain(content, { paper, order }, response) {
    const chosen = response === null || response.choice === null ? [] : [response.choice];
    return {
      optionFeedback: feedbackOf(content.options, paper.options, order, chosen),
      correct: { kind: 'single', choice: shownIdOf(paper.options, order, content.correct) },
    };
  },
  toPaperIds: ({ paper, order }, response) => ({
    ...response,
    choice: response.choice === null ? null : shownIdOf(paper.options, order, response.choice),
  }),
};
