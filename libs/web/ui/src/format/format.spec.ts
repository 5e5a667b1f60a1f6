/** Cases for numbers, days, marks, sizes and folded text. */
import { describe, expect, it } from '@jest/globals';
import {
  fold,
  formatClock,
  formatDay,
  formatInstant,
  formatInstantDay,
  formatMarks,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatSize,
  formatTime,
  initialsOf,
  NOTHING,
  parseBirthDate,
  parseDay,
} from './format';

describe('formats', () => {
  it.each([
    [850, 'vi', '8,5'],
    [850, 'en', '8.5'],
    [1000, 'vi', '10'],
    [833, 'vi', '8,33'],
    [0, 'vi', '0'],
    [null, 'vi', NOTHING],
  ] as const)('marks %s in %s are %s', (hundredths, language, words) => {
    expect(formatMarks(hundredths, language)).toBe(words);
  });

  it('separates thousands by language', () => {
    expect(formatNumber(1414, 'vi')).toBe('1.414');
    expect(formatNumber(1414, 'en')).toBe('1,414');
    expect(formatNumber(undefined, 'vi')).toBe(NOTHING);
  });

  it.each([
    [1, 0, '100\u00a0%'],
    [0.9999, 0, '99\u00a0%'],
    [0.29, 0, '29\u00a0%'],
    [0.8394, 2, '83,94\u00a0%'],
    [Number.NaN, 0, NOTHING],
  ])('percent of %s with %s digits is %s: never rounded up to all', (ratio, digits, words) => {
    expect(formatPercent(ratio, 'vi', digits)).toBe(words);
  });

  it('writes days as dd/MM/yyyy, and a bare year as it is', () => {
    expect(formatDay('2026-11-05')).toBe('05/11/2026');
    expect(formatDay('1985')).toBe('1985');
    expect(formatDay(null)).toBe(NOTHING);
  });

  it('writes instants in Asia/Ho_Chi_Minh whatever the device says', () => {
    expect(formatInstant('2026-11-25T17:03:00Z')).toBe('26/11/2026 00:03');
    expect(formatTime('2026-11-25T07:03:59+00:00')).toBe('14:03');
    expect(formatInstantDay('2026-12-31T17:00:00Z')).toBe('01/01/2027');
    expect(formatInstant('nothing of the kind')).toBe(NOTHING);
  });

  it('writes sizes and durations', () => {
    expect(formatSize(1_400_000, 'vi')).toBe('1,4\u00a0MB');
    expect(formatSize(999, 'vi')).toBe('999\u00a0B');
    expect(formatSize(999_900, 'vi')).toBe('1\u00a0MB');
    expect(formatMinutes(80, 'vi')).toBe('1 giờ 20 phút');
    expect(formatMinutes(120, 'en')).toBe('2 h');
    expect(formatMinutes(45, 'vi')).toBe('45 phút');
    expect(formatClock(3909.9)).toBe('1:05:09');
    expect(formatClock(750)).toBe('12:30');
    expect(formatClock(-3)).toBe('00:00');
  });
});

describe('parseDay', () => {
  it.each([
    ['25/11/2026', '2026-11-25'],
    [' 5.1.1990 ', '1990-01-05'],
    ['05-01-1990', '1990-01-05'],
    ['29/2/2028', '2028-02-29'],
    ['29/2/2026', null],
    ['31/4/2026', null],
    ['5/13/2026', null],
    ['0/1/2026', null],
    ['1/1/90', null],
    ['hôm nay', null],
    ['', null],
  ])('%s -> %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });

  it('reads back what formatDay writes', () => {
    expect(parseDay(formatDay('2026-07-01'))).toBe('2026-07-01');
  });
});

describe('parseBirthDate', () => {
  it.each([
    ['5/3/1985', '1985-03-05'],
    [' 1985 ', '1985'],
    ['2004', '2004'],
    ['85', null],
    ['1850', null],
    ['31/2/1985', null],
    ['', null],
  ])('%s -> %s', (typed, birthDate) => {
    expect(parseBirthDate(typed)).toBe(birthDate);
  });
});

describe('fold', () => {
  it.each([
    ['Thủ Dầu Một', 'thu dau mot'],
    ['ĐẶNG  Quỳnh', 'dang quynh'],
    ['Nguyễn'.normalize('NFD'), 'nguyen'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
  ])('%s -> %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('initialsOf', () => {
  it.each([
    ['Nguyễn Phạm Hoàng Khánh Phương Uyên', 'NU'],
    ['đỗ ấn', 'ĐẤ'],
    ['Ánh', 'Á'],
    ['', ''],
  ])('%s -> %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
