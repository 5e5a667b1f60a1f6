/** The room of an author's mistakes in a calculated question. */
import type { ContentOf } from '@tap-huan/contract';
import { seededRandom } from '../../random';
import type { Findings } from '../problem-finders';
import { resultOf } from './calculated';
import type { Formula } from './formula';
import { parseFormula } from './formula';
import type { Variable } from './variables';
import { canBeDrawn, drawValues, endsOf, namesIn } from './variables';

type Content = ContentOf<'calculated'>;

/** Papers that are tried, beside all combinations of lowest and highest values. */
const SAMPLES = 200;

/** Every combination of the lowest and the highest value of each variable: at most 2^10. */
const corners = (variables: readonly Variable[]): Record<string, number>[] =>
  variables.reduce<Record<string, number>[]>(
    (made, variable) =>
      made.flatMap((values) =>
        [...new Set(endsOf(variable))].map((end) => ({ ...values, [variable.name]: end })),
      ),
    [{}],
  );

/** Whether some numbers that may be drawn have no result: tried at the ends and on a sample that is always the same. */
function lacksResult({ variables, decimals }: Content, formula: Formula): boolean {
  const random = seededRandom('formula');
  const sample = Array.from({ length: SAMPLES }, () => drawValues(variables, random));
  return [...corners(variables), ...sample].some((values) =>
    Number.isNaN(resultOf(formula, decimals, values)),
  );
}

/** What is wrong with the variables, the formula and the names in the stem. */
export function formulaProblems(content: Content): Findings {
  const names = content.variables.map(({ name }) => name);
  const formula = parseFormula(content.formula);
  const shown = namesIn(content.stem);
  const unknown = formula?.names.some((name) => !names.includes(name)) ?? false;
  const drawable = content.variables.every(canBeDrawn);
  return [
    new Set(names).size < names.length && 'variables_repeat',
    !drawable && 'variable_without_values',
    formula === null && 'formula_unreadable',
    unknown && 'formula_variable_unknown',
    formula !== null &&
      !unknown &&
      drawable &&
      lacksResult(content, formula) &&
      'formula_without_result',
    shown.some((name) => !names.includes(name)) && 'stem_variable_unknown',
    formula?.names.some((name) => names.includes(name) && !shown.includes(name)) === true &&
      'variable_not_shown',
  ];
}
