/** The room where the line above an answer is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { PaperQuestion } from '@tap-huan/contract';
import { hintOf } from './hint';

const image = { url: '/api/media/1', alt: '', width: 4, height: 3 };
const blanks = (mode: 'typed' | 'list' | 'bank'): PaperQuestion => ({
  kind: 'fill_blanks',
  stem: '',
  mode,
  segments: [],
  bank: [],
});
const hotspot = (wanted: number): PaperQuestion => ({
  kind: 'hotspot',
  stem: '',
  image,
  areas: [],
  wanted,
});

describe('hintOf', () => {
  it.each<[PaperQuestion, boolean, string]>([
    [{ kind: 'single', stem: '', options: [] }, false, 'hint.single'],
    [{ kind: 'numeric', stem: '', unit: '', otherUnits: [] }, true, 'hint.number'],
    [{ kind: 'calculated', stem: '', unit: '', otherUnits: [] }, false, 'hint.number'],
    [blanks('typed'), false, 'hint.blanksTyped'],
    [blanks('list'), true, 'hint.blanksList'],
    [blanks('bank'), false, 'hint.blanksBank'],
    [blanks('bank'), true, 'hint.blanksPlain'],
    [{ kind: 'categorise', stem: '', groups: [], items: [] }, false, 'hint.categorise'],
    [{ kind: 'categorise', stem: '', groups: [], items: [] }, true, 'hint.categorisePlain'],
    [hotspot(1), false, 'hint.hotspotOne'],
    [hotspot(1), true, 'hint.hotspotPlainOne'],
    [hotspot(3), true, 'hint.hotspotPlainMany'],
    [{ kind: 'essay', stem: '', minimumWords: null, maximumWords: null }, false, 'hint.essay'],
  ])('%#', (question, plain, key) => {
    expect(hintOf(question, plain).key).toBe(key);
  });

  it('says how many places are asked for', () => {
    expect(hintOf(hotspot(3), false)).toEqual({ key: 'hint.hotspotMany', params: { count: 3 } });
  });
});
