/** Pasted lists of classes, as cases and as a property. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatMarks, readMarks } from './certificate';
import { readClassList } from './class-list';

describe('readClassList', () => {
  it('reads what a spreadsheet copies: code, name, mark', () => {
    expect(readClassList('CB001\tNguyễn Văn An\t8,5\r\nCB002\tTrần Thị Bình\t\n\nCB003')).toEqual([
      { line: 1, staffCode: 'CB001', scoreOfTen: 850, badScore: false },
      { line: 2, staffCode: 'CB002', scoreOfTen: null, badScore: false },
      { line: 4, staffCode: 'CB003', scoreOfTen: null, badScore: false },
    ]);
  });

  it.each([
    ['CB001;9.25', 925, false],
    ['CB001   Lê Ba   7', 700, false],
    ['CB001\t11', null, true],
    ['CB001\t8,555', null, true],
    ['CB001\t-1', null, true],
    ['CB001\tvắng', null, false],
    ['CB001\t0', 0, false],
  ])('%j -> %p', (list, scoreOfTen, badScore) => {
    expect(readClassList(list)).toEqual([{ line: 1, staffCode: 'CB001', scoreOfTen, badScore }]);
  });

  it('keeps a code in one normal form', () => {
    expect(readClassList('Đ01'.normalize('NFD'))[0]?.staffCode).toBe('Đ01'.normalize('NFC'));
  });
});

describe('readMarks', () => {
  it('reads back every mark that is printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 }),
        fc.constantFrom(0 as const, 1 as const, 2 as const),
        (hundredths, decimals) => {
          expect(readMarks(formatMarks(hundredths, decimals))).toBe(hundredths);
        },
      ),
    );
  });
});
