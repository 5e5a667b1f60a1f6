/** Practice: questions are checked at once, with tries, penalties and hints; and marking by certainty. Over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerResponse, QuestionContent, QuizSettings } from '@tap-huan/contract';
import { SHOW_ALL, SHOW_NOTHING } from '@tap-huan/rules';
import { contentOf, statement } from '../testing/contents';
import { Page } from '../testing/page';
import { World } from '../testing/world';

const yes: AnswerResponse = { kind: 'true_false', choice: true };
const no: AnswerResponse = { kind: 'true_false', choice: false };
const PRACTICE: Partial<QuizSettings> = {
  mode: 'practice',
  practice: { tries: 3, penaltyPercent: 25 },
};

describe('practice', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  const begun = async (settings: Partial<QuizSettings>, contents: QuestionContent[]) => {
    const attemptId = await world.start(await world.quiz(settings, contents), randomUUID());
    const page = new Page(await world.browser(world.taker), attemptId);
    await page.open();
    return page;
  };

  it('checks an answer, counts the try, and takes a penalty for each wrong one', async () => {
    const page = await begun(PRACTICE, [contentOf('true_false')]);
    const wrong = (await page.check(1, no)).body;
    expect(wrong).toMatchObject({
      triesUsed: 1,
      triesLeft: 2,
      outcome: 'wrong',
      awarded: 0,
      optionFeedback: [{ text: 'SECRET-option' }],
      feedback: '',
      legalBasis: [],
      correct: null,
      finished: false,
    });
    const right = (await page.check(1, yes)).body;
    expect(right).toMatchObject({
      triesUsed: 2,
      triesLeft: 0,
      outcome: 'right',
      awarded: 75,
      correct: yes,
      finished: true,
    });
    expect(right.feedback).toContain('SECRET-feedback');
    expect((await page.open()).checks).toEqual([right]);
    expect((await page.submit()).points).toBe(75);
  });

  it('takes the last try as the answer, whatever is saved afterwards', async () => {
    const page = await begun(PRACTICE, [contentOf('single')]);
    const [right] = await world.rightAnswers(page.attemptId);
    const answer = right?.response as AnswerResponse & { kind: 'single' };
    const wrong = ['o1', 'o2', 'o3'].filter((id) => id !== answer.choice);
    const of = (choice: string | undefined): AnswerResponse => ({
      kind: 'single',
      choice: choice ?? null,
    });
    await page.check(1, of(wrong[0]));
    await page.check(1, of(wrong[1]));
    expect((await page.check(1, of(wrong[0]))).body.finished).toBe(true);
    expect((await page.check(1, answer)).problem?.code).toBe('no_tries_left');
    await page.answer(1, answer);
    expect((await page.open()).answers).toMatchObject([{ response: of(wrong[0]) }]);
    const result = await page.submit();
    expect(result.points).toBe(0);
    expect(result.slots?.[0]?.response).toEqual(of(wrong[0]));
  });

  it('counts the same answer checked again as no new try', async () => {
    const page = await begun(PRACTICE, [statement('Một')]);
    await page.check(1, no);
    expect((await page.check(1, no)).body.triesUsed).toBe(1);
    await page.check(1, yes);
    expect((await page.check(1, yes)).body).toMatchObject({ triesUsed: 2, finished: true });
  });

  it('marks what was never checked as it was saved, and a changed answer as one more try', async () => {
    const page = await begun(PRACTICE, [statement('Một'), statement('Hai')]);
    await page.answer(1, yes);
    await page.check(2, no);
    await page.answer(2, yes);
    expect((await page.submit()).slots?.map(({ awarded }) => awarded)).toEqual([100, 75]);
  });

  it('gives hints one after the other', async () => {
    const page = await begun(PRACTICE, [contentOf('single')]);
    expect((await page.hint(1)).body).toMatchObject({
      hints: ['SECRET-hint một'],
      hintsLeft: 1,
      triesUsed: 0,
      outcome: null,
    });
    expect((await page.hint(1)).body).toMatchObject({
      hints: ['SECRET-hint một', 'SECRET-hint hai'],
      hintsLeft: 0,
    });
    expect((await page.hint(1)).problem?.code).toBe('no_hints_left');
    expect((await page.open()).checks[0]?.hints).toHaveLength(2);
  });

  it('shows at once no more than the quiz says', async () => {
    for (const correctness of [true, false]) {
      const during = { ...SHOW_NOTHING, correctness };
      const review = { during, rightAfter: SHOW_ALL, later: SHOW_ALL, afterClose: SHOW_ALL };
      const page = await begun({ ...PRACTICE, review }, [contentOf('single')]);
      const [right] = await world.rightAnswers(page.attemptId);
      expect((await page.check(1, right?.response ?? null)).body).toEqual({
        slot: 1,
        triesUsed: 1,
        triesLeft: correctness ? 0 : 2,
        hints: [],
        hintsLeft: 2,
        outcome: correctness ? 'right' : null,
        awarded: null,
        optionFeedback: [],
        feedback: '',
        legalBasis: [],
        correct: null,
        finished: correctness,
      });
    }
  });

  it('is asked for in practice only, by the page that may write, on a question of the paper', async () => {
    const exam = await begun({}, [contentOf('single')]);
    expect((await exam.check(1, null)).problem?.code).toBe('not_practice');
    expect((await exam.hint(1)).problem?.code).toBe('not_practice');
    const page = await begun(PRACTICE, [statement('Một')]);
    const other = new Page(await world.browser(world.taker), page.attemptId, 'page-two-0002');
    expect((await other.check(1, yes)).problem?.code).toBe('attempt_taken_over');
    expect((await page.check(2, yes)).problem?.code).toBe('not_found');
    expect((await page.check(1, { kind: 'numeric', text: '1' })).problem?.code).toBe(
      'validation_failed',
    );
    const stranger = new Page(await world.browser(world.author), page.attemptId);
    expect((await stranger.hint(1)).problem?.code).toBe('not_found');
    world.test.clock.advance(31 * 60_000);
    expect((await page.check(1, yes)).problem?.code).toBe('deadline_passed');
    await page.submit();
    expect((await page.check(1, yes)).problem?.code).toBe('attempt_closed');
  });

  it('leaves to a marker what a person marks', async () => {
    const page = await begun(PRACTICE, [contentOf('essay')]);
    const given = { kind: 'essay', text: 'Em sẽ lắng nghe người dân trước.' } as const;
    expect((await page.check(1, given)).body).toMatchObject({
      outcome: 'unmarked',
      awarded: null,
      finished: true,
    });
    expect((await page.submit()).waitingForMarker).toBe(1);
  });
});

describe('certainty', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  it('earns thirds, costs thirds, and never takes a paper below nothing', async () => {
    const quiz = await world.quiz(
      { certainty: true },
      Array.from({ length: 4 }, (_, n) => statement(`Câu ${n + 1}`)),
    );
    const sit = async (answers: [AnswerResponse, number | null][]) => {
      const page = new Page(
        await world.browser(world.taker),
        await world.start(quiz, randomUUID()),
      );
      expect((await page.open()).certainty).toBe(true);
      await page.save(answers.map(([response, certainty], n) => [n + 1, response, { certainty }]));
      expect((await page.open()).answers.map(({ certainty }) => certainty)).toEqual(
        answers.map(([, certainty]) => certainty),
      );
      const result = await page.submit();
      return [result.points, result.slots?.map(({ awarded }) => awarded)];
    };
    expect(
      await sit([
        [yes, 3],
        [yes, 2],
        [yes, null],
        [no, 2],
      ]),
    ).toEqual([133, [100, 67, 33, -67]]);
    expect(
      await sit([
        [no, 3],
        [no, 1],
        [yes, 3],
      ]),
    ).toEqual([0, [-200, 0, 100, 0]]);
  });
});
