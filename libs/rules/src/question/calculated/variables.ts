/** The room of the numbers of a calculated question: the values they may take, and how a text shows them. */
import type { ContentOf } from '@tap-huan/contract';
import type { Random } from '../../random';
import { writeNumber } from '../numeric/read-number';
import { withoutNoise } from './rounding';

export type Variable = ContentOf<'calculated'>['variables'][number];

/** First and last value a variable may take, as whole steps of 10^-decimals; both ends count. */
function stepsOf({ minimum, maximum, decimals }: Variable): [number, number] {
  const scale = 10 ** decimals;
  return [Math.ceil(withoutNoise(minimum * scale)), Math.floor(withoutNoise(maximum * scale))];
}

const valueAt = (step: number, { decimals }: Variable): number => step / 10 ** decimals + 0;

/** Whether there is a value to draw: minimum and maximum in order, a step between them, and not too many digits. */
export function canBeDrawn(variable: Variable): boolean {
  const [first, last] = stepsOf(variable);
  return first <= last && Number.isSafeInteger(first) && Number.isSafeInteger(last);
}

/** The lowest and the highest value of a variable. */
export const endsOf = (variable: Variable): [number, number] => {
  const [first, last] = stepsOf(variable);
  return [valueAt(first, variable), valueAt(last, variable)];
};

/** A value drawn uniformly from minimum to maximum in steps of its decimals, both ends included. */
export function drawValue(variable: Variable, random: Random): number {
  const [first, last] = stepsOf(variable);
  const steps = Math.max(last - first, 0);
  return valueAt(first + Math.min(Math.floor(random() * (steps + 1)), steps), variable);
}

/** A value of each variable. */
export const drawValues = (
  variables: readonly Variable[],
  random: Random,
): Record<string, number> =>
  Object.fromEntries(variables.map((variable) => [variable.name, drawValue(variable, random)]));

const PLACE = /\{([a-z][a-z0-9_]{0,19})\}/g;

/** Names in braces in a text, as written; also those that no variable has. */
export const namesIn = (text: string): string[] =>
  Array.from(text.matchAll(/\{([^{}<>]{0,40})\}/g), ([, name = '']) => name).filter((name) =>
    /^\s*[\p{L}_]/u.test(name),
  );

/** `{name}` becomes the number with a decimal comma; only digits, a comma and a minus sign come in. */
export const fillIn = (text: string, values: Readonly<Record<string, number>>): string =>
  text.replace(PLACE, (whole, name: string) =>
    Object.hasOwn(values, name) ? writeNumber(values[name] ?? Number.NaN) : whole,
  );
