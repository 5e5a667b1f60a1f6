/** The room where typed numbers are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import fc from 'fast-check';
import { plain, strictNumber } from '../testing/plain';
import { numeric } from './numeric';
import { readNumber, writeNumber } from './read-number';

describe('readNumber', () => {
  it.each<[string, number[]]>([
    ['8.5', [8.5]],
    ['8,5', [8.5]],
    [' 8,5 ', [8.5]],
    ['15', [15]],
    ['015', [15]],
    ['+3', [3]],
    ['-3,25', [-3.25]],
    ['− 3', [-3]],
    ['-0', [0]],
    [',5', [0.5]],
    ['1.414', [1.414, 1414]],
    ['1,414', [1.414]],
    ['0.414', [0.414]],
    ['1234.567', [1234.567]],
    ['1.414.000', [1414000]],
    ['1,414,000', [1414000]],
    ['1.414,5', [1414.5]],
    ['1,414.5', [1414.5]],
    ['1.414.000,25', [1414000.25]],
    ['1 414', [1414]],
    ['1\u00a0414\u202f000', [1414000]],
    ['1 414,5', [1414.5]],
    ['83,94 %', [83.94]],
    ['', []],
    ['  ', []],
    ['mười', []],
    ['1 41', []],
    ['1.41.4', []],
    ['1.414,000,5', []],
    ['1,5.5,5', []],
    ['1 414.000', [1414]],
    ['8,', []],
    ['1e3', []],
    ['0x10', []],
    ['--3', []],
    ['Infinity', []],
    ['٣', []],
  ])('%j', (text, readings) => expect(readNumber(text)).toEqual(readings));

  it.each<[string, string, number[]]>([
    ['15 ngày làm việc', 'ngày làm việc', [15]],
    ['15 ngày', 'ngày làm việc', [15]],
    ['15 NGAY', 'ngày làm việc', [15]],
    ['15 tháng', 'ngày làm việc', []],
    ['2năm', 'năm', [2]],
    ['15 m2', 'm2', [15]],
    ['15 m', 'm2', []],
    ['12 %', 'm2', [12]],
  ])('%j with unit %j', (text, unit, readings) => expect(readNumber(text, unit)).toEqual(readings));

  it('reads back what it writes', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(numbers, (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-9);
        expect(readNumber(writeNumber(value))).toContain(value + 0);
      }),
    );
    expect(writeNumber(8.6)).toBe('8,6');
    expect(writeNumber(1414000)).toBe('1414000');
  });

  it('is not slow on a long row of groups', () => {
    expect(readNumber('1 '.repeat(30))).toEqual([]);
  });
});

describe('numeric', () => {
  const content = (value: number, tolerance: number): ContentOf<'numeric'> => ({
    kind: 'numeric',
    ...plain,
    ...strictNumber,
    value,
    tolerance,
  });

  it.each([
    [15, 0, '15', 'right', '15'],
    [15, 0, '15,0', 'right', '15'],
    [15, 0, '15,01', 'wrong', '15,01'],
    [8.5, 0.1, '8,6', 'right', '8,6'],
    [8.5, 0.1, '8,4', 'right', '8,4'],
    [8.5, 0.1, '8,61', 'wrong', '8,61'],
    [0.1, 0.2, '0,3', 'right', '0,3'],
    [1414, 0, '1.414', 'right', '1414'],
    [1.414, 0, '1.414', 'right', '1,414'],
    [1000000000, 0, '1000000001', 'wrong', '1000000001'],
    [15, 0, 'mười lăm', 'wrong', 'unreadable'],
    [15, 0, '  ', 'unanswered', 'unanswered'],
  ])('%d ± %d answered %j is %s', (value, tolerance, text, outcome, label) => {
    const question = content(value, tolerance);
    const frozen = numeric.paperOf(question, { random: () => 0, shuffleOptions: false });
    const response = { kind: 'numeric' as const, text };
    expect(numeric.grade(question, frozen, response).outcome).toBe(outcome);
    expect(numeric.classify(question, frozen, response)).toBe(label);
  });
});

describe('numeric with other units', () => {
  const content: ContentOf<'numeric'> = {
    kind: 'numeric',
    ...plain,
    ...strictNumber,
    value: 480,
    unit: 'phút',
    units: [
      { name: 'giờ', factor: 60 },
      { name: 'ngày làm việc', factor: 480 },
    ],
  };
  const frozen = numeric.paperOf(content, { random: () => 0, shuffleOptions: false });

  it.each([
    ['480', 'right', '480', true],
    ['480 phút', 'right', '480', true],
    ['8 giờ', 'right', '480', true],
    ['8 GIO', 'right', '480', true],
    ['8,0 giờ', 'right', '480', true],
    ['1 ngày', 'right', '480', true],
    ['8', 'wrong', '8', true],
    ['8 phút', 'wrong', '8', true],
    ['480 giờ', 'wrong', '28800', true],
    ['0,1 giờ', 'wrong', '6', true],
    ['8 tuần', 'wrong', 'unreadable', false],
  ])('%j is %s', (text, outcome, label, complete) => {
    const response = { kind: 'numeric' as const, text };
    expect(numeric.grade(content, frozen, response).outcome).toBe(outcome);
    expect(numeric.classify(content, frozen, response)).toBe(label);
    expect(numeric.isComplete(response, frozen.paper)).toBe(complete);
  });

  it('shows the names of the units, not their factors', () => {
    expect(frozen.paper).toEqual({
      kind: 'numeric',
      stem: plain.stem,
      unit: 'phút',
      otherUnits: ['giờ', 'ngày làm việc'],
    });
  });

  it('prefers the unit that is written exactly so', () => {
    const units = [{ name: 'M', factor: 1000 }];
    expect(readNumber('2 M', 'm', units)).toEqual([2000]);
    expect(readNumber('2 m', 'm', units)).toEqual([2]);
    expect(readNumber('0,1 x3', 'm', [{ name: 'x3', factor: 3 }])).toEqual([0.3]);
  });
});

it.each([
  [200, 0.05, '210', 'right'],
  [200, 0.05, '190', 'right'],
  [200, 0.05, '210,01', 'wrong'],
  [-200, 0.05, '-190', 'right'],
  [-200, 0.05, '190', 'wrong'],
  [0, 0.5, '0', 'right'],
  [0, 0.5, '0,1', 'wrong'],
])('%d within the share %d answered %j is %s', (value, tolerance, text, outcome) => {
  const content: ContentOf<'numeric'> = {
    kind: 'numeric',
    ...plain,
    ...strictNumber,
    value,
    tolerance,
    toleranceKind: 'relative',
  };
  const frozen = numeric.paperOf(content, { random: () => 0, shuffleOptions: false });
  expect(numeric.grade(content, frozen, { kind: 'numeric', text }).outcome).toBe(outcome);
});
