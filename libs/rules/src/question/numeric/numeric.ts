/** The room of the question answered by a number. */
import { COMPLETE } from '../complete';
import type { QuestionType } from '../question-type';
import { withoutIds } from '../question-type';
import { writeNumber } from './read-number';
import { gradeNumber, labelNumber } from './tolerance';

export const numeric: QuestionType<'numeric'> = {
  paperOf: ({ stem, unit, units }) => ({
    kind: 'numeric',
    paper: { kind: 'numeric', stem, unit, otherUnits: units.map(({ name }) => name) },
  }),
  isComplete: COMPLETE.numeric,
  grade: (content, _frozen, response) => gradeNumber(response?.text ?? '', content.value, content),
  classify: (content, _frozen, response) =>
    labelNumber(response?.text ?? '', content.value, content),
  explain: (content) => ({
    optionFeedback: [],
    correct: { kind: 'numeric', text: writeNumber(content.value) },
  }),
  toPaperIds: withoutIds,
};
