/** The room of where an attempt stands: pages, and what of each question is answered. Pure functions. */
import type { AnswerResponse, AttemptView } from '@tap-huan/contract';
import { isComplete } from '@tap-huan/rules';
import { stimulusRuns } from '../question/stimulus-runs';
import type { Given } from './outbox.types';

export type PaperSlot = AttemptView['slots'][number];
export type PaperSection = AttemptView['sections'][number];
export type SlotState = 'answered' | 'partly' | 'unanswered';

export interface SlotStanding {
  slot: number;
  state: SlotState;
  flagged: boolean;
}

/**
 * Questions on a page; `perPage` 0 is all on one. A page of several never reaches over the end of a section, and there is
 * always a page.
 */
export function pagesOf<T extends { slot: number }>(
  slots: readonly T[],
  perPage: number,
  sections: readonly Pick<PaperSection, 'from' | 'to'>[] = [],
): T[][] {
  if (perPage <= 0 || slots.length === 0) return [[...slots]];
  const pages: T[][] = [];
  let last: { page: T[]; section: number } | null = null;
  for (const slot of slots) {
    const section = sectionAt(sections, slot.slot);
    if (!last || last.page.length >= perPage || last.section !== section)
      pages.push((last = { page: [], section }).page);
    last.page.push(slot);
  }
  return pages;
}

/** The number of the section in which a slot is, 0, 1 …; -1 for none. */
export const sectionAt = (
  sections: readonly Pick<PaperSection, 'from' | 'to'>[],
  slot: number,
): number => sections.findIndex(({ from, to }) => from <= slot && slot <= to);

/** Questions of one section on one page, those with a common stimulus together. */
export interface SectionBlock {
  /** 0, 1 …; -1 for none. */
  index: number;
  section: PaperSection | null;
  /** Whether the section begins on this page. */
  opens: boolean;
  runs: { stimulusId: string | null; slots: PaperSlot[] }[];
}

/** A page of questions as it is laid out. */
export function blocksOf(
  page: readonly PaperSlot[],
  sections: readonly PaperSection[],
): SectionBlock[] {
  const blocks: { index: number; slots: PaperSlot[] }[] = [];
  for (const slot of page) {
    const index = sectionAt(sections, slot.slot);
    const last = blocks.at(-1);
    if (last?.index === index) last.slots.push(slot);
    else blocks.push({ index, slots: [slot] });
  }
  return blocks.map(({ index, slots }) => ({
    index,
    section: sections[index] ?? null,
    opens: sections[index]?.from === slots[0]?.slot,
    runs: stimulusRuns(slots),
  }));
}

/** What the open part of a paper is to the officer. */
export interface PartFacts {
  /** Gone through question by question, page by page, or by whole sections. */
  kind: 'question' | 'page' | 'part';
  /** Whether its clock is that of a section, which goes on over several parts. */
  ofSection: boolean;
  /** Whether time that is left is lost by leaving it. */
  losesTime: boolean;
}

/** Where the whole paper is open, there is one part and nothing to lose. */
export function partFactsOf(view: Pick<AttemptView, 'part' | 'sections'> | null): PartFacts {
  const part = view?.part;
  if (!part) return { kind: 'page', ofSection: false, losesTime: false };
  const section = view.sections[sectionAt(view.sections, part.from)];
  const ends = section !== undefined && part.to >= section.to;
  const whole = ends && part.from <= section.from;
  const ofSection = section !== undefined && section.timeLimitMinutes !== null;
  const losesTime = ends || !ofSection;
  if (whole && (ofSection || view.sections.length > 1))
    return { kind: 'part', ofSection, losesTime };
  return { kind: part.from === part.to ? 'question' : 'page', ofSection, losesTime };
}

/** Whether anything at all has been given. */
export function isBegun(response: AnswerResponse | null): boolean {
  switch (response?.kind) {
    case undefined:
      return false;
    case 'single':
    case 'true_false':
      return response.choice !== null;
    case 'multiple':
      return response.choices.length > 0;
    case 'matching':
      return Object.keys(response.matches).length > 0;
    case 'ordering':
      return response.order.length > 0;
    case 'fill_blanks':
      return Object.values(response.blanks).some((blank) => blank.trim() !== '');
    case 'categorise':
      return Object.keys(response.placements).length > 0;
    case 'hotspot':
      return response.marks.length > 0;
    case 'file_upload':
      return response.files.length > 0;
    case 'numeric':
    case 'short_answer':
    case 'calculated':
    case 'essay':
      return response.text.trim() !== '';
  }
}

/** "partly": begun, but not every part is answered; marking gives what the parts are worth. */
export function stateOf({ question }: PaperSlot, response: AnswerResponse | null): SlotState {
  if (response?.kind !== question.kind || !isBegun(response)) return 'unanswered';
  return isComplete(question, response) ? 'answered' : 'partly';
}

export const standingOf = (
  slots: readonly PaperSlot[],
  given: ReadonlyMap<number, Given>,
): SlotStanding[] =>
  slots.map((slot) => {
    const own = given.get(slot.slot);
    return {
      slot: slot.slot,
      state: stateOf(slot, own?.response ?? null),
      flagged: own?.flagged ?? false,
    };
  });

export type Counts = Record<SlotState | 'flagged', number>;

export function countsOf(standing: readonly SlotStanding[]): Counts {
  const counts: Counts = { answered: 0, partly: 0, unanswered: 0, flagged: 0 };
  for (const { state, flagged } of standing) {
    counts[state] += 1;
    if (flagged) counts.flagged += 1;
  }
  return counts;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** The words of a stem without its tags, for lists; the server has sanitised the HTML. */
export function wordsOf(html: string, most = 140): string {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:?!…”)])/g, '$1')
    .trim();
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))}…`;
}
