/** The room where sorting into groups is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { seededRandom } from '../../random';
import { toPaperIds } from '../registry';
import { plain } from '../testing/plain';
import { categorise } from './categorise';

const content = (scoring: 'partial' | 'all_or_nothing'): ContentOf<'categorise'> => ({
  kind: 'categorise',
  ...plain,
  groups: [
    { id: 'tinh', title: 'Cấp tỉnh' },
    { id: 'xa', title: 'Cấp xã' },
    { id: 'huyen', title: 'Cấp huyện' },
  ],
  items: [
    { id: 'i1', text: 'Thành phố Huế', groupId: 'tinh' },
    { id: 'i2', text: 'Đặc khu Côn Đảo', groupId: 'xa' },
    { id: 'i3', text: 'Phường Dĩ An', groupId: 'xa' },
    { id: 'i4', text: 'Tỉnh An Giang', groupId: 'tinh' },
  ],
  scoring,
});
const frozen = categorise.paperOf(content('partial'), {
  random: seededRandom('c'),
  shuffleOptions: false,
});
const answer = (placements: Record<string, string>) => {
  const response = toPaperIds(frozen, { kind: 'categorise', placements });
  if (response.kind !== 'categorise') throw new Error('kind');
  return response;
};

describe('categorise', () => {
  it.each([
    [{ i1: 'tinh', i2: 'xa', i3: 'xa', i4: 'tinh' }, 1, 1, 'i1=tinh i2=xa i3=xa i4=tinh', true],
    [{ i1: 'tinh', i2: 'xa', i3: 'xa', i4: 'xa' }, 0.75, 0, 'i1=tinh i2=xa i3=xa i4=xa', true],
    [{ i1: 'tinh' }, 0.25, 0, 'i1=tinh i2=- i3=- i4=-', false],
    [{ i1: 'xa', i3: 'huyen' }, 0, 0, 'i1=xa i2=- i3=huyen i4=-', false],
    [{ i1: 'nowhere', zz: 'tinh' }, 0, 0, 'unanswered', false],
    [{}, 0, 0, 'unanswered', false],
  ])('%j', (placements, partial, exact, label, complete) => {
    const response = answer(placements as Record<string, string>);
    expect(categorise.grade(content('partial'), frozen, response).fraction).toBe(partial);
    expect(categorise.grade(content('all_or_nothing'), frozen, response).fraction).toBe(exact);
    expect(categorise.classify(content('partial'), frozen, response)).toBe(label);
    expect(categorise.isComplete(response, frozen.paper)).toBe(complete);
  });

  it('keeps the groups as written, always shuffles the items, and draws the ids of both', () => {
    expect(frozen.paper.groups).toEqual([
      { id: 'g1', text: 'Cấp tỉnh' },
      { id: 'g2', text: 'Cấp xã' },
      { id: 'g3', text: 'Cấp huyện' },
    ]);
    expect(frozen.paper.items.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3', 'o4']);
    const drawn = Array.from({ length: 40 }, (_, seed) =>
      categorise
        .paperOf(content('partial'), { random: seededRandom(`s${seed}`), shuffleOptions: false })
        .order.join(),
    );
    expect(new Set(drawn).size).toBeGreaterThan(10);
  });

  it('is unanswered for no response, and deaf to names that objects are born with', () => {
    expect(categorise.grade(content('partial'), frozen, null).outcome).toBe('unanswered');
    const odd = { kind: 'categorise' as const, placements: { o1: 'constructor' } };
    expect(categorise.grade(content('partial'), frozen, odd).outcome).toBe('unanswered');
  });
});
