/** The room of moves in a quiz: sections and questions change places, come and go; nothing is lost on the way. */
import { moved } from '../parts/order';
import {
  type DrawSlot,
  type FixedSlot,
  type FormSection,
  type FormSlot,
  hundredthsOf,
  pointsText,
} from './quiz-form';

export type Sections = readonly FormSection[];

/** Where a slot stands: place of its section, place in it. */
export interface SlotPlace {
  section: number;
  slot: number;
}

/** Of a section, in the contract. */
export const MOST_SLOTS = 200;
export const MOST_SECTIONS = 20;

// Not `randomUUID`: that one is missing where a province serves its pages without TLS inside the house.
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export const newSection = (title: string): FormSection => ({
  id: newId(),
  title,
  intro: '',
  shuffle: true,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots: [],
});

/** A question by name, for one point, in whatever version is the newest. */
export const fixedSlot = (questionId: string): FixedSlot => ({
  kind: 'fixed',
  id: newId(),
  questionId,
  version: null,
  points: '1',
});

export const drawSlot = (draw: Omit<DrawSlot, 'kind' | 'id'>): DrawSlot => ({
  kind: 'random',
  id: newId(),
  bankId: draw.bankId,
  categoryId: draw.categoryId,
  includeSubcategories: draw.includeSubcategories,
  tags: draw.tags,
  difficulty: draw.difficulty,
  count: draw.count,
  points: draw.points,
});

/** How many questions a slot puts on the paper. */
export const countOf = (slot: FormSlot): number => (slot.kind === 'random' ? slot.count : 1);

export const questionsIn = (slots: readonly FormSlot[]): number =>
  slots.reduce((sum, slot) => sum + countOf(slot), 0);

/** The sum in hundredths; what is no mark counts nothing. */
export const totalOf = (slots: readonly FormSlot[]): number =>
  slots.reduce((sum, slot) => sum + (hundredthsOf(slot.points) ?? 0) * countOf(slot), 0);

/** The place of a slot; null where it is not in the quiz. */
export function placeOf(sections: Sections, slotId: string): SlotPlace | null {
  for (const [section, { slots }] of sections.entries()) {
    const slot = slots.findIndex(({ id }) => id === slotId);
    if (slot >= 0) return { section, slot };
  }
  return null;
}

/** The first and the last question of each slot, as they are counted through the quiz. */
export function numbersOf(sections: Sections): ReadonlyMap<string, { from: number; to: number }> {
  const numbers = new Map<string, { from: number; to: number }>();
  let last = 0;
  for (const slot of sections.flatMap(({ slots }) => slots)) {
    numbers.set(slot.id, { from: last + 1, to: last + countOf(slot) });
    last += countOf(slot);
  }
  return numbers;
}

export const changeSection = (
  sections: Sections,
  id: string,
  part: Partial<FormSection>,
): Sections => sections.map((section) => (section.id === id ? { ...section, ...part } : section));

/** Each slot as the function makes it; slots that it gives back as they are stay the same objects. */
export const changeSlots = (sections: Sections, change: (slot: FormSlot) => FormSlot): Sections =>
  sections.map((section) => ({ ...section, slots: section.slots.map(change) }));

export const changeSlot = (sections: Sections, changed: FormSlot): Sections =>
  changeSlots(sections, (slot) => (slot.id === changed.id ? changed : slot));

/** Adds slots at the end of a section, as many as it holds. */
export const addSlots = (
  sections: Sections,
  sectionId: string,
  added: readonly FormSlot[],
): Sections =>
  sections.map((section) =>
    section.id === sectionId
      ? { ...section, slots: [...section.slots, ...added].slice(0, MOST_SLOTS) }
      : section,
  );

/** Puts a slot at a place of a section, or at its end. */
function insertSlot(sections: Sections, slot: FormSlot, to: SlotPlace): Sections {
  return sections.map((section, at) => {
    if (at !== to.section) return section;
    const place = Math.min(Math.max(to.slot, 0), section.slots.length);
    return { ...section, slots: section.slots.toSpliced(place, 0, slot) };
  });
}

export const removeSlot = (sections: Sections, slotId: string): Sections =>
  sections.map((section) =>
    section.slots.some(({ id }) => id === slotId)
      ? { ...section, slots: section.slots.filter(({ id }) => id !== slotId) }
      : section,
  );

/** Brings a removed slot back: to its place, in the first section where its own is gone. */
export function restoreSlot(
  sections: Sections,
  slot: FormSlot,
  { sectionId, place }: { sectionId: string; place: number },
): Sections {
  if (placeOf(sections, slot.id)) return sections;
  const section = Math.max(
    sections.findIndex(({ id }) => id === sectionId),
    0,
  );
  return insertSlot(sections, slot, { section, slot: place });
}

/** Puts a slot at a place, in its own section or in another; the same quiz where there is no such place or no room. */
export function putSlot(sections: Sections, slotId: string, to: SlotPlace): Sections {
  const from = placeOf(sections, slotId);
  const slot = from && sections[from.section]?.slots[from.slot];
  const target = sections[to.section];
  if (!slot || !target) return sections;
  if (from.section === to.section) {
    const slots = moved(target.slots, from.slot, to.slot);
    return slots === target.slots ? sections : changeSection(sections, target.id, { slots });
  }
  if (target.slots.length >= MOST_SLOTS) return sections;
  return insertSlot(removeSlot(sections, slotId), slot, to);
}

/** One step up or down; from the edge of a section into the next one. */
export function stepSlot(sections: Sections, slotId: string, step: 1 | -1): Sections {
  const from = placeOf(sections, slotId);
  if (!from) return sections;
  const inside = from.slot + step;
  const size = sections[from.section]?.slots.length ?? 0;
  if (inside >= 0 && inside < size) return putSlot(sections, slotId, { ...from, slot: inside });
  const section = from.section + step;
  const slot = step === 1 ? 0 : (sections[section]?.slots.length ?? 0);
  return putSlot(sections, slotId, { section, slot });
}

/** One step up or down for a section with its questions. */
export function stepSection(sections: Sections, id: string, step: 1 | -1): Sections {
  const from = sections.findIndex((section) => section.id === id);
  return moved(sections, from, from + step);
}

/**
 * Ten points shared out evenly, to the hundredth. What is over goes to the first slots that can take it whole: a draw
 * gives each of its questions the same, so some hundredths may be left.
 */
export function sharedOut(sections: Sections, total = 1_000): Sections {
  const questions = sections.reduce((sum, { slots }) => sum + questionsIn(slots), 0);
  if (questions === 0) return sections;
  const each = Math.max(1, Math.floor(total / questions));
  let over = total - each * questions;
  return changeSlots(sections, (slot) => {
    const more = countOf(slot) <= over ? 1 : 0;
    over -= more * countOf(slot);
    return { ...slot, points: pointsText(each + more) };
  });
}
