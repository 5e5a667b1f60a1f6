/** The room of the question that joins prompts to answers. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import { shuffle } from '../../random';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, placeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';
import { textKey } from '../same-text';

type Content = ContentOf<'matching'>;
type Frozen = FrozenOf<'matching'>;
type Response = ResponseOf<'matching'> | null;

/** Place of the answer matched to a prompt; -1 where there is none on the paper. */
function matchedPlace(frozen: Frozen, response: Response, promptId: string): number {
  if (response === null || !Object.hasOwn(response.matches, promptId)) return -1;
  return placeOf(frozen.paper.answers, response.matches[promptId] ?? '');
}

/** What the officer read at a place: two answers that read the same are the same answer, so either is right. */
const textAt = (frozen: Frozen, place: number): string =>
  textKey(frozen.paper.answers[place]?.text ?? '');

/** Name of the answer at a place for item analysis: its pair, or "x1", "x2" … for a distractor. */
function labelAt(content: Content, frozen: Frozen, place: number): string {
  if (place < 0) return '-';
  const pair = content.pairs.find(({ answer }) => textKey(answer) === textAt(frozen, place));
  if (pair) return pair.id;
  const distractor = content.distractors.findIndex(
    (text) => textKey(text) === textAt(frozen, place),
  );
  return `x${distractor + 1}`;
}

/**
 * For each prompt an answer that reads right: its own where that still reads so (a newer version may have changed the
 * key), and not one that another prompt has already.
 */
function rightMatches(content: Content, frozen: Frozen): Record<string, string> {
  const { paper, pairs } = frozen;
  const used = new Set<number>();
  const matches = content.pairs.map(({ id, answer }): [string, string] => {
    const right = paper.answers.flatMap((_, place) =>
      textAt(frozen, place) === textKey(answer) ? [place] : [],
    );
    const place =
      right.find((one) => pairs[one] === id) ?? right.find((one) => !used.has(one)) ?? right[0];
    if (place !== undefined) used.add(place);
    return [id, paper.answers[place ?? -1]?.id ?? ''];
  });
  return Object.fromEntries(matches);
}

export const matching: QuestionType<'matching'> = {
  /** Prompts stand as written; answers and distractors are always shuffled together. */
  paperOf(content, draw) {
    const drawn = shuffle<{ text: string; pair: string | null }>(
      [
        ...content.pairs.map(({ id, answer }) => ({ text: answer, pair: id })),
        ...content.distractors.map((text) => ({ text, pair: null })),
      ],
      draw.random,
    );
    return {
      kind: 'matching',
      paper: {
        kind: 'matching',
        stem: content.stem,
        prompts: content.pairs.map(({ id, prompt }) => ({ id, text: prompt })),
        answers: shownOptions(drawn.map(({ text }) => text)),
      },
      pairs: drawn.map(({ pair }) => pair),
    };
  },
  isComplete: COMPLETE.matching,
  /** The share of prompts whose answer reads like the right one. */
  grade(content, frozen, response) {
    const places = content.pairs.map(({ id }) => matchedPlace(frozen, response, id));
    if (places.every((place) => place < 0)) return unanswered();
    const right = content.pairs.filter(({ answer }, index) => {
      const place = places[index] ?? -1;
      return place >= 0 && textAt(frozen, place) === textKey(answer);
    });
    return gradeOf(right.length, content.pairs.length);
  },
  /** "p1=p1 p2=p3 p3=-": prompt and the pair whose answer was chosen. */
  classify(content, frozen, response) {
    const places = content.pairs.map(({ id }) => matchedPlace(frozen, response, id));
    if (places.every((place) => place < 0)) return UNANSWERED;
    return content.pairs
      .map(({ id }, index) => `${id}=${labelAt(content, frozen, places[index] ?? -1)}`)
      .join(' ');
  },
  explain: (content, frozen) => ({
    optionFeedback: [],
    correct: { kind: 'matching', matches: rightMatches(content, frozen) },
  }),
  /** An answer is named by its pair. */
  toPaperIds({ paper, pairs }, response) {
    const matches = Object.entries(response.matches).map(([prompt, pair]): [string, string] => [
      prompt,
      paper.answers[pairs.indexOf(pair)]?.id ?? pair,
    ]);
    return { ...response, matches: Object.fromEntries(matches) };
  },
};
