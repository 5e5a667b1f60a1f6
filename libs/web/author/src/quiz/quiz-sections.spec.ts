/** The room where moves in a quiz are put to the test: nothing is lost on the way. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hundredthsOf } from './quiz-form';
import {
  addSlots,
  drawSlot,
  fixedSlot,
  MOST_SLOTS,
  newSection,
  numbersOf,
  placeOf,
  putSlot,
  removeSlot,
  restoreSlot,
  type Sections,
  sharedOut,
  stepSection,
  stepSlot,
  totalOf,
} from './quiz-sections';
import { drawn, fixed, section } from './testing/quizzes';

const sections: Sections = [
  section('s', fixed('a'), drawn('b', 3), fixed('c')),
  section('t'),
  section('u', fixed('d')),
];
const layout = (of: Sections) =>
  of.map(({ id, slots }) => `${id}: ${slots.map((slot) => slot.id).join(' ')}`.trim());

describe('slots', () => {
  it.each<[string, 1 | -1, string[]]>([
    ['a', 1, ['s: b a c', 't:', 'u: d']],
    ['a', -1, ['s: a b c', 't:', 'u: d']],
    ['c', 1, ['s: a b', 't: c', 'u: d']],
    ['d', -1, ['s: a b c', 't: d', 'u:']],
    ['d', 1, ['s: a b c', 't:', 'u: d']],
    ['z', 1, ['s: a b c', 't:', 'u: d']],
  ])('%s steps %d', (id, step, expected) => {
    expect(layout(stepSlot(sections, id, step))).toEqual(expected);
  });

  it('are put where they are dropped', () => {
    expect(layout(putSlot(sections, 'a', { section: 2, slot: 1 }))).toEqual([
      's: b c',
      't:',
      'u: d a',
    ]);
    expect(layout(putSlot(sections, 'c', { section: 0, slot: 0 }))[0]).toBe('s: c a b');
    expect(putSlot(sections, 'a', { section: 9, slot: 0 })).toBe(sections);
  });

  it('stay where they are when the other section is full', () => {
    const full = section('t', ...Array.from({ length: MOST_SLOTS }, (_, at) => fixed(`x${at}`)));
    const crowded = [section('s', fixed('a')), full];
    expect(putSlot(crowded, 'a', { section: 1, slot: 0 })).toBe(crowded);
    expect(addSlots(crowded, 't', [fixed('y')])[1]?.slots).toHaveLength(MOST_SLOTS);
  });

  it('come back to their place', () => {
    const slot = fixed('a');
    const without = removeSlot(sections, 'a');
    const at = { sectionId: 's', place: 0 };
    expect(layout(restoreSlot(without, slot, at))).toEqual(layout(sections));
    expect(restoreSlot(sections, slot, at)).toBe(sections);
    const elsewhere = removeSlot(sections.slice(1), 'd');
    expect(layout(restoreSlot(elsewhere, slot, { sectionId: 's', place: 7 }))[0]).toBe('t: a');
  });

  it('are numbered through the quiz, a draw with all its questions', () => {
    expect(Object.fromEntries(numbersOf(sections))).toEqual({
      a: { from: 1, to: 1 },
      b: { from: 2, to: 4 },
      c: { from: 5, to: 5 },
      d: { from: 6, to: 6 },
    });
  });

  it('have ids of their own', () => {
    const { kind: _kind, id: _id, ...draw } = drawn('b', 2);
    const ids = [fixedSlot('q').id, fixedSlot('q').id, drawSlot(draw).id, newSection('').id];
    expect(new Set(ids).size).toBe(4);
    expect(ids.every((id) => id.length <= 40)).toBe(true);
  });
});

it('sections change places', () => {
  expect(layout(stepSection(sections, 't', -1))).toEqual(['t:', 's: a b c', 'u: d']);
  expect(layout(stepSection(sections, 'u', 1))).toEqual(layout(sections));
});

const anySections = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((counts) =>
    counts.map((slots, at) =>
      section(
        `s${at}`,
        ...slots.map((count, place) => {
          const id = `s${at}-${place}`;
          return count === 0 ? fixed(id) : drawn(id, count);
        }),
      ),
    ),
  );

it('no move loses or doubles a slot', () => {
  const move = fc.tuple(
    fc.nat(3),
    fc.nat(8),
    fc.nat(3),
    fc.nat(9),
    fc.constantFrom(1 as const, -1 as const),
  );
  fc.assert(
    fc.property(anySections, fc.array(move, { maxLength: 10 }), (start, moves) => {
      const idsOf = (of: Sections) => of.flatMap(({ slots }) => slots.map(({ id }) => id)).sort();
      let now: Sections = start;
      for (const [of, at, to, place, step] of moves) {
        const id = `s${of}-${at}`;
        now = putSlot(stepSlot(now, id, step), id, { section: to, slot: place });
      }
      expect(idsOf(now)).toEqual(idsOf(start));
      for (const id of idsOf(now)) expect(placeOf(now, id)).not.toBeNull();
    }),
  );
});

it('shares ten points out, to the hundredth where no draw is in the way', () => {
  fc.assert(
    fc.property(anySections, (start) => {
      const slots = sharedOut(start).flatMap((one) => one.slots);
      fc.pre(slots.length > 0);
      const total = totalOf(slots);
      const least = Math.min(...slots.map((slot) => (slot.kind === 'random' ? slot.count : 1)));
      expect(total).toBeLessThanOrEqual(1_000);
      expect(total).toBeGreaterThan(
        1_000 -
          Math.max(...slots.map((slot) => (slot.kind === 'random' ? slot.count : 1))) -
          slots.length,
      );
      if (least === 1 && slots.every(({ kind }) => kind === 'fixed')) expect(total).toBe(1_000);
      for (const slot of slots) expect(hundredthsOf(slot.points)).toBeGreaterThanOrEqual(1);
    }),
  );
});
