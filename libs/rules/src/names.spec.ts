/** The room where people's names are put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asciiFileName,
  certificateFileName,
  compareNames,
  maskName,
  printName,
  sameName,
  sortKey,
} from './names';
import { registerNumber } from './register-number';

describe('sortKey', () => {
  it.each([
    ['Nguyễn Văn An', { given: 'An', family: 'Nguyễn', middle: 'Văn' }],
    ['Lê  Thị Hồng  Gấm', { given: 'Gấm', family: 'Lê', middle: 'Thị Hồng' }],
    ['Trần Đức', { given: 'Đức', family: 'Trần', middle: '' }],
    ['Hùng', { given: 'Hùng', family: '', middle: '' }],
    ['', { given: '', family: '', middle: '' }],
  ])('%s', (name, key) => expect(sortKey(name)).toEqual(key));
});

it('compareNames sorts by given name, family name, middle name in the order of CLDR vi', () => {
  const sorted = [
    'Trần Văn An',
    'Nguyễn Thị Ánh',
    'Lê Văn Ân',
    'Bùi Thị Đào',
    'Phạm Dũng',
    'Nguyễn Thị Hoa',
    'Nguyễn Văn Hoa',
    'Lê Hòa',
    'Hoàng Minh Ơn',
    'Đỗ Xuân',
  ];
  expect([...sorted].reverse().sort(compareNames)).toEqual([
    'Trần Văn An',
    'Nguyễn Thị Ánh',
    'Lê Văn Ân',
    'Phạm Dũng',
    'Bùi Thị Đào',
    'Nguyễn Thị Hoa',
    'Nguyễn Văn Hoa',
    'Lê Hòa',
    'Hoàng Minh Ơn',
    'Đỗ Xuân',
  ]);
  const tones = ['Lê Mạ', 'Lê Má', 'Lê Mã', 'Lê Mả', 'Lê Mà', 'Lê Ma'];
  expect([...tones].sort(compareNames)).toEqual([...tones].reverse());
});

describe('maskName and printName', () => {
  it.each([
    ['Nguyễn Văn An', 'N. V. An', 'NGUYỄN VĂN AN'],
    ['đặng  thị Ửng', 'Đ. T. Ửng', 'ĐẶNG THỊ ỬNG'],
    ['Ân', 'Â.', 'ÂN'],
    ['Trần Ơn'.normalize('NFD'), 'T. Ơn', 'TRẦN ƠN'],
    ['', '', ''],
  ])('%s', (name, masked, printed) => {
    expect(maskName(name)).toBe(masked);
    expect(printName(name)).toBe(printed);
  });
});

describe('sameName', () => {
  it.each([
    ['Nguyễn Văn An', ' nguyễn  VĂN an', true],
    ['Nguyễn Văn An', 'Nguyễn Văn An'.normalize('NFD'), true],
    ['Lê Thị Thúy', 'Lê Thị Thuý', true],
    ['Bùi Thị Đào', 'Bùi Thị Dao', false],
    ['Nguyễn Văn An', 'Nguyen Van An', false],
    ['Nguyễn Văn An', 'Nguyễn An Văn', false],
  ])('%s and %s: %s', (a, b, same) => expect(sameName(a, b)).toBe(same));
});

describe('file names', () => {
  it.each([
    ['0012/2026/GCN-TH', 'Nguyễn Văn An', '00012-2026-GCN_nguyen-van-an.pdf'],
    ['12345/2026/GCN-TH', 'Đỗ Thị Ơn', '12345-2026-GCN_do-thi-on.pdf'],
    ['CŨ 7\\5', '???', 'cu-7-5_khong-ten.pdf'],
  ])('%s of %s', (number, name, file) => expect(certificateFileName(number, name)).toBe(file));

  it('are safe on Windows whatever the name', () => {
    expect(asciiFileName('Côn')).toBe('con-');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(asciiFileName(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,80}$/);
      }),
    );
  });

  it('sort as the register does', () => {
    const files = [9, 10, 999, 1_000, 9_999, 10_000].map((seq) =>
      certificateFileName(registerNumber(seq, 2026), 'An'),
    );
    expect([...files].sort()).toEqual(files);
  });
});
