/** An officer takes a quiz, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type AnswerResponse } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { statement } from '../testing/contents';
import { World } from '../testing/world';

const CLIENT = 'page-one-0001';
const answer = (slot: number, response: AnswerResponse | null, seq = 1) => ({
  slot,
  response,
  flagged: false,
  seq,
});
const yes: AnswerResponse = { kind: 'true_false', choice: true };
const no: AnswerResponse = { kind: 'true_false', choice: false };

describe('taking a quiz', () => {
  let world: World;
  let taker: Browser;
  beforeAll(async () => {
    world = await World.make();
    taker = await world.browser(world.taker);
  });
  afterAll(() => world.test.close());

  const open = (attemptId: string, clientId = CLIENT) =>
    taker.call(endpoints.openAttempt, { params: { attemptId }, body: { clientId } });
  const save = (attemptId: string, answers: ReturnType<typeof answer>[], clientId = CLIENT) =>
    taker.try(endpoints.saveAnswers, { params: { attemptId }, body: { clientId, answers } });
  const submit = (attemptId: string) =>
    taker.call(endpoints.submitAttempt, { params: { attemptId } });
  const easy = () => world.quiz({}, [statement('Một'), statement('Hai')]);

  it('marks all seven kinds and explains them', async () => {
    const attemptId = await world.start(await world.quiz());
    await open(attemptId);
    const right = await world.rightAnswers(attemptId);
    const saved = await save(
      attemptId,
      right.map(({ slot, response }) => answer(slot, response)),
    );
    expect(saved.status).toBe(200);
    const result = await submit(attemptId);
    expect(result).toMatchObject({
      points: 700,
      maximum: 700,
      scoreOfTen: 1000,
      passed: true,
      returnPath: '/hoc/x',
    });
    expect(new Set(result.slots?.map(({ question }) => question.kind)).size).toBe(7);
    expect(result.slots?.map(({ outcome }) => outcome)).toEqual(Array(7).fill('right'));
    expect(
      result.slots?.every(
        ({ feedback, legalBasis }) => feedback.includes('SECRET') && legalBasis.length === 1,
      ),
    ).toBe(true);
    expect(result.slots?.map(({ correct }) => correct?.kind)).toEqual(
      right.map(({ response }) => response.kind),
    );
    expect(result.slots?.flatMap(({ optionFeedback }) => optionFeedback)).toHaveLength(2);
  });

  it('gives nothing for nothing', async () => {
    const attemptId = await world.start(await world.quiz());
    const result = await submit(attemptId);
    expect(result).toMatchObject({ points: 0, maximum: 700, scoreOfTen: 0, passed: false });
    expect(result.slots?.map(({ outcome }) => outcome)).toEqual(Array(7).fill('unanswered'));
  });

  it('never sends the key with the paper', async () => {
    const attemptId = await world.start(await world.quiz());
    const view = await open(attemptId);
    expect(view.slots).toHaveLength(7);
    const names = new Set<string>();
    JSON.stringify(view, (name, value: unknown) => (names.add(name), value));
    for (const name of [
      'correct',
      'feedback',
      'legalBasis',
      'accepted',
      'value',
      'tolerance',
      'pairs',
      'order',
      'questionVersionId',
      'settings',
    ]) {
      expect([...names]).not.toContain(name);
    }
    expect(JSON.stringify(view)).not.toMatch(/secret/i);
  });

  it('shows an attempt to nobody but its taker', async () => {
    const attemptId = await world.start(await easy());
    const other = await world.browser(await world.person('learner', world.unitId));
    for (const person of [other, await world.browser(world.author)]) {
      const answers = await Promise.all([
        person.try(endpoints.openAttempt, { params: { attemptId }, body: { clientId: CLIENT } }),
        person.try(endpoints.saveAnswers, {
          params: { attemptId },
          body: { clientId: CLIENT, answers: [answer(1, yes)] },
        }),
        person.try(endpoints.submitAttempt, { params: { attemptId } }),
        person.try(endpoints.readResult, { params: { attemptId } }),
      ]);
      expect(answers.map(({ problem }) => problem?.code)).toEqual(Array(4).fill('not_found'));
    }
    expect((await open(attemptId)).phase).toBe('open');
    const unknown = await save(randomUUID(), [answer(1, yes)]);
    expect(unknown.problem?.code).toBe('not_found');
  });

  it('keeps the newest answer whatever the order of arrival', async () => {
    const attemptId = await world.start(await easy());
    await open(attemptId);
    await save(attemptId, [answer(1, yes, 5), answer(2, no, 6)]);
    await save(attemptId, [answer(1, yes, 5)]);
    await save(attemptId, [answer(1, no, 4)]);
    expect((await save(attemptId, [answer(1, no, 5)])).status).toBe(200);
    await save(attemptId, [answer(2, yes, 9), answer(2, no, 8)]);
    const view = await open(attemptId);
    expect(view.answers).toMatchObject([
      { slot: 1, response: yes, seq: 5 },
      { slot: 2, response: yes, seq: 9 },
    ]);
    expect(view.lastSeq).toBe(9);
    expect((await submit(attemptId)).points).toBe(200);
  });

  it('takes an answer back and keeps the flag', async () => {
    const attemptId = await world.start(await easy());
    await open(attemptId);
    await save(attemptId, [answer(1, yes, 1)]);
    await save(attemptId, [{ slot: 1, response: null, flagged: true, seq: 2 }]);
    expect((await open(attemptId)).answers).toMatchObject([
      { slot: 1, response: null, flagged: true },
    ]);
    expect((await submit(attemptId)).slots?.[0]?.outcome).toBe('unanswered');
  });

  it('refuses what does not fit the paper, and saves nothing of it', async () => {
    const attemptId = await world.start(await easy());
    await open(attemptId);
    const misfits: [number, AnswerResponse | null][] = [
      [3, yes],
      [99_999_999_999, yes],
      [2, { kind: 'single', choice: 'o1' }],
      [
        2,
        {
          kind: 'matching',
          matches: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`p${n}`, 'o1'])),
        },
      ],
    ];
    for (const [slot, response] of misfits) {
      const refused = await save(attemptId, [answer(1, yes), answer(slot, response)]);
      expect(refused.problem).toMatchObject({
        code: 'validation_failed',
        issues: [{ path: 'answers.1' }],
      });
    }
    expect((await open(attemptId)).answers).toEqual([]);
  });

  it('refuses text that PostgreSQL cannot keep, and keeps what only looks like it', async () => {
    const quiz = await world.quiz();
    const attemptId = await world.start(quiz);
    await open(attemptId);
    const paper = await world.paper(attemptId);
    const slotOf = (kind: string) =>
      paper.find(({ question }) => question.kind === kind)?.slot ?? 0;
    for (const broken of [
      answer(slotOf('short_answer'), { kind: 'short_answer', text: 'a\0b' }),
      answer(slotOf('short_answer'), { kind: 'short_answer', text: 'a\ud800' }),
      answer(slotOf('matching'), { kind: 'matching', matches: { 'p\0': 'a' } }),
    ]) {
      expect((await save(attemptId, [broken])).problem?.code).toBe('validation_failed');
    }
    const saved = await save(attemptId, [
      answer(slotOf('short_answer'), {
        kind: 'short_answer',
        text: 'ấ'.normalize('NFD') + ' \\u0000',
      }),
    ]);
    expect(saved.status).toBe(200);
    expect(
      (await open(attemptId)).answers.find(({ response }) => response?.kind === 'short_answer')
        ?.response,
    ).toEqual({
      kind: 'short_answer',
      text: 'ấ'.normalize('NFC') + ' \\u0000',
    });
  });

  it('lets only the page that opened it last write', async () => {
    const attemptId = await world.start(await easy());
    await open(attemptId);
    expect((await save(attemptId, [answer(1, yes, 1)])).status).toBe(200);
    await open(attemptId, 'page-two-0002');
    expect((await save(attemptId, [answer(1, no, 2)])).problem?.code).toBe('attempt_taken_over');
    expect((await save(attemptId, [answer(2, yes, 3)], 'page-two-0002')).status).toBe(200);
    expect((await submit(attemptId)).points).toBe(200);
  });

  it('saves nothing before it is opened and nothing after it is submitted', async () => {
    const attemptId = await world.start(await easy());
    expect((await save(attemptId, [answer(1, yes)])).problem?.code).toBe('attempt_taken_over');
    await open(attemptId);
    await submit(attemptId);
    expect((await save(attemptId, [answer(1, yes)])).problem?.code).toBe('attempt_closed');
    const view = await open(attemptId);
    expect(view).toMatchObject({ phase: 'marked', slots: [], answers: [] });
  });

  it('has no result before it is submitted', async () => {
    const attemptId = await world.start(await easy());
    const early = await taker.try(endpoints.readResult, { params: { attemptId } });
    expect(early.problem?.code).toBe('result_not_shown_yet');
    const result = await submit(attemptId);
    expect(await taker.call(endpoints.readResult, { params: { attemptId } })).toEqual(result);
  });

  describe('at the deadline', () => {
    const started = async () => {
      const attemptId = await world.start(await easy());
      await open(attemptId);
      await save(attemptId, [answer(1, yes)]);
      return attemptId;
    };

    it('counts what was saved in time and refuses what came later', async () => {
      const attemptId = await started();
      const { deadline } = await open(attemptId);
      world.test.clock.advance(30 * 60_000);
      expect((await save(attemptId, [answer(1, yes, 2)])).status).toBe(200);
      world.test.clock.advance(1);
      expect((await save(attemptId, [answer(2, yes, 3)])).problem?.code).toBe('deadline_passed');
      expect(await world.steps(attemptId)).toEqual(['started', 'submitted', 'marked']);
      expect((await save(attemptId, [answer(2, yes, 4)])).problem?.code).toBe('attempt_closed');
      const result = await taker.call(endpoints.readResult, { params: { attemptId } });
      expect(result).toMatchObject({ points: 100, closedByDeadline: true, submittedAt: deadline });
    });

    it('closes at the next touch: open', async () => {
      const attemptId = await started();
      world.test.clock.advance(31 * 60_000);
      expect(await open(attemptId)).toMatchObject({ phase: 'marked', slots: [] });
      expect(await world.graded(attemptId)).toHaveLength(1);
    });

    it('closes at the next touch: submit', async () => {
      const attemptId = await started();
      world.test.clock.advance(31 * 60_000);
      expect(await submit(attemptId)).toMatchObject({ points: 100, closedByDeadline: true });
      expect(await world.graded(attemptId)).toHaveLength(1);
    });

    it('closes at the next touch: result', async () => {
      const attemptId = await started();
      world.test.clock.advance(31 * 60_000);
      const result = await taker.call(endpoints.readResult, { params: { attemptId } });
      expect(result).toMatchObject({ points: 100, closedByDeadline: true });
    });
  });

  describe('what the result shows', () => {
    const taken = async (
      contextId: string,
      quiz: { quizVersionId: string },
      response: AnswerResponse,
    ) => {
      const attemptId = await world.start(quiz, contextId);
      await open(attemptId);
      await save(attemptId, [answer(1, response)]);
      return submit(attemptId);
    };

    it('nothing, where the quiz never shows it', async () => {
      const quiz = await world.quiz({ showFeedback: 'never', showCorrect: 'never' }, [
        statement('Một'),
      ]);
      expect(await taken(randomUUID(), quiz, yes)).toMatchObject({ slots: null, passed: true });
    });

    it('marks without the key until the last attempt is handed in', async () => {
      const quiz = await world.quiz(
        { showCorrect: 'after_pass_or_last_attempt', attemptsAllowed: 2 },
        [statement('Một')],
      );
      const contextId = randomUUID();
      const first = await taken(contextId, quiz, no);
      expect(first.slots).toMatchObject([{ outcome: 'wrong', correct: null }]);
      const second = await world.start(quiz, contextId);
      const between = await taker.call(endpoints.readResult, { params: { attemptId: first.id } });
      expect(between.slots).toMatchObject([{ correct: null }]);
      expect((await submit(second)).slots).toMatchObject([{ correct: yes }]);
      const after = await taker.call(endpoints.readResult, { params: { attemptId: first.id } });
      expect(after.slots).toMatchObject([{ correct: yes }]);
    });

    it('the key after a pass', async () => {
      const quiz = await world.quiz({ showCorrect: 'after_pass_or_last_attempt' }, [
        statement('Một'),
      ]);
      const contextId = randomUUID();
      const failed = await taken(contextId, quiz, no);
      expect((await taken(contextId, quiz, yes)).slots).toMatchObject([{ correct: yes }]);
      const earlier = await taker.call(endpoints.readResult, { params: { attemptId: failed.id } });
      expect(earlier.slots).toMatchObject([{ correct: yes }]);
      expect((await taken(randomUUID(), quiz, no)).slots).toMatchObject([{ correct: null }]);
    });
  });
});
