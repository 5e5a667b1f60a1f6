/** The room of the lot: which questions of the pools come onto a paper, none of them twice. */
import type { PublishedSection, PublishedSlot, QuestionPin } from './paper';
import { seededRandom, shuffle } from './random';

type RandomSlot = Extract<PublishedSlot, { kind: 'random' }>;

/** One question that is still to be drawn, for a slot, with the questions it may be in the order of preference. */
interface Seat {
  slotId: string;
  unseen: QuestionPin[];
  seen: QuestionPin[];
}

/**
 * Who sits where: a maximum matching of seats and questions by augmenting paths (Kuhn). A greedy draw would leave a
 * narrow pool empty after a wide one that overlaps it; a question once taken stays on the paper, only its seat may change.
 */
class Seating {
  private readonly seatOf = new Map<string, Seat>();
  readonly questionOf = new Map<Seat, QuestionPin>();

  /** Finds a question for a seat among those that `candidates` names, moving others where that helps. */
  place(seat: Seat, candidates: (seat: Seat) => readonly QuestionPin[]): boolean {
    return this.tryPlace(seat, candidates, new Set());
  }

  private tryPlace(
    seat: Seat,
    candidates: (seat: Seat) => readonly QuestionPin[],
    visited: Set<string>,
  ): boolean {
    const wanted = candidates(seat);
    const free = wanted.find(({ questionId }) => !this.seatOf.has(questionId));
    if (free) return this.take(seat, free);
    for (const question of wanted) {
      if (visited.has(question.questionId)) continue;
      visited.add(question.questionId);
      const other = this.seatOf.get(question.questionId);
      if (other && other.slotId !== seat.slotId && this.tryPlace(other, candidates, visited)) {
        return this.take(seat, question);
      }
    }
    return false;
  }

  private take(seat: Seat, question: QuestionPin): true {
    this.seatOf.set(question.questionId, seat);
    this.questionOf.set(seat, question);
    return true;
  }
}

const randomSlots = (sections: readonly PublishedSection[]): RandomSlot[] =>
  sections.flatMap(({ slots }) => slots.filter((slot) => slot.kind === 'random'));

function seatsOf(
  sections: readonly PublishedSection[],
  orderOf: (slot: RandomSlot) => readonly QuestionPin[],
  seen: ReadonlySet<string>,
): Seat[] {
  const fixed = new Set(
    sections.flatMap(({ slots }) =>
      slots.flatMap((slot) => (slot.kind === 'fixed' ? [slot.question.questionId] : [])),
    ),
  );
  return randomSlots(sections).flatMap((slot) => {
    const pool = orderOf(slot).filter(({ questionId }) => !fixed.has(questionId));
    const unseen = pool.filter(({ questionId }) => !seen.has(questionId));
    const rest = pool.filter(({ questionId }) => seen.has(questionId));
    return Array.from({ length: slot.count }, () => ({ slotId: slot.id, unseen, seen: rest }));
  });
}

/** As many unseen questions as can be, then the others. */
function seated(seats: readonly Seat[]): Seating {
  const seating = new Seating();
  const left = seats.filter((seat) => !seating.place(seat, ({ unseen }) => unseen));
  for (const seat of left) {
    seating.place(seat, ({ unseen, seen }) => (seen.length > 0 ? [...unseen, ...seen] : unseen));
  }
  return seating;
}

/**
 * Draws the questions of the random slots, by slot id: as many unseen ones as the pools allow, none twice, none that
 * stands in a fixed slot. The order within a slot is drawn, too.
 * @throws Error where the pools hold too few; see `slotsTooSmall`
 */
export function chooseQuestions(
  sections: readonly PublishedSection[],
  seed: string,
  seen: ReadonlySet<string>,
): Map<string, QuestionPin[]> {
  const order = (slot: RandomSlot) => shuffle(slot.pool, seededRandom(`${seed}/pool/${slot.id}`));
  const seats = shuffle(seatsOf(sections, order, seen), seededRandom(`${seed}/seats`));
  const { questionOf } = seated(seats);
  const chosen = new Map<string, QuestionPin[]>();
  for (const seat of seats) {
    const question = questionOf.get(seat);
    if (!question) throw new Error(`slot ${seat.slotId} has too few questions to draw from`);
    chosen.set(seat.slotId, [...(chosen.get(seat.slotId) ?? []), question]);
  }
  return chosen;
}

/**
 * Random slots that cannot be filled, by slot id with how many questions are missing, when those that stand in fixed
 * slots and those that other draws need are taken away; empty where every paper can be drawn.
 */
export function slotsTooSmall(sections: readonly PublishedSection[]): Map<string, number> {
  const seats = seatsOf(sections, ({ pool }) => pool, new Set());
  const { questionOf } = seated(seats);
  const missing = new Map<string, number>();
  for (const seat of seats) {
    if (!questionOf.has(seat)) missing.set(seat.slotId, (missing.get(seat.slotId) ?? 0) + 1);
  }
  return missing;
}
