/** The room of the question whose numbers are drawn for each paper and whose answer is computed from them. */
import type { ContentOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import { writeNumber } from '../numeric/read-number';
import { gradeNumber, labelNumber, UNREADABLE } from '../numeric/tolerance';
import type { QuestionType } from '../question-type';
import { UNANSWERED, withoutIds } from '../question-type';
import type { Formula } from './formula';
import { parseFormula } from './formula';
import { roundTo } from './rounding';
import { drawValues, fillIn } from './variables';

type Content = ContentOf<'calculated'>;
type Values = Record<string, number>;

/** Beyond it a double has no room for the decimals. */
const LARGEST = 1e15;
/** Numbers for which the formula has no result are drawn again, so often at most. */
const DRAWS = 100;

/** The right answer for these numbers, rounded half away from zero; NaN where there is none. */
export function resultOf(formula: Formula | null, decimals: number, values: Values): number {
  const result = formula?.evaluate(values) ?? Number.NaN;
  return Math.abs(result) <= LARGEST ? roundTo(result, decimals) : Number.NaN;
}

const rightNumber = ({ formula, decimals }: Content, { values }: { values: Values }): number =>
  resultOf(parseFormula(formula), decimals, values);

export const calculated: QuestionType<'calculated'> = {
  paperOf(content, { random }) {
    const formula = parseFormula(content.formula);
    let values = drawValues(content.variables, random);
    for (let draws = 1; draws < DRAWS; draws += 1) {
      if (!Number.isNaN(resultOf(formula, content.decimals, values))) break;
      values = drawValues(content.variables, random);
    }
    return {
      kind: 'calculated',
      paper: {
        kind: 'calculated',
        stem: fillIn(content.stem, values),
        unit: content.unit,
        otherUnits: content.units.map(({ name }) => name),
      },
      values,
    };
  },
  isComplete: COMPLETE.calculated,
  grade: (content, frozen, response) =>
    gradeNumber(response?.text ?? '', rightNumber(content, frozen), content),
  /** Papers have different numbers, so a number would say nothing: "right", "wrong" or "unreadable". */
  classify(content, frozen, response) {
    const right = rightNumber(content, frozen);
    const label = labelNumber(response?.text ?? '', right, content);
    if (label === UNANSWERED || label === UNREADABLE) return label;
    return gradeNumber(response?.text ?? '', right, content).outcome;
  },
  explain(content, frozen) {
    const right = rightNumber(content, frozen);
    const correct = Number.isNaN(right)
      ? null
      : { kind: 'calculated' as const, text: writeNumber(right) };
    return { optionFeedback: [], correct };
  },
  toPaperIds: withoutIds,
};
