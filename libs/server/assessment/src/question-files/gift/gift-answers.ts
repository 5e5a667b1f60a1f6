/** The room of what GIFT puts between its braces. */
import type { GIFTQuestion, NumericalChoice, NumericalFormat, TextChoice } from 'gift-pegjs';
import { type Answer, problem, refusedFor, understood } from '../raw-question';
import { plainOf, unescaped } from './gift-text';

export type GiftItem = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;

export function answerOf(item: GiftItem): Answer {
  switch (item.type) {
    case 'TF':
      return statement(item);
    case 'MC':
      return choices(item.choices);
    case 'Short':
      return shortAnswer(item.choices);
    case 'Matching':
      return matching(item.matchPairs);
    case 'Essay':
      return understood({ kind: 'essay' });
    case 'Numerical':
      return numeric(item.choices);
    default:
      return refusedFor(problem('kind_not_supported'));
  }
}

/** As Moodle has it: the first remark is for whoever answers wrongly, the second for whoever answers rightly. */
function statement(item: Extract<GiftItem, { type: 'TF' }>): Answer {
  const wrong = plainOf(item.trueFeedback);
  const right = plainOf(item.falseFeedback);
  return understood({
    kind: 'true_false',
    correct: item.isTrue,
    optionFeedback: item.isTrue ? { true: right, false: wrong } : { true: wrong, false: right },
  });
}

const idOf = (index: number): string => String.fromCharCode(97 + index);
const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.1;

/** What a choice earns, in percent. */
const worth = ({ weight, isCorrect }: { weight: number | null; isCorrect: boolean }): number =>
  weight ?? (isCorrect ? 100 : 0);

function choices(given: readonly TextChoice[]): Answer {
  const options = given.map((choice, index) => {
    const feedback = plainOf(choice.feedback);
    return {
      id: idOf(index),
      text: plainOf(choice.text),
      ...(feedback === '' ? {} : { feedback }),
    };
  });
  const worths = given.map(worth);
  const right = options.filter((_, index) => (worths[index] ?? 0) > 0).map(({ id }) => id);
  // With "=" one answer is asked for; what is worth a part of it has no place there.
  const best = given.findIndex(({ isCorrect }, index) => isCorrect && worths[index] === 100);
  const partial = given.filter((_, index) => index !== best && worths[index] !== 0);
  if (best >= 0 && given.filter(({ isCorrect }) => isCorrect).length === 1) {
    const leftOut = partial.map((choice) => problem('part_left_out', plainOf(choice.text)));
    return understood({ kind: 'single', options, correct: idOf(best) }, ...leftOut.slice(0, 1));
  }
  if (right.length === 0) return refusedFor(problem('key_missing'));
  const content = { kind: 'multiple', correct: right };
  if (isEven(worths)) return understood({ ...content, options, scoring: 'partial' });
  const weights = wholeWeights(worths);
  return understood({
    ...content,
    options: options.map((option, index) => ({ ...option, weight: weights[index] ?? 0 })),
    scoring: 'weights',
  });
}

/** Equal shares for the right ones and as much off for the wrong ones: the usual partial marking; so are several "=". */
function isEven(worths: readonly number[]): boolean {
  const gains = worths.filter((worth) => worth > 0);
  const costs = worths.filter((worth) => worth <= 0);
  if (gains.length > 1 && gains.every((gain) => gain === 100)) return true;
  return (
    gains.every((gain) => near(gain, 100 / gains.length)) &&
    costs.every((cost) => near(cost, -100 / costs.length))
  );
}

/** Weights as whole percents; thirds are rounded so that together they still reach 100. */
function wholeWeights(worths: readonly number[]): number[] {
  const weights = worths.map((worth) => Math.round(worth));
  const gain = (list: readonly number[]) => list.reduce((sum, one) => sum + Math.max(0, one), 0);
  let missing = near(gain(worths), 100) || gain(worths) > 100 ? 100 - gain(weights) : 0;
  for (const [index, weight] of weights.entries()) {
    if (missing <= 0) break;
    if (weight <= 0) continue;
    weights[index] = weight + 1;
    missing -= 1;
  }
  return weights;
}

/** Answers that earn everything; those that earn a part are left out. */
function shortAnswer(given: readonly TextChoice[]): Answer {
  const full = given.filter((choice) => worth(choice) === 100);
  const partly = given.find((choice) => worth(choice) > 0 && worth(choice) < 100);
  const accepted = full.map(({ text }) => plainOf(text)).filter((text) => text !== '');
  if (accepted.length === 0) return refusedFor(problem('key_missing'));
  const wildcards = accepted.some((text) => /(?<!\\)\*/.test(text));
  const leftOut = partly ? [problem('part_left_out', plainOf(partly.text))] : [];
  return understood(
    {
      kind: 'short_answer',
      accepted: wildcards ? accepted : accepted.map((text) => text.replaceAll('\\*', '*')),
      wildcards,
    },
    ...leftOut,
  );
}

function matching(
  given: readonly { subquestion: { format: string; text: string }; subanswer: string }[],
): Answer {
  const pairs = given.map(({ subquestion, subanswer }) => ({
    prompt: plainOf(subquestion as Parameters<typeof plainOf>[0]),
    answer: unescaped(subanswer).trim(),
  }));
  const asked = pairs.filter(({ prompt }) => prompt !== '');
  if (asked.length < 2) return refusedFor(problem('too_few_options'));
  return understood({
    kind: 'matching',
    pairs: asked.map((pair, index) => ({ id: idOf(index), ...pair })),
    distractors: pairs.filter(({ prompt }) => prompt === '').map(({ answer }) => answer),
  });
}

function numeric(given: NumericalFormat | NumericalChoice[]): Answer {
  const all: NumericalChoice[] = Array.isArray(given)
    ? given
    : [{ isCorrect: true, weight: null, text: given, feedback: null }];
  const right = all.filter((choice) => worth(choice) === 100);
  const [first] = right;
  if (!first) return refusedFor(problem('key_missing'));
  const rest = all.some((choice) => choice !== first && worth(choice) > 0);
  const number = rangeOf(first.text);
  return number
    ? understood({ kind: 'numeric', ...number }, ...(rest ? [problem('part_left_out')] : []))
    : refusedFor(problem('value_not_a_number'));
}

function rangeOf(text: NumericalFormat): { value: number; tolerance: number } | null {
  const { type, number, range, numberLow, numberHigh } = text;
  if (type === 'high-low' && numberLow !== undefined && numberHigh !== undefined) {
    const tidy = (value: number) => Number(value.toPrecision(12));
    return {
      value: tidy((numberLow + numberHigh) / 2),
      tolerance: tidy((numberHigh - numberLow) / 2),
    };
  }
  return number === undefined ? null : { value: number, tolerance: range ?? 0 };
}
