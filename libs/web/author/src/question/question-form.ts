/** The room of a question while it is written: what is typed, and the way to and from what is stored. */
import {
  questionContent,
  type QuestionContent,
  type QuestionKind,
  type QuestionStatus,
} from '@tap-huan/contract';
import { contentProblems, plainText } from '@tap-huan/rules';
import { clean, type FormProblem, isSame } from './forms/form-parts';
import type { KindForm, OwnPart } from './forms/kind-form';
import { type AnswerForms, KIND_FORMS } from './forms/kind-forms';
import type { FormItem } from './forms/order-form';

/** What every question has, whatever its kind. */
export interface FormFrame {
  stem: string;
  feedback: string;
  hints: readonly FormItem[];
  legalBasis: readonly string[];
  asOf: string | null;
  reviewOn: string | null;
  era: QuestionContent['era'];
  difficulty: QuestionContent['difficulty'];
  tags: readonly string[];
  stimulusId: string | null;
  /** Where it is kept; no part of the content. */
  categoryId: string | null;
  status: Exclude<QuestionStatus, 'retired'>;
}
export type FormOf<K extends QuestionKind> = K extends QuestionKind
  ? FormFrame & { kind: K; answer: AnswerForms[K] }
  : never;
/** A question of any kind while it is written. */
export type QuestionForm = FormOf<QuestionKind>;
export type AnswerForm = AnswerForms[QuestionKind];
export type FormPlace = Pick<FormFrame, 'categoryId' | 'status'>;

/** The one place where a kind known at run time meets its form. */
const kindForm = (kind: QuestionKind) =>
  KIND_FORMS[kind] as unknown as KindForm<QuestionKind, AnswerForm>;

export const emptyForm = <K extends QuestionKind>(kind: K, categoryId: string | null = null) =>
  ({
    kind,
    stem: '',
    feedback: '',
    hints: [],
    legalBasis: [],
    asOf: null,
    reviewOn: null,
    era: 'any',
    difficulty: 'understand',
    tags: [],
    stimulusId: null,
    categoryId,
    status: 'ready',
    answer: kindForm(kind).empty(),
  }) as unknown as FormOf<K>;

export function formOf(content: QuestionContent, place: FormPlace): QuestionForm {
  const { kind, stem, feedback, hints, legalBasis, asOf, reviewOn, era, difficulty } = content;
  return {
    kind,
    stem,
    feedback,
    hints: hints.map((text, at) => ({ id: `h${at + 1}`, text })),
    legalBasis,
    asOf,
    reviewOn,
    era,
    difficulty,
    tags: content.tags,
    stimulusId: content.stimulusId,
    categoryId: place.categoryId,
    status: place.status,
    answer: kindForm(kind).of(content),
  } as QuestionForm;
}

/** Text with neither words nor a picture is none. */
const storedText = (html: string): string =>
  plainText(html) === '' && !/<(img|video|audio)\b/.test(html) ? '' : html;

/** What the form means as content, with whatever is still wrong in it; for the preview, too. */
export function contentOf(form: QuestionForm): QuestionContent {
  const part: OwnPart<QuestionKind> = kindForm(form.kind).part(form.answer);
  return {
    kind: form.kind,
    stem: form.stem,
    feedback: storedText(form.feedback),
    hints: form.hints.map(({ text }) => clean(text)).filter((text) => text !== ''),
    legalBasis: [...form.legalBasis],
    asOf: form.asOf,
    reviewOn: form.reviewOn,
    era: form.era,
    difficulty: form.difficulty,
    tags: [...form.tags],
    stimulusId: form.stimulusId,
    ...part,
  } as unknown as QuestionContent;
}

/** Said once, by the nearer name: a problem of the rule book is left out beside one of these. */
const NEARER: Partial<Record<FormProblem, readonly FormProblem[]>> = {
  correct_option_missing: ['no_right_answer', 'no_right_area', 'too_few_areas'],
  ordering_too_short: ['too_few_items'],
  no_wrong_option: ['too_few_options', 'too_few_areas', 'no_blanks', 'blank_without_answer'],
  no_right_answer: ['blank_without_answer', 'no_right_area', 'too_few_areas'],
  answers_all_equal: ['too_few_pairs'],
  tolerance_negative: ['tolerance_not_a_number'],
  group_missing: ['thing_without_group'],
  option_texts_repeat: ['area_without_label'],
  weights_do_not_reach_full: ['weight_not_a_number', 'no_right_answer', 'too_few_options'],
  weights_contradict_key: ['weight_not_a_number', 'no_right_answer'],
  formula_unreadable: ['formula_missing'],
  formula_without_result: ['formula_missing', 'variable_incomplete', 'no_variables'],
  formula_variable_unknown: ['formula_missing', 'no_variables'],
  variable_without_values: ['variable_incomplete'],
  variables_repeat: ['variable_name_wrong'],
  stem_variable_unknown: ['no_variables'],
  minimum_words_above_maximum: ['words_wrong'],
  rubric_does_not_reach_full: ['level_incomplete', 'too_few_levels'],
  units_repeat: ['unit_half_empty'],
};

/** What the contract does not take, where no nearer name was found. */
function shapeProblem(content: QuestionContent): FormProblem[] {
  const parsed = questionContent.safeParse(content);
  if (parsed.success) return [];
  const long = parsed.error.issues.some(
    (issue) => issue.code === 'too_big' && issue.origin === 'string',
  );
  return [long ? 'text_too_long' : 'shape_wrong'];
}

/** Everything that keeps the question from being saved, each once, in reading order; empty for a good one. */
export function formProblems(form: QuestionForm): FormProblem[] {
  const content = contentOf(form);
  const own = kindForm(form.kind).problems(form.answer);
  const rules = contentProblems(content).filter(
    (problem) => !NEARER[problem]?.some((nearer) => own.includes(nearer)),
  );
  const named = [...rules.filter((one) => one === 'stem_without_text'), ...own, ...rules];
  return [...new Set(named.length > 0 ? named : shapeProblem(content))];
}

/** Nothing has been written into it yet; where it is kept does not count. */
export const isUntouched = (form: QuestionForm): boolean =>
  isSame({ ...form, status: 'ready' }, emptyForm(form.kind, form.categoryId));

/** A form that was kept on this machine, perhaps by an older release: what is missing in it is empty. */
export function keptForm(kept: unknown, kind: QuestionKind): QuestionForm | null {
  const form = kept as Partial<QuestionForm> | null;
  if (form?.kind !== kind || typeof form.answer !== 'object') return null;
  const empty = emptyForm(kind);
  return { ...empty, ...form, answer: { ...empty.answer, ...form.answer } } as QuestionForm;
}
