/** The room of the statement that is right or wrong (đúng, sai). */
import { COMPLETE } from '../complete';
import type { QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED, withoutIds } from '../question-type';

export const trueFalse: QuestionType<'true_false'> = {
  paperOf: (content) => ({
    kind: 'true_false',
    paper: { kind: 'true_false', stem: content.stem },
  }),
  isComplete: COMPLETE.true_false,
  grade(content, _frozen, response) {
    if (response === null || response.choice === null) return unanswered();
    return gradeOf(response.choice === content.correct ? 1 : 0, 1);
  },
  classify: (_content, _frozen, response) =>
    response === null || response.choice === null ? UNANSWERED : String(response.choice),
  /** The feedback of the side chosen is named 'true' or 'false'. */
  explain(content, _frozen, response) {
    const side = String(response?.choice ?? '');
    const text = side === 'true' || side === 'false' ? content.optionFeedback[side] : '';
    return {
      optionFeedback: text === '' ? [] : [{ id: side, text }],
      correct: { kind: 'true_false', choice: content.correct },
    };
  },
  toPaperIds: withoutIds,
};
