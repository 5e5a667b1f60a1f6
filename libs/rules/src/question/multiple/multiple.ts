/** The room of the question with several right options. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { contentIdOf, drawOptions, feedbackOf, shownIdOf } from '../choices';
import { COMPLETE } from '../complete';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';

/** Content ids chosen, each once; ids that the paper does not have are left out. */
function chosenOf(frozen: FrozenOf<'multiple'>, response: ResponseOf<'multiple'> | null): string[] {
  const ids = (response?.choices ?? []).map((id) =>
    contentIdOf(frozen.paper.options, frozen.order, id),
  );
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Sum of the weights of the options with these ids, in percent. */
export const weightOf = ({ options }: ContentOf<'multiple'>, ids: readonly string[]): number =>
  options.reduce((sum, { id, weight }) => sum + (ids.includes(id) ? (weight ?? 0) : 0), 0);

export const multiple: QuestionType<'multiple'> = {
  paperOf(content, draw) {
    const { shown, order } = drawOptions(content.options, draw);
    return {
      kind: 'multiple',
      paper: { kind: 'multiple', stem: content.stem, options: shown },
      order,
    };
  },
  isComplete: COMPLETE.multiple,
  /**
   * Partial credit: right/nRight - wrong/nWrong, not below 0, so that choosing everything earns nothing. As whole
   * numbers: (right·nWrong - wrong·nRight) of nRight·nWrong. Where every option is right there is nothing to subtract.
   * Weights: the sum of the weights chosen, 0 to 100 percent.
   */
  grade(content, frozen, response) {
    const chosen = chosenOf(frozen, response);
    if (chosen.length === 0) return unanswered();
    if (content.scoring === 'weights') return gradeOf(weightOf(content, chosen), 100);
    const key = new Set(content.correct);
    const right = chosen.filter((id) => key.has(id)).length;
    const wrong = chosen.length - right;
    if (content.scoring === 'all_or_nothing') {
      return gradeOf(right === key.size && wrong === 0 ? 1 : 0, 1);
    }
    const wrongOptions = content.options.filter((option) => !key.has(option.id)).length;
    if (wrongOptions === 0) return gradeOf(right, key.size);
    return gradeOf(right * wrongOptions - wrong * key.size, key.size * wrongOptions);
  },
  classify(_content, frozen, response) {
    const chosen = chosenOf(frozen, response);
    return chosen.length === 0 ? UNANSWERED : chosen.sort().join('+');
  },
  explain(content, { paper, order }, response) {
    const right = content.correct.map((id) => shownIdOf(paper.options, order, id));
    const inShownOrder = paper.options.map(({ id }) => id).filter((id) => right.includes(id));
    return {
      optionFeedback: feedbackOf(content.options, paper.options, order, response?.choices ?? []),
      correct: { kind: 'multiple', choices: inShownOrder },
    };
  },
  toPaperIds: ({ paper, order }, response) => ({
    ...response,
    choices: response.choices.map((id) => shownIdOf(paper.options, order, id)),
  }),
};
