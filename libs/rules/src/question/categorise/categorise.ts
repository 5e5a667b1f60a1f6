/** The room of the question that sorts items into groups. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import { shuffle } from '../../random';
import { contentIdOf, shownIdOf } from '../choices';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';

type Content = ContentOf<'categorise'>;
type Frozen = FrozenOf<'categorise'>;
type Response = ResponseOf<'categorise'>;

/** The group (content id) into which each item was put, in the author's order of items; null where it was not. */
function placedGroups(content: Content, frozen: Frozen, response: Response | null) {
  const { paper, order, groups } = frozen;
  return content.items.map(({ id }) => {
    const shown = shownIdOf(paper.items, order, id);
    if (response === null || !Object.hasOwn(response.placements, shown)) return null;
    return contentIdOf(paper.groups, groups, response.placements[shown] ?? '');
  });
}

/** A response in ids of the paper for placements in ids of the content. */
function placementsOf({ paper, order, groups }: Frozen, placed: readonly [string, string][]) {
  return Object.fromEntries(
    placed.map(([item, group]): [string, string] => [
      shownIdOf(paper.items, order, item),
      shownIdOf(paper.groups, groups, group),
    ]),
  );
}

export const categorise: QuestionType<'categorise'> = {
  /** Groups stand as written, as g1, g2 …; items are always shuffled, since authors write them group by group. */
  paperOf(content, draw) {
    const drawn = shuffle(content.items, draw.random);
    return {
      kind: 'categorise',
      paper: {
        kind: 'categorise',
        stem: content.stem,
        groups: content.groups.map(({ title }, place) => ({ id: `g${place + 1}`, text: title })),
        items: shownOptions(drawn.map(({ text }) => text)),
      },
      order: drawn.map(({ id }) => id),
      groups: content.groups.map(({ id }) => id),
    };
  },
  isComplete: COMPLETE.categorise,
  /** partial: the share of items in their group; all_or_nothing: every one of them. */
  grade(content, frozen, response) {
    const placed = placedGroups(content, frozen, response);
    if (placed.every((group) => group === null)) return unanswered();
    const right = content.items.filter(({ groupId }, index) => groupId === placed[index]).length;
    const all = content.items.length;
    return content.scoring === 'partial' ? gradeOf(right, all) : gradeOf(right === all ? 1 : 0, 1);
  },
  /** "i1=g1 i2=-": item and the group it was put into. */
  classify(content, frozen, response) {
    const placed = placedGroups(content, frozen, response);
    if (placed.every((group) => group === null)) return UNANSWERED;
    return content.items.map(({ id }, index) => `${id}=${placed[index] ?? '-'}`).join(' ');
  },
  explain: (content, frozen) => ({
    optionFeedback: [],
    correct: {
      kind: 'categorise',
      placements: placementsOf(
        frozen,
        content.items.map(({ id, groupId }) => [id, groupId]),
      ),
    },
  }),
  toPaperIds: (frozen, response) => ({
    ...response,
    placements: placementsOf(frozen, Object.entries(response.placements)),
  }),
};
