/** The room of the mistakes that each kind of question allows. */
import type { ContentOf, QuestionKind } from '@tap-huan/contract';
import { fold } from '../spelling';
import { formulaProblems } from './calculated/problems';
import { markersOf } from './fill-blanks/segments';
import { hasNoSize, leavesPicture } from './hotspot/areas';
import { weightOf } from './multiple/multiple';
import type { NumberRules } from './numeric/tolerance';
import type { QuestionProblem } from './problems';
import { repeats, textKey } from './same-text';
import { comparableAnswer } from './short-answer/short-answer';
import { withoutStars } from './short-answer/wildcards';

/** A mistake, or false where it was not made. */
export type Findings = (QuestionProblem | false)[];

function choiceProblems(
  options: readonly { id: string; text: string }[],
  correct: string[],
): Findings {
  const ids = options.map(({ id }) => id);
  return [
    correct.length === 0 && 'no_right_answer',
    correct.some((id) => !ids.includes(id)) && 'correct_option_missing',
    ids.every((id) => correct.includes(id)) && 'no_wrong_option',
    repeats(options.map(({ text }) => text)) && 'option_texts_repeat',
  ];
}

function weightProblems(content: ContentOf<'multiple'>): Findings {
  if (content.scoring !== 'weights') return [];
  const positive = content.options.filter(({ weight }) => (weight ?? 0) > 0).map(({ id }) => id);
  const sameKey =
    positive.every((id) => content.correct.includes(id)) &&
    content.correct.every((id) => positive.includes(id));
  return [
    weightOf(content, positive) < 100 && 'weights_do_not_reach_full',
    !sameKey && 'weights_contradict_key',
  ];
}

/** Equal answers are allowed: they are graded by their text. */
function matchingProblems({ pairs, distractors }: ContentOf<'matching'>): Findings {
  const answers = new Set(pairs.map(({ answer }) => textKey(answer)));
  return [
    repeats(pairs.map(({ prompt }) => prompt)) && 'prompts_repeat',
    answers.size === 1 && distractors.length === 0 && 'answers_all_equal',
    distractors.some((text) => answers.has(textKey(text))) && 'distractor_is_an_answer',
  ];
}

/** Mistakes in how a typed number is judged. */
const numberProblems = ({ tolerance, unit, units }: NumberRules): Findings => [
  !(tolerance >= 0) && 'tolerance_negative',
  repeats([unit, ...units.map(({ name }) => name)].map(fold)) && 'units_repeat',
];

function acceptedProblems(content: ContentOf<'short_answer'>): Findings {
  const { accepted, wildcards } = content;
  const empty = (text: string) => comparableAnswer(text, content) === '';
  return [
    accepted.length === 0 && 'no_right_answer',
    accepted.some(empty) && 'accepted_answer_empty',
    wildcards &&
      accepted.some((text) => !empty(text) && empty(withoutStars(text))) &&
      'accepted_answer_matches_all',
  ];
}

type Blanks = ContentOf<'fill_blanks'>;

/** Mistakes among the words that a list or the bank shows; what is typed shows none. */
function shownWordProblems({ mode, blanks, distractors }: Blanks): Findings {
  const isAnswer = (accepted: readonly string[], words: readonly string[]) =>
    words.some((word) => accepted.some((text) => textKey(text) === textKey(word)));
  if (mode === 'list') {
    return [
      blanks.some((blank) => blank.distractors.length === 0) && 'no_wrong_option',
      blanks.some((blank) => repeats(blank.distractors)) && 'option_texts_repeat',
      blanks.some((blank) => isAnswer(blank.accepted, blank.distractors)) &&
        'distractor_is_an_answer',
    ];
  }
  if (mode === 'typed') return [];
  const bank = [...blanks.map(({ accepted }) => accepted[0] ?? ''), ...distractors];
  return [
    new Set(bank.map(textKey)).size === 1 && 'no_wrong_option',
    repeats(distractors) && 'option_texts_repeat',
    isAnswer(
      blanks.flatMap(({ accepted }) => accepted),
      distractors,
    ) && 'distractor_is_an_answer',
  ];
}

function blankProblems(content: Blanks): Findings {
  const markers = markersOf(content.text);
  const ids = content.blanks.map(({ id }) => id);
  return [
    ids.some((id) => !markers.includes(id)) && 'blank_without_marker',
    markers.some((id) => !ids.includes(id)) && 'marker_without_blank',
    new Set(markers).size < markers.length && 'marker_repeats',
    content.blanks.some(({ accepted }) => accepted.length === 0) && 'no_right_answer',
    content.blanks.some(({ accepted }) =>
      accepted.some((text) => comparableAnswer(text, content) === ''),
    ) && 'accepted_answer_empty',
    ...shownWordProblems(content),
  ];
}

/** A group without items is allowed: it is a trap. */
function groupProblems({ groups, items }: ContentOf<'categorise'>): Findings {
  const ids = groups.map(({ id }) => id);
  return [
    items.some(({ groupId }) => !ids.includes(groupId)) && 'group_missing',
    repeats(groups.map(({ title }) => title)) && 'group_titles_repeat',
    repeats(items.map(({ text }) => text)) && 'option_texts_repeat',
  ];
}

const areaProblems = ({ areas, correct }: ContentOf<'hotspot'>): Findings => [
  ...choiceProblems(
    areas.map(({ id, label }) => ({ id, text: label })),
    correct,
  ),
  areas.some(({ area }) => hasNoSize(area)) && 'area_without_size',
  areas.some(({ area }) => leavesPicture(area)) && 'area_outside_picture',
];

const rubricProblems = ({ rubric }: Pick<ContentOf<'essay'>, 'rubric'>): Findings => [
  rubric.some(({ levels }) => levels.every(({ percent }) => percent < 100)) &&
    'rubric_does_not_reach_full',
];

/** What can be wrong with each kind, beyond what every question has. */
export const PROBLEM_FINDERS: {
  readonly [K in QuestionKind]: (content: ContentOf<K>) => Findings;
} = {
  single: ({ options, correct }) => choiceProblems(options, [correct]),
  multiple: (content) => [
    ...choiceProblems(content.options, content.correct),
    ...weightProblems(content),
  ],
  true_false: () => [],
  matching: matchingProblems,
  ordering: ({ items }) => [
    items.length < 3 && 'ordering_too_short',
    repeats(items.map(({ text }) => text)) && 'option_texts_repeat',
  ],
  numeric: (content) => [
    !Number.isFinite(content.value) && 'value_not_a_number',
    ...numberProblems(content),
  ],
  short_answer: acceptedProblems,
  fill_blanks: blankProblems,
  categorise: groupProblems,
  hotspot: areaProblems,
  calculated: (content) => [...formulaProblems(content), ...numberProblems(content)],
  essay: (content) => [
    (content.minimumWords ?? 0) > (content.maximumWords ?? Infinity) &&
      'minimum_words_above_maximum',
    ...rubricProblems(content),
  ],
  file_upload: rubricProblems,
};
