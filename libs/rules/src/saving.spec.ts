/** The room where saving is put to the test, in words; on the database a test holds the statement to the same. */
import { describe, expect, it } from '@jest/globals';
import { answerVerdict, requestVerdict, type SavingFacts, typedAtOf } from './saving';

const NOW = new Date('2026-11-23T02:00:00Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const OPEN: SavingFacts = {
  phase: 'open',
  holder: 'this page',
  deadline: at(5),
  closesAt: at(15),
  kinds: ['single', 'essay'],
  parts: null,
  graceMinutes: 10,
};
const ask = (facts: Partial<SavingFacts>, slot = 1, kind: 'single' | 'essay' | null = 'single') =>
  requestVerdict(
    { ...OPEN, ...facts },
    { clientId: 'this page', answers: [{ slot, kind }], now: NOW },
  );

describe('a request', () => {
  it.each<[string, Partial<SavingFacts>]>([
    ['may_save', {}],
    ['may_save', { deadline: at(-10), closesAt: at(0) }],
    ['may_save', { deadline: null, closesAt: null }],
    ['attempt_closed', { phase: 'submitted' }],
    ['attempt_closed', { phase: 'marked', closesAt: at(-1), holder: null }],
    ['attempt_closed', { phase: 'prepared', holder: null }],
    ['deadline_passed', { closesAt: new Date(NOW.getTime() - 1), holder: null }],
    ['attempt_taken_over', { holder: 'another page' }],
    ['attempt_taken_over', { holder: null }],
  ])('%s: %j', (verdict, facts) => {
    expect(ask(facts)).toBe(verdict);
  });

  it('fits the paper, or nothing of it is taken', () => {
    expect([ask({}, 1, null), ask({}, 2, 'essay')]).toEqual(['may_save', 'may_save']);
    expect([ask({}, 2), ask({}, 3), ask({}, 3, null)]).toEqual(Array(3).fill('misfit'));
  });
});

describe('an answer', () => {
  const say = (facts: Partial<SavingFacts>, typed: number | null, slot = 1) => {
    const typedAt = typed === null ? null : at(typed);
    const { taken, late } = answerVerdict({ ...OPEN, ...facts }, { slot, typedAt, now: NOW });
    return `${taken ? 'taken' : 'refused'}${late ? ' late' : ''}`;
  };
  const over = { deadline: at(-1), closesAt: at(9) };
  it.each<[string, Partial<SavingFacts>, number | null]>([
    ['taken', {}, null],
    ['taken', {}, -3],
    ['taken', { deadline: at(0) }, null],
    ['taken late', over, -1],
    ['taken late', over, -30],
    ['refused late', over, null],
    ['refused late', over, -0.5],
    // Nobody types in the future.
    ['taken', { deadline: at(0) }, 3],
    ['taken', { deadline: null, closesAt: null }, null],
  ])('%s: %j, typed at %p', (verdict, facts, typed) => {
    expect(say(facts, typed)).toBe(verdict);
  });

  const parts = [
    { from: 1, to: 1, deadline: at(-4), closedAt: at(-6) },
    { from: 2, to: 2, deadline: at(2), closedAt: null },
  ];
  it.each<[string, number, number | null, Partial<SavingFacts>]>([
    ['taken', 2, null, {}],
    ['refused late', 1, null, {}],
    ['taken late', 1, -6, {}],
    // Typed after the part was left, though its time was not over.
    ['refused late', 1, -5, {}],
    ['refused late', 1, -6, { graceMinutes: 5 }],
    ['refused', 3, null, {}],
    ['refused', 3, -9, {}],
  ])('%s on slot %d, typed at %p', (verdict, slot, typed, facts) => {
    expect(say({ ...facts, parts }, typed, slot)).toBe(verdict);
  });

  it('is typed now, where the page does not say', () => {
    expect([typedAtOf(null, NOW), typedAtOf(at(1), NOW), typedAtOf(at(-1), NOW)]).toEqual([
      NOW,
      NOW,
      at(-1),
    ]);
  });
});
