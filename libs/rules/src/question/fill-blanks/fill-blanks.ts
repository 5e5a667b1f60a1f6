/** The room of the text with blanks: typed, chosen from a list at each blank, or dragged from a bank of words. */
import type { ContentOf, PaperOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import type { Random } from '../../random';
import { shuffle } from '../../random';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';
import { textKey } from '../same-text';
import { answerLabel, comparableAnswer } from '../short-answer/short-answer';
import { blanksOf, textsIn } from './texts-in';
import { segmentsOf } from './segments';

type Content = ContentOf<'fill_blanks'>;
type Blank = Content['blanks'][number];
type Frozen = FrozenOf<'fill_blanks'>;
type Paper = PaperOf<'fill_blanks'>;

/** The id of a blank on the paper, by its place in reading order: an author may have named it by its answer. */
const blankIdAt = (place: number): string => `b${place + 1}`;

/** Choices in drawn order: the first accepted answer among the wrong ones. */
const drawChoices = ({ accepted, distractors }: Blank, random: Random) =>
  shownOptions(shuffle([accepted[0] ?? '', ...distractors], random));

/** The first accepted answer of every blank and the words that fit nowhere, in drawn order. */
const drawBank = ({ blanks, distractors }: Content, random: Random) =>
  shownOptions(
    shuffle([...blanks.map(({ accepted }) => accepted[0] ?? ''), ...distractors], random),
  );

/**
 * The accepted answer that stands in a blank, if it is one. What is typed is compared as leniently as the author says;
 * what was shown is compared as it was shown.
 */
function acceptedIn(content: Content, blank: Blank | undefined, given: string | null) {
  if (blank === undefined || given === null) return undefined;
  const form =
    content.mode === 'typed' ? (text: string) => comparableAnswer(text, content) : textKey;
  return blank.accepted.find((text) => form(text) === form(given));
}

/** A response in ids of the paper for texts by content id of the blank; equal words of the bank are used in turn. */
function responseOf({ paper, blanks }: Frozen, textsOf: (blankId: string) => readonly string[]) {
  const used = new Set<string>();
  const filled = blanksOf(paper).flatMap(({ blank, choices }, place): [string, string][] => {
    const texts = textsOf(blanks[place] ?? '');
    if (texts.length === 0) return [];
    if (paper.mode === 'typed') return [[blank, texts[0] ?? '']];
    const shown = paper.mode === 'bank' ? paper.bank.filter(({ id }) => !used.has(id)) : choices;
    const fitting = texts
      .map((text) => shown.find((word) => textKey(word.text) === textKey(text)))
      .find((word) => word !== undefined);
    if (fitting !== undefined) used.add(fitting.id);
    return [[blank, fitting?.id ?? texts[0] ?? '']];
  });
  return Object.fromEntries(filled);
}

const contentBlanks = (content: Content, { blanks }: Frozen): (Blank | undefined)[] =>
  blanks.map((id) => content.blanks.find((blank) => blank.id === id));

export const fillBlanks: QuestionType<'fill_blanks'> = {
  /** Choices and bank are always shuffled: the right word is the first that the author writes. */
  paperOf(content, { random }) {
    const blanks: string[] = [];
    const segments = segmentsOf(content).map((segment): Paper['segments'][number] => {
      if ('text' in segment) return segment;
      const blank = content.blanks.find(({ id }) => id === segment.blankId);
      const choices = content.mode === 'list' && blank ? drawChoices(blank, random) : [];
      return { blank: blankIdAt(blanks.push(segment.blankId) - 1), choices };
    });
    const bank = content.mode === 'bank' ? drawBank(content, random) : [];
    const { stem, mode } = content;
    return {
      kind: 'fill_blanks',
      paper: { kind: 'fill_blanks', stem, mode, segments, bank },
      blanks,
    };
  },
  isComplete: COMPLETE.fill_blanks,
  /** The share of blanks that are right. */
  grade(content, frozen, response) {
    const texts = textsIn(frozen.paper, response);
    if (texts.every((text) => text === null)) return unanswered();
    const right = contentBlanks(content, frozen).filter(
      (blank, place) => acceptedIn(content, blank, texts[place] ?? null) !== undefined,
    );
    return gradeOf(right.length, texts.length);
  },
  /** "b1=word b2=-": content id of the blank and what stands in it, at most 30 characters of it. */
  classify(content, frozen, response) {
    const texts = textsIn(frozen.paper, response);
    if (texts.every((text) => text === null)) return UNANSWERED;
    const leniency =
      content.mode === 'typed' ? content : { ignoreCase: false, ignoreDiacritics: false };
    return content.blanks
      .filter(({ id }) => frozen.blanks.includes(id))
      .map((blank) => {
        const given = texts[frozen.blanks.indexOf(blank.id)] ?? null;
        if (given === null) return `${blank.id}=-`;
        const label = acceptedIn(content, blank, given) ?? given;
        return `${blank.id}=${answerLabel(label, leniency, 30)}`;
      })
      .join(' ');
  },
  explain: (content, frozen) => ({
    optionFeedback: [],
    correct: {
      kind: 'fill_blanks',
      blanks: responseOf(
        frozen,
        (blankId) => content.blanks.find(({ id }) => id === blankId)?.accepted ?? [],
      ),
    },
  }),
  /** A choice or a word is named by its text. */
  toPaperIds: (frozen, response) => ({
    ...response,
    blanks: responseOf(frozen, (blankId) =>
      Object.hasOwn(response.blanks, blankId) ? [response.blanks[blankId] ?? ''] : [],
    ),
  }),
};
