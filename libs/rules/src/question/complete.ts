/**
 * The room of whether a question is answered in all its parts. Apart from marking: it is all that the browser needs of a
 * kind while a paper is open, and a file goes to the browser as a whole.
 */
import type {
  AnswerResponse,
  PaperOf,
  PaperQuestion,
  QuestionKind,
  ResponseOf,
} from '@tap-huan/contract';
import { textsIn } from './fill-blanks/texts-in';
import { isNumber } from './numeric/tolerance';
import { placeOf } from './question-type';
import { isBlank } from './short-answer/is-blank';

/** Whether every part is answered, for each kind. */
export const COMPLETE: {
  readonly [K in QuestionKind]: (response: ResponseOf<K>, paper: PaperOf<K>) => boolean;
} = {
  single: (response, paper) =>
    response.choice !== null && placeOf(paper.options, response.choice) >= 0,
  multiple: (response, paper) =>
    response.choices.some((choice) => placeOf(paper.options, choice) >= 0),
  true_false: (response) => response.choice !== null,
  matching: (response, paper) =>
    paper.prompts.every(
      ({ id }) =>
        Object.hasOwn(response.matches, id) &&
        placeOf(paper.answers, response.matches[id] ?? '') >= 0,
    ),
  ordering: (response, paper) =>
    response.order.length === paper.items.length &&
    paper.items.every(({ id }) => response.order.includes(id)),
  numeric: (response, paper) => isNumber(response.text, paper),
  short_answer: (response) => !isBlank(response.text),
  fill_blanks: (response, paper) => textsIn(paper, response).every((text) => text !== null),
  categorise: (response, paper) =>
    paper.items.every(
      ({ id }) =>
        Object.hasOwn(response.placements, id) &&
        placeOf(paper.groups, response.placements[id] ?? '') >= 0,
    ),
  hotspot: (response, paper) => {
    const known = response.marks.filter(
      (mark) => !('area' in mark) || placeOf(paper.areas, mark.area) >= 0,
    );
    return known.length >= paper.wanted;
  },
  calculated: (response, paper) => isNumber(response.text, paper),
  essay: (response) => response.text.trim() !== '',
  file_upload: (response) => response.files.length > 0,
};

/** Whether every part of a question is answered; a response to a question of another kind is no answer. */
export const isComplete = (paper: PaperQuestion, response: AnswerResponse | null): boolean => {
  if (response?.kind !== paper.kind) return false;
  // The one place here where a kind known at run time meets the types; the line above made sure of it.
  const ofKind = COMPLETE[paper.kind] as (
    response: AnswerResponse,
    paper: PaperQuestion,
  ) => boolean;
  return ofKind(response, paper);
};
