/** The room of when two texts on a paper read the same. */
import { collapseSpaces, toNfc } from '../spelling';

/** Texts with the same key read the same: spaces and the way of encoding do not count, case and marks do. */
export const textKey = (text: string): string => collapseSpaces(toNfc(text));

/** Whether two of the texts read the same. */
export const repeats = (texts: readonly string[]): boolean =>
  new Set(texts.map(textKey)).size < texts.length;
