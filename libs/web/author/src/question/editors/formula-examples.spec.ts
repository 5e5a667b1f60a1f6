/** The room where examples of formulas are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { calculatedForm, newVariable } from '../forms/number-form';
import { formulaExamples } from './formula-examples';

const variable = (id: string, minimum: string, maximum: string) => ({
  ...newVariable(id),
  minimum,
  maximum,
});
const form = (formula: string) => ({
  ...calculatedForm.empty(),
  variables: [variable('a', '3', '3'), variable('b', '2,5', '2,5')].map((one) => ({
    ...one,
    decimals: '1',
  })),
  formula,
});

describe('examples of a formula', () => {
  it('say what it comes to', () => {
    expect(formulaExamples(form('a * b'))[0]).toEqual({ values: 'a = 3, b = 2,5', result: '7,5' });
    expect(formulaExamples(form('round(a / b)'))[0]?.result).toBe('1');
  });

  it('say where there is no result', () => {
    expect(formulaExamples(form('a / (b - 2.5)'))[0]?.result).toBeNull();
    expect(formulaExamples(form('a +'))[0]?.result).toBeNull();
  });

  it('wait until everything is typed', () => {
    expect(formulaExamples(form(''))).toEqual([]);
    expect(formulaExamples(calculatedForm.empty())).toEqual([]);
  });
});
