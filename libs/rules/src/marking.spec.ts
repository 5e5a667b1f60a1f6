/** The room where marks are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, QuestionContent, ReviewParts } from '@tap-huan/contract';
import { attemptResult, questionContent, REVIEW_PARTS } from '@tap-huan/contract';
import fc from 'fast-check';
import { SHOW_ALL, SHOW_NOTHING } from './attempt';
import {
  gradeAttempt,
  isPass,
  type MarkingSettings,
  regradeAttempt,
  scoreOfTen,
  type Sitting,
} from './marking';
import { drawPaper, type FrozenPaper, type PublishedSection, stimulusIds } from './paper';
import { rightAnswer } from './question/registry';
import { reviewSlots } from './review-slots';

const options = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  text: `Chọn ${id}`,
  feedback: `Về ${id}`,
}));
const shared = { stem: 'S', feedback: 'Vì sao', legalBasis: ['Điều 6'] };
const written = (content: Record<string, unknown>): QuestionContent =>
  questionContent.parse({ ...shared, ...content });
const single = written({ kind: 'single', options, correct: 'a' });
const multiple = written({ kind: 'multiple', options, correct: ['a', 'b', 'c'] });
const statement = written({ kind: 'true_false', correct: true });
const essay = written({ kind: 'essay', modelAnswer: 'Mẫu' });
const questions = [
  single,
  multiple,
  statement,
  written({ kind: 'ordering', items: options.map(({ id, text }) => ({ id, text })) }),
  written({ kind: 'numeric', value: 15 }),
];

const EXAM: MarkingSettings = {
  mode: 'exam',
  passPercent: 50,
  certainty: false,
  practice: { tries: 3, penaltyPercent: 25 },
};
const yes: AnswerResponse = { kind: 'true_false', choice: true };
const no: AnswerResponse = { kind: 'true_false', choice: false };

/** A paper of sections of contents, every question worth so many hundredths; contents by version id. */
function drawn(
  sections: (readonly QuestionContent[])[],
  { points = 100, minimumPercent = null as number | null, seed = 'seed' } = {},
): { paper: FrozenPaper; contents: Map<string, QuestionContent> } {
  const contents = new Map<string, QuestionContent>();
  const published = sections.map((list, section): PublishedSection => ({
    id: `s${section}`,
    title: `Phần ${section}`,
    intro: '',
    shuffle: false,
    minimumPercent,
    timeLimitMinutes: null,
    slots: list.map((content, place) => {
      const id = `${section}-${place}`;
      contents.set(`v${id}`, content);
      const question = {
        questionId: `q${id}`,
        questionVersionId: `v${id}`,
        stimulusVersionId: null,
      };
      return { kind: 'fixed', id, points, question };
    }),
  }));
  return { paper: drawPaper(published, contents, { shuffleOptions: true }, seed), contents };
}

const { paper, contents } = drawn([questions]);
const key = new Map(
  paper.slots.map((slot) => [
    slot.slot,
    rightAnswer(contents.get(slot.questionVersionId) as QuestionContent, slot.question),
  ]),
);
const given = (responses: Record<number, AnswerResponse | null>) =>
  new Map(Object.entries(responses).map(([slot, response]) => [Number(slot), response]));

describe('an attempt is marked', () => {
  it('with everything for the key and nothing for silence', () => {
    expect(gradeAttempt({ paper, responses: key }, contents, EXAM)).toMatchObject({
      points: 500,
      maximum: 500,
      scoreOfTen: 1000,
      passed: true,
      waiting: [],
    });
    const silent = gradeAttempt({ paper, responses: new Map() }, contents, {
      ...EXAM,
      passPercent: 1,
    });
    expect(silent).toMatchObject({ points: 0, maximum: 500, scoreOfTen: 0, passed: false });
    expect(silent.slots.map(({ outcome, label }) => [outcome, label])).toEqual(
      Array(5).fill(['unanswered', 'unanswered']),
    );
  });

  it.each([
    [100, 33],
    [50, 17],
    [1, 0],
    [150, 50],
    [2, 1],
  ])('a third of %d hundredths is %d', (points, awarded) => {
    const one = drawn([[multiple]], { points });
    const third: AnswerResponse = { kind: 'multiple', choices: [shownId(one.paper, 'a')] };
    const sitting = { paper: one.paper, responses: given({ 1: third }) };
    expect(gradeAttempt(sitting, one.contents, EXAM).points).toBe(awarded);
  });

  it('exactly, within the maximum, whatever is answered', () => {
    const some = fc.subarray([1, 2, 3, 4, 5]);
    const points = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(some, points, (answered, worth) => {
        const slots = paper.slots.map((slot, index) => ({ ...slot, points: worth[index] ?? 1 }));
        const responses = new Map(answered.map((slot) => [slot, key.get(slot) ?? null]));
        const grade = gradeAttempt({ paper: { ...paper, slots }, responses }, contents, EXAM);
        const earned = slots
          .filter(({ slot }) => answered.includes(slot))
          .reduce((sum, slot) => sum + slot.points, 0);
        expect(grade.points).toBe(earned);
        expect(grade.slots.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0)).toBe(earned);
        expect(grade.scoreOfTen).toBeLessThanOrEqual(1000);
        expect(grade.passed).toBe(grade.points * 2 >= grade.maximum);
      }),
    );
  });

  it('by the minimum of each section, too', () => {
    const two = drawn([[statement, statement], [statement]], { minimumPercent: 50 });
    const grade = (responses: Record<number, AnswerResponse>) =>
      gradeAttempt({ paper: two.paper, responses: given(responses) }, two.contents, EXAM);
    expect(grade({ 1: yes, 2: yes, 3: no })).toMatchObject({
      points: 200,
      scoreOfTen: 667,
      passed: false,
      sections: [
        { points: 200, maximum: 200, reached: true },
        { points: 0, maximum: 100, reached: false },
      ],
    });
    expect(grade({ 1: yes, 2: no, 3: yes })).toMatchObject({ points: 200, passed: true });
  });

  it('but for what a person has to judge', () => {
    const two = drawn([[statement, essay, essay]]);
    const sitting = {
      paper: two.paper,
      responses: given({ 1: yes, 2: { kind: 'essay', text: 'Bài làm' } }),
    };
    const grade = gradeAttempt(sitting, two.contents, EXAM);
    expect(grade).toMatchObject({ waiting: [2], points: 100, maximum: 300 });
    expect(grade.slots.map(({ awarded, outcome }) => [awarded, outcome])).toEqual([
      [100, 'right'],
      [null, 'unmarked'],
      [0, 'unanswered'],
    ]);
    const marked = regradeAttempt(sitting, two.contents, EXAM, new Map([[2, { awarded: 60 }]]));
    expect(marked).toMatchObject({ waiting: [], points: 160, passed: true });
    expect(marked.slots[1]).toMatchObject({ awarded: 60, outcome: 'partly' });
  });

  it('loudly not, where a question version is missing', () => {
    expect(() => gradeAttempt({ paper, responses: key }, new Map(), EXAM)).toThrow('missing');
  });
});

/** The id under which an option stands on the first question of a paper. */
function shownId({ slots }: FrozenPaper, id: string): string {
  const question = slots[0]?.question;
  return question && 'order' in question ? `o${question.order.indexOf(id) + 1}` : '';
}

describe('marking again', () => {
  it('with the same key changes nothing', () => {
    const responses = fc.record({
      1: fc.constantFrom<AnswerResponse>(
        { kind: 'single', choice: 'o1' },
        { kind: 'single', choice: 'o3' },
      ),
      2: fc
        .subarray(['o1', 'o2', 'o3', 'o4'])
        .map((choices) => ({ kind: 'multiple' as const, choices })),
      3: fc.constantFrom(yes, no, null),
    });
    const settings = fc.record({
      mode: fc.constantFrom('exam' as const, 'practice' as const),
      passPercent: fc.integer({ min: 1, max: 100 }),
      certainty: fc.boolean(),
      practice: fc.constant({ tries: 2, penaltyPercent: 30 }),
    });
    const certainty = fc.constantFrom(null, 1, 2, 3);
    const tried = fc.array(fc.constantFrom(yes, no, null), { maxLength: 2 });
    fc.assert(
      fc.property(responses, settings, certainty, tried, (answers, how, sure, tries) => {
        const checks = tries.map((response) => ({ kind: 'check' as const, response }));
        const sitting: Sitting = {
          paper,
          responses: given(answers),
          certainties: new Map([1, 2, 3].map((slot) => [slot, sure])),
          checks: new Map([[3, checks]]),
        };
        const once = gradeAttempt(sitting, contents, how);
        expect(regradeAttempt(sitting, contents, how, new Map([[1, { awarded: 7 }]]))).toEqual(
          once,
        );
        expect(once.points).toBeGreaterThanOrEqual(0);
        expect(once.points).toBeLessThanOrEqual(once.maximum);
      }),
    );
  });

  it('with another key moves the marks', () => {
    const one = drawn([[single]]);
    const answer = given({ 1: { kind: 'single', choice: shownId(one.paper, 'b') } });
    const sitting = { paper: one.paper, responses: answer };
    const other = new Map([['v0-0', { ...single, correct: 'b' } as QuestionContent]]);
    expect(gradeAttempt(sitting, one.contents, EXAM).points).toBe(0);
    expect(regradeAttempt(sitting, other, EXAM, new Map()).points).toBe(100);
  });
});

describe('certainty', () => {
  const one = drawn([[multiple]], { points: 90 });
  const choose = (ids: string[], certainty: number | null) =>
    gradeAttempt(
      {
        paper: one.paper,
        responses: given({
          1: { kind: 'multiple', choices: ids.map((id) => shownId(one.paper, id)) },
        }),
        certainties: new Map([[1, certainty]]),
      },
      one.contents,
      { ...EXAM, certainty: true },
    );
  it.each([
    [['a', 'b', 'c'], 1, 30],
    [['a', 'b', 'c'], 2, 60],
    [['a', 'b', 'c'], 3, 90],
    [['a', 'b', 'c'], null, 30],
    [['a'], 3, 30],
    [['a'], 1, 10],
    [['d'], 1, 0],
    [['d'], 2, -60],
    [['d'], 3, -180],
    [[], 3, 0],
  ])('%j at %p earns %d of 90', (ids, certainty, awarded) => {
    const grade = choose(ids, certainty);
    expect(grade.slots[0]?.awarded).toBe(awarded);
    expect(grade.points).toBe(Math.max(0, awarded));
  });
});

describe('practice', () => {
  const one = drawn([[statement]]);
  const mark = (
    saved: AnswerResponse | null,
    tries: (AnswerResponse | null)[],
    practice = { tries: 3, penaltyPercent: 25 },
  ) =>
    gradeAttempt(
      {
        paper: one.paper,
        responses: given({ 1: saved }),
        checks: new Map([
          [
            1,
            [
              { kind: 'hint', response: null },
              ...tries.map((response) => ({ kind: 'check' as const, response })),
            ],
          ],
        ]),
      },
      one.contents,
      { ...EXAM, mode: 'practice', practice },
    ).slots[0];
  it.each([
    ['never checked', yes, [], 100],
    ['right at once', yes, [yes], 100],
    ['right after one wrong try', yes, [no, yes], 75],
    ['right after two', yes, [no, null, yes], 50],
    ['right stands, whatever is saved later', no, [yes], 100],
    ['wrong to the end', yes, [no, no, no], 0],
    ['changed after a wrong try and not checked', yes, [no], 75],
    ['left as it was checked', no, [no], 0],
  ])('%s', (_, saved, tries, awarded) => {
    expect(mark(saved, tries)?.awarded).toBe(awarded);
  });

  it('never goes below nothing', () => {
    expect(mark(yes, [no, no, yes], { tries: 3, penaltyPercent: 80 })?.awarded).toBe(0);
  });
});

it.each([
  [0, 0, 50, 0, false],
  [1, 2, 50, 500, true],
  [49, 100, 50, 490, false],
  [49_996, 100_000, 50, 500, false],
  [2, 3, 66, 667, true],
  [2, 3, 67, 667, false],
  [1, 2000, 1, 1, false],
  [7, 10, 70, 700, true],
  [29, 50, 58, 580, true],
])('%d of %d at %d %%: %d, %s', (points, maximum, percent, score, passed) => {
  expect(scoreOfTen(points, maximum)).toBe(score);
  expect(isPass(points, maximum, percent)).toBe(passed);
});

describe('a marked paper shows', () => {
  const both = drawn([[single, essay]]);
  const review = (parts: ReviewParts) =>
    reviewSlots(
      both.paper.slots.map((frozen) => ({
        frozen,
        content: both.contents.get(frozen.questionVersionId) as QuestionContent,
        response:
          frozen.slot === 1
            ? ({ kind: 'single', choice: shownId(both.paper, 'a') } as const)
            : ({ kind: 'essay', text: 'Bài làm' } as const),
        certainty: 2,
        outcome: 'right' as const,
        awarded: 100,
        comment: 'Tốt',
      })),
      parts,
      stimulusIds(both.paper.slots),
    );

  it('nothing, where nothing may be shown', () => {
    expect(review(SHOW_NOTHING)).toBeNull();
  });

  it('each part by itself, in the shape of the contract', () => {
    for (const part of REVIEW_PARTS) {
      const slots = review({ ...SHOW_NOTHING, [part]: true }) ?? [];
      expect(attemptResult.shape.slots.parse(slots)).toEqual(slots);
      const [choice, text] = slots;
      expect({
        response: choice?.response !== null && choice?.certainty === 2,
        correctness: choice?.outcome !== null,
        marks: choice?.awarded !== null,
        specificFeedback: choice?.optionFeedback.length === 1 && text?.comment === 'Tốt',
        generalFeedback: choice?.feedback === 'Vì sao' && choice.legalBasis.length === 1,
        rightAnswer: choice?.correct !== null && text?.modelAnswer === 'Mẫu',
      }).toEqual({ ...SHOW_NOTHING, [part]: true });
    }
    const [, text] = review(SHOW_ALL) ?? [];
    expect(text).toMatchObject({ correct: null, modelAnswer: 'Mẫu', comment: 'Tốt', awarded: 100 });
  });
});
