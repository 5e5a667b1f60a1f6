/** The room of guessing: what somebody who knows nothing earns on average, for item statistics. */
import type { ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import { weightOf } from './multiple/multiple';
import { textKey } from './same-text';

const meanOf = (shares: readonly number[]): number | null =>
  shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;

/** The share of texts that read like one of the accepted. */
function shareOf(shown: readonly string[], accepted: readonly string[]): number {
  const keys = new Set(accepted.map(textKey));
  return shown.filter((text) => keys.has(textKey(text))).length / shown.length;
}

/** n over k. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let step = 1; step <= k; step += 1) ways = (ways * (n - k + step)) / step;
  return k < 0 || k > n ? 0 : Math.round(ways);
}

/** All subsets of at most 12 items but the empty one. */
const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, mask) =>
    items.filter((_item, place) => ((mask + 1) >> place) & 1),
  );

/**
 * Each of the 2^n - 1 choices of at least one option as likely as the other. all_or_nothing: 1/(2^n - 1); else the mean
 * of what each choice earns.
 */
function guessMultiple(content: ContentOf<'multiple'>): number | null {
  const ids = content.options.map(({ id }) => id);
  const key = new Set(content.correct);
  const wrongOptions = ids.filter((id) => !key.has(id)).length;
  if (content.scoring === 'all_or_nothing') return 1 / (2 ** ids.length - 1);
  return meanOf(
    subsets(ids).map((chosen) => {
      if (content.scoring === 'weights') {
        return Math.min(Math.max(weightOf(content, chosen), 0), 100) / 100;
      }
      const right = chosen.filter((id) => key.has(id)).length;
      const wrong = wrongOptions === 0 ? 0 : (chosen.length - right) / wrongOptions;
      return Math.max(right / key.size - wrong, 0);
    }),
  );
}

/** Every prompt gets any of the answers shown: the mean over the prompts of (answers that read right / answers). */
function guessMatching({ pairs, distractors }: ContentOf<'matching'>): number | null {
  const shown = [...pairs.map(({ answer }) => answer), ...distractors];
  return meanOf(pairs.map(({ answer }) => shareOf(shown, [answer])));
}

/**
 * Any order of n items. exact: 1/n!. adjacent: two given items stand next to each other in their order in (n - 1)! of
 * the n! orders, so 1/n of the pairs are kept.
 */
function guessOrdering({ items, scoring }: ContentOf<'ordering'>): number {
  if (scoring === 'adjacent') return 1 / items.length;
  return items.reduce((share, _, place) => share / (place + 1), 1);
}

/** list: the mean of 1/choices; bank: the mean over the blanks of (words that fit / words); typed: cannot be guessed. */
function guessBlanks({ mode, blanks, distractors }: ContentOf<'fill_blanks'>): number | null {
  if (mode === 'typed') return null;
  const bank = [...blanks.map(({ accepted }) => accepted[0] ?? ''), ...distractors];
  return meanOf(
    blanks.map((blank) =>
      shareOf(
        mode === 'bank' ? bank : [blank.accepted[0] ?? '', ...blank.distractors],
        blank.accepted,
      ),
    ),
  );
}

/**
 * As many areas as are asked for (w), chosen from the list of n at random: h of them are right with the hypergeometric
 * chance C(w, h) · C(n - w, w - h) / C(n, w) and earn (h - (w - h))/w. Pointing at the picture is harder.
 */
function guessHotspot({ areas, correct }: ContentOf<'hotspot'>): number {
  const all = areas.length;
  const wanted = new Set(correct).size;
  return Array.from({ length: wanted + 1 }, (_, hits) => {
    const ways = choose(wanted, hits) * choose(all - wanted, wanted - hits);
    return (ways / choose(all, wanted)) * Math.max((2 * hits - wanted) / wanted, 0);
  }).reduce((sum, share) => sum + share, 0);
}

const GUESSES: { [K in QuestionKind]: (content: ContentOf<K>) => number | null } = {
  /** 1/options. */
  single: ({ options }) => 1 / options.length,
  multiple: guessMultiple,
  /** 1/2. */
  true_false: () => 1 / 2,
  matching: guessMatching,
  ordering: guessOrdering,
  numeric: () => null,
  short_answer: () => null,
  fill_blanks: guessBlanks,
  /** Any group for any item: 1/groups of the items, (1/groups)^items for all of them. */
  categorise: ({ groups, items, scoring }) =>
    scoring === 'partial' ? 1 / groups.length : groups.length ** -items.length,
  hotspot: guessHotspot,
  calculated: () => null,
  essay: () => null,
  file_upload: () => null,
};

/**
 * The share of the marks, 0 to 1, that a complete random answer earns on average; null where an answer is typed, written
 * or handed in and cannot be guessed.
 */
export const guessScore = (content: QuestionContent): number | null =>
  (GUESSES[content.kind] as (content: QuestionContent) => number | null)(content);
