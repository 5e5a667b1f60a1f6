/** The room of the paper: which questions an attempt asks, in which order, frozen at its start. */
import type { AttemptView, QuestionContent, QuizSettings } from '@tap-huan/contract';
import type { FrozenQuestion } from './question/question-type';
import { freezeQuestion, shownQuestion } from './question/registry';
import { seededRandom, shuffle } from './random';

/** One question of a quiz as its author arranged it. */
export interface PaperSource {
  questionVersionId: string;
  /** Hundredths of a point. */
  points: number;
  content: QuestionContent;
}

/** One question of one attempt; plain JSON. */
export interface FrozenSlot {
  /** 1, 2, 3 … in the order shown. */
  slot: number;
  questionVersionId: string;
  /** Hundredths of a point. */
  points: number;
  question: FrozenQuestion;
}

/**
 * Draws a paper: the order of questions and of options. The same seed draws the same paper, and what is drawn for one
 * question depends on no other question.
 * @param seed from a cryptographic source; stays on the server
 */
export function drawPaper(
  sources: readonly PaperSource[],
  settings: Pick<QuizSettings, 'shuffleQuestions' | 'shuffleOptions'>,
  seed: string,
): FrozenSlot[] {
  const drawn = sources.map((source, place) => ({
    questionVersionId: source.questionVersionId,
    points: source.points,
    question: freezeQuestion(source.content, {
      random: seededRandom(`${seed}/${place}`),
      shuffleOptions: settings.shuffleOptions,
    }),
  }));
  const arranged = settings.shuffleQuestions
    ? shuffle(drawn, seededRandom(`${seed}/questions`))
    : drawn;
  return arranged.map((slot, place) => ({ slot: place + 1, ...slot }));
}

/** A slot as the officer sees it: without a key and without what the server keeps. */
export const shownSlot = ({
  slot,
  points,
  question,
}: FrozenSlot): AttemptView['slots'][number] => ({
  slot,
  points,
  question: shownQuestion(question),
});
