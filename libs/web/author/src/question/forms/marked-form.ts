/** The room of the forms of what a person marks: essays and handed-in files, with their rubric. */
import type { ContentOf, RubricCriterion } from '@tap-huan/contract';
import { emptyRows } from '../../parts/free-id';
import { clean, type FormProblem, found, typedWhole } from './form-parts';
import type { KindForm } from './kind-form';

export type UploadKind = ContentOf<'file_upload'>['accept'][number];

export interface FormLevel {
  id: string;
  /** Percent of the criterion, as typed. */
  percent: string;
  description: string;
}
export interface FormCriterion {
  id: string;
  title: string;
  /** Its share beside the other criteria, as typed. */
  weight: string;
  levels: readonly FormLevel[];
}
export interface MarkedForm {
  rubric: readonly FormCriterion[];
  markingGuide: string;
  modelAnswer: string;
}
export interface EssayForm extends MarkedForm {
  minimumWords: string;
  maximumWords: string;
}
export interface UploadForm extends MarkedForm {
  accept: readonly UploadKind[];
  maximumFiles: string;
  maximumMegabytes: string;
}

const FIRST_LEVELS = ['100', '50', '0'];

export const newLevel = (id: string): FormLevel => ({ id, percent: '', description: '' });

/** A criterion with the levels full, half and nothing to begin with, or with those of another one. */
export const newCriterion = (id: string, like?: FormCriterion): FormCriterion => ({
  id,
  title: '',
  weight: like?.weight ?? '1',
  levels: like
    ? like.levels.map((level) => ({ ...level, description: '' }))
    : emptyRows(3, newLevel).map((level, at) => ({ ...level, percent: FIRST_LEVELS[at] ?? '' })),
});

/** Percent of all marks that a criterion carries; null where weights are not numbers yet. */
export function shareOf(rubric: readonly FormCriterion[], at: number): number | null {
  const weights = rubric.map(({ weight }) => typedWhole(weight, 1, 100));
  const own = weights[at];
  if (own === null || own === undefined || weights.some((weight) => weight === null)) return null;
  return (100 * own) / weights.reduce((sum: number, weight) => sum + (weight ?? 0), 0);
}

const whole = (text: string, least: number, most: number): number =>
  typedWhole(text, least, most) ?? Number.NaN;
const words = (text: string): number | null => (text.trim() === '' ? null : whole(text, 1, 5_000));

const criterionOf = ({ id, title, weight, levels }: FormCriterion): RubricCriterion => ({
  id,
  title: clean(title),
  weight: whole(weight, 1, 100),
  levels: levels.map((level) => ({
    id: level.id,
    percent: whole(level.percent, 0, 100),
    description: clean(level.description),
  })),
});

const empty = (): MarkedForm => ({ rubric: [], markingGuide: '', modelAnswer: '' });

const markedOf = ({
  rubric,
  markingGuide,
  modelAnswer,
}: Pick<ContentOf<'essay'>, keyof MarkedForm>): MarkedForm => ({
  markingGuide,
  modelAnswer,
  rubric: rubric.map((criterion) => ({
    ...criterion,
    weight: String(criterion.weight),
    levels: criterion.levels.map((level) => ({ ...level, percent: String(level.percent) })),
  })),
});

const markedPart = ({ rubric, markingGuide, modelAnswer }: MarkedForm) => ({
  rubric: rubric.map(criterionOf),
  markingGuide,
  modelAnswer,
});

function markedProblems({ rubric }: MarkedForm): FormProblem[] {
  const criteria = rubric.map(criterionOf);
  const levels = criteria.flatMap((criterion) => criterion.levels);
  return found([
    [criteria.some(({ title }) => title === ''), 'criterion_without_title'],
    [criteria.some(({ weight }) => Number.isNaN(weight)), 'criterion_weight_wrong'],
    [criteria.some((criterion) => criterion.levels.length < 2), 'too_few_levels'],
    [
      levels.some(({ percent, description }) => Number.isNaN(percent) || description === ''),
      'level_incomplete',
    ],
  ]);
}

export const essayForm: KindForm<'essay', EssayForm> = {
  empty: () => ({ minimumWords: '', maximumWords: '', ...empty() }),
  of: (content) => ({
    minimumWords: content.minimumWords === null ? '' : String(content.minimumWords),
    maximumWords: content.maximumWords === null ? '' : String(content.maximumWords),
    ...markedOf(content),
  }),
  part: (form) => ({
    minimumWords: words(form.minimumWords),
    maximumWords: words(form.maximumWords),
    ...markedPart(form),
  }),
  problems: (form) => [
    ...found([
      [
        [form.minimumWords, form.maximumWords].some((text) => Number.isNaN(words(text))),
        'words_wrong',
      ],
    ]),
    ...markedProblems(form),
  ],
};

export const fileUploadForm: KindForm<'file_upload', UploadForm> = {
  empty: () => ({ accept: ['pdf', 'docx'], maximumFiles: '1', maximumMegabytes: '10', ...empty() }),
  of: (content) => ({
    accept: content.accept,
    maximumFiles: String(content.maximumFiles),
    maximumMegabytes: String(content.maximumMegabytes),
    ...markedOf(content),
  }),
  part: (form) => ({
    accept: [...form.accept],
    maximumFiles: whole(form.maximumFiles, 1, 10),
    maximumMegabytes: whole(form.maximumMegabytes, 1, 50),
    ...markedPart(form),
  }),
  problems: (form) => [
    ...found([
      [form.accept.length === 0, 'no_file_kinds'],
      [
        [whole(form.maximumFiles, 1, 10), whole(form.maximumMegabytes, 1, 50)].some(Number.isNaN),
        'file_limits_wrong',
      ],
    ]),
    ...markedProblems(form),
  ],
};
