/** The room of what is said beside each slot of a quiz: its numbers, its question or its draw, and what is wrong with it. */
import type { QuestionKind, QuizDraft } from '@tap-huan/contract';
import { categoryPath } from '../bank/category-tree';
import { type DrawBank, fitting } from './draws';
import type { DrawSlot, FormSlot } from './quiz-form';
import { numbersOf, type Sections } from './quiz-sections';

export type SlotNote = QuizDraft['notes'][number];
export type QuestionFacts = NonNullable<SlotNote['question']>;

/** A draw in words. */
export interface DrawFacts {
  /** Null where its bank is none that the author may use. */
  bank: string | null;
  /** From the top down to its category; empty for the whole bank. */
  path: readonly string[];
  /** Ready questions that fit; null while that is not known. */
  available: number | null;
  /** Questions that it lacks. */
  missing: number;
}

export interface SlotView {
  from: number;
  to: number;
  /** The question of a fixed slot; null where it is gone. */
  question: QuestionFacts | null;
  draw: DrawFacts | null;
  /** Why the server would not take it, as a code. */
  issue: string | null;
}

/** What the views are made of. */
export interface SlotSources {
  notes: ReadonlyMap<string, SlotNote>;
  /** Questions that were picked and are not saved yet. */
  picked: ReadonlyMap<string, QuestionFacts>;
  banks: readonly { id: string; name: string }[];
  drawBank: (bankId: string) => DrawBank | null;
  shortages: ReadonlyMap<string, number> | null;
  issues: ReadonlyMap<string, string>;
}

/** The question of a slot; null for a draw, and where it is gone. */
export function questionOf(
  slot: FormSlot,
  { notes, picked }: Pick<SlotSources, 'notes' | 'picked'>,
): QuestionFacts | null {
  if (slot.kind === 'random') return null;
  return notes.get(slot.id)?.question ?? picked.get(slot.questionId) ?? null;
}

function drawFacts(slot: DrawSlot, sources: SlotSources): DrawFacts {
  const bank = sources.drawBank(slot.bankId);
  const noted = sources.notes.get(slot.id)?.available;
  const available = bank ? fitting(bank, slot).length : (noted ?? null);
  const short = available === null ? 0 : Math.max(0, slot.count - available);
  return {
    bank: sources.banks.find(({ id }) => id === slot.bankId)?.name ?? null,
    path: bank ? categoryPath(bank.categories, slot.categoryId) : [],
    available,
    missing: sources.shortages?.get(slot.id) ?? short,
  };
}

/** A view of each slot, by its id. */
export function slotViews(sections: Sections, sources: SlotSources): ReadonlyMap<string, SlotView> {
  const numbers = numbersOf(sections);
  return new Map(
    sections.flatMap(({ slots }) =>
      slots.map((slot): [string, SlotView] => [
        slot.id,
        {
          ...(numbers.get(slot.id) ?? { from: 0, to: 0 }),
          question: questionOf(slot, sources),
          draw: slot.kind === 'random' ? drawFacts(slot, sources) : null,
          issue: sources.issues.get(slot.id) ?? null,
        },
      ]),
    ),
  );
}

/** Kinds that a slot may put on the paper. */
export function kindsOf(
  slot: FormSlot,
  sources: Pick<SlotSources, 'notes' | 'picked' | 'drawBank'>,
) {
  if (slot.kind === 'random') {
    const bank = sources.drawBank(slot.bankId);
    return bank ? fitting(bank, slot).map(({ kind }) => kind) : [];
  }
  const question = questionOf(slot, sources);
  return question ? [question.kind as QuestionKind] : [];
}

/** The version that a slot keeps, where a newer one exists. */
export const isOutdated = (slot: FormSlot, question: QuestionFacts | null): boolean =>
  slot.kind === 'fixed' &&
  slot.version !== null &&
  question !== null &&
  slot.version < question.newestVersion;

/** The slots that keep the quiz from being published. */
export interface Obstacles {
  /** Questions that are drafts, retired or gone, by their first number. */
  unready: readonly number[];
  /** Draws that lack questions. */
  short: readonly { from: number; to: number; missing: number }[];
}

export function obstaclesOf(sections: Sections, views: ReadonlyMap<string, SlotView>): Obstacles {
  const seen = sections.flatMap(({ slots }) =>
    slots.flatMap((slot) => {
      const view = views.get(slot.id);
      return view ? [{ slot, view }] : [];
    }),
  );
  return {
    unready: seen
      .filter(({ slot, view }) => slot.kind === 'fixed' && view.question?.status !== 'ready')
      .map(({ view }) => view.from),
    short: seen.flatMap(({ view: { from, to, draw } }) =>
      draw && draw.missing > 0 ? [{ from, to, missing: draw.missing }] : [],
    ),
  };
}

const PLACE = /(?:^|\.)sections\.(\d+)\.slots\.(\d+)/;

/** Issues of a refused save, by the slot that stood at their path. */
export function issuesBySlot(
  issues: readonly { path: string; code: string }[],
  sections: Sections,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, code } of issues) {
    const [, section, slot] = PLACE.exec(path) ?? [];
    const id = sections[Number(section)]?.slots[Number(slot)]?.id;
    if (id !== undefined && !found.has(id)) found.set(id, code);
  }
  return found;
}
