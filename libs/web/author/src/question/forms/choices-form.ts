/** The room of the forms of single and multiple choice, and of true or false. */
import type { ContentOf } from '@tap-huan/contract';
import { emptyRows } from '../../parts/free-id';
import { clean, found, typedWhole } from './form-parts';
import type { KindForm } from './kind-form';

export interface FormOption {
  id: string;
  text: string;
  feedback: string;
  right: boolean;
  /** Percent, as typed; only where options have weights. */
  weight: string;
}
export interface ChoicesForm {
  options: readonly FormOption[];
  /** Of `multiple`. */
  scoring: ContentOf<'multiple'>['scoring'];
}
export interface TruthForm {
  truth: boolean | null;
  ifTrue: string;
  ifFalse: string;
}

export const newOption = (id: string): FormOption => ({
  id,
  text: '',
  feedback: '',
  right: false,
  weight: '',
});

/** Percent of an option; null where it is none. */
export const weightOf = ({ weight }: FormOption): number | null =>
  weight.trim() === '' ? 0 : typedWhole(weight, -100, 100);

/** Whether the option earns something, which with weights is told by its weight. */
export const isRight = (option: FormOption, scoring: ChoicesForm['scoring'] | null): boolean =>
  scoring === 'weights' ? (weightOf(option) ?? 0) > 0 : option.right;

/** Right options share 100 percent as evenly as whole numbers can, wrong ones cost nothing: a start for weights. */
export function evenWeights(options: readonly FormOption[]): FormOption[] {
  const count = options.filter(({ right }) => right).length;
  let seen = 0;
  return options.map((option) => {
    if (!option.right) return { ...option, weight: '0' };
    seen += 1;
    const share = Math.floor(100 / count) + (seen <= 100 % count ? 1 : 0);
    return { ...option, weight: String(share) };
  });
}

/** Lines that nobody filled are not meant. */
const filled = (form: ChoicesForm, scoring: ChoicesForm['scoring'] | null) =>
  form.options
    .map((option) => ({
      ...option,
      text: clean(option.text),
      feedback: clean(option.feedback),
      right: isRight(option, scoring),
    }))
    .filter(({ text, feedback, right }) => text !== '' || feedback !== '' || right);

const rowOf = ({ id, text, feedback = '' }: { id: string; text: string; feedback?: string }) => ({
  ...newOption(id),
  text,
  feedback,
});
const optionOf = ({ id, text, feedback }: FormOption) =>
  feedback === '' ? { id, text } : { id, text, feedback };

const problems = (form: ChoicesForm, scoring: ChoicesForm['scoring'] | null) => {
  const options = filled(form, scoring);
  return found([
    [options.length < 2, 'too_few_options'],
    [options.some(({ text }) => text === ''), 'option_without_text'],
    [!options.some(({ right }) => right), 'no_right_answer'],
    [
      scoring === 'weights' && form.options.some((option) => weightOf(option) === null),
      'weight_not_a_number',
    ],
  ]);
};

const empty = (): ChoicesForm => ({ options: emptyRows(4, newOption), scoring: 'partial' });

export const singleForm: KindForm<'single', ChoicesForm> = {
  empty,
  of: ({ options, correct }) => ({
    scoring: 'partial',
    options: options.map((option) => ({ ...rowOf(option), right: option.id === correct })),
  }),
  part: (form) => ({
    options: filled(form, null).map(optionOf),
    correct: form.options.find(({ right }) => right)?.id ?? '',
  }),
  problems: (form) => problems(form, null),
};

export const multipleForm: KindForm<'multiple', ChoicesForm> = {
  empty,
  of: ({ options, correct, scoring }) => ({
    scoring,
    options: options.map((option) => ({
      ...rowOf(option),
      right: correct.includes(option.id),
      weight: option.weight === undefined ? '' : String(option.weight),
    })),
  }),
  part(form) {
    const { scoring } = form;
    const options = filled(form, scoring);
    return {
      options: options.map((option) => {
        const weight = weightOf(option) ?? 0;
        return scoring === 'weights' ? { ...optionOf(option), weight } : optionOf(option);
      }),
      correct: options.filter(({ right }) => right).map(({ id }) => id),
      scoring,
    };
  },
  problems: (form) => problems(form, form.scoring),
};

export const trueFalseForm: KindForm<'true_false', TruthForm> = {
  empty: () => ({ truth: null, ifTrue: '', ifFalse: '' }),
  of: ({ correct, optionFeedback }) => ({
    truth: correct,
    ifTrue: optionFeedback.true,
    ifFalse: optionFeedback.false,
  }),
  part: ({ truth, ifTrue, ifFalse }) => ({
    correct: truth ?? true,
    optionFeedback: { true: clean(ifTrue), false: clean(ifFalse) },
  }),
  problems: ({ truth }) => found([[truth === null, 'truth_missing']]),
};
