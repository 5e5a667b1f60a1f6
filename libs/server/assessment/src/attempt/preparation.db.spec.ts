/** Attempts that are made ahead of an exam, on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '@tap-huan/server/platform';
import { QuestionService } from '../question/question.service';
import { statement } from '../testing/contents';
import { World } from '../testing/world';
import { AttemptPreparation } from './attempt-preparation.service';
import { Attempts } from './attempts';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.test.close());

const prepare = (quizVersionId: string, contextIds: string[], takerId = world.taker.accountId) =>
  world.test.writer.write(SYSTEM, (tx) =>
    world.test.get(AttemptPreparation).prepare(tx, {
      quizVersionId,
      contexts: contextIds.map((contextId) => ({ takerId, contextId, returnPath: '/hoc/vao-thi' })),
    }),
  );
const attemptsOf = (contextId: string) =>
  world.test.sql.rows<{ id: string; phase: string; number: number; version: string }>(
    `select id, phase, number, quiz_version_id as version from assessment.attempt where context_id = $1 order by number`,
    [contextId],
  );
const many = (count: number) => Array.from({ length: count }, () => randomUUID());

describe('a prepared attempt', () => {
  it('counts nowhere until it is started, and then is the one that was prepared', async () => {
    const quiz = await world.quiz({ accessPassword: 'Sông Hàn' }, [statement('1'), statement('2')]);
    const [contextId] = many(1) as [string];
    expect(await prepare(quiz.quizVersionId, [contextId])).toBe(1);
    expect(await prepare(quiz.quizVersionId, [contextId])).toBe(0);
    const [prepared] = await attemptsOf(contextId);
    expect(prepared).toMatchObject({ phase: 'prepared', number: 1 });
    const attemptId = String(prepared?.id);
    expect(await world.test.get(Attempts).summaries([contextId])).toEqual([]);
    expect(await world.steps(attemptId)).toEqual([]);
    const { settings } = await world.test.sql.one<{ settings: object }>(
      `select settings from assessment.attempt where id = $1`,
      [attemptId],
    );
    expect(settings).toMatchObject({ accessPassword: null, passPercent: 50 });
    const paper = await world.paper(attemptId);

    world.test.clock.advance(60_000);
    expect(await world.start(quiz, contextId)).toBe(attemptId);
    expect(await world.start(quiz, contextId)).toBe(attemptId);
    expect(await world.paper(attemptId)).toEqual(paper);
    expect(await world.steps(attemptId)).toEqual(['started']);
    expect(await world.test.get(Attempts).summaries([contextId])).toMatchObject([
      { id: attemptId, number: 1, phase: 'open' },
    ]);
    const times = await world.test.sql.one(
      `select started_at, deadline - started_at = '30 min' as timed, return_path from assessment.attempt where id = $1`,
      [attemptId],
    );
    expect(times).toEqual({
      started_at: world.test.clock.now(),
      timed: true,
      return_path: '/hoc/x',
    });
  });

  it('cannot be opened or submitted before', async () => {
    const quiz = await world.quiz({}, [statement('1')]);
    const [contextId] = many(1) as [string];
    await prepare(quiz.quizVersionId, [contextId]);
    const [prepared] = await attemptsOf(contextId);
    await expect(
      world.test.writer.write(world.taker, (tx) =>
        world.test.get(Attempts).submit(tx, String(prepared?.id), world.taker.accountId),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes what holds for its taker at the start', async () => {
    const quiz = await world.quiz({}, [statement('1')]);
    const taker = await world.person('learner', world.unitId);
    const [contextId] = many(1) as [string];
    await prepare(quiz.quizVersionId, [contextId], taker.accountId);
    await world.test.sql.rows(
      `insert into assessment.quiz_override (id, quiz_id, account_id, time_limit_minutes, reason, created_at)
       values ($1, $2, $3, 50, 'Vì', now())`,
      [randomUUID(), quiz.quizId, taker.accountId],
    );
    const attemptId = await world.start(quiz, contextId, taker);
    const row = await world.test.sql.one(
      `select deadline - started_at = '50 min' as timed, (settings->>'timeLimitMinutes')::int as said
       from assessment.attempt where id = $1`,
      [attemptId],
    );
    expect(row).toEqual({ timed: true, said: 50 });
  });

  it('of an older version makes room for the newer', async () => {
    const quiz = await world.quiz({}, [statement('1')]);
    const [first, second] = many(2) as [string, string];
    await prepare(quiz.quizVersionId, [first, second]);
    await world.test.get(QuestionService).update(world.author, String(quiz.questionIds[0]), {
      content: statement('Sửa'),
      baseVersion: 1,
    });
    const newer = await world.publish(quiz.quizId);
    // One is prepared anew, the other is started without that.
    expect(await prepare(newer.quizVersionId, [first])).toBe(1);
    await world.start(newer, second);
    for (const [contextId, phase] of [
      [first, 'prepared'],
      [second, 'open'],
    ] as const) {
      expect(await attemptsOf(contextId)).toMatchObject([
        { phase, number: 1, version: newer.quizVersionId },
      ]);
    }
  });

  it('is removed when its quiz has closed, and no other', async () => {
    const closesAt = new Date(world.test.clock.now().getTime() + 3_600_000).toISOString();
    const closing = await world.quiz({ closesAt }, [statement('1')]);
    const lasting = await world.quiz({}, [statement('1')]);
    const [begun, left, other] = many(3) as [string, string, string];
    await prepare(closing.quizVersionId, [begun, left]);
    await prepare(lasting.quizVersionId, [other]);
    await world.start(closing, begun);
    const preparation = world.test.get(AttemptPreparation);
    expect(await preparation.removeClosed()).toBe(0);
    world.test.clock.advance(3_600_001);
    expect(await preparation.removeClosed()).toBe(1);
    const left_ = await Promise.all([begun, left, other].map(attemptsOf));
    expect(left_.map((attempts) => attempts.map(({ phase }) => phase))).toEqual([
      ['open'],
      [],
      ['prepared'],
    ]);
  });
});

it('prepares 1,000 attempts of 40 questions in seconds', async () => {
  const quiz = await world.quiz(
    {},
    Array.from({ length: 40 }, (_, n) => statement(`Câu ${n}: ${'chữ '.repeat(60)}`)),
  );
  const contextIds = many(1_000);
  const begun = performance.now();
  for (let from = 0; from < contextIds.length; from += 250) {
    expect(await prepare(quiz.quizVersionId, contextIds.slice(from, from + 250))).toBe(250);
  }
  expect(performance.now() - begun).toBeLessThan(30_000);
  const { papers } = await world.test.sql.one<{ papers: number }>(
    `select count(distinct paper) as papers from assessment.attempt where quiz_id = $1`,
    [quiz.quizId],
  );
  expect(papers).toBe(1_000);
});
