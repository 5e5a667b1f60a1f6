/** The room where grade words, dates, marks and periods are put to the test. */
import { describe, expect, it } from '@jest/globals';
import {
  decree30Date,
  formatBirthDate,
  formatDay,
  formatMarks,
  gradeLabel,
  gradeOf,
  periodText,
} from './certificate';

it.each([
  [1000, 'Xuất sắc', 'excellent'],
  [900, 'Xuất sắc', 'excellent'],
  [899, 'Giỏi', 'good'],
  [800, 'Giỏi', 'good'],
  [799, 'Khá', 'fair'],
  [700, 'Khá', 'fair'],
  [699, 'Trung bình', 'average'],
  [500, 'Trung bình', 'average'],
  [499, 'Không đạt', 'not_passed'],
  [0, 'Không đạt', 'not_passed'],
])('gradeOf %d is %s', (score, label, key) => {
  expect(gradeLabel(score)).toBe(label);
  expect(gradeOf(score).key).toBe(key);
});

it('gradeOf takes bands in any order, and knows a score below all of them', () => {
  const bands = [
    { key: 'b', label: 'B', from: 500 },
    { key: 'a', label: 'A', from: 800 },
  ];
  expect(gradeLabel(900, bands)).toBe('A');
  expect(gradeLabel(600, bands)).toBe('B');
  expect(gradeLabel(100, bands)).toBe('Không đạt');
});

it.each([
  ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
  ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-09-10', 'ngày 10 tháng 9 năm 2026'],
  ['2026-11-23', 'ngày 23 tháng 11 năm 2026'],
])('decree30Date %s', (day, text) => {
  expect(decree30Date({ place: 'Hà Nội', day })).toBe(`Hà Nội, ${text}`);
  expect(decree30Date({ place: '', day })).toBe(text);
});

describe('formats', () => {
  it.each([
    [850, 0, '8,5'],
    [833, 0, '8,33'],
    [805, 0, '8,05'],
    [1000, 0, '10'],
    [800, 1, '8,0'],
    [850, 2, '8,50'],
    [5, 0, '0,05'],
    [0, 0, '0'],
  ] as const)('marks %d with %d decimals', (marks, decimals, text) =>
    expect(formatMarks(marks, decimals)).toBe(text),
  );

  it('days, birth dates and periods', () => {
    expect(formatDay('2026-03-07')).toBe('07/03/2026');
    expect(formatBirthDate('1985-03-07')).toBe('07/03/1985');
    expect(formatBirthDate('1985')).toBe('1985');
    expect(periodText({ startedOn: '2026-03-01', completedOn: '2026-03-15' })).toBe(
      'Từ ngày 01/03/2026 đến ngày 15/03/2026',
    );
    expect(periodText({ startedOn: '2026-03-01', completedOn: '2026-03-01' })).toBe(
      'Ngày 01/03/2026',
    );
  });
});
