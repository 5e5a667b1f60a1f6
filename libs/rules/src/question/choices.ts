/** The room of what questions with options share: drawing them and reading a choice. */
import type { Draw } from './question-type';
import { placeOf, shownOptions } from './question-type';
import { shuffle } from '../random';

interface Option {
  id: string;
  text: string;
  feedback?: string | undefined;
}

/** Options in drawn order: as the paper shows them, and the content ids in the same order. */
export function drawOptions(options: readonly Option[], draw: Draw) {
  const drawn = draw.shuffleOptions ? shuffle(options, draw.random) : options;
  return {
    shown: shownOptions(drawn.map((option) => option.text)),
    order: drawn.map((option) => option.id),
  };
}

/** The content id behind an id of the paper; null for an id that the paper does not have. */
export const contentIdOf = (
  shown: readonly { id: string }[],
  order: readonly string[],
  id: string,
): string | null => order[placeOf(shown, id)] ?? null;

/** The id of the paper for a content id; the content id itself where it was not drawn. */
export const shownIdOf = (
  shown: readonly { id: string }[],
  order: readonly string[],
  contentId: string,
): string => shown[order.indexOf(contentId)]?.id ?? contentId;

/** Feedback of the options with these shown ids, where there is some, in the order shown. */
export function feedbackOf(
  options: readonly Option[],
  shown: readonly { id: string }[],
  order: readonly string[],
  chosen: readonly string[],
): { id: string; text: string }[] {
  return shown
    .filter(({ id }) => chosen.includes(id))
    .map(({ id }) => ({
      id,
      text: options.find((option) => option.id === contentIdOf(shown, order, id))?.feedback ?? '',
    }))
    .filter(({ text }) => text !== '');
}
