/** What a change of post is. */
import { describe, expect, it } from '@jest/globals';
import { type Post, postAfter, postDifference } from './post';

const BEFORE: Post = {
  unitId: 'a',
  jobPosition: 'Chuyên viên',
  rank: null,
  leadership: null,
  appointedOn: null,
  staffCategory: 'cong_chuc',
  decisionNo: null,
};
const after = (change: Partial<Post>) => ({ ...BEFORE, ...change });

describe('a change of post', () => {
  it.each<[Partial<Post>, string]>([
    [{}, 'none'],
    [{ rank: 'Chuyên viên' }, 'supplement'],
    [{ decisionNo: '12/QĐ-SNV' }, 'supplement'],
    [{ unitId: 'b' }, 'new'],
    [{ jobPosition: 'Văn thư' }, 'new'],
    [{ leadership: 'Phó Giám đốc' }, 'new'],
    [{ staffCategory: 'vien_chuc' }, 'new'],
  ])('%j is %s', (change, expected) => {
    expect(postDifference(BEFORE, after(change))).toBe(expected);
  });

  it('of a known rank begins a position', () => {
    expect(postDifference(after({ rank: 'A' }), after({ rank: 'B' }))).toBe('new');
    expect(postDifference(after({ rank: 'A' }), after({ rank: null }))).toBe('new');
  });

  it('keeps what is not spoken of', () => {
    const before = after({ rank: 'A', leadership: 'Phó', appointedOn: '2025-01-01' });
    const wish = { unitId: 'b', jobPosition: 'Chuyên viên' };
    expect(postAfter(before, wish, '2026-11-23')).toEqual({ ...before, unitId: 'b' });
  });

  it('dates a new leadership post, and ends the appointment with it', () => {
    const wish = { unitId: 'a', jobPosition: 'Chuyên viên' };
    expect(postAfter(BEFORE, { ...wish, leadership: 'Phó' }, '2026-11-23').appointedOn).toBe(
      '2026-11-23',
    );
    const leader = after({ leadership: 'Phó', appointedOn: '2025-01-01' });
    expect(postAfter(leader, { ...wish, leadership: null }, '2026-11-23').appointedOn).toBeNull();
    expect(postAfter(leader, { ...wish, leadership: 'Giám đốc' }, '2026-11-23').appointedOn).toBe(
      '2026-11-23',
    );
  });
});
