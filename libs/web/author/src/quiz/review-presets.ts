/** The room of usual ways to show results, so that nobody has to tick 24 boxes. */
import { REVIEW_PARTS, type QuizSettings, type ReviewParts } from '@tap-huan/contract';
import { SHOW_ALL, SHOW_NOTHING } from '@tap-huan/rules';

type Review = QuizSettings['review'];

/** closed: nothing ever. submitted: everything from submission on. afterClose: everything once the quiz is closed. */
export const REVIEW_PRESETS = ['closed', 'submitted', 'afterClose'] as const;
export type ReviewPreset = (typeof REVIEW_PRESETS)[number];

const AFTER: Record<ReviewPreset, Omit<Review, 'during'>> = {
  closed: { rightAfter: SHOW_NOTHING, later: SHOW_NOTHING, afterClose: SHOW_NOTHING },
  submitted: { rightAfter: SHOW_ALL, later: SHOW_ALL, afterClose: SHOW_ALL },
  afterClose: { rightAfter: SHOW_NOTHING, later: SHOW_NOTHING, afterClose: SHOW_ALL },
};

/** What is shown while practising is no matter of a preset. */
export const withPreset = (review: Review, preset: ReviewPreset): Review => ({
  ...review,
  ...AFTER[preset],
});

const isSame = (one: ReviewParts, other: ReviewParts): boolean =>
  REVIEW_PARTS.every((part) => one[part] === other[part]);

/** The preset that the boxes are; null where they are something else. */
export const presetOf = (review: Review): ReviewPreset | null =>
  REVIEW_PRESETS.find((preset) =>
    (['rightAfter', 'later', 'afterClose'] as const).every((moment) =>
      isSame(review[moment], AFTER[preset][moment]),
    ),
  ) ?? null;
