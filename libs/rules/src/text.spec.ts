/** The room where text inside HTML is put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerpt, plainText, wordCount } from './text';

describe('plainText', () => {
  it.each([
    ['<p>Một</p><p>hai</p>', 'Một hai'],
    ['<p>kh<strong>ủng</strong> hoảng<br>lớn</p>', 'khủng hoảng lớn'],
    [
      'a &amp; b &lt; c&nbsp;d &#273; &#x110; &agrave; &Ocirc; &khong;',
      'a & b < c d đ Đ à Ô &khong;',
    ],
    ['<!-- <p>ẩn</p> -->hiện<script>alert("x")</script>', 'hiện'],
    ['3 < 5 và 7 > 2', '3 < 5 và 7 > 2'],
    ['<img alt="a > b" src="x">ảnh', 'ảnh'],
    ['&amp;lt;p&amp;gt;', '&lt;p&gt;'],
    ['<p> \n </p>', ''],
    ['trước<!-- không đóng', 'trước'],
    ['trước<script>không đóng', 'trước'],
  ])('%j', (html, text) => expect(plainText(html)).toBe(text));
});

it.each(['<!--', '<script>', '<script', '<p ', '<p a="', '&#'])(
  'plainText reads much of %j in little time',
  (piece) => {
    const before = Date.now();
    plainText(piece.repeat(60_000));
    expect(Date.now() - before).toBeLessThan(2_000);
  },
);

describe('excerpt', () => {
  it.each([
    ['<p>Một hai ba bốn</p>', 40, 'Một hai ba bốn'],
    ['<p>Một hai ba bốn</p>', 11, 'Một hai ba…'],
    ['<p>Một hai ba bốn</p>', 10, 'Một hai…'],
    ['abcdefghij', 5, 'abcd…'],
  ])('%j to %d', (html, length, text) => expect(excerpt(html, length)).toBe(text));

  it('is never longer than asked', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.integer({ min: 1, max: 60 }), (text, length) => {
        expect(Array.from(excerpt(text, length)).length).toBeLessThanOrEqual(length);
      }),
    );
  });
});

it('wordCount counts pieces with a letter or digit', () => {
  expect(wordCount('<p>Điều 6 – Thông tư 03/2023</p>')).toBe(5);
  expect(wordCount('')).toBe(0);
});
