/** Cases and laws of the words and steps of notices. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { USUAL_SCHEDULE } from '@tap-huan/contract';
import { fillTemplate, placesOf, reminderSteps, unknownPlace } from './notice';

describe('templates', () => {
  it('fills places, knows unknown ones and leaves values as they are', () => {
    expect(fillTemplate('Chào {{name}}, {{ count }} khóa', { name: 'Ánh', count: '2' })).toBe(
      'Chào Ánh, 2 khóa',
    );
    expect(fillTemplate('{{name}}', { name: '{{count}}', count: '9' })).toBe('{{count}}');
    expect(fillTemplate('a\n{{list}}\n\n\nb {{toString}}', { list: '' })).toBe('a\n\nb');
    expect(placesOf('{{a}} {{b}} {{a}} {c}')).toEqual(['a', 'b']);
    expect(unknownPlace('{{name}} {{mark}}', ['name'])).toBe('mark');
    expect(unknownPlace('{{name}}', ['name'])).toBeNull();
  });

  it('holds every value of its places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        const value = name.trim().replace(/\s+/g, ' ');
        expect(fillTemplate('[{{name}}]', { name: value })).toBe(`[${value}]`);
      }),
    );
  });
});

describe('reminder steps', () => {
  const at = (late: number) =>
    reminderSteps(USUAL_SCHEDULE)
      .filter((step) => step.late === late)
      .map(({ kind, step }) => `${kind} ${step}`);

  it.each([
    [-8, []],
    [-7, ['due_soon 7']],
    [-5, ['due_soon 7']],
    [-1, ['due_soon 1']],
    [0, ['due_today 0']],
    [1, ['overdue 0']],
    [7, ['overdue 0', 'escalation 0']],
    [8, ['overdue 1', 'escalation 0']],
    [28, ['overdue 3', 'escalation 1']],
    [29, ['escalation 1']],
    [35, []],
  ])('%d days late: %p', (late, expected) => {
    expect(at(late)).toEqual(expected);
  });

  const schedule = fc.record({
    beforeDays: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 5 }),
    leaderBeforeDays: fc.array(fc.integer({ min: 1, max: 330 }), { maxLength: 5 }),
    overdueEvery: fc.integer({ min: 1, max: 60 }),
    overdueTimes: fc.integer({ min: 0, max: 20 }),
    escalateAfter: fc.integer({ min: 1, max: 120 }),
    escalateEvery: fc.integer({ min: 1, max: 60 }),
    escalateTimes: fc.integer({ min: 0, max: 20 }),
    digestWeekday: fc.constant(null),
    hour: fc.constant(7),
  });

  it('brings each kind at most once a day, and as many of each as asked for', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const steps = reminderSteps(one);
        const places = steps.map(({ kind, late }) => `${kind} ${late}`);
        expect(new Set(places).size).toBe(places.length);
        const count = (kind: string) =>
          new Set(steps.filter((step) => step.kind === kind).map(({ step }) => step)).size;
        expect(count('due_soon')).toBe(new Set(one.beforeDays).size);
        expect(count('overdue')).toBe(one.overdueTimes);
        expect(count('escalation')).toBe(one.escalateTimes);
      }),
    );
  });
});
