/** The job computes what has changed and nothing else, and misses nothing that commits late. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { type QuizMade, World } from '../testing/world';
import { DueAnalyses } from './due-analyses';
import { AT_ONCE, QuizAnalyses } from './quiz-analyses.service';
import { choice, handIn, officers, sat, seatedQuestions } from './testing/exam-hall';

const EVERYTHING = { attempts: 'first' } as const;

let world: World;
let first: QuizMade;
let second: QuizMade;

const makeQuiz = () =>
  world.quiz(
    {},
    ['Một', 'Hai', 'Ba'].map((name) => choice(name)),
  );

async function sitQuiz(quiz: QuizMade, count: number, seed: string): Promise<string[]> {
  const questions = await seatedQuestions(world, quiz.quizVersionId);
  return handIn(world, sat(quiz, { questions, takers: await officers(world, count), seed }));
}

const run = () => world.test.get(DueAnalyses).run();
const kept = async (quiz: QuizMade) => {
  const analysis = await world.test.get(QuizAnalyses).of(quiz.quizId, EVERYTHING);
  return analysis as NonNullable<typeof analysis>;
};

beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.test.close());

beforeEach(async () => {
  await world.test.sql.rows('truncate assessment.quiz_analysis');
  await world.test.sql.rows('delete from assessment.result');
  first = await makeQuiz();
  second = await makeQuiz();
  await sitQuiz(first, 40, 'first');
  await sitQuiz(second, 35, 'second');
  expect((await run()).sort()).toEqual([`${first.quizId} `, `${second.quizId} `].sort());
});

describe('a quiz', () => {
  it('is left alone while none of its results change', async () => {
    world.test.clock.advance(3_600_000);
    expect(await run()).toEqual([]);
  });

  it('is computed anew when results come, but not more often than once a minute', async () => {
    await sitQuiz(first, 5, 'more');
    expect(await run()).toEqual([]);
    expect((await kept(first)).analysis.attempts).toBe(40);
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([`${first.quizId} `]);
    expect((await kept(first)).analysis.attempts).toBe(45);
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([]);
  });

  it('is computed anew when a regrade changes marks', async () => {
    const before = (await kept(first)).analysis.statistics.mean as number;
    await world.test.sql.rows(
      `update assessment.result set awarded = array[100, 100, 100], outcomes = array['right', 'right', 'right']
       where quiz_id = $1`,
      [first.quizId],
    );
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([`${first.quizId} `]);
    const after = (await kept(first)).analysis.statistics.mean;
    expect(before).toBeLessThan(300);
    expect(after).toBe(300);
  });

  it('rests longer the longer it took', async () => {
    await world.test.sql.rows(
      'update assessment.quiz_analysis set seconds = 10 where quiz_id = $1',
      [first.quizId],
    );
    await sitQuiz(first, 1, 'one more');
    world.test.clock.advance(190_000);
    expect(await run()).toEqual([]);
    world.test.clock.advance(10_000);
    expect(await run()).toEqual([`${first.quizId} `]);
  });

  it('misses no result whose transaction began before the computation and ended after it', async () => {
    const late = await sitQuiz(first, 1, 'late');
    const slow = new pg.Client({ connectionString: world.test.config.databaseUrl });
    await slow.connect();
    try {
      await slow.query('begin');
      const touch = 'update assessment.result set awarded = array[0, 0, 0] where attempt_id = $1';
      await slow.query(touch, [late[0]]);
      // others commit meanwhile, with later transaction ids, and the analysis is computed
      await sitQuiz(first, 2, 'meanwhile');
      world.test.clock.advance(60_000);
      expect(await run()).toEqual([`${first.quizId} `]);
      // what is under way does not count as a change
      world.test.clock.advance(60_000);
      expect(await run()).toEqual([]);
      const rest = 'update assessment.result set awarded = array[0, 0, 0] where quiz_id = $1';
      await slow.query(rest, [first.quizId]);
      await slow.query('commit');
    } finally {
      await slow.end();
    }
    expect(await run()).toEqual([`${first.quizId} `]);
    expect((await kept(first)).analysis.statistics.mean).toBe(0);
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([]);
  });

  it('is computed anew by a newer release', async () => {
    await world.test.sql.rows('update assessment.quiz_analysis set format = 0 where quiz_id = $1', [
      second.quizId,
    ]);
    expect(await run()).toEqual([`${second.quizId} `]);
  });
});

describe('a view with a filter', () => {
  it('of a few results is computed for whoever asks, and again when something is newer', async () => {
    const analyses = world.test.get(QuizAnalyses);
    const all = { attempts: 'all' } as const;
    expect((await analyses.of(first.quizId, all))?.analysis.attempts).toBe(40);
    await sitQuiz(first, 3, 'newer');
    expect((await analyses.of(first.quizId, all))?.analysis.attempts).toBe(43);
    // the view without a filter is the worker's
    expect((await analyses.of(first.quizId, EVERYTHING))?.analysis.attempts).toBe(40);
  });

  it('of very many results waits for the worker, and is forgotten a day after', async () => {
    const questions = await seatedQuestions(world, first.quizVersionId);
    const takers = await officers(world, AT_ONCE);
    await handIn(world, sat(first, { questions, takers, seed: 'many' }));
    const analyses = world.test.get(QuizAnalyses);
    const all = { attempts: 'all', from: '2026-11-01' } as const;
    expect(await analyses.of(first.quizId, all)).toBeNull();
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([
      `${first.quizId} `,
      `${first.quizId} attempts=all&from=2026-11-01`,
    ]);
    expect((await analyses.of(first.quizId, all))?.analysis.attempts).toBe(AT_ONCE + 40);
    expect(await run()).toEqual([]);
    world.test.clock.advance(25 * 3_600_000);
    await run();
    const views = await world.test.sql.rows<{ view: string }>(
      'select view from assessment.quiz_analysis where quiz_id = $1',
      [first.quizId],
    );
    expect(views).toEqual([{ view: '' }]);
  });

  it('that cannot be computed is left for ten minutes, and keeps nobody waiting', async () => {
    const broken = `${first.quizId} broken`;
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await world.test.sql.rows(
      `insert into assessment.quiz_analysis (quiz_id, view, filter, format, asked_at)
       values ($1, 'broken', '{"attempts": "all", "unitId": "nowhere"}', 1, $2)`,
      [first.quizId, world.test.clock.now()],
    );
    expect(await run()).toEqual([broken]);
    await sitQuiz(second, 1, 'one more');
    world.test.clock.advance(60_000);
    expect(await run()).toEqual([`${second.quizId} `]);
    world.test.clock.advance(10 * 60_000);
    expect(await run()).toEqual([broken]);
    expect(told).toHaveBeenCalledTimes(2);
    told.mockRestore();
  });
});
