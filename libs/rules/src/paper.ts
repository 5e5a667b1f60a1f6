/** The room of the paper: which questions an attempt asks, in which order, frozen at its start. */
import type { AttemptView, QuestionContent, QuizSection, QuizSettings } from '@tap-huan/contract';
import { chooseQuestions } from './paper-draw';
import type { FrozenQuestion } from './question/question-type';
import { freezeQuestion, shownQuestion } from './question/registry';
import { seededRandom, shuffle } from './random';

/** A question in the version that a published quiz froze. */
export interface QuestionPin {
  questionId: string;
  questionVersionId: string;
  stimulusVersionId: string | null;
}

/** A slot of a published quiz: one question, or so many drawn from a pool. Points in hundredths, of each question. */
export type PublishedSlot =
  | { kind: 'fixed'; id: string; points: number; question: QuestionPin }
  | { kind: 'random'; id: string; count: number; points: number; pool: QuestionPin[] };

/** A section of a published quiz. */
export type PublishedSection = Omit<QuizSection, 'slots'> & { slots: PublishedSlot[] };

/** One question of one attempt; plain JSON. */
export interface FrozenSlot extends QuestionPin {
  /** 1, 2, 3 … in the order shown. */
  slot: number;
  /** Id of the quiz's slot; a random slot gives `id#1`, `id#2` … Results of several quiz versions meet at it. */
  key: string;
  /** Place of its section among the paper's, 0, 1, 2 … */
  section: number;
  /** Hundredths of a point. */
  points: number;
  question: FrozenQuestion;
}

/** A section of one attempt: its questions are `from` to `to`. */
export interface FrozenSection {
  title: string;
  intro: string;
  minimumPercent: number | null;
  timeLimitMinutes: number | null;
  from: number;
  to: number;
}

/** All that one attempt asks; plain JSON that never changes. */
export interface FrozenPaper {
  sections: FrozenSection[];
  slots: FrozenSlot[];
}

/** A paper whose questions are chosen and ordered, but not drawn yet. */
export interface ArrangedPaper {
  sections: FrozenSection[];
  slots: Omit<FrozenSlot, 'question'>[];
}

type Placed = QuestionPin & { key: string; points: number };

/** Questions with one stimulus stand together, in the place of the first of them. */
function gathered(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const question of placed) {
    const group = question.stimulusVersionId ?? question.key;
    groups.set(group, [...(groups.get(group) ?? []), question]);
  }
  return [...groups.values()];
}

/** The questions of a slot in their places; those drawn from a pool come with what shares their stimulus. */
function placesOf(slot: PublishedSlot, chosen: ReadonlyMap<string, QuestionPin[]>): Placed[] {
  if (slot.kind === 'fixed') return [{ ...slot.question, key: slot.id, points: slot.points }];
  const drawn = (chosen.get(slot.id) ?? []).map((question, place) => ({
    ...question,
    key: `${slot.id}#${place + 1}`,
    points: slot.points,
  }));
  return gathered(drawn).flat();
}

function orderOf(
  section: PublishedSection,
  chosen: ReadonlyMap<string, QuestionPin[]>,
  seed: string,
): Placed[] {
  const placed = section.slots.flatMap((slot) => placesOf(slot, chosen));
  if (!section.shuffle) return placed;
  const random = seededRandom(`${seed}/section/${section.id}`);
  return shuffle(gathered(placed), random).flatMap((group) => shuffle(group, random));
}

/**
 * Chooses and orders the questions of a paper: draws from pools prefer what the taker has not seen, no question comes
 * twice, and a section that is shuffled keeps questions with one stimulus together. Sections without questions are left
 * out. Needs no contents, so that only those of the chosen questions have to be read.
 * @param seed from a cryptographic source; stays on the server. The same seed gives the same paper.
 * @param seen ids of questions that the taker has met in earlier attempts on the quiz
 * @throws Error where the pools hold too few questions; see `slotsTooSmall`
 */
export function arrangePaper(
  sections: readonly PublishedSection[],
  seed: string,
  seen: ReadonlySet<string>,
): ArrangedPaper {
  const chosen = chooseQuestions(sections, seed, seen);
  const paper: ArrangedPaper = { sections: [], slots: [] };
  for (const section of sections) {
    const placed = orderOf(section, chosen, seed);
    if (placed.length === 0) continue;
    const { title, intro, minimumPercent, timeLimitMinutes } = section;
    const from = paper.slots.length + 1;
    const to = paper.slots.length + placed.length;
    for (const { key, points, questionId, questionVersionId, stimulusVersionId } of placed) {
      paper.slots.push({
        slot: paper.slots.length + 1,
        key,
        section: paper.sections.length,
        questionId,
        questionVersionId,
        stimulusVersionId,
        points,
      });
    }
    paper.sections.push({ title, intro, minimumPercent, timeLimitMinutes, from, to });
  }
  return paper;
}

/**
 * Draws each question of an arranged paper. What is drawn for one question depends on no other question.
 * @param contents by question version id
 * @throws Error where a content is missing
 */
export function freezePaper(
  { sections, slots }: ArrangedPaper,
  contents: ReadonlyMap<string, QuestionContent>,
  { shuffleOptions }: Pick<QuizSettings, 'shuffleOptions'>,
  seed: string,
): FrozenPaper {
  return {
    sections,
    slots: slots.map((slot) => {
      const content = contents.get(slot.questionVersionId);
      if (!content) throw new Error(`question version ${slot.questionVersionId} is missing`);
      const random = seededRandom(`${seed}/question/${slot.key}`);
      return { ...slot, question: freezeQuestion(content, { random, shuffleOptions }) };
    }),
  };
}

/** Chooses, orders and draws in one go; see `arrangePaper` and `freezePaper`. */
export function drawPaper(
  sections: readonly PublishedSection[],
  contents: ReadonlyMap<string, QuestionContent>,
  settings: Pick<QuizSettings, 'shuffleOptions'>,
  seed: string,
  seen: ReadonlySet<string> = new Set(),
): FrozenPaper {
  return freezePaper(arrangePaper(sections, seed, seen), contents, settings, seed);
}

/** How many questions a paper of these sections has. */
export const questionsOf = (sections: readonly PaperCount[]): number =>
  sections.reduce((sum, { slots }) => sum + slotsLength(slots), 0);

/** What counting needs of a section, of a draft or published. */
export interface PaperCount {
  slots: readonly ({ kind: 'fixed' } | { kind: 'random'; count: number })[];
}

const slotsLength = (slots: PaperCount['slots']): number =>
  slots.reduce((sum, slot) => sum + (slot.kind === 'fixed' ? 1 : slot.count), 0);

/** The ids under which the paper shows its stimuli, by stimulus version: s1, s2 … in the order of the questions. */
export function stimulusIds(
  slots: readonly Pick<FrozenSlot, 'stimulusVersionId'>[],
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { stimulusVersionId } of slots) {
    if (stimulusVersionId !== null && !ids.has(stimulusVersionId)) {
      ids.set(stimulusVersionId, `s${ids.size + 1}`);
    }
  }
  return ids;
}

/**
 * A slot as the officer sees it: without a key and without what the server keeps.
 * @param stimuli shown ids by stimulus version; see `stimulusIds` of the whole paper
 */
export const shownSlot = (
  { slot, points, stimulusVersionId, question }: FrozenSlot,
  stimuli: ReadonlyMap<string, string>,
): AttemptView['slots'][number] => ({
  slot,
  points,
  stimulusId: stimulusVersionId === null ? null : (stimuli.get(stimulusVersionId) ?? null),
  question: shownQuestion(question),
});

/** The sections as the officer sees them. */
export const shownSections = ({ sections }: FrozenPaper): AttemptView['sections'] =>
  sections.map(({ title, intro, from, to, minimumPercent, timeLimitMinutes }) => ({
    title,
    intro,
    from,
    to,
    minimumPercent,
    timeLimitMinutes,
  }));
