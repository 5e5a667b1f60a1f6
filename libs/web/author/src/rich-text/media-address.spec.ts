/** The room where typed links are put to the test. */
import { expect, it } from '@jest/globals';
import { isMediaAddress, linkAddress } from './media-address';

it.each([
  ['https://vbpl.vn/x?y=1', 'https://vbpl.vn/x?y=1'],
  [' vbpl.vn/van-ban ', 'https://vbpl.vn/van-ban'],
  ['chinhphu.vn:8080/a', 'https://chinhphu.vn:8080/a'],
  ['mot.cua@binhduong.gov.vn', 'mailto:mot.cua@binhduong.gov.vn'],
  ['javascript:alert(1)', null],
  ['JAVASCRIPT://x.vn/%0aalert(1)', null],
  ['data:text/html,x', null],
  ['hai từ', null],
  ['', null],
])('%s -> %s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});

it('knows files of this product', () => {
  expect(isMediaAddress('/api/media/0c3f5a1e-0000-4000-8000-0123456789ab')).toBe(true);
  expect(isMediaAddress('https://elsewhere.vn/a.png')).toBe(false);
  expect(isMediaAddress(null)).toBe(false);
});
