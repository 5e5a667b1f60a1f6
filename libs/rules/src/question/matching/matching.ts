/** The room of the question that joins prompts to answers. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { shuffle } from '../../random';
import { collapseSpaces, toNfc } from '../../spelling';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, placeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';

type Content = ContentOf<'matching'>;
type Frozen = FrozenOf<'matching'>;
type Response = ResponseOf<'matching'> | null;

/** Two answers that read the same are the same answer. */
const textKey = (text: string): string => collapseSpaces(toNfc(text));

/** Place of the answer matched to a prompt; -1 where there is none on the paper. */
function matchedPlace(frozen: Frozen, response: Response, promptId: string): number {
  if (response === null || !Object.hasOwn(response.matches, promptId)) return -1;
  return placeOf(frozen.paper.answers, response.matches[promptId] ?? '');
}

/** What the officer read at a place, so that either of two equal answers is right. */
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
  isComplete: (response, paper) =>
    paper.prompts.every(
      ({ id }) =>
        Object.hasOwn(response.matches, id) &&
        placeOf(paper.answers, response.matches[id] ?? '') >= 0,
    ),
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
  explain(content, { paper, pairs }) {
    const matches = content.pairs.map(({ id }) => [id, paper.answers[pairs.indexOf(id)]?.id ?? '']);
    return {
      optionFeedback: [],
      correct: {
        kind: 'matching',
        matches: Object.fromEntries(matches) as Record<string, string>,
      },
    };
  },
};
