/** Attempts on a real PostgreSQL: what happens at the same time, by the clock, and to what may never change. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { AnswerResponse } from '@tap-huan/contract';
import { statement } from '../testing/contents';
import { SETTINGS, World } from '../testing/world';
import { usualSection } from '../quiz/usual-quiz';
import { QuizAuthoring } from '../quiz/quiz-authoring';
import { QuestionService } from '../question/question.service';
import { AnswerSaving } from './answer-saving.service';
import { AttemptService } from './attempt.service';
import { Attempts } from './attempts';
import { ExpiredAttempts } from './expired-attempts';
import { Submission } from './submission.service';

const CLIENT = 'page-one-0001';
const MINUTE = 60_000;
const yes: AnswerResponse = { kind: 'true_false', choice: true };

describe('attempts', () => {
  let world: World;
  let service: AttemptService;
  let submission: Submission;
  let saving: AnswerSaving;
  let attempts: Attempts;
  beforeAll(async () => {
    world = await World.make();
    service = world.test.get(AttemptService);
    submission = world.test.get(Submission);
    saving = world.test.get(AnswerSaving);
    attempts = world.test.get(Attempts);
  });
  afterAll(() => world.test.close());

  const easy = (count = 2) =>
    world.quiz(
      {},
      Array.from({ length: count }, (_, n) => statement(`Câu ${n + 1}`)),
    );
  const save = (attemptId: string, slot: number, seq = 1) =>
    saving.save(world.taker, attemptId, {
      clientId: CLIENT,
      answers: [{ slot, response: yes, flagged: false, certainty: null, seconds: 0, seq }],
    });
  const open = async (count = 2, contextId: string | null = randomUUID()) => {
    const attemptId = await world.start(await easy(count), contextId);
    await service.open(world.taker, attemptId, CLIENT);
    return attemptId;
  };
  const phaseOf = async (attemptId: string) =>
    (
      await world.test.sql.one<{ phase: string }>(
        `select phase from assessment.attempt where id = $1`,
        [attemptId],
      )
    ).phase;

  describe('starting', () => {
    it('freezes paper, settings and deadline', async () => {
      const quiz = await easy();
      const attemptId = await world.start(quiz);
      const row = await world.test.sql.one(
        `select number, preview, phase, kinds, settings->>'passPercent' as pass, deadline - started_at = '30 min' as timed,
           quiz_version_id as version from assessment.attempt where id = $1`,
        [attemptId],
      );
      expect(row).toEqual({
        number: 1,
        preview: false,
        phase: 'open',
        kinds: ['true_false', 'true_false'],
        pass: '50',
        timed: true,
        version: quiz.quizVersionId,
      });
      expect(await world.steps(attemptId)).toEqual(['started']);
    });

    it('gives one attempt to many who start at once', async () => {
      const quiz = await easy();
      const contextId = randomUUID();
      const ids = await Promise.all(Array.from({ length: 8 }, () => world.start(quiz, contextId)));
      expect(new Set(ids).size).toBe(1);
      expect(await attempts.summaries([contextId])).toHaveLength(1);
      expect(await world.steps(ids[0] as string)).toEqual(['started']);
    });

    it('counts on after a submission, each context for itself', async () => {
      const quiz = await easy();
      const contextId = randomUUID();
      const first = await world.start(quiz, contextId);
      await submission.submit(world.taker, first);
      await world.start(quiz, contextId);
      await world.start(quiz, randomUUID());
      expect(await attempts.summaries([contextId])).toMatchObject([
        { id: first, number: 1, phase: 'marked', contextId, quizId: quiz.quizId },
        { number: 2, phase: 'open', scoreOfTen: null },
      ]);
    });

    it('closes one whose time is over and starts the next', async () => {
      const quiz = await easy();
      const contextId = randomUUID();
      const first = await world.start(quiz, contextId);
      world.test.clock.advance(41 * MINUTE);
      const second = await world.start(quiz, contextId);
      expect(second).not.toBe(first);
      expect(await phaseOf(first)).toBe('marked');
      expect(await world.graded(first)).toHaveLength(1);
    });

    it('draws a paper for each', async () => {
      const quiz = await easy(20);
      const orders = await Promise.all(
        [await world.start(quiz), await world.start(quiz)].map(async (id) =>
          (await world.paper(id)).slots.map(({ questionVersionId }) => questionVersionId).join(),
        ),
      );
      expect(orders[0]).not.toBe(orders[1]);
    });

    it('leaves nothing behind where the caller fails', async () => {
      const quiz = await easy();
      const contextId = randomUUID();
      const failing = world.test.writer.write(world.taker, async (tx) => {
        await attempts.start(tx, {
          quizVersionId: quiz.quizVersionId,
          takerId: world.taker.accountId,
          contextId,
          returnPath: '/',
        });
        throw new Error('late');
      });
      await expect(failing).rejects.toThrow('late');
      expect(await attempts.summaries([contextId])).toEqual([]);
    });
  });

  describe('submitting', () => {
    it('gives one result and one piece of news however often it is done at once', async () => {
      const contextId = randomUUID();
      const attemptId = await open(2, contextId);
      await save(attemptId, 1);
      const results = await Promise.all(
        Array.from({ length: 8 }, () => submission.submit(world.taker, attemptId)),
      );
      for (const result of results) expect(result).toEqual(results[0]);
      expect(results[0]).toMatchObject({
        points: 100,
        maximum: 200,
        scoreOfTen: 500,
        passed: true,
      });
      expect(await world.graded(attemptId)).toMatchObject([
        { payload: { contextId, scoreOfTen: 500, passed: true } },
      ]);
      expect(await world.steps(attemptId)).toEqual(['started', 'submitted', 'marked']);
      const audit = await world.test.sql.rows(
        `select 1 from platform.audit where action = 'attempt.submit' and subject_id = $1`,
        [attemptId],
      );
      expect(audit).toHaveLength(1);
    });

    it('keeps the marks in a row of arrays, with where its taker works', async () => {
      const officer = await world.person('learner', world.unitId);
      await world.employ(officer, world.otherUnitId, 'Văn thư');
      const quiz = await easy();
      const contextId = randomUUID();
      const attemptId = await world.test.writer.write(officer, (tx) =>
        attempts.start(tx, {
          quizVersionId: quiz.quizVersionId,
          takerId: officer.accountId,
          contextId,
          returnPath: '/',
        }),
      );
      await service.open(officer, attemptId, CLIENT);
      const answer = { flagged: false, certainty: null, seq: 1 };
      await saving.save(officer, attemptId, {
        clientId: CLIENT,
        answers: [
          { ...answer, slot: 1, response: yes, seconds: 41 },
          { ...answer, slot: 2, response: { kind: 'true_false', choice: false }, seconds: 7 },
        ],
      });
      await submission.submit(officer, attemptId);
      const { slots } = await world.paper(attemptId);
      const row = await world.test.sql.one(
        `select * from assessment.result where attempt_id = $1`,
        [attemptId],
      );
      expect(row).toMatchObject({
        attempt_id: attemptId,
        quiz_id: quiz.quizId,
        quiz_version_id: quiz.quizVersionId,
        unit_id: world.otherUnitId,
        job_position: 'Văn thư',
        submitted_at: world.test.clock.now(),
        slot_keys: slots.map(({ key }) => key),
        question_ids: slots.map(({ questionId }) => questionId),
        version_ids: slots.map(({ questionVersionId }) => questionVersionId),
        marked_by_version_ids: slots.map(({ questionVersionId }) => questionVersionId),
        points: [100, 100],
        awarded: [100, 0],
        outcomes: ['right', 'wrong'],
        labels: ['true', 'false'],
        seconds: [41, 7],
        certainties: [null, null],
        sections: [{ points: 100, maximum: 200, reached: true }],
      });
    });

    it('marks every answer that was acknowledged, also in the same moment', async () => {
      const attemptId = await open(20);
      let acknowledged = 0;
      const saves = Array.from({ length: 20 }, (_, n) =>
        save(attemptId, n + 1).then(
          () => (acknowledged += 1),
          () => undefined,
        ),
      );
      const handedIn = new Promise((resolve) => setTimeout(resolve, 4)).then(() =>
        submission.submit(world.taker, attemptId),
      );
      await Promise.all(saves);
      expect((await handedIn).points).toBe(acknowledged * 100);
    });

    it('tells nobody of an attempt that counts for nothing', async () => {
      const attemptId = await open(1, null);
      await submission.submit(world.taker, attemptId);
      expect(await world.graded(attemptId)).toEqual([]);
      expect(await world.steps(attemptId)).toEqual(['started', 'submitted', 'marked']);
    });
  });

  describe('the clock', () => {
    it('closes what has expired and nothing else', async () => {
      const closer = world.test.get(ExpiredAttempts);
      world.test.clock.advance(41 * MINUTE);
      await closer.closeExpired(1_000);
      const expired = await open();
      await save(expired, 1);
      world.test.clock.advance(30 * MINUTE);
      const running = await open();
      const timeless = await world.start(
        await world.quiz({ timeLimitMinutes: null }, [statement('Một')]),
      );
      world.test.clock.advance(10 * MINUTE);
      expect(await closer.closeExpired(10)).toBe(0);
      world.test.clock.advance(1);
      const closed = await Promise.all([closer.closeExpired(10), closer.closeExpired(10)]);
      expect(closed.toSorted()).toEqual([0, 1]);
      expect(await Promise.all([expired, running, timeless].map(phaseOf))).toEqual([
        'marked',
        'open',
        'open',
      ]);
      expect(await world.graded(expired)).toMatchObject([{ payload: { scoreOfTen: 500 } }]);
      const steps = await world.test.sql.rows(
        `select kind, by_account as "by" from assessment.step where attempt_id = $1 order by id`,
        [expired],
      );
      expect(steps).toEqual([
        { kind: 'started', by: world.taker.accountId },
        { kind: 'submitted', by: null },
        { kind: 'marked', by: null },
      ]);
    });

    it('closes in portions', async () => {
      for (let n = 0; n < 3; n += 1) await open(1);
      world.test.clock.advance(41 * MINUTE);
      const closer = world.test.get(ExpiredAttempts);
      expect(await closer.closeExpired(2)).toBe(2);
      expect(await closer.closeExpired(1_000)).toBeGreaterThanOrEqual(1);
      expect(await closer.closeExpired(2)).toBe(0);
    });

    it('passes by those that cannot be closed, however many come first', async () => {
      const closer = world.test.get(ExpiredAttempts);
      world.test.clock.advance(41 * MINUTE);
      await closer.closeExpired(1_000);
      const poisoned: string[] = [];
      const contextId = randomUUID();
      for (let n = 0; n < 3; n += 1) poisoned.push(await open(1, contextId));
      const good = [await open(1, contextId), await open(1)];
      // As after a repair by hand that went wrong.
      await world.test.sql.rows(`alter table assessment.attempt disable trigger user`);
      await world.test.sql.rows(
        `update assessment.attempt set settings = 'null', closes_at = closes_at - interval '1 second' where id = any($1)`,
        [poisoned],
      );
      await world.test.sql.rows(`alter table assessment.attempt enable trigger user`);
      world.test.clock.advance(41 * MINUTE);
      const silence = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      try {
        expect(await closer.closeExpired(1)).toBe(1);
        expect(await closer.closeExpired(2)).toBe(1);
        expect(await Promise.all(good.map(phaseOf))).toEqual(['marked', 'marked']);
        expect(await Promise.all(poisoned.map(phaseOf))).toEqual(['open', 'open', 'open']);
        expect(silence).toHaveBeenCalledTimes(6);
        const seen = await attempts.summaries([contextId]);
        expect(seen.map(({ phase }) => phase).toSorted()).toEqual([
          'marked',
          'open',
          'open',
          'open',
        ]);
      } finally {
        silence.mockRestore();
        await world.test.sql.rows(
          `update assessment.attempt set closes_at = null where id = any($1)`,
          [poisoned],
        );
      }
    });

    it('is looked at before summaries are given, also inside a transaction', async () => {
      for (const inside of [false, true]) {
        const contextId = randomUUID();
        await open(1, contextId);
        world.test.clock.advance(41 * MINUTE);
        const summaries = inside
          ? await world.test.writer.write(world.taker, (tx) => attempts.summaries([contextId], tx))
          : await attempts.summaries([contextId]);
        expect(summaries).toMatchObject([{ phase: 'marked', scoreOfTen: 0, passed: false }]);
      }
    });
  });

  describe('what never changes', () => {
    it('a paper and its marking, while the question is edited', async () => {
      const quiz = await easy(1);
      const attemptId = await world.start(quiz);
      const before = await service.open(world.taker, attemptId, CLIENT);
      await world.test.get(QuestionService).update(world.author, quiz.questionIds[0] as string, {
        content: statement('Câu khác', false),
        baseVersion: 1,
      });
      await world.publish(quiz.quizId);
      const after = await service.open(world.taker, attemptId, CLIENT);
      expect(after.slots).toEqual(before.slots);
      await save(attemptId, 1);
      expect((await submission.submit(world.taker, attemptId)).points).toBe(100);
    });

    it('a paper whose question has been retired', async () => {
      const quiz = await easy(1);
      const attemptId = await world.start(quiz);
      await world.test.writer.write(world.author, async (tx) => {
        const title = 'Trống';
        await world.test.get(QuizAuthoring).updateQuizDraft(tx, quiz.quizId, {
          title,
          settings: SETTINGS,
          sections: [usualSection([])],
        });
      });
      await world.test.get(QuestionService).retire(world.author, quiz.questionIds[0] as string);
      await service.open(world.taker, attemptId, CLIENT);
      await save(attemptId, 1);
      expect((await submission.submit(world.taker, attemptId)).points).toBe(100);
      expect(await world.start(quiz)).toBeTruthy();
    });

    const FROZEN: [string, string][] = [
      [`update assessment.question_version set title = 'x'`, 'only grows'],
      [`delete from assessment.question_version`, 'only grows'],
      [`update assessment.quiz_version set title = 'x'`, 'only grows'],
      [`delete from assessment.quiz_version`, 'only grows'],
      [`update assessment.step set kind = 'voided'`, 'only grows'],
      [`delete from assessment.step`, 'only grows'],
      [`update assessment.attempt set paper = '[]'`, 'frozen'],
      [`update assessment.attempt set settings = '{}'`, 'frozen'],
      [`update assessment.attempt set taker_id = gen_random_uuid()`, 'frozen'],
    ];
    it.each(FROZEN)('%s', async (statementText, reason) => {
      await open(1);
      await expect(world.test.sql.rows(statementText)).rejects.toThrow(reason);
    });
  });
});
