/** The room of where an attempt stands: pages, and what of each question is answered. Pure functions. */
import type { AnswerResponse, AttemptView } from '@tap-huan/contract';
import { isComplete } from '@tap-huan/rules';

export type PaperSlot = AttemptView['slots'][number];
export type SlotState = 'answered' | 'partly' | 'unanswered';

/** What the officer has given to one question so far. */
export interface Given {
  response: AnswerResponse | null;
  flagged: boolean;
}

export interface SlotStanding {
  slot: number;
  state: SlotState;
  flagged: boolean;
}

/** Questions on a page; `perPage` 0 is all on one. There is always a page. */
export function pagesOf<T>(slots: readonly T[], perPage: number): T[][] {
  const size = perPage > 0 ? perPage : Math.max(1, slots.length);
  const pages = Array.from({ length: Math.ceil(slots.length / size) }, (_, i) =>
    slots.slice(i * size, (i + 1) * size),
  );
  return pages.length > 0 ? pages : [[]];
}

/** Whether anything at all has been given. */
function isBegun(response: AnswerResponse | null): boolean {
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
    case 'numeric':
    case 'short_answer':
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
