/** The room of the question with one right option. */
import { contentIdOf, drawOptions, feedbackOf, shownIdOf } from '../choices';
import type { QuestionType } from '../question-type';
import { gradeOf, placeOf, unanswered, UNANSWERED } from '../question-type';

export const single: QuestionType<'single'> = {
  paperOf(content, draw) {
    const { shown, order } = drawOptions(content.options, draw);
    return {
      kind: 'single',
      paper: { kind: 'single', stem: content.stem, options: shown },
      order,
    };
  },
  isComplete: (response, paper) =>
    response.choice !== null && placeOf(paper.options, response.choice) >= 0,
  grade(content, { paper, order }, response) {
    if (response === null || response.choice === null) return unanswered();
    const chosen = contentIdOf(paper.options, order, response.choice);
    return gradeOf(chosen === content.correct ? 1 : 0, 1);
  },
  classify(_content, { paper, order }, response) {
    if (response === null || response.choice === null) return UNANSWERED;
    return contentIdOf(paper.options, order, response.choice) ?? UNANSWERED;
  },
  explain(content, { paper, order }, response) {
    const chosen = response === null || response.choice === null ? [] : [response.choice];
    return {
      optionFeedback: feedbackOf(content.options, paper.options, order, chosen),
      correct: { kind: 'single', choice: shownIdOf(paper.options, order, content.correct) },
    };
  },
};
