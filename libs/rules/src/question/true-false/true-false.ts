/** The room of the statement that is right or wrong (đúng, sai). */
import type { QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';

export const trueFalse: QuestionType<'true_false'> = {
  paperOf: (content) => ({
    kind: 'true_false',
    paper: { kind: 'true_false', stem: content.stem },
  }),
  isComplete: (response) => response.choice !== null,
  grade(content, _frozen, response) {
    if (response === null || response.choice === null) return unanswered();
    return gradeOf(response.choice === content.correct ? 1 : 0, 1);
  },
  classify: (_content, _frozen, response) =>
    response === null || response.choice === null ? UNANSWERED : String(response.choice),
  explain: (content) => ({
    optionFeedback: [],
    correct: { kind: 'true_false', choice: content.correct },
  }),
};
