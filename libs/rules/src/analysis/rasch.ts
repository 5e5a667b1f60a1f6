/** The room of the Rasch model: difficulties of items and abilities of raw scores on one scale of logits. */
import { conditionalDifficulties } from './rasch-conditional';
import { raschData } from './rasch-data';
import type { RaschData, RaschExtreme } from './rasch-data';
import { itemFit } from './rasch-fit';
import type { RaschFit } from './rasch-fit';

export interface RaschItem extends RaschFit {
  /** Place of the item in the responses. */
  item: number;
  /** All who say something about it got it right, or wrong: no finite difficulty exists. */
  extreme: RaschExtreme | null;
  /** Logits; the items that have one sum to 0. Null for an extreme item and where the model did not converge. */
  difficulty: number | null;
  /** Logits. */
  standardError: number | null;
}

export interface RaschAbility {
  /** Right answers among the items that have a difficulty. */
  score: number;
  /** Attempts with this score. */
  attempts: number;
  /** Logits. */
  ability: number;
  /** Logits. */
  standardError: number;
  /** None or all right: the ability is that of a score 0.3 away from the end. */
  extreme: boolean;
}

export interface RaschModel {
  attempts: number;
  /** Attempts with neither none nor all right: those that difficulties, fit and reliability speak of. */
  counted: number;
  items: RaschItem[];
  /** One for each raw score from 0 to the number of items with a difficulty; empty where the model did not converge. */
  abilities: RaschAbility[];
  /**
   * Person separation reliability: (V(ability) - mean SE^2) / V(ability) over the counted attempts, at least 0; null for
   * fewer than two or where all have one ability. Source: Wright and Masters, "Rating scale analysis", 1982, page 106.
   */
  reliability: number | null;
  /** Steps of Newton's method. */
  iterations: number;
  converged: boolean;
}

/** What a raw score of none or all is moved by, so that it has an ability. Source: Winsteps, EXTRSCORE=0.3. */
export const RASCH_EXTREME_ADJUSTMENT = 0.3;
/** More items are refused: the chance of a raw score would leave the range of a float. */
export const RASCH_MOST_ITEMS = 300;

/** Ability at which this raw score is expected, by maximum likelihood: the sum of the chances is the score. */
function abilityOf(difficulty: Float64Array, score: number) {
  let ability = Math.log(score / (difficulty.length - score));
  for (let iteration = 0; ; iteration += 1) {
    let expected = 0;
    let information = 0;
    for (const value of difficulty) {
      const right = 1 / (1 + Math.exp(value - ability));
      expected += right;
      information += right * (1 - right);
    }
    const step = (score - expected) / information;
    if (Math.abs(step) < 1e-10 || iteration === 100) {
      return { ability, standardError: 1 / Math.sqrt(information) };
    }
    ability += Math.min(Math.max(step, -1), 1);
  }
}

function abilitiesOf(difficulty: Float64Array, counts: Float64Array): RaschAbility[] {
  const most = difficulty.length;
  return Array.from(counts, (attempts, score) => {
    const extreme = score === 0 || score === most;
    const least = RASCH_EXTREME_ADJUSTMENT;
    const adjusted = Math.min(Math.max(score, least), most - least);
    return { score, attempts, ...abilityOf(difficulty, adjusted), extreme };
  });
}

function reliabilityOf(abilities: readonly RaschAbility[]): number | null {
  const counted = abilities.filter(({ extreme }) => !extreme);
  const weighted = (value: (ability: RaschAbility) => number): number =>
    counted.reduce((sum, ability) => sum + ability.attempts * value(ability), 0);
  const attempts = weighted(() => 1);
  const mean = weighted(({ ability }) => ability) / attempts;
  const variance = weighted(({ ability }) => (ability - mean) ** 2) / (attempts - 1);
  const distinct = counted.filter((ability) => ability.attempts > 0).length;
  if (distinct < 2) return null;
  const error = weighted(({ standardError }) => standardError ** 2) / attempts;
  return Math.max((variance - error) / variance, 0);
}

const NO_FIT: RaschFit = { infit: null, infitZ: null, outfit: null, outfitZ: null };

function itemsWithout(data: RaschData, width: number): RaschItem[] {
  return Array.from({ length: width }, (_, item) => ({
    item,
    extreme: data.extremes.get(item) ?? null,
    difficulty: null,
    standardError: null,
    ...NO_FIT,
  }));
}

const countedOf = ({ counts }: RaschData): number =>
  counts.slice(1, -1).reduce((sum, count) => sum + count, 0);

/**
 * The Rasch model of right and wrong answers: P(right) = 1 / (1 + exp(difficulty - ability)). Difficulties by
 * conditional maximum likelihood (see `conditionalDifficulties`), abilities by maximum likelihood given them, one for
 * each raw score. Works on any number of attempts; below `RASCH_LEAST_ATTEMPTS` it is not worth showing. Not
 * `converged` where the answers order the items without exception, so that no finite difficulties exist.
 * Time: O(attempts x items) for the raw scores, and O(items^3) for each of about 6 steps.
 * @param responses attempts x items, row by row; 0 is wrong, anything else right
 * @throws RangeError where the responses are not attempts x items, or of more than `RASCH_MOST_ITEMS`
 */
export function raschModel(responses: Uint8Array, attempts: number, items: number): RaschModel {
  if (responses.length !== attempts * items) {
    throw new RangeError(
      `${responses.length} responses for ${attempts} attempts at ${items} items`,
    );
  }
  if (items > RASCH_MOST_ITEMS) throw new RangeError(`${items} items in a Rasch model`);
  const data = raschData(responses, attempts, items);
  const found = conditionalDifficulties(data);
  const model = { attempts, counted: countedOf(data), items: itemsWithout(data, items) };
  if (found === null) {
    return { ...model, abilities: [], reliability: null, iterations: 0, converged: false };
  }
  const abilities = abilitiesOf(found.difficulty, data.counts);
  data.items.forEach((place, item) => {
    model.items[place] = {
      item: place,
      extreme: null,
      difficulty: found.difficulty[item] as number,
      standardError: found.standardError[item] as number,
      ...itemFit(data, item, found.given),
    };
  });
  return {
    ...model,
    abilities,
    reliability: reliabilityOf(abilities),
    iterations: found.iterations,
    converged: true,
  };
}
