/** The room of marking an old paper with a newer version of its question: whether that can be done. */
import type { ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import { segmentsOf } from './fill-blanks/segments';
import { textKey } from './same-text';

export const REGRADE_PROBLEMS = [
  /** The newer version is a question of another kind. */
  'kind_changed',
  /** Something that the old paper shows is not there any more: an option, item, group, area, blank or variable. */
  'shown_part_removed',
  /** The newer version asks for a part that the old paper does not have. */
  'new_part_asked',
  /** A right answer of the newer version (by its id, or by its words where it is known by them) is not on the old paper. */
  'new_right_answer_not_shown',
  /** Another picture, or another number of places to point at. */
  'picture_task_changed',
  /** Blanks are filled in another way: typed, from a list, from the bank. */
  'mode_changed',
] as const;
export type RegradeProblem = (typeof REGRADE_PROBLEMS)[number];

type Finding = RegradeProblem | false;
interface HasId {
  id: string;
}
const idsOf = (parts: readonly HasId[]): string[] => parts.map(({ id }) => id);
const covers = (wider: readonly string[], narrower: readonly string[]): boolean =>
  narrower.every((id) => wider.includes(id));
/** Every part is answered on its own: both versions have the same ones. */
const sameParts = (old: readonly string[], now: readonly string[]): Finding[] => [
  !covers(now, old) && 'shown_part_removed',
  !covers(old, now) && 'new_part_asked',
];

/** Options may be added, but the right ones were all shown. */
const keyShown = (old: readonly HasId[], now: readonly HasId[], correct: string[]): Finding[] => [
  !covers(idsOf(now), idsOf(old)) && 'shown_part_removed',
  !covers(idsOf(old), correct) && 'new_right_answer_not_shown',
];

const blankIds = (content: ContentOf<'fill_blanks'>): string[] =>
  segmentsOf(content).flatMap((segment) => ('blankId' in segment ? [segment.blankId] : []));

/** Choices and words are known by what they say: each blank must find one of its right ones among those shown. */
function blanksFindings(old: ContentOf<'fill_blanks'>, now: ContentOf<'fill_blanks'>): Finding[] {
  const shownAt = (blankId: string): string[] => {
    if (old.mode === 'bank') {
      return [...old.blanks.map(({ accepted }) => accepted[0] ?? ''), ...old.distractors];
    }
    const blank = old.blanks.find(({ id }) => id === blankId);
    return blank === undefined ? [] : [blank.accepted[0] ?? '', ...blank.distractors];
  };
  return [
    old.mode !== now.mode && 'mode_changed',
    ...sameParts(blankIds(old), blankIds(now)),
    old.mode !== 'typed' &&
      now.blanks.some(({ id, accepted }) => {
        const shown = new Set(shownAt(id).map(textKey));
        return !accepted.some((text) => shown.has(textKey(text)));
      }) &&
      'new_right_answer_not_shown',
  ];
}

type Finder<K extends QuestionKind> = (old: ContentOf<K>, now: ContentOf<K>) => Finding[];
const none = () => [];

const FINDERS: { [K in QuestionKind]: Finder<K> } = {
  single: (old, now) => keyShown(old.options, now.options, [now.correct]),
  multiple: (old, now) => keyShown(old.options, now.options, now.correct),
  true_false: none,
  /** Answers are known by what they say. */
  matching(old, now) {
    const shown = [...old.pairs.map(({ answer }) => answer), ...old.distractors].map(textKey);
    return [
      ...sameParts(idsOf(old.pairs), idsOf(now.pairs)),
      !covers(
        shown,
        now.pairs.map(({ answer }) => textKey(answer)),
      ) && 'new_right_answer_not_shown',
    ];
  },
  ordering: (old, now) => sameParts(idsOf(old.items), idsOf(now.items)),
  numeric: none,
  short_answer: none,
  fill_blanks: blanksFindings,
  categorise: (old, now) => [
    ...sameParts(idsOf(old.items), idsOf(now.items)),
    !covers(idsOf(now.groups), idsOf(old.groups)) && 'shown_part_removed',
    !covers(
      idsOf(old.groups),
      now.items.map(({ groupId }) => groupId),
    ) && 'new_right_answer_not_shown',
  ],
  hotspot: (old, now) => [
    ...keyShown(old.areas, now.areas, now.correct),
    (old.image.url !== now.image.url || new Set(old.correct).size !== new Set(now.correct).size) &&
      'picture_task_changed',
  ],
  /** The numbers were drawn and stay; formula and tolerance may change. */
  calculated: (old, now) =>
    sameParts(
      old.variables.map(({ name }) => name),
      now.variables.map(({ name }) => name),
    ),
  essay: none,
  file_upload: none,
};

/**
 * Why an attempt whose paper was drawn from `old` cannot be marked with `now`; null where it can: what the paper shows is
 * still there, and full marks can be reached on it.
 */
export function regradeProblem(old: QuestionContent, now: QuestionContent): RegradeProblem | null {
  if (old.kind !== now.kind) return 'kind_changed';
  const find = FINDERS[old.kind] as (old: QuestionContent, now: QuestionContent) => Finding[];
  return find(old, now).find((finding) => finding !== false) ?? null;
}
