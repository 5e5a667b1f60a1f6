/** The room where rubrics are put to the test. */
import { expect, it } from '@jest/globals';
import { rubricShare } from './rubric';

const level = (id: string, percent: number) => ({ id, percent, description: id });
const rubric = [
  { id: 'a', title: 'Nội dung', weight: 3, levels: [level('no', 0), level('yes', 100)] },
  { id: 'b', title: 'Thể thức', weight: 1, levels: [level('half', 50), level('third', 33)] },
];

it.each([
  [
    { a: 'yes', b: 'half' },
    { earned: 350, of: 400 },
  ],
  [
    { a: 'no', b: 'third' },
    { earned: 33, of: 400 },
  ],
  [
    { a: 'no', b: 'half', z: 'yes' },
    { earned: 50, of: 400 },
  ],
  [{ a: 'yes' }, null],
  [{ a: 'yes', b: 'yes' }, null],
  [{}, null],
])('%j is worth %j', (chosen, share) => {
  expect(rubricShare(rubric, chosen as Record<string, string>)).toEqual(share);
});

it('says nothing without criteria, nor by a name that objects are born with', () => {
  expect(rubricShare([], {})).toBeNull();
  const odd = [{ ...rubric[0]!, id: 'constructor' }];
  expect(rubricShare(odd, {})).toBeNull();
});
