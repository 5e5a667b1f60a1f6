/** An officer takes a quiz, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnswerResponse, endpoints, REVIEW_PARTS, type ReviewParts } from '@tap-huan/contract';
import { SHOW_ALL, SHOW_NOTHING } from '@tap-huan/rules';
import type { Browser } from '@tap-huan/server/platform/testing';
import { contentOf, statement } from '../testing/contents';
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

/** The same at every moment. */
const always = (parts: ReviewParts) => ({
  during: parts,
  rightAfter: parts,
  later: parts,
  afterClose: parts,
});

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

  it('marks all kinds, explains them, and leaves two to a marker', async () => {
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
      phase: 'marked',
      points: 1100,
      maximum: 1300,
      scoreOfTen: 846,
      passed: true,
      waitingForMarker: 0,
      counts: { grading: 'highest', scoreOfTen: 846, passed: true },
      returnPath: '/hoc/x',
    });
    const byHand = ['essay', 'file_upload'];
    expect(new Set(result.slots?.map(({ question }) => question.kind)).size).toBe(13);
    for (const { question, outcome, awarded, correct, modelAnswer } of result.slots ?? []) {
      const isByHand = byHand.includes(question.kind);
      expect([question.kind, outcome, awarded]).toEqual([
        question.kind,
        isByHand ? 'unanswered' : 'right',
        isByHand ? 0 : 100,
      ]);
      expect(correct?.kind).toBe(isByHand ? undefined : question.kind);
      expect(modelAnswer).toBe(isByHand ? '<p>SECRET-model</p>' : '');
    }
    expect(
      result.slots?.every(
        ({ feedback, legalBasis }) => feedback.includes('SECRET') && legalBasis.length === 1,
      ),
    ).toBe(true);
    expect(result.slots?.flatMap(({ optionFeedback }) => optionFeedback)).toHaveLength(4);
  });

  it('waits for a marker where an essay was written', async () => {
    const attemptId = await world.start(
      await world.quiz({}, [contentOf('essay'), statement('Một')]),
    );
    const { slots } = await open(attemptId);
    const essay = slots.find(({ question }) => question.kind === 'essay')?.slot ?? 0;
    await save(attemptId, [
      answer(essay, { kind: 'essay', text: 'Em sẽ xin lỗi người dân bằng văn bản.' }),
      answer(3 - essay, yes),
    ]);
    const result = await submit(attemptId);
    expect(result).toMatchObject({
      phase: 'submitted',
      waitingForMarker: 1,
      points: null,
      maximum: null,
      scoreOfTen: null,
      passed: null,
      counts: null,
      sections: [],
    });
    expect(result.slots?.map(({ outcome, awarded }) => [outcome, awarded]).sort()).toEqual([
      ['right', 100],
      ['unmarked', null],
    ]);
    expect(await world.steps(attemptId)).toEqual(['started', 'submitted']);
    expect(await world.graded(attemptId)).toEqual([]);
    const row = await world.test.sql.one<{ awarded: (number | null)[]; outcomes: string[] }>(
      `select awarded, outcomes from assessment.result where attempt_id = $1`,
      [attemptId],
    );
    expect(row.awarded.toSorted()).toEqual([100, null]);
    expect(row.outcomes.toSorted()).toEqual(['right', 'unmarked']);
  });

  it('gives nothing for nothing', async () => {
    const attemptId = await world.start(await world.quiz());
    const result = await submit(attemptId);
    expect(result).toMatchObject({ points: 0, maximum: 1300, scoreOfTen: 0, passed: false });
    expect(result.slots?.map(({ outcome }) => outcome)).toEqual(Array(13).fill('unanswered'));
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
    await save(attemptId, [{ ...answer(1, null, 2), flagged: true }]);
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
      paper.slots.find(({ question }) => question.kind === kind)?.slot ?? 0;
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

    it.each(REVIEW_PARTS)('%s alone, where the quiz shows nothing else', async (part) => {
      const quiz = await world.quiz({ review: always({ ...SHOW_NOTHING, [part]: true }) }, [
        contentOf('single'),
      ]);
      const attemptId = await world.start(quiz);
      const [right] = await world.rightAnswers(attemptId);
      await open(attemptId);
      await save(attemptId, [answer(1, right?.response ?? null)]);
      const result = await submit(attemptId);
      const slot = result.slots?.[0];
      expect({
        response: slot?.response !== null,
        correctness: slot?.outcome !== null,
        marks: slot?.awarded !== null,
        specificFeedback: slot?.optionFeedback.length === 1,
        generalFeedback: slot?.feedback !== '' || slot.legalBasis.length > 0,
        rightAnswer: slot?.correct !== null,
      }).toEqual({ ...SHOW_NOTHING, [part]: true });
      expect(result.scoreOfTen).toBe(part === 'marks' ? 1000 : null);
    });

    it('by the moment: right after, later, after the quiz has closed', async () => {
      const closesAt = new Date(world.test.clock.now().getTime() + 60 * 60_000).toISOString();
      const review = {
        during: SHOW_NOTHING,
        rightAfter: { ...SHOW_NOTHING, marks: true },
        later: { ...SHOW_NOTHING, response: true },
        afterClose: SHOW_ALL,
      };
      const quiz = await world.quiz({ review, closesAt }, [statement('Một')]);
      const { id, shown } = await taken(randomUUID(), quiz, yes);
      const at = async (minutes: number) => {
        world.test.clock.advance(minutes * 60_000);
        return (await taker.call(endpoints.readResult, { params: { attemptId: id } })).shown;
      };
      expect([shown, await at(10), await at(1), await at(59), await at(1)]).toEqual([
        review.rightAfter,
        review.rightAfter,
        review.later,
        review.later,
        review.afterClose,
      ]);
    });

    it('nothing, where the quiz never shows it', async () => {
      const quiz = await world.quiz({ review: always(SHOW_NOTHING) }, [statement('Một')]);
      expect(await taken(randomUUID(), quiz, yes)).toMatchObject({
        slots: null,
        passed: null,
        scoreOfTen: null,
        counts: null,
        shown: SHOW_NOTHING,
      });
    });

    it('marks without the key until the last attempt is handed in', async () => {
      const quiz = await world.quiz({ holdAnswers: true, attemptsAllowed: 2 }, [statement('Một')]);
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
      const quiz = await world.quiz({ holdAnswers: true, retakeAfterPass: true }, [
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
