/** The room of a question while it is written: one flat form for all kinds, and the way to and from what is stored. */
import type { ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import { contentProblems, plainText, type QuestionProblem, readNumber } from '@tap-huan/rules';

export interface FormOption {
  id: string;
  text: string;
  feedback: string;
  right: boolean;
}
export interface FormPair {
  id: string;
  prompt: string;
  answer: string;
}
export interface FormItem {
  id: string;
  text: string;
}

/** Every field of every kind; a kind reads its own. */
export interface QuestionForm {
  kind: QuestionKind;
  stem: string;
  feedback: string;
  legalBasis: readonly string[];
  asOf: string | null;
  difficulty: QuestionContent['difficulty'];
  options: readonly FormOption[];
  partial: boolean;
  truth: boolean | null;
  pairs: readonly FormPair[];
  distractors: readonly string[];
  items: readonly FormItem[];
  adjacent: boolean;
  /** As typed. */
  value: string;
  tolerance: string;
  unit: string;
  accepted: readonly string[];
  ignoreCase: boolean;
  ignoreDiacritics: boolean;
}

/** What is missing before the contract's shape is reached, besides the problems of the rule book. */
export type FormProblem =
  | QuestionProblem
  | 'too_few_options'
  | 'option_without_text'
  | 'too_few_pairs'
  | 'pair_half_empty'
  | 'too_few_items'
  | 'truth_missing'
  | 'tolerance_not_a_number'
  | 'text_too_long';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** An id that none of these has. */
export function freeId(items: readonly { id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id));
  const letter = [...LETTERS].find((one) => !taken.has(one));
  if (letter) return letter;
  for (let number = 1; ; number += 1) if (!taken.has(`x${number}`)) return `x${number}`;
}

const blank = <T extends { id: string }>(count: number, make: (id: string) => T): T[] =>
  [...LETTERS].slice(0, count).map(make);

export const emptyForm = (kind: QuestionKind): QuestionForm => ({
  kind,
  stem: '',
  feedback: '',
  legalBasis: [],
  asOf: null,
  difficulty: 'understand',
  options: blank(4, (id) => ({ id, text: '', feedback: '', right: false })),
  partial: true,
  truth: null,
  pairs: blank(3, (id) => ({ id, prompt: '', answer: '' })),
  distractors: [],
  items: blank(4, (id) => ({ id, text: '' })),
  adjacent: true,
  value: '',
  tolerance: '0',
  unit: '',
  accepted: [],
  ignoreCase: true,
  ignoreDiacritics: false,
});

/** A number as Vietnamese writes it, without grouping. */
const written = (value: number): string =>
  value
    .toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    .replace('.', ',');

/**
 * The number that a writer typed; null where it is none. Of two readings ("1.414") it is the one of Vietnamese usage,
 * where the dot groups thousands.
 */
export const typedNumber = (text: string): number | null => readNumber(text).at(-1) ?? null;

const SPECIFIC: { [K in QuestionKind]: (content: ContentOf<K>) => Partial<QuestionForm> } = {
  single: ({ options, correct }) => ({
    options: options.map(({ id, text, feedback = '' }) => ({
      id,
      text,
      feedback,
      right: id === correct,
    })),
  }),
  multiple: ({ options, correct, scoring }) => ({
    options: options.map(({ id, text, feedback = '' }) => ({
      id,
      text,
      feedback,
      right: correct.includes(id),
    })),
    partial: scoring === 'partial',
  }),
  true_false: ({ correct }) => ({ truth: correct }),
  matching: ({ pairs, distractors }) => ({ pairs, distractors }),
  ordering: ({ items, scoring }) => ({ items, adjacent: scoring === 'adjacent' }),
  numeric: ({ value, tolerance, unit }) => ({
    value: written(value),
    tolerance: written(tolerance),
    unit,
  }),
  short_answer: ({ accepted, ignoreCase, ignoreDiacritics }) => ({
    accepted,
    ignoreCase,
    ignoreDiacritics,
  }),
};

export function formOf(content: QuestionContent): QuestionForm {
  const { kind, stem, feedback, legalBasis, asOf, difficulty } = content;
  const specific = SPECIFIC[kind] as (content: QuestionContent) => Partial<QuestionForm>;
  return {
    ...emptyForm(kind),
    stem,
    feedback,
    legalBasis,
    asOf,
    difficulty,
    ...specific(content),
  };
}

const clean = (text: string): string => text.normalize('NFC').trim();
/** Lines that nobody filled are not meant. */
const filledOptions = (form: QuestionForm) =>
  form.options
    .map((option) => ({ ...option, text: clean(option.text), feedback: clean(option.feedback) }))
    .filter(({ text, feedback, right }) => text !== '' || feedback !== '' || right);
const filledPairs = (form: QuestionForm) =>
  form.pairs
    .map(({ id, prompt, answer }) => ({ id, prompt: clean(prompt), answer: clean(answer) }))
    .filter(({ prompt, answer }) => prompt !== '' || answer !== '');
const filledItems = (form: QuestionForm) =>
  form.items.map(({ id, text }) => ({ id, text: clean(text) })).filter(({ text }) => text !== '');

/** What the form means as content, with whatever is still wrong in it; for the preview, too. */
export function contentOf(form: QuestionForm): QuestionContent {
  const shared = {
    stem: form.stem,
    feedback:
      plainText(form.feedback) === '' && !form.feedback.includes('<img') ? '' : form.feedback,
    legalBasis: [...form.legalBasis],
    asOf: form.asOf,
    difficulty: form.difficulty,
  };
  const options = filledOptions(form).map(({ id, text, feedback }) =>
    feedback === '' ? { id, text } : { id, text, feedback },
  );
  const right = filledOptions(form).filter((option) => option.right);
  switch (form.kind) {
    case 'single':
      return { kind: 'single', ...shared, options, correct: right[0]?.id ?? '' };
    case 'multiple':
      return {
        kind: 'multiple',
        ...shared,
        options,
        correct: right.map(({ id }) => id),
        scoring: form.partial ? 'partial' : 'all_or_nothing',
      };
    case 'true_false':
      return { kind: 'true_false', ...shared, correct: form.truth ?? true };
    case 'matching':
      return {
        kind: 'matching',
        ...shared,
        pairs: filledPairs(form),
        distractors: [...form.distractors],
      };
    case 'ordering':
      return {
        kind: 'ordering',
        ...shared,
        items: filledItems(form),
        scoring: form.adjacent ? 'adjacent' : 'exact',
      };
    case 'numeric':
      return {
        kind: 'numeric',
        ...shared,
        value: typedNumber(form.value) ?? Number.NaN,
        tolerance: typedNumber(form.tolerance || '0') ?? 0,
        unit: clean(form.unit),
      };
    case 'short_answer':
      return {
        kind: 'short_answer',
        ...shared,
        accepted: [...form.accepted],
        ignoreCase: form.ignoreCase,
        ignoreDiacritics: form.ignoreDiacritics,
      };
  }
}

/** Everything that keeps the question from being saved, each once, in reading order; empty for a good one. */
export function formProblems(form: QuestionForm): FormProblem[] {
  const own = ownProblems(form);
  const rules = contentProblems(contentOf(form)).filter((problem) => {
    // Said once, by the nearer name.
    if (problem === 'correct_option_missing') return !own.includes('no_right_answer');
    if (problem === 'ordering_too_short') return !own.includes('too_few_items');
    if (problem === 'no_wrong_option') return !own.includes('too_few_options');
    if (problem === 'answers_all_equal') return !own.includes('too_few_pairs');
    return true;
  });
  const all = [...rules.filter((one) => one === 'stem_without_text'), ...own, ...rules];
  return [...new Set(all)];
}

function ownProblems(form: QuestionForm): FormProblem[] {
  const content = contentOf(form);
  const tooLong = (text: string, max: number) => text.length > max;
  switch (content.kind) {
    case 'single':
    case 'multiple': {
      const right = form.options.some((option) => option.right);
      return found([
        [content.options.length < 2, 'too_few_options'],
        [content.options.some(({ text }) => text === ''), 'option_without_text'],
        [!right, 'no_right_answer'],
        [
          content.options.some(({ text, feedback = '' }) => tooLong(text + feedback, 2_000)),
          'text_too_long',
        ],
      ]);
    }
    case 'true_false':
      return found([[form.truth === null, 'truth_missing']]);
    case 'matching':
      return found([
        [content.pairs.length < 2, 'too_few_pairs'],
        [
          content.pairs.some(({ prompt, answer }) => prompt === '' || answer === ''),
          'pair_half_empty',
        ],
        [
          content.pairs.some(({ prompt, answer }) => tooLong(prompt, 500) || tooLong(answer, 500)),
          'text_too_long',
        ],
      ]);
    case 'ordering':
      return found([
        [content.items.length < 2, 'too_few_items'],
        [content.items.some(({ text }) => tooLong(text, 500)), 'text_too_long'],
      ]);
    case 'numeric':
      return found([[typedNumber(form.tolerance || '0') === null, 'tolerance_not_a_number']]);
    case 'short_answer':
      return found([[content.accepted.some((text) => tooLong(text, 300)), 'text_too_long']]);
  }
}

const found = (findings: readonly [boolean, FormProblem][]): FormProblem[] =>
  findings.filter(([is]) => is).map(([, problem]) => problem);

/** Nothing has been written into it yet. */
export const isUntouched = (form: QuestionForm): boolean =>
  JSON.stringify(form) === JSON.stringify(emptyForm(form.kind));
