/** The room of the question that puts items into their right order. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import type { Random } from '../../random';
import { shuffle } from '../../random';
import { contentIdOf, shownIdOf } from '../choices';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';
import { textKey } from '../same-text';

type Item = ContentOf<'ordering'>['items'][number];

/** Items that read the same may change places: they are compared by text. */
const itemKey = (item: Item | undefined): string => textKey(item?.text ?? '');

const readsTheSame = (a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length && a.every((item, place) => itemKey(item) === itemKey(b[place]));

/**
 * The items shuffled, and never in the right order where two of them differ: a paper that comes already solved would
 * mark whoever leaves it alone as right. With only two items this gives the answer away, hence the author's warning
 * `ordering_too_short`.
 */
function drawItems(items: readonly Item[], random: Random): Item[] {
  const drawn = shuffle(items, random);
  if (!readsTheSame(drawn, items)) return drawn;
  const others = drawn.flatMap((item, place) =>
    itemKey(item) === itemKey(drawn[0]) ? [] : [place],
  );
  const other = others[Math.floor(random() * others.length)];
  if (other === undefined) return drawn;
  [drawn[0], drawn[other]] = [drawn[other] as Item, drawn[0] as Item];
  return drawn;
}

/** Content items in the order given, each once: a repeated item must not buy more pairs. */
function orderOf(
  content: ContentOf<'ordering'>,
  frozen: FrozenOf<'ordering'>,
  response: ResponseOf<'ordering'> | null,
): Item[] {
  const ids = (response?.order ?? []).map((id) =>
    contentIdOf(frozen.paper.items, frozen.order, id),
  );
  return [...new Set(ids)].flatMap((id) => content.items.find((item) => item.id === id) ?? []);
}

/** How many neighbouring pairs of the key stand next to each other, in that order, in the response. */
function adjacentPairs(key: readonly Item[], given: readonly Item[]): number {
  const pairsOf = (items: readonly Item[]) =>
    items.slice(1).map((item, place) => JSON.stringify([itemKey(items[place]), itemKey(item)]));
  const wanted = pairsOf(key);
  for (const pair of pairsOf(given)) {
    const place = wanted.indexOf(pair);
    if (place >= 0) wanted.splice(place, 1);
  }
  return key.length - 1 - wanted.length;
}

export const ordering: QuestionType<'ordering'> = {
  paperOf(content, draw) {
    const drawn = drawItems(content.items, draw.random);
    return {
      kind: 'ordering',
      paper: {
        kind: 'ordering',
        stem: content.stem,
        items: shownOptions(drawn.map((item) => item.text)),
      },
      order: drawn.map((item) => item.id),
    };
  },
  isComplete: COMPLETE.ordering,
  /** exact: all or nothing. adjacent: the share of the n - 1 neighbouring pairs of the key that are kept. */
  grade(content, frozen, response) {
    const given = orderOf(content, frozen, response);
    if (given.length === 0) return unanswered();
    const exact = readsTheSame(given, content.items);
    if (content.scoring === 'exact' || content.items.length < 2) return gradeOf(exact ? 1 : 0, 1);
    return gradeOf(adjacentPairs(content.items, given), content.items.length - 1);
  },
  classify(content, frozen, response) {
    const given = orderOf(content, frozen, response);
    return given.length === 0 ? UNANSWERED : given.map(({ id }) => id).join('>');
  },
  explain: (content, { paper, order }) => ({
    optionFeedback: [],
    correct: {
      kind: 'ordering',
      order: content.items.map(({ id }) => shownIdOf(paper.items, order, id)),
    },
  }),
  toPaperIds: ({ paper, order }, response) => ({
    ...response,
    order: response.order.map((id) => shownIdOf(paper.items, order, id)),
  }),
};
