/** The room of the forms whose answer is a number: given, or computed from a formula. */
import type { ContentOf } from '@tap-huan/contract';
import { emptyRows } from '../../parts/free-id';
import { clean, type FormProblem, found, typedNumber, typedWhole, written } from './form-parts';
import type { KindForm } from './kind-form';

type NumberRules = Pick<ContentOf<'numeric'>, 'tolerance' | 'toleranceKind' | 'unit' | 'units'>;

export interface FormUnit {
  id: string;
  name: string;
  /** How many of the question's unit it is, as typed. */
  factor: string;
}
/** When a typed number is near enough, and the units it may have. */
export interface NearForm {
  /** As typed: in the unit of the value, or in percent of it. */
  tolerance: string;
  toleranceKind: NumberRules['toleranceKind'];
  unit: string;
  units: readonly FormUnit[];
}
export interface NumericForm extends NearForm {
  value: string;
}
export interface FormVariable {
  id: string;
  name: string;
  minimum: string;
  maximum: string;
  decimals: string;
}
export interface CalculatedForm extends NearForm {
  variables: readonly FormVariable[];
  formula: string;
  decimals: string;
}

export const newUnit = (id: string): FormUnit => ({ id, name: '', factor: '' });
/** The first variable is called a, the next b: as its id. */
export const newVariable = (id: string): FormVariable => ({
  id,
  name: id,
  minimum: '',
  maximum: '',
  decimals: '0',
});
export const VARIABLE_NAME = /^[a-z][a-z0-9_]{0,19}$/;

/** Fifteen digits, what a double keeps of a decimal number: 0,07 is 7 %, not 7,000000000000001 %. */
const tidy = (value: number): number => Number(value.toPrecision(15));

const emptyNear = (): NearForm => ({
  tolerance: '0',
  toleranceKind: 'absolute',
  unit: '',
  units: [],
});

const nearOf = ({ tolerance, toleranceKind, unit, units }: NumberRules): NearForm => ({
  tolerance: written(toleranceKind === 'relative' ? tidy(tolerance * 100) : tolerance),
  toleranceKind,
  unit,
  units: units.map(({ name, factor }, at) => ({ id: `u${at + 1}`, name, factor: written(factor) })),
});

const filledUnits = ({ units }: NearForm) =>
  units
    .map(({ name, factor }) => ({ name: clean(name), factor: typedNumber(factor) }))
    .filter(({ name, factor }) => name !== '' || factor !== null);

/** The tolerance as it is stored: in the unit of the value, or as a share of it. */
export function toleranceOf({ tolerance, toleranceKind }: NearForm): number {
  const typed = typedNumber(tolerance || '0') ?? Number.NaN;
  return toleranceKind === 'relative' ? tidy(typed / 100) : typed;
}

const nearPart = (form: NearForm): NumberRules => ({
  tolerance: toleranceOf(form),
  toleranceKind: form.toleranceKind,
  unit: clean(form.unit),
  units: filledUnits(form).map(({ name, factor }) => ({ name, factor: factor ?? Number.NaN })),
});

function nearProblems(form: NearForm): FormProblem[] {
  const halfUnit = filledUnits(form).some(
    ({ name, factor }) => name === '' || factor === null || factor <= 0,
  );
  return found([
    [Number.isNaN(toleranceOf(form)), 'tolerance_not_a_number'],
    [halfUnit || (filledUnits(form).length > 0 && clean(form.unit) === ''), 'unit_half_empty'],
  ]);
}

export const numericForm: KindForm<'numeric', NumericForm> = {
  empty: () => ({ value: '', ...emptyNear() }),
  of: (content) => ({ value: written(content.value), ...nearOf(content) }),
  part: (form) => ({ value: typedNumber(form.value) ?? Number.NaN, ...nearPart(form) }),
  problems: nearProblems,
};

const isUntouched = ({ minimum, maximum }: FormVariable): boolean =>
  minimum.trim() === '' && maximum.trim() === '';
/** A row of which nothing but the name is there is not meant, unless the formula names it. */
const filledVariables = ({ variables, formula }: CalculatedForm) =>
  variables.filter((one) => !isUntouched(one) || formula.split(/\W+/).includes(one.name));

function variablePart(one: FormVariable): ContentOf<'calculated'>['variables'][number] {
  return {
    name: clean(one.name),
    minimum: typedNumber(one.minimum) ?? Number.NaN,
    maximum: typedNumber(one.maximum) ?? Number.NaN,
    decimals: typedWhole(one.decimals || '0', 0, 6) ?? Number.NaN,
  };
}

export const calculatedForm: KindForm<'calculated', CalculatedForm> = {
  empty: () => ({
    variables: emptyRows(2, newVariable),
    formula: '',
    decimals: '2',
    ...emptyNear(),
  }),
  of: (content) => ({
    variables: content.variables.map(({ name, minimum, maximum, decimals }, at) => ({
      id: `v${at + 1}`,
      name,
      minimum: written(minimum),
      maximum: written(maximum),
      decimals: String(decimals),
    })),
    formula: content.formula,
    decimals: String(content.decimals),
    ...nearOf(content),
  }),
  part: (form) => ({
    variables: filledVariables(form).map(variablePart),
    formula: clean(form.formula),
    decimals: typedWhole(form.decimals || '0', 0, 6) ?? Number.NaN,
    ...nearPart(form),
  }),
  problems(form) {
    const variables = filledVariables(form).map(variablePart);
    const missing = ({ minimum, maximum, decimals }: (typeof variables)[number]) =>
      [minimum, maximum, decimals].some(Number.isNaN);
    return [
      ...found([
        [variables.length === 0, 'no_variables'],
        [variables.some(missing), 'variable_incomplete'],
        [variables.some(({ name }) => !VARIABLE_NAME.test(name)), 'variable_name_wrong'],
        [clean(form.formula) === '', 'formula_missing'],
        [typedWhole(form.decimals || '0', 0, 6) === null, 'decimals_wrong'],
      ]),
      ...nearProblems(form),
    ];
  },
};
