/** The room of Rasch's sufficient statistics: how many attempts have each raw score, and what they got right. */

export type RaschExtreme = 'all_right' | 'all_wrong';

export interface RaschData {
  /** Places of the items that can be compared with each other. */
  items: number[];
  /** Items that cannot, and why. */
  extremes: Map<number, RaschExtreme>;
  /** Attempts by raw score over `items`, from 0 to all of them. */
  counts: Float64Array;
  /** Right answers by raw score and item: [score * items.length + item]. */
  rights: Float64Array;
}

/** Attempts and right answers by raw score over some of the items. */
function grouped(responses: Uint8Array, attempts: number, width: number, items: readonly number[]) {
  const size = items.length;
  const counts = new Float64Array(size + 1);
  const rights = new Float64Array((size + 1) * size);
  const places = Uint32Array.from(items);
  const row = new Uint8Array(size);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let score = 0;
    for (let item = 0; item < size; item += 1) {
      const right = responses[attempt * width + (places[item] as number)] === 0 ? 0 : 1;
      row[item] = right;
      score += right;
    }
    (counts[score] as number) += 1;
    for (let item = 0, at = score * size; item < size; item += 1, at += 1) {
      (rights[at] as number) += row[item] as number;
    }
  }
  return { counts, rights };
}

/** Sums over the raw scores between none and all right: attempts, and right answers to each item. */
export function informative({ counts, rights }: Pick<RaschData, 'counts' | 'rights'>) {
  const size = counts.length - 1;
  const sums = new Float64Array(size);
  let attempts = 0;
  for (let score = 1; score < size; score += 1) {
    attempts += counts[score] as number;
    for (let item = 0; item < size; item += 1) {
      (sums[item] as number) += rights[score * size + item] as number;
    }
  }
  return { attempts, sums };
}

/**
 * Sufficient statistics of the items that can be compared. An attempt with all or nothing right says nothing about which
 * item is harder; an item that all the others got right, or wrong, has no finite difficulty. Without it other attempts
 * may turn out to be extreme, so this is repeated until nothing changes (as in Winsteps and eRm).
 */
export function raschData(responses: Uint8Array, attempts: number, width: number): RaschData {
  const extremes = new Map<number, RaschExtreme>();
  let items = Array.from({ length: width }, (_, item) => item);
  for (;;) {
    const data = grouped(responses, attempts, width, items);
    const { attempts: speaking, sums } = informative(data);
    // nobody speaks: say at least which items everybody, or nobody, got right
    const all = speaking > 0 ? speaking : attempts;
    const rightOf = (item: number): number =>
      speaking > 0 ? (sums[item] as number) : (data.rights.at(item - items.length) as number);
    if (attempts === 0) return { items, extremes, ...data };
    const dropped = items.filter((place, item) => {
      const right = rightOf(item);
      if (right > 0 && right < all) return false;
      extremes.set(place, right > 0 ? 'all_right' : 'all_wrong');
      return true;
    });
    if (dropped.length === 0) return { items, extremes, ...data };
    items = items.filter((place) => !extremes.has(place));
  }
}
