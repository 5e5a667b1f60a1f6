/** The room of what a formula comes to: a few papers drawn as the server would draw them. */
import { type FrozenOf, freezeQuestion, rightAnswer, seededRandom } from '@tap-huan/rules';
import { written } from '../forms/form-parts';
import { type CalculatedForm, calculatedForm } from '../forms/number-form';
import { contentOf, emptyForm } from '../question-form';

export interface FormulaExample {
  /** As in "a = 3, b = 5". */
  values: string;
  /** Null where the formula has no result for these numbers. */
  result: string | null;
}

const SEEDS = ['a', 'b', 'c'];

/** Three examples; none while variables or formula are not complete. */
export function formulaExamples(form: CalculatedForm): FormulaExample[] {
  const own = ['no_variables', 'variable_incomplete', 'variable_name_wrong', 'formula_missing'];
  if (calculatedForm.problems(form).some((problem) => own.includes(problem))) return [];
  const content = contentOf({ ...emptyForm('calculated'), answer: form });
  return SEEDS.map((seed) => {
    const random = seededRandom(seed);
    const frozen = freezeQuestion(content, { random, shuffleOptions: false });
    const { values } = frozen as FrozenOf<'calculated'>;
    const right = rightAnswer(content, frozen);
    return {
      values: Object.entries(values)
        .map(([name, value]) => `${name} = ${written(value)}`)
        .join(', '),
      result: right?.kind === 'calculated' ? right.text : null,
    };
  });
}
