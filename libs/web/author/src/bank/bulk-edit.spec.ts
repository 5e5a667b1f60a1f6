/** The room where changes to many questions are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { QuestionRow } from '@tap-huan/contract';
import { changesNothing, undoOf } from './bulk-edit';

const row = (id: string, part: Partial<QuestionRow>): QuestionRow => ({
  id,
  bankId: 'bank',
  kind: 'single',
  title: id,
  status: 'ready',
  categoryId: null,
  tags: [],
  difficulty: 'recall',
  era: 'any',
  reviewDue: false,
  reviewOn: null,
  stimulusId: null,
  version: 1,
  updatedAt: '2026-11-01T00:00:00Z',
  usedIn: 0,
  ...part,
});

describe('bulk edit', () => {
  it('goes back to where each question was', () => {
    const rows = [
      row('a', { categoryId: 'x' }),
      row('b', { categoryId: 'y', status: 'draft' }),
      row('c', { categoryId: 'x' }),
    ];
    expect(undoOf(rows, { categoryId: 'z', status: 'retired' })).toEqual([
      { questionIds: ['a', 'c'], categoryId: 'x', status: 'ready' },
      { questionIds: ['b'], categoryId: 'y', status: 'draft' },
    ]);
  });

  it('takes away only the tags that it brought, and brings back those that it took', () => {
    const rows = [row('a', { tags: ['Luật'] }), row('b', { tags: ['Cũ'] }), row('c', { tags: [] })];
    expect(undoOf(rows, { addTags: ['Luật'], removeTags: ['Cũ'] })).toEqual([
      { questionIds: ['b'], addTags: ['Cũ'], removeTags: ['Luật'] },
      { questionIds: ['c'], removeTags: ['Luật'] },
    ]);
  });

  it('brings back a day that was not there', () => {
    expect(undoOf([row('a', {})], { reviewOn: '2027-01-01', difficulty: 'apply' })).toEqual([
      { questionIds: ['a'], reviewOn: null, difficulty: 'recall' },
    ]);
  });

  it('knows when nothing is changed', () => {
    expect(changesNothing({ status: undefined, addTags: [] })).toBe(true);
    expect(changesNothing({ categoryId: null })).toBe(false);
  });
});
