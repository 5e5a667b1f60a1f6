/** The room where Vietnamese spelling is put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evenTones, fold, toNfc } from './spelling';

describe('fold', () => {
  it.each([
    ['Bình Dương', 'binh duong'],
    ['  ĐẶNG   Thị\tỬng ', 'dang thi ung'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['Nghị định 30/2020/NĐ-CP', 'nghi dinh 30/2020/nd-cp'],
    ['Thuỷ'.normalize('NFD'), 'thuy'],
    ['', ''],
  ])('%j -> %j', (text, folded) => expect(fold(text)).toBe(folded));

  it('is idempotent and does not depend on the Unicode form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('evenTones', () => {
  it.each([
    ['hoà', 'hòa', true],
    ['thuý', 'thúy', true],
    ['khoẻ mạnh', 'khỏe mạnh', true],
    ['quý', 'quỳ', false],
    ['ma', 'má', false],
    ['mơ', 'mo', false],
    ['đi', 'di', false],
    ['hoà bình', 'hoa bình', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(evenTones(a) === evenTones(b)).toBe(same);
  });
});

it('toNfc composes', () => expect(toNfc('ế'.normalize('NFD'))).toBe('ế'));
