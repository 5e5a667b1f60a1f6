/** The room of formulas: parsed by jsep, then built from a list of what is allowed; nothing is ever run as code. */
import jsep from 'jsep';
import { roundTo, withoutNoise } from './rounding';

type Values = Readonly<Record<string, number>>;
type Term = (values: Values) => number;

/** A formula that can be computed. */
export interface Formula {
  /** Names of the variables in it, each once. */
  names: string[];
  /** NaN where the result is no finite number: a division by zero, the root of a negative number, a missing variable. */
  evaluate: Term;
}

/** Thrown inside this room only: the text is no formula. */
class NotAFormula extends Error {}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

const OPERATORS: ReadonlyMap<string, (left: number, right: number) => number> = new Map([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
  // JavaScript says that NaN ** 0 is 1.
  ['^', (left, right) => (Number.isNaN(left) ? left : left ** right)],
]);

interface Callable {
  arity: [number, number];
  call: (...given: number[]) => number;
}
const most = 20;
/** Before rounding down or up the noise of binary fractions is taken away: ceil(0.1 * 3 * 10) is 3. */
const FUNCTIONS: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  [
    'round',
    {
      arity: [1, 2],
      call: (value = Number.NaN, decimals = 0) =>
        Number.isInteger(decimals) && Math.abs(decimals) <= 15
          ? roundTo(value, decimals)
          : Number.NaN,
    },
  ],
  ['floor', { arity: [1, 1], call: (value = Number.NaN) => Math.floor(withoutNoise(value)) }],
  ['ceil', { arity: [1, 1], call: (value = Number.NaN) => Math.ceil(withoutNoise(value)) }],
  ['abs', { arity: [1, 1], call: (value = Number.NaN) => Math.abs(value) }],
  ['sqrt', { arity: [1, 1], call: (value = Number.NaN) => Math.sqrt(value) }],
  ['min', { arity: [1, most], call: (...given) => Math.min(...given) }],
  ['max', { arity: [1, most], call: (...given) => Math.max(...given) }],
]);

const CODE = { minus: 45, power: 94 };
const NEGATIVE = 'Negative';

/**
 * What stands between the signs + - * /: a number, a name, a call, something in parentheses, any of them raised to a
 * power, or its negative. jsep alone would read -x^2 as (-x)^2.
 */
function gobbleOperand(scope: jsep.HookScope): jsep.Expression {
  const base = scope.gobbleToken();
  if (!base) return scope.throwError('expected a number');
  scope.gobbleSpaces();
  if (scope.code !== CODE.power) return base;
  (scope as { index: number }).index += 1;
  return { type: 'BinaryExpression', operator: '^', left: base, right: gobbleOperand(scope) };
}

/** jsep is one parser for the whole process: it is told once, and nobody else here uses it. */
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
jsep.addBinaryOp('+', 1);
jsep.addBinaryOp('-', 1);
jsep.addBinaryOp('*', 2);
jsep.addBinaryOp('/', 2);
jsep.addBinaryOp('^', 3, true);
jsep.hooks.add('gobble-token', function readNegative(this: jsep.HookScope, env) {
  if (this.code !== CODE.minus) return;
  this.index += 1;
  env.node = { type: NEGATIVE, argument: gobbleOperand(this) };
});

const isExpression = (given: unknown): given is jsep.Expression =>
  typeof given === 'object' && given !== null && 'type' in given;

function buildCall(node: jsep.Expression, names: Set<string>): Term {
  const callee = node['callee'];
  const name = isExpression(callee) && callee.type === 'Identifier' ? callee['name'] : null;
  const callable = FUNCTIONS.get(String(name));
  const given = node['arguments'];
  if (callable === undefined || !Array.isArray(given) || node['optional'] === true) {
    throw new NotAFormula();
  }
  const [fewest, highest] = callable.arity;
  if (given.length < fewest || given.length > highest) throw new NotAFormula();
  const terms = given.map((argument) => build(argument, names));
  return (values) => finite(callable.call(...terms.map((term) => term(values))));
}

/** @throws NotAFormula for everything that is not on the list */
function build(node: unknown, names: Set<string>): Term {
  if (!isExpression(node)) throw new NotAFormula();
  switch (node.type) {
    case 'Literal': {
      const value = node['value'];
      if (typeof value !== 'number') throw new NotAFormula();
      return () => finite(value);
    }
    case 'Identifier': {
      const name = String(node['name']);
      names.add(name);
      return (values) =>
        Object.hasOwn(values, name) ? finite(values[name] ?? Number.NaN) : Number.NaN;
    }
    case NEGATIVE: {
      const term = build(node['argument'], names);
      return (values) => 0 - term(values);
    }
    case 'BinaryExpression': {
      const operate = OPERATORS.get(String(node['operator']));
      if (operate === undefined) throw new NotAFormula();
      const left = build(node['left'], names);
      const right = build(node['right'], names);
      return (values) => finite(operate(left(values), right(values)));
    }
    case 'CallExpression':
      return buildCall(node, names);
    default:
      throw new NotAFormula();
  }
}

/**
 * Reads a formula: + - * / ^ ( ), numbers with a decimal dot, names of variables, and round(x[, n]), floor, ceil, abs,
 * min, max, sqrt. ^ is the power, right associative and before the minus sign: 2^3^2 is 512, -2^2 is -4.
 * @returns null for anything else
 */
export function parseFormula(text: string): Formula | null {
  const names = new Set<string>();
  try {
    const evaluate = build(jsep(text), names);
    return { names: [...names], evaluate };
  } catch {
    // jsep throws an Error of its own kind for a text that it cannot read; both mean the same to the author.
    return null;
  }
}
