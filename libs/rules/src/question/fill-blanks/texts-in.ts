/** The room of what stands in the blanks of a paper. */
import type { PaperOf, ResponseOf } from '@tap-huan/contract';
import { isBlank } from '../short-answer/is-blank';

type Paper = PaperOf<'fill_blanks'>;
type Response = ResponseOf<'fill_blanks'>;

/** The blanks of a paper in reading order. */
export const blanksOf = ({ segments }: Paper) =>
  segments.flatMap((segment) => ('blank' in segment ? [segment] : []));

/**
 * What stands in each blank, in reading order: the text typed, or read behind the id chosen; null for nothing. A word of
 * the bank stands only in the first blank it was put into: it was there once.
 */
export function textsIn(paper: Paper, response: Response | null): (string | null)[] {
  const used = new Set<string>();
  return blanksOf(paper).map(({ blank, choices }) => {
    if (response === null || !Object.hasOwn(response.blanks, blank)) return null;
    const given = response.blanks[blank] ?? '';
    if (paper.mode === 'typed') return isBlank(given) ? null : given;
    if (paper.mode === 'bank') {
      if (used.has(given)) return null;
      used.add(given);
    }
    const shown = paper.mode === 'bank' ? paper.bank : choices;
    return shown.find(({ id }) => id === given)?.text ?? null;
  });
}
