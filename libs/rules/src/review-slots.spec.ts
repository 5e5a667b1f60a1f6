/** The room where it is tried what a marked picture shows. */
import { expect, it } from '@jest/globals';
import {
  attemptResult,
  type ContentOf,
  type ImageArea,
  type ReviewParts,
} from '@tap-huan/contract';
import { SHOW_ALL } from './attempt';
import { freezeQuestion } from './question/registry';
import { plain } from './question/testing/plain';
import { seededRandom } from './random';
import { reviewSlots } from './review-slots';

const box = (x: number): ImageArea => ({ shape: 'rectangle', x, y: 10, width: 50, height: 50 });
const content: ContentOf<'hotspot'> = {
  kind: 'hotspot',
  ...plain,
  image: {
    url: '/api/media/6b0f4d0e-6e4b-4c39-8d3a-1f0a3a5b7c11',
    alt: 'Mẫu giấy hẹn',
    width: 400,
    height: 200,
  },
  areas: [
    { id: 'a', label: 'Ngày hẹn', area: box(10) },
    { id: 'b', label: 'Người nhận', area: box(100) },
  ],
  correct: ['b'],
};

function review(parts: ReviewParts) {
  const question = freezeQuestion(content, { random: seededRandom('r'), shuffleOptions: true });
  const frozen = {
    slot: 1,
    key: 'k',
    section: 0,
    questionId: 'q',
    questionVersionId: 'v',
    stimulusVersionId: null,
    points: 100,
    question,
  };
  const slot = { frozen, content, response: null, certainty: null };
  return reviewSlots([{ ...slot, outcome: 'unanswered', awarded: 0 }], parts, new Map());
}

it('tells where the right areas lie together with the right answer, and never without it', () => {
  const open = review(SHOW_ALL);
  expect(open?.[0]?.rightAreas).toEqual([box(100)]);
  expect(attemptResult.shape.slots.parse(open)).toEqual(open);
  expect(review({ ...SHOW_ALL, rightAnswer: false })?.[0]).not.toHaveProperty('rightAreas');
});
