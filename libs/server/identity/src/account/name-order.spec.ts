/** Names as text to sort and to search. */
import { describe, expect, it } from '@jest/globals';
import { compareNames } from '@tap-huan/rules';
import fc from 'fast-check';
import { nameOrder, searchPattern, searchText } from './name-order';

const vi = new Intl.Collator('vi');
const byOrder = (a: string, b: string) => vi.compare(nameOrder(a), nameOrder(b));

describe('nameOrder', () => {
  it('puts the tone behind the word', () => {
    expect(nameOrder('Trần Thị Hà')).toBe('Ha1 Trân1 Thi5');
    expect(nameOrder('Lê Đỗ Quyên')).toBe('Quyên0 Lê0 Đô3');
    expect(nameOrder('Ánh')).toBe('Anh4');
  });

  it('finishes the given name before it looks at the family name', () => {
    const names = ['Trần Thị Hà', 'Vũ Thị Ha', 'Bùi Văn Hạ', 'Nguyễn Thị Hà'];
    expect([...names].sort(byOrder)).toEqual([
      'Vũ Thị Ha',
      'Nguyễn Thị Hà',
      'Trần Thị Hà',
      'Bùi Văn Hạ',
    ]);
  });

  it('agrees with the rule book on names of three words', () => {
    const word = fc.constantFrom(
      ...['An', 'Ân', 'Ánh', 'Anh', 'Dao', 'Đào', 'Dung', 'Dũng', 'Hà', 'Ha', 'Hạ', 'Hai', 'Hải'],
      ...['Lê', 'Lệ', 'Ngọc', 'Ngân', 'Ngàn', 'Tú', 'Tư', 'Tự', 'Thị', 'Thi', 'Ý', 'Yên'],
    );
    const name = fc.tuple(word, word, word).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(Math.sign(byOrder(a, b))).toBe(Math.sign(compareNames(a, b)));
      }),
    );
  });

  it('is the same for NFD as for NFC', () => {
    expect(nameOrder('Nguyễn Thị Hạnh'.normalize('NFD'))).toBe(nameOrder('Nguyễn Thị Hạnh'));
  });
});

describe('search', () => {
  it('folds the name and the word', () => {
    expect(searchText('Đào Thị Ánh', 'ĐN-001')).toBe('dao thi anh dn-001');
  });
  it.each([
    ['đào', '%dao%'],
    ['  Ánh ', '%anh%'],
    ['50%_a\\', '%50\\%\\_a\\\\%'],
    ['', null],
    [undefined, null],
  ])('%j becomes %j', (search, pattern) => expect(searchPattern(search)).toBe(pattern));
});
