/** The room where marking a question anew is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { QuestionContent } from '@tap-huan/contract';
import fc from 'fast-check';
import { gradeAttempt, type MarkingSettings, totalGrade } from './marking';
import type { FrozenSlot } from './paper';
import { freezeQuestion, rightAnswer } from './question/registry';
import { arbitraryQuestion, arbitraryResponse } from './question/testing/arbitraries';
import { plain } from './question/testing/plain';
import { seededRandom } from './random';
import { type MarkedSlot, regradeSlot, sameMark, type SlotFacts } from './regrading';

const SETTINGS: MarkingSettings = {
  mode: 'exam',
  passPercent: 50,
  certainty: false,
  practice: { tries: 3, penaltyPercent: 10 },
};

/** A slot as it was marked at its submission. */
function marked(
  content: QuestionContent,
  frozen: FrozenSlot,
  given: Partial<SlotFacts> = {},
  settings = SETTINGS,
): SlotFacts {
  const facts = { frozen, response: null, certainty: null, checks: [], chosen: null, ...given };
  const sitting = {
    paper: { sections: [], slots: [frozen] },
    responses: new Map([[1, facts.response]]),
    certainties: new Map([[1, facts.certainty]]),
    checks: new Map([[1, facts.checks]]),
  };
  const [grade] = gradeAttempt(sitting, new Map([['v1', content]]), settings).slots;
  if (!grade) throw new Error('one slot, one grade');
  return { ...facts, now: { ...grade, markedBy: 'v1' } };
}

function slotOf(content: QuestionContent, seed: string, points = 100): FrozenSlot {
  return {
    slot: 1,
    key: 'k',
    section: 0,
    questionId: 'q',
    questionVersionId: 'v1',
    stimulusVersionId: null,
    points,
    question: freezeQuestion(content, { random: seededRandom(seed), shuffleOptions: true }),
  };
}

const settings: fc.Arbitrary<MarkingSettings> = fc.record({
  mode: fc.constantFrom('exam', 'practice'),
  passPercent: fc.integer({ min: 1, max: 100 }),
  certainty: fc.boolean(),
  practice: fc.record({
    tries: fc.integer({ min: 1, max: 3 }),
    penaltyPercent: fc.integer({ min: 0, max: 100 }),
  }),
});

/** Any question, anything answered, in any quiz. */
const anySlot = fc
  .tuple(arbitraryQuestion, fc.string(), fc.integer({ min: 1, max: 2_000 }), settings)
  .chain(([content, seed, points, rules]) => {
    const frozen = slotOf(content, seed, points);
    const response = fc.oneof(
      { weight: 6, arbitrary: arbitraryResponse(frozen.question) },
      { weight: 1, arbitrary: fc.constant(rightAnswer(content, frozen.question)) },
      { weight: 1, arbitrary: fc.constant(null) },
    );
    const checks = fc.array(
      response.map((given) => ({ kind: 'check' as const, response: given })),
      { maxLength: 3 },
    );
    return fc
      .record({
        response,
        certainty: fc.option(fc.integer({ min: 1, max: 3 })),
        checks: rules.mode === 'practice' ? checks : fc.constant([]),
      })
      .map((given) => ({ content, rules, facts: marked(content, frozen, given, rules) }));
  });

describe('regradeSlot', () => {
  it('with the same key is identity, for every kind', () => {
    fc.assert(
      fc.property(anySlot, ({ content, rules, facts }) => {
        const key = { versionId: 'v1', content };
        expect(regradeSlot('newest_key', facts, key, rules)).toEqual(facts.now);
      }),
      { numRuns: 500 },
    );
  });

  it('takes full marks and leaving out back, for every kind that a key can mark', () => {
    fc.assert(
      fc.property(anySlot, ({ content, rules, facts }) => {
        fc.pre(facts.now.awarded !== null);
        const key = { versionId: 'v1', content };
        const left = regradeSlot('leave_out', facts, key, rules);
        const full = regradeSlot('full_marks', { ...facts, now: left }, key, rules);
        expect(left).toMatchObject({ points: 0, awarded: 0 });
        expect(full).toMatchObject({ points: facts.frozen.points, awarded: facts.frozen.points });
        expect(regradeSlot('newest_key', { ...facts, now: full }, key, rules)).toEqual(facts.now);
        expect(regradeSlot('newest_key', { ...facts, now: left }, key, rules)).toEqual(facts.now);
      }),
      { numRuns: 200 },
    );
  });

  const statement = (correct: boolean): QuestionContent => ({
    kind: 'true_false',
    ...plain,
    correct,
    optionFeedback: { true: '', false: '' },
  });
  const facts = marked(statement(true), slotOf(statement(true), 's'), {
    response: { kind: 'true_false', choice: true },
  });
  const turned = { versionId: 'v2', content: statement(false) };

  it('marks by another key, and says by which', () => {
    expect(facts.now).toMatchObject({ awarded: 100, outcome: 'right', markedBy: 'v1' });
    expect(regradeSlot('newest_key', facts, turned, SETTINGS)).toMatchObject({
      awarded: 0,
      outcome: 'wrong',
      markedBy: 'v2',
    });
  });

  it('keeps the mark that a person gave, whatever the key says', () => {
    const chosen = { ...facts, chosen: 40 };
    expect(regradeSlot('newest_key', chosen, turned, SETTINGS)).toMatchObject({
      awarded: 40,
      outcome: 'partly',
      markedBy: 'v1',
    });
    const left = regradeSlot('leave_out', chosen, turned, SETTINGS);
    expect(regradeSlot('newest_key', { ...chosen, now: left }, turned, SETTINGS)).toMatchObject({
      points: 100,
      awarded: 40,
    });
  });

  it('leaves to a marker what waits for one', () => {
    const essay: QuestionContent = {
      kind: 'essay',
      ...plain,
      minimumWords: null,
      maximumWords: null,
      rubric: [],
      markingGuide: '',
      modelAnswer: '',
    };
    const waiting = marked(essay, slotOf(essay, 's'), {
      response: { kind: 'essay', text: 'Kính gửi ông bà' },
    });
    expect(waiting.now.awarded).toBeNull();
    const key = { versionId: 'v2', content: essay };
    expect(regradeSlot('newest_key', waiting, key, SETTINGS)).toEqual(waiting.now);
  });
});

it('tells equal marks from others', () => {
  const slot: MarkedSlot = {
    slot: 1,
    points: 100,
    awarded: 0,
    outcome: 'wrong',
    label: 'a',
    markedBy: 'v1',
  };
  expect(sameMark(slot, { ...slot, label: 'b' })).toBe(true);
  expect(sameMark(slot, { ...slot, points: 0 })).toBe(false);
  expect(sameMark(slot, { ...slot, awarded: null })).toBe(false);
});

it('asks for nothing in a section of which all is left out', () => {
  const section = { title: '', intro: '', minimumPercent: 50, timeLimitMinutes: null };
  const paper = {
    sections: [
      { ...section, from: 1, to: 1 },
      { ...section, from: 2, to: 2 },
    ],
    slots: [],
  };
  const slot = { outcome: 'right' as const, label: '' };
  const grade = totalGrade(
    paper,
    [
      { ...slot, slot: 1, points: 0, awarded: 0 },
      { ...slot, slot: 2, points: 100, awarded: 60 },
    ],
    50,
  );
  expect(grade).toMatchObject({ points: 60, maximum: 100, passed: true });
});
