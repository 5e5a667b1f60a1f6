/** The room of fit: how far the answers to an item are from what the Rasch model expects. */
import type { RaschData } from './rasch-data';

/** Null where the item has no difficulty. */
export interface RaschFit {
  /** Mean square of the residuals, weighted by their variance: sees odd answers of those near the item's difficulty. */
  infit: number | null;
  /** Infit as a standard normal; null also where every chance is a half and nothing can vary. */
  infitZ: number | null;
  /** Mean square of the standardised residuals: sees odd answers of those far from the item's difficulty. */
  outfit: number | null;
  outfitZ: number | null;
}

/**
 * Mean square as a standard normal (Wilson and Hilferty's cube root), q^2 being its model variance. Fewer degrees of
 * freedom than one are not assumed (q <= sqrt 2), as in Winsteps. Over thousands of attempts z
 * sees the smallest misfit, so judge by the mean square (`RASCH_FIT`) and take z as a second opinion.
 */
function standardised(meanSquare: number, variance: number): number | null {
  if (!(variance > 0)) return null;
  const q = Math.min(Math.sqrt(variance), Math.SQRT2);
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}

/**
 * Fit of one item over the attempts with neither none nor all right. The chance P of a right answer is the one given the
 * raw score, not the one of an estimated ability: it needs no estimate, so the mean squares of data that follow the
 * model are 1 however short the quiz and however many the attempts, where the older form, as in Winsteps, gives about
 * (L - 1) / L and a z that grows with the attempts. Those who share a score share P, so the scores are enough.
 * With W = P(1 - P) and x the answer: outfit = mean (x - P)^2 / W, q^2 = sum (1/W - 4) / N^2;
 * infit = sum (x - P)^2 / sum W, q^2 = sum (W - 4 W^2) / (sum W)^2.
 * Source: Wright and Masters, "Rating scale analysis", 1982, pages 99-101, with the conditional P of Christensen and
 * Kreiner, "Item fit statistics", in: Rasch models in health, 2013, and Müller, "Item fit statistics for Rasch analysis:
 * can we trust them?", Journal of Statistical Distributions and Applications 7:5 (2020).
 * @param item place in `data.items`
 * @param given P by item and raw score, see `Difficulties`
 */
export function itemFit(data: RaschData, item: number, given: Float64Array): RaschFit {
  const size = data.items.length;
  let attempts = 0;
  let residuals = 0;
  let standardResiduals = 0;
  let information = 0;
  let infitSpread = 0;
  let outfitSpread = 0;
  for (let score = 1; score < size; score += 1) {
    const count = data.counts[score] as number;
    const right = data.rights[score * size + item] as number;
    const p = given[item * (size + 1) + score] as number;
    const w = p * (1 - p);
    const squares = right * (1 - p) ** 2 + (count - right) * p ** 2;
    attempts += count;
    residuals += squares;
    standardResiduals += squares / w;
    information += count * w;
    infitSpread += count * (w - 4 * w * w);
    outfitSpread += count * (1 / w - 4);
  }
  const infit = residuals / information;
  const outfit = standardResiduals / attempts;
  return {
    infit,
    infitZ: standardised(infit, infitSpread / information ** 2),
    outfit,
    outfitZ: standardised(outfit, outfitSpread / attempts ** 2),
  };
}
