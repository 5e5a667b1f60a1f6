/** The room where drawn numbers and formulas are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../../random';
import { readNumber } from '../numeric/read-number';
import { withDrawnNumbers } from '../registry';
import { plain, strictNumber } from '../testing/plain';
import { calculated } from './calculated';
import { parseFormula } from './formula';
import { roundTo } from './rounding';
import { canBeDrawn, drawValue, fillIn, namesIn } from './variables';

const value = (text: string, values: Record<string, number> = {}) =>
  parseFormula(text)?.evaluate(values);

describe('formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['12 / 4 / 3', 1],
    ['2 ^ 3 ^ 2', 512],
    ['(2 ^ 3) ^ 2', 64],
    ['-2 ^ 2', -4],
    ['(-2) ^ 2', 4],
    ['2 ^ -1', 0.5],
    ['2 ^ -1 ^ 2', 0.5],
    ['2 * -3', -6],
    ['2 - -3', 5],
    ['--3', 3],
    ['-2 * 3 + 1', -5],
    ['-(2 + 3)', -5],
    ['4 ^ 2 * 2', 32],
    ['2 * 4 ^ 2', 32],
    ['.5 + 1.25', 1.75],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(1234, -2)', 1200],
    ['floor(-1.5)', -2],
    ['ceil(0.1 * 3 * 10)', 3],
    ['abs(-3)', 3],
    ['min(3, 1, 2)', 1],
    ['max(3)', 3],
    ['sqrt(9)', 3],
    ['round(sqrt(2) ^ 2, 6)', 2],
  ])('%s is %d', (text, expected) => expect(value(text)).toBeCloseTo(expected, 12));

  it.each([
    '',
    '1 +',
    '1 2',
    '1,5',
    '(1',
    'a b',
    '"a"',
    "'a'",
    '`a`',
    'a.b',
    'a["b"]',
    '[1]',
    '{a}',
    'a = 1',
    'a == 1',
    'a ? 1 : 2',
    '1; 2',
    '(1, 2)',
    '!a',
    '+1',
    '~1',
    '1 % 2',
    '1 ** 2',
    '1 | 2',
    'a && b',
    'eval(1)',
    'Math.abs(1)',
    'constructor(1)',
    'toString()',
    'round()',
    'round(1, 2, 3)',
    'abs(1, 2)',
    'min()',
    'min(1,,2)',
    'abs?.(1)',
    '(abs)(1)(2)',
    'sin(1)',
    'this',
    '0x10',
    '2a',
    '-',
    '2 ^',
  ])('refuses %j', (text) => {
    expect(parseFormula(text)).toBeNull();
  });

  it.each([
    '1 / 0',
    'sqrt(-1)',
    'a',
    '1 / (1 / 0)',
    '(0 / 0) ^ 0',
    '10 ^ 400',
    'toString',
    'true',
    'round',
    'min(1, a)',
  ])('%s has no result', (text) => expect(value(text)).toBeNaN());

  it('names its variables, each once', () => {
    expect(parseFormula('a * b + max(a, so_ngay)')?.names).toEqual(['a', 'b', 'so_ngay']);
    expect(value('a * b', { a: 3, b: -2 })).toBe(-6);
  });

  it('never throws', () => {
    const sign = fc.constantFrom(
      '1',
      'a',
      '+',
      '-',
      '^',
      '(',
      ')',
      ',',
      'round',
      '.',
      ' ',
      '"',
      '[',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(sign).map((signs) => signs.join('')),
        ),
        (text) => {
          expect(typeof (parseFormula(text)?.evaluate({ a: 2 }) ?? 0)).toBe('number');
        },
      ),
      { numRuns: 2_000 },
    );
    expect(parseFormula('('.repeat(500))).toBeNull();
    expect(parseFormula('-'.repeat(499) + '1')?.evaluate({})).toBe(-1);
  });
});

it.each([
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1.005, 2, 1.01],
  [1.0049, 2, 1],
  [0.1 + 0.2, 1, 0.3],
  [8.345, 2, 8.35],
  [1250, -2, 1300],
  [-0.4, 0, 0],
  [1e15, 6, 1e15],
])('%d to %d decimals is %d', (given, decimals, rounded) => {
  expect(roundTo(given, decimals)).toBe(rounded);
});

describe('variables', () => {
  const variable = (minimum: number, maximum: number, decimals = 0) => ({
    name: 'a',
    minimum,
    maximum,
    decimals,
  });

  it('are drawn uniformly from their steps, both ends included', () => {
    const random = seededRandom('v');
    const counts = new Map<number, number>();
    for (let draws = 0; draws < 4_000; draws += 1) {
      const drawn = drawValue(variable(0.1, 0.4, 1), random);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0.1, 0.2, 0.3, 0.4]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('keep to the ends where these are not on a step, also with noise of binary fractions', () => {
    expect(drawValue(variable(0.29, 0.29, 2), () => 0.5)).toBe(0.29);
    expect(drawValue(variable(0.01, 0.29, 2), () => 0.999999)).toBe(0.29);
    expect(drawValue(variable(0.07, 0.29, 2), () => 0)).toBe(0.07);
    expect(drawValue(variable(-1.5, 1.5), () => 0)).toBe(-1);
    expect(drawValue(variable(-1.5, 1.5), () => 0.999999)).toBe(1);
    expect(
      Object.is(
        drawValue(variable(-0.4, 0.4), () => 0),
        0,
      ),
    ).toBe(true);
  });

  it.each([
    [variable(1, 1), true],
    [variable(2, 1), false],
    [variable(0.2, 0.8), false],
    [variable(0.2, 0.8, 1), true],
    [variable(0, 1e300, 2), false],
    [variable(-1e308, 1e308, 6), false],
  ])('%j can be drawn: %s', (given, expected) => expect(canBeDrawn(given)).toBe(expected));

  it('come into a text as numbers that can be read again', () => {
    const values = { a: -8.5, b: 1414000, so_ngay: 0.1 };
    expect(fillIn('<p title="{a}">{b}{so_ngay} {A} { a} {c} {constructor}</p>', values)).toBe(
      '<p title="-8,5">14140000,1 {A} { a} {c} {constructor}</p>',
    );
    expect(namesIn('{a} {A} { b } {12} \\frac{1}{x} {} {<b>}')).toEqual(['a', 'A', ' b ', 'x']);
    fc.assert(
      fc.property(fc.integer(), fc.nat(6), (steps, decimals) => {
        const number = steps / 10 ** decimals + 0;
        expect(readNumber(fillIn('{a}', { a: number }))).toContain(number);
        expect(fillIn('{a}', { a: number })).toMatch(/^-?\d+(,\d+)?$/);
      }),
    );
  });
});

describe('calculated', () => {
  const content: ContentOf<'calculated'> = {
    kind: 'calculated',
    ...plain,
    ...strictNumber,
    stem: '<p>{so_ngay} ngày, mỗi ngày {gio} giờ: bao nhiêu phút?</p>',
    variables: [
      { name: 'so_ngay', minimum: 2, maximum: 9, decimals: 0 },
      { name: 'gio', minimum: 6, maximum: 8, decimals: 1 },
    ],
    formula: 'so_ngay * gio * 60',
    decimals: 0,
    unit: 'phút',
    units: [{ name: 'giờ', factor: 60 }],
  };
  const draw = (seed: string) => ({ random: seededRandom(seed), shuffleOptions: false });
  const frozen = { ...calculated.paperOf(content, draw('k')), values: { so_ngay: 3, gio: 7.5 } };

  it.each([
    ['1350', 'right', 'right', true],
    ['1.350', 'right', 'right', true],
    ['22,5 giờ', 'right', 'right', true],
    ['1351', 'wrong', 'wrong', true],
    ['22,5', 'wrong', 'wrong', true],
    ['nhiều', 'wrong', 'unreadable', false],
    ['', 'unanswered', 'unanswered', false],
  ])('%j is %s', (text, outcome, label, complete) => {
    const response = { kind: 'calculated' as const, text };
    expect(calculated.grade(content, frozen, response).outcome).toBe(outcome);
    expect(calculated.classify(content, frozen, response)).toBe(label);
    expect(calculated.isComplete(response, frozen.paper)).toBe(complete);
    expect(calculated.explain(content, frozen, response).correct).toEqual({
      kind: 'calculated',
      text: '1350',
    });
  });

  it('shows the drawn numbers and keeps them', () => {
    const drawn = calculated.paperOf(content, draw('k'));
    const { so_ngay = 0, gio = 0 } = drawn.values;
    expect(drawn.paper.stem).toBe(
      `<p>${so_ngay} ngày, mỗi ngày ${String(gio).replace('.', ',')} giờ: bao nhiêu phút?</p>`,
    );
    expect(withDrawnNumbers(drawn, 'Nhân {so_ngay}')).toBe(`Nhân ${so_ngay}`);
    const papers = Array.from({ length: 30 }, (_, seed) =>
      calculated.paperOf(content, draw(`${seed}`)),
    );
    expect(new Set(papers.map(({ paper }) => paper.stem)).size).toBeGreaterThan(15);
    expect(JSON.stringify(drawn.paper)).not.toMatch(/formula|\*|variables|factor/);
  });

  it('rounds the right answer, then asks for it within the tolerance', () => {
    const third = { ...content, formula: 'so_ngay / 9 * gio / gio', decimals: 2 };
    const grade = (text: string, rules: Partial<typeof content> = {}) =>
      calculated.grade({ ...third, ...rules }, frozen, { kind: 'calculated', text }).outcome;
    expect(grade('0,33')).toBe('right');
    expect(grade('0,333')).toBe('wrong');
    expect(grade('0,34', { tolerance: 0.01 })).toBe('right');
    expect(grade('0,36', { tolerance: 0.1, toleranceKind: 'relative' })).toBe('right');
    expect(grade('0,37', { tolerance: 0.1, toleranceKind: 'relative' })).toBe('wrong');
  });

  it('draws again where there is no result, and gives up where there never is', () => {
    const variables = [{ name: 'a', minimum: 0, maximum: 1, decimals: 0 }];
    const sometimes = { ...content, variables, formula: '1 / a' };
    for (let seed = 0; seed < 50; seed += 1) {
      expect(calculated.paperOf(sometimes, draw(`${seed}`)).values).toEqual({ a: 1 });
    }
    const never = { ...content, variables, formula: '1 / 0' };
    const paper = calculated.paperOf(never, draw('n'));
    expect(calculated.explain(never, paper, null).correct).toBeNull();
    expect(calculated.grade(never, paper, { kind: 'calculated', text: '0' }).outcome).toBe('wrong');
  });
});
