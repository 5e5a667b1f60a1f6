/** The room of when a typed number is near enough: shared by given and by calculated numbers. */
import type { ContentOf } from '@tap-huan/contract';
import type { Grade } from '../question-type';
import { gradeOf, unanswered, UNANSWERED } from '../question-type';
import { readNumber, writeNumber } from './read-number';

/** How a typed number is read and judged. */
export type NumberRules = Pick<
  ContentOf<'numeric'>,
  'tolerance' | 'toleranceKind' | 'unit' | 'units'
>;

/** How far from the right value an answer may be: absolute, or a share of the value. */
const allowance = (value: number, { tolerance, toleranceKind }: NumberRules): number =>
  toleranceKind === 'relative' ? tolerance * Math.abs(value) : tolerance;

/**
 * Whether a number lies within value ± tolerance, borders included. A few units in the last place are forgiven: binary
 * floats cannot hold 0,1, so 8,6 would else miss 8,5 ± 0,1.
 */
function isWithin(given: number, value: number, rules: NumberRules): boolean {
  const allowed = allowance(value, rules);
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value), allowed);
  return Math.abs(given - value) <= allowed + slack;
}

/** Right where one reading of the text is near enough to the value. */
export function gradeNumber(text: string, value: number, rules: NumberRules): Grade {
  if (text.trim() === '') return unanswered();
  const readings = readNumber(text, rules.unit, rules.units);
  return gradeOf(readings.some((given) => isWithin(given, value, rules)) ? 1 : 0, 1);
}

/** The label of a text that is no number. */
export const UNREADABLE = 'unreadable';

/** The number in one spelling and in the unit of the question, whatever was typed; "unreadable" where it is none. */
export function labelNumber(text: string, value: number, rules: NumberRules): string {
  if (text.trim() === '') return UNANSWERED;
  const readings = readNumber(text, rules.unit, rules.units);
  const meant = readings.find((given) => isWithin(given, value, rules)) ?? readings[0];
  return meant === undefined ? UNREADABLE : writeNumber(meant);
}

/** Whether a text can be read as a number, as far as the paper tells. */
export const isNumber = (text: string, paper: { unit: string; otherUnits: string[] }): boolean =>
  readNumber(
    text,
    paper.unit,
    paper.otherUnits.map((name) => ({ name, factor: 1 })),
  ).length > 0;
