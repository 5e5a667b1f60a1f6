/** Papers that are gone through forwards only: pages, sections and questions with their own time, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerResponse, QuizSettings } from '@tap-huan/contract';
import { QuizAuthoring } from '../quiz/quiz-authoring';
import { usualSection } from '../quiz/usual-quiz';
import { statement } from '../testing/contents';
import { Page } from '../testing/page';
import { SETTINGS, World } from '../testing/world';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const yes: AnswerResponse = { kind: 'true_false', choice: true };

describe('a paper in parts', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  const wait = (milliseconds: number) => world.test.clock.advance(milliseconds);
  const now = () => world.test.clock.now().toISOString();
  const pageOf = async (attemptId: string, client?: string) =>
    new Page(await world.browser(world.taker), attemptId, client);
  /** Four statements on pages of two. */
  const paged = async (settings: Partial<QuizSettings> = {}) => {
    const quiz = await world.quiz(
      { navigation: 'sequential', questionsPerPage: 2, ...settings },
      ['Một', 'Hai', 'Ba', 'Bốn'].map((text) => statement(text)),
    );
    return pageOf(await world.start(quiz, randomUUID()));
  };
  /** Two sections of two statements, the first of five minutes. */
  const sectioned = async (limits: (number | null)[], settings: Partial<QuizSettings> = {}) => {
    const authoring = world.test.get(QuizAuthoring);
    const bankId = await world.bank();
    const sections = [];
    for (const [place, timeLimitMinutes] of limits.entries()) {
      const questions = [];
      for (const text of ['a', 'b']) {
        const questionId = await world.question(bankId, statement(`${place} ${text}`));
        questions.push({ questionId, points: 100 });
      }
      sections.push({ ...usualSection(questions), title: `Phần ${place + 1}`, timeLimitMinutes });
    }
    const quizId = await world.draft(bankId, sections, { ...SETTINGS, ...settings });
    const published = await world.test.writer.write(world.author, (tx) =>
      authoring.publishQuiz(tx, quizId),
    );
    return pageOf(await world.start(published, randomUUID()));
  };
  const shown = ({ slots }: { slots: { slot: number }[] }) => slots.map(({ slot }) => slot);

  it('shows and takes the open part only', async () => {
    const page = await paged();
    const view = await page.open();
    expect([shown(view), view.questions]).toEqual([[1, 2], 4]);
    expect(view.part).toMatchObject({ from: 1, to: 2, index: 0, last: false });
    const saved = await page.save([
      [1, yes],
      [3, yes],
    ]);
    expect(saved.body.refused).toEqual([3]);
  });

  it('leaves a part for good, and a repeat changes nothing', async () => {
    const page = await paged();
    await page.open();
    await page.answer(1, yes);
    const second = (await page.advance(0)).body;
    expect([shown(second), second.part]).toMatchObject([[3, 4], { index: 1, last: true }]);
    expect(second.answers).toEqual([]);
    expect((await page.advance(0)).body.part?.index).toBe(1);
    expect((await page.advance(1)).body.part?.index).toBe(1);
    wait(1);
    expect((await page.answer(1, null)).body.refused).toEqual([1]);
    await page.answer(3, yes);
    expect((await page.open()).answers).toMatchObject([{ slot: 3 }]);
    expect(await page.submit()).toMatchObject({ points: 200, maximum: 400 });
    expect(await world.steps(page.attemptId)).toEqual([
      'started',
      'advanced',
      'submitted',
      'marked',
    ]);
  });

  it('takes what was typed before the part was left and comes within the grace', async () => {
    const page = await paged();
    await page.open();
    const typedAt = now();
    wait(MINUTE);
    await page.advance(0);
    wait(10 * MINUTE);
    expect((await page.answer(1, yes, { typedAt })).body.refused).toEqual([]);
    wait(1);
    expect((await page.answer(2, yes, { typedAt })).body.refused).toEqual([2]);
  });

  it('is gone through by its writer only, while it is open', async () => {
    const page = await paged();
    await page.open();
    const other = await pageOf(page.attemptId, 'page-two-0002');
    expect((await other.advance(0)).problem?.code).toBe('attempt_taken_over');
    await page.submit();
    expect((await page.advance(0)).problem?.code).toBe('attempt_closed');
  });

  it('gives a section its time, and opens the next where it is over', async () => {
    const page = await sectioned([5, null], { timeLimitMinutes: null });
    const view = await page.open();
    expect(view).toMatchObject({ deadline: null, part: { from: 1, to: 2, index: 0 } });
    expect(view.part?.deadline).toBe(new Date(Date.parse(now()) + 5 * MINUTE).toISOString());
    wait(5 * MINUTE);
    const inTime = now();
    expect((await page.answer(1, yes)).body).toMatchObject({
      refused: [],
      partDeadline: inTime,
    });
    wait(MINUTE);
    expect((await page.answer(2, yes)).body.refused).toEqual([2]);
    expect((await page.answer(2, yes, { typedAt: inTime })).body.refused).toEqual([]);
    expect((await page.open()).part).toMatchObject({
      index: 1,
      from: 3,
      deadline: null,
      last: true,
    });
    const late = await world.test.sql.rows(
      `select slot from assessment.answer where attempt_id = $1 and late`,
      [page.attemptId],
    );
    expect(late).toEqual([{ slot: 2 }]);
    expect((await page.submit()).lateSynchronised).toBe(1);
  });

  it('ends with its last part, wherever that has a time', async () => {
    const page = await sectioned([null, 5], { timeLimitMinutes: null });
    expect((await page.open()).deadline).toBeNull();
    wait(50 * MINUTE);
    const end = new Date(Date.parse(now()) + 5 * MINUTE).toISOString();
    expect((await page.advance(0)).body).toMatchObject({ deadline: end, part: { deadline: end } });
    wait(15 * MINUTE + 1);
    expect((await page.result()).body).toMatchObject({ closedByDeadline: true, submittedAt: end });
  });

  it('counts the time of a section over its pages', async () => {
    const page = await sectioned([5, null], { navigation: 'sequential', questionsPerPage: 1 });
    const end = (await page.open()).part?.deadline;
    wait(3 * MINUTE);
    expect((await page.advance(0)).body.part).toMatchObject({ from: 2, to: 2, deadline: end });
    wait(2 * MINUTE + 1);
    expect((await page.advance(1)).body.part).toMatchObject({ from: 3, to: 3 });
  });

  it('skips the rest of a section whose time is over', async () => {
    const page = await sectioned([5, null], { navigation: 'sequential', questionsPerPage: 1 });
    await page.open();
    wait(6 * MINUTE);
    expect((await page.open()).part).toMatchObject({ from: 3, index: 2 });
    expect((await page.answer(2, yes)).body.refused).toEqual([2]);
  });

  it('gives each question its seconds from when it is opened', async () => {
    const page = await paged({ questionTimeLimitSeconds: 30, timeLimitMinutes: null });
    const first = await page.open();
    expect([shown(first), first.part?.deadline]).toEqual([
      [1],
      new Date(Date.parse(now()) + 30 * SECOND).toISOString(),
    ]);
    wait(20 * SECOND);
    expect((await page.advance(0)).body.part).toMatchObject({
      from: 2,
      deadline: new Date(Date.parse(now()) + 30 * SECOND).toISOString(),
    });
    wait(31 * SECOND);
    expect((await page.answer(2, yes)).body.refused).toEqual([2]);
    expect((await page.open()).part).toMatchObject({ from: 3, to: 3 });
  });
});
