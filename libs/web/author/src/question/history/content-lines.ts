/** The room where a question becomes labelled lines of plain text, so that two versions can be read side by side. */
import type { ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import type { Words } from '../../i18n/text';
import { written } from '../forms/form-parts';
import { type ContentLine, htmlText, lettered, listed } from './line-parts';

type Finder<K extends QuestionKind> = (content: ContentOf<K>, t: Words) => ContentLine[];

const optionLines = (
  options: readonly { id: string; text: string; feedback?: string; weight?: number }[],
  right: (id: string) => boolean,
  t: Words,
): ContentLine[] =>
  options.flatMap(({ id, text, feedback = '', weight }, at) => {
    const label = t('question.textOf', { letter: lettered(at) });
    const worth =
      weight === undefined ? t(`history.line.${right(id) ? 'right' : 'wrong'}`) : `${weight} %`;
    return [
      { key: `option.${id}`, label, text: `${text} (${worth})` },
      {
        key: `option.${id}.feedback`,
        label: t('history.line.optionFeedback', { of: label }),
        text: feedback,
      },
    ];
  });

const nearLines = (
  content: Pick<ContentOf<'numeric'>, 'tolerance' | 'toleranceKind' | 'unit' | 'units'>,
  t: Words,
): ContentLine[] => {
  const { tolerance, toleranceKind, unit, units } = content;
  const allowed =
    toleranceKind === 'relative'
      ? `${written(Number((tolerance * 100).toPrecision(15)))} %`
      : written(tolerance);
  return [
    { key: 'tolerance', label: t('question.tolerance'), text: allowed },
    { key: 'unit', label: t('question.unit'), text: unit },
    ...units.map(({ name, factor }, at) => ({
      key: `unit.${at}`,
      label: t('history.line.unit', { number: at + 1 }),
      text: `1 ${name} = ${written(factor)} ${unit}`,
    })),
  ];
};

const leniencyLines = (
  { ignoreCase, ignoreDiacritics }: { ignoreCase: boolean; ignoreDiacritics: boolean },
  t: Words,
): ContentLine[] => [
  { key: 'case', label: t('question.ignoreCase'), text: yesNo(ignoreCase, t) },
  { key: 'diacritics', label: t('question.ignoreDiacritics'), text: yesNo(ignoreDiacritics, t) },
];

const yesNo = (is: boolean, t: Words): string => t(is ? 'history.line.yes' : 'history.line.no');

const markedLines = (
  content: Pick<ContentOf<'essay'>, 'rubric' | 'markingGuide' | 'modelAnswer'>,
  t: Words,
): ContentLine[] => [
  ...content.rubric.flatMap(({ id, title, weight, levels }, at) => [
    {
      key: `criterion.${id}`,
      label: t('history.line.criterion', { number: at + 1 }),
      text: `${title} (${t('rubric.weight')} ${weight})`,
    },
    {
      key: `criterion.${id}.levels`,
      label: t('history.line.levels', { number: at + 1 }),
      text: levels.map(({ percent, description }) => `${percent} %: ${description}`).join('\n'),
    },
  ]),
  htmlLine('guide', t('marked.markingGuide'), content.markingGuide, t),
  htmlLine('model', t('marked.modelAnswer'), content.modelAnswer, t),
];

const htmlLine = (key: string, label: string, html: string, t: Words): ContentLine => ({
  key,
  label,
  text: htmlText(html, t),
  format: html,
});

const FINDERS: { readonly [K in QuestionKind]: Finder<K> } = {
  single: ({ options, correct }, t) => optionLines(options, (id) => id === correct, t),
  multiple: ({ options, correct, scoring }, t) => [
    ...optionLines(
      scoring === 'weights' ? options : options.map((option) => ({ ...option, weight: undefined })),
      (id) => correct.includes(id),
      t,
    ),
    { key: 'scoring', label: t('question.scoring'), text: t(`question.scorings.${scoring}`) },
  ],
  true_false: ({ correct, optionFeedback }, t) => [
    {
      key: 'key',
      label: t('question.truth'),
      text: t(correct ? 'question.true' : 'question.false'),
    },
    { key: 'ifTrue', label: t('question.ifTrue'), text: optionFeedback.true },
    { key: 'ifFalse', label: t('question.ifFalse'), text: optionFeedback.false },
  ],
  matching: ({ pairs, distractors }, t) => [
    ...pairs.flatMap(({ id, prompt, answer }, at) => [
      { key: `pair.${id}`, label: t('question.promptOf', { number: at + 1 }), text: prompt },
      { key: `pair.${id}.answer`, label: t('question.answerOf', { number: at + 1 }), text: answer },
    ]),
    ...listed('distractor', distractors, (number) => t('history.line.distractor', { number })),
  ],
  // By place: another order is another text at each place.
  ordering: ({ items, scoring }, t) => [
    ...listed(
      'item',
      items.map(({ text }) => text),
      (number) => t('question.itemOf', { number }),
    ),
    { key: 'scoring', label: t('question.adjacent'), text: yesNo(scoring === 'adjacent', t) },
  ],
  numeric: (content, t) => [
    { key: 'value', label: t('question.value'), text: written(content.value) },
    ...nearLines(content, t),
  ],
  short_answer: (content, t) => [
    ...listed('accepted', content.accepted, (number) => t('history.line.accepted', { number })),
    { key: 'wildcards', label: t('question.wildcards'), text: yesNo(content.wildcards, t) },
    ...leniencyLines(content, t),
  ],
  fill_blanks: (content, t) => [
    { key: 'text', label: t('blanks.text'), text: content.text },
    { key: 'mode', label: t('blanks.mode'), text: t(`blanks.modes.${content.mode}`) },
    ...content.blanks.flatMap(({ id, accepted, distractors }, at) => {
      const label = `${t('blanks.rowOf', { number: at + 1 })} [[${id}]]`;
      return [
        { key: `blank.${id}`, label, text: accepted.join('\n') },
        {
          key: `blank.${id}.wrong`,
          label: t('history.line.blankWrong', { of: label }),
          text: distractors.join('\n'),
        },
      ];
    }),
    { key: 'extra', label: t('blanks.extra'), text: content.distractors.join('\n') },
    ...leniencyLines(content, t),
  ],
  categorise: ({ groups, items, scoring }, t) => [
    ...groups.map(({ id, title }, at) => ({
      key: `group.${id}`,
      label: t('groups.groupOf', { number: at + 1 }),
      text: title,
    })),
    ...items.map(({ id, text, groupId }, at) => ({
      key: `item.${id}`,
      label: t('groups.thingOf', { number: at + 1 }),
      text: `${text} → ${groups.find((group) => group.id === groupId)?.title ?? ''}`,
    })),
    { key: 'scoring', label: t('question.partial'), text: yesNo(scoring === 'partial', t) },
  ],
  hotspot: ({ image, areas, correct }, t) => [
    { key: 'image', label: t('history.line.image'), text: image.alt, format: image.url },
    ...areas.flatMap(({ id, label, area, feedback = '' }, at) => {
      const name = t('history.line.area', { number: at + 1 });
      const is = t(`history.line.${correct.includes(id) ? 'right' : 'wrong'}`);
      const { shape, ...place } = area;
      return [
        {
          key: `area.${id}`,
          label: name,
          text: `${label} (${is}); ${t(`hotspot.names.${shape}`)} ${placeText(place)}`,
        },
        {
          key: `area.${id}.feedback`,
          label: t('history.line.optionFeedback', { of: name }),
          text: feedback,
        },
      ];
    }),
  ],
  calculated: (content, t) => [
    { key: 'formula', label: t('formula.formula'), text: content.formula },
    ...content.variables.map(({ name, minimum, maximum, decimals }) => ({
      key: `variable.${name}`,
      label: t('history.line.variable', { name }),
      text: t('history.line.variableRange', {
        from: written(minimum),
        to: written(maximum),
        decimals,
      }),
    })),
    { key: 'decimals', label: t('formula.decimals'), text: String(content.decimals) },
    ...nearLines(content, t),
  ],
  essay: (content, t) => [
    {
      key: 'words',
      label: t('history.line.wordLimits'),
      text: `${content.minimumWords ?? '–'} … ${content.maximumWords ?? '–'}`,
    },
    ...markedLines(content, t),
  ],
  file_upload: (content, t) => [
    {
      key: 'files',
      label: t('history.line.files'),
      text: content.accept.map((kind) => t(`marked.kinds.${kind}`)).join(', '),
    },
    {
      key: 'limits',
      label: t('marked.maximumFiles'),
      text: t('history.line.fileLimits', {
        files: content.maximumFiles,
        megabytes: content.maximumMegabytes,
      }),
    },
    ...markedLines(content, t),
  ],
};

/** Numbers of an area, corners of a polygon one after the other. */
const placeText = (place: Record<string, unknown>): string =>
  JSON.stringify(
    Object.values(place)
      .flat()
      .map((one) => (typeof one === 'object' ? Object.values(one ?? {}) : one)),
  )
    .replaceAll(',', ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')');

/** A question as labelled lines, in reading order; lines without text are left out. */
export function contentLines(content: QuestionContent, t: Words): ContentLine[] {
  const find = FINDERS[content.kind] as Finder<QuestionKind>;
  const lines: ContentLine[] = [
    htmlLine('stem', t('question.stem'), content.stem, t),
    ...find(content, t),
    htmlLine('feedback', t('question.feedback'), content.feedback, t),
    ...listed('hint', content.hints, (number) => t('about.hintOf', { number })),
    { key: 'basis', label: t('meta.basis'), text: content.legalBasis.join('\n') },
    { key: 'asOf', label: t('meta.asOf'), text: content.asOf ? formatDay(content.asOf) : '' },
    {
      key: 'reviewOn',
      label: t('about.reviewOn'),
      text: content.reviewOn ? formatDay(content.reviewOn) : '',
    },
    { key: 'era', label: t('about.era'), text: t(`eras.${content.era}`) },
    { key: 'difficulty', label: t('bank.difficulty'), text: t(`difficulty.${content.difficulty}`) },
    { key: 'tags', label: t('about.tags'), text: content.tags.join(', ') },
    {
      key: 'stimulus',
      label: t('about.stimulus'),
      text: yesNo(content.stimulusId !== null, t),
      format: content.stimulusId ?? '',
    },
  ];
  return lines.filter(({ text }) => text !== '');
}
