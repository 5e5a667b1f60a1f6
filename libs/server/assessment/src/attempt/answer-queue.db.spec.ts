/** The group commit on a real PostgreSQL: what it decides, what it does at the same time, and what fails alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AnswerResponse } from '@tap-huan/contract';
import { answerVerdict, requestVerdict, type SavingFacts } from '@tap-huan/rules';
import { Sql } from '@tap-huan/server/platform';
import fc from 'fast-check';
import { statement } from '../testing/contents';
import { type QuizMade, World } from '../testing/world';
import { AnswerQueue } from './answer-queue';
import { AttemptService } from './attempt.service';
import type { RequestToSave, SaveOutcome } from './save-statement';

const CLIENT = 'page-one-0001';
const MINUTE = 60_000;
const yes: AnswerResponse = { kind: 'true_false', choice: true };
const no: AnswerResponse = { kind: 'true_false', choice: false };

describe('the answer queue', () => {
  let world: World;
  let queue: AnswerQueue;
  let quiz: QuizMade;
  beforeAll(async () => {
    world = await World.make();
    queue = world.test.get(AnswerQueue);
    quiz = await world.quiz(
      {},
      Array.from({ length: 4 }, (_, n) => statement(`Câu ${n + 1}`)),
    );
  });
  afterAll(() => world.test.close());

  const open = async () => {
    const attemptId = await world.start(quiz);
    await world.test.get(AttemptService).open(world.taker, attemptId, CLIENT);
    return attemptId;
  };
  const request = (
    attemptId: string,
    given: Partial<RequestToSave['answers'][number]>[] = [{}],
  ): RequestToSave => ({
    attemptId,
    accountId: world.taker.accountId,
    clientId: CLIENT,
    at: world.test.clock.now(),
    answers: given.map((answer, place) => ({
      slot: place + 1,
      response: yes,
      flagged: false,
      certainty: null,
      seq: 1,
      seconds: 0,
      ...answer,
    })),
  });
  const stored = (attemptId: string) =>
    world.test.sql.rows<{ slot: number; response: AnswerResponse; seq: number; late: boolean }>(
      `select slot, response, seq, late, typed_at as "typedAt", seconds, certainty
       from assessment.answer where attempt_id = $1 order by slot`,
      [attemptId],
    );
  const code = (promise: Promise<SaveOutcome>) =>
    promise.then(
      ({ verdict }) => verdict,
      (error: { code?: string }) => error.code,
    );

  describe('decides as the rules do', () => {
    const offset = fc.constantFrom(-20, -10, -1, 0, 1, 10, 20);
    const facts = fc.record({
      phase: fc.constantFrom('open', 'open', 'open', 'submitted', 'marked'),
      holder: fc.constantFrom(CLIENT, CLIENT, 'page-two-0002', null),
      deadline: fc.option(offset),
      grace: fc.constantFrom(0, 10),
      parts: fc.option(
        fc.record({
          /** Slots 1 and 2 were left, 3 is open, 4 has not been opened. */
          left: fc.record({ deadline: fc.option(offset), closed: offset }),
          open: fc.option(offset),
        }),
      ),
    });
    const answers = fc.uniqueArray(
      fc.record({
        slot: fc.integer({ min: 1, max: 5 }),
        kind: fc.constantFrom('true_false', 'true_false', 'true_false', null, 'single'),
        typed: fc.option(offset),
      }),
      { selector: ({ slot }) => slot, minLength: 1, maxLength: 5 },
    );

    it('about every request and every answer', async () => {
      const attemptId = await open();
      const at = world.test.clock.now();
      const after = (minutes: number | null) =>
        minutes === null ? null : new Date(at.getTime() + minutes * MINUTE);
      await fc.assert(
        fc.asyncProperty(facts, answers, async (drawn, given) => {
          const said = await put(world.test.sql, attemptId, drawn, after);
          const outcome = await queue.save({
            ...request(attemptId),
            answers: given.map(({ slot, kind, typed }) => ({
              slot,
              response: responseOf(kind),
              flagged: false,
              certainty: null,
              seq: 1,
              typedAt: after(typed)?.toISOString(),
              seconds: 0,
            })),
          });
          const asked = given.map(({ slot, kind }) => ({
            slot,
            kind: responseOf(kind)?.kind ?? null,
          }));
          const verdict = requestVerdict(said, { clientId: CLIENT, answers: asked, now: at });
          expect(outcome.verdict).toBe(verdict);
          const kept = given.flatMap(({ slot, typed }) => {
            const { taken, late } = answerVerdict(said, { slot, typedAt: after(typed), now: at });
            return taken ? [{ slot, late }] : [];
          });
          const expected = verdict === 'may_save' ? kept : [];
          const rows = await stored(attemptId);
          expect(rows.map(({ slot, late }) => ({ slot, late }))).toEqual(
            expected.toSorted((one, other) => one.slot - other.slot),
          );
          if (verdict !== 'may_save') return;
          const refused = given.flatMap(({ slot }) =>
            kept.some((one) => one.slot === slot) ? [] : [slot],
          );
          expect(outcome.refused.toSorted()).toEqual(refused.toSorted());
        }),
        { numRuns: 250 },
      );
    });
  });

  describe('at the same time', () => {
    it('takes what comes together in one statement', async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, open));
      const statements = jest.spyOn(world.test.get(Sql), 'prepared');
      const outcomes = await Promise.all(ids.map((id) => queue.save(request(id))));
      expect(outcomes.every(({ verdict }) => verdict === 'may_save')).toBe(true);
      expect(statements).toHaveBeenCalledTimes(1);
      statements.mockRestore();
      for (const id of ids) expect(await stored(id)).toMatchObject([{ slot: 1, response: yes }]);
    });

    it('keeps the newest of many saves of one attempt, in whatever order they come', async () => {
      const attemptId = await open();
      const seqs = [7, 3, 9, 1, 8, 2, 4, 6, 5];
      await Promise.all(
        seqs.map((seq) =>
          queue.save(request(attemptId, [{ seq, seconds: seq, response: seq === 9 ? no : yes }])),
        ),
      );
      expect(await stored(attemptId)).toMatchObject([{ seq: 9, response: no, seconds: 9 }]);
    });

    it('tells nobody of an attempt of somebody else', async () => {
      const mine = await open();
      const stranger = { ...request(await open()), accountId: world.author.accountId };
      const codes = await Promise.all(
        [request(mine), stranger, request(randomUUID())].map((one) => code(queue.save(one))),
      );
      expect(codes).toEqual(['may_save', 'not_found', 'not_found']);
    });

    it('waits for a submission of its own attempt, and for no other', async () => {
      const [held, free] = [await open(), await open()];
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      let locked = () => {};
      const isLocked = new Promise<void>((resolve) => (locked = resolve));
      const submission = world.test.writer.write(world.taker, async (tx) => {
        await tx.rows(`select 1 from assessment.attempt where id = $1 for update`, [held]);
        locked();
        await released;
        await tx.rows(
          `update assessment.attempt set phase = 'submitted', submitted_at = now() where id = $1`,
          [held],
        );
      });
      await isLocked;
      const waiting = Promise.all(
        [1, 2, 3].map((slot) => code(queue.save(request(held, [{ slot }])))),
      );
      const others = await Promise.all(
        [1, 2, 3].map((slot) => code(queue.save(request(free, [{ slot }])))),
      );
      expect(others).toEqual(['may_save', 'may_save', 'may_save']);
      release();
      await submission;
      expect(await waiting).toEqual(['attempt_closed', 'attempt_closed', 'attempt_closed']);
      expect(await stored(held)).toEqual([]);
    });

    it('lets an extension and saves pass each other', async () => {
      const attemptId = await open();
      await world.test.writer.write(world.author, async (tx) => {
        await tx.rows(
          `update assessment.attempt set deadline = deadline + interval '5 minutes' where id = $1`,
          [attemptId],
        );
        expect(await code(queue.save(request(attemptId)))).toBe('may_save');
      });
    });
  });

  it('lets what cannot be kept fail alone', async () => {
    const ids = await Promise.all(Array.from({ length: 9 }, open));
    const poison = { kind: 'short_answer', text: 'a\0b' } as const;
    const saved = await Promise.all(
      ids.map((id, place) =>
        code(queue.save(request(id, [{ response: place === 4 ? poison : yes }]))),
      ),
    );
    expect(saved.filter((verdict) => verdict === 'may_save')).toHaveLength(8);
    expect(saved[4]).toMatch(/^22P05$/);
    expect(await stored(ids[4] as string)).toEqual([]);
    expect(await stored(ids[5] as string)).toHaveLength(1);
  });

  it('fails all of a batch where the database is gone, without trying each', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, open));
    const gone = jest
      .spyOn(world.test.get(Sql), 'prepared')
      .mockRejectedValue(Object.assign(new Error('terminating connection'), { code: '57P01' }));
    const saved = await Promise.all(ids.map((id) => code(queue.save(request(id)))));
    expect(saved).toEqual(Array(5).fill('57P01'));
    expect(gone).toHaveBeenCalledTimes(1);
    gone.mockRestore();
    expect(await code(queue.save(request(ids[0] as string)))).toBe('may_save');
  });

  it('keeps when an answer was typed, by the server where the page does not say or says too late', async () => {
    const attemptId = await open();
    const now = world.test.clock.now();
    const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE).toISOString();
    await queue.save(request(attemptId, [{ typedAt: at(-5) }, { typedAt: at(5) }, {}]));
    const rows = await stored(attemptId);
    expect(rows.map((row) => (row as unknown as { typedAt: Date }).typedAt.toISOString())).toEqual([
      at(-5),
      at(0),
      at(0),
    ]);
  });
});

const responseOf = (kind: string | null): AnswerResponse | null =>
  kind === 'single'
    ? { kind, choice: 'o1' }
    : kind === null
      ? null
      : { kind: 'true_false', choice: true };

/** Puts an attempt into a state, past all rules of the product, and says it in words of the rules. */
async function put(
  sql: Sql,
  attemptId: string,
  drawn: {
    phase: string;
    holder: string | null;
    deadline: number | null;
    grace: number;
    parts: { left: { deadline: number | null; closed: number }; open: number | null } | null;
  },
  after: (minutes: number | null) => Date | null,
): Promise<SavingFacts> {
  const { phase, holder, grace, parts } = drawn;
  const deadline = after(drawn.deadline);
  const closesAt = after(drawn.deadline === null ? null : drawn.deadline + grace);
  const isMarked = phase === 'marked';
  await sql.rows(`delete from assessment.answer where attempt_id = $1`, [attemptId]);
  await sql.rows(`delete from assessment.attempt_part where attempt_id = $1`, [attemptId]);
  await sql.rows(`alter table assessment.attempt disable trigger attempt_paper_frozen`);
  await sql.rows(
    `update assessment.attempt set phase = $2, holder = $3, deadline = $4, closes_at = $5, part = $6,
       part_from = case when $6::int is null then null else 3 end, part_to = case when $6::int is null then null else 3 end,
       part_deadline = $7, submitted_at = case when $2 = 'open' then null else now() end,
       points = $8, maximum = $8, score_of_ten = $8, passed = $8::int is not null and false, graded_by = $9,
       settings = jsonb_set(settings, '{graceMinutes}', to_jsonb($10::int))
     where id = $1`,
    [
      attemptId,
      phase,
      holder,
      deadline,
      closesAt,
      parts ? 1 : null,
      parts ? after(parts.open) : null,
      isMarked ? 0 : null,
      isMarked ? 'machine' : null,
      grace,
    ],
  );
  if (parts) {
    await sql.rows(
      `insert into assessment.attempt_part (attempt_id, part, slot_from, slot_to, opened_at, deadline, closed_at)
       values ($1, 0, 1, 2, now(), $2, $3), ($1, 1, 3, 3, now(), $4, null)`,
      [attemptId, after(parts.left.deadline), after(parts.left.closed), after(parts.open)],
    );
  }
  return {
    phase: phase as SavingFacts['phase'],
    holder,
    deadline,
    closesAt,
    kinds: ['true_false', 'true_false', 'true_false', 'true_false'],
    graceMinutes: grace,
    parts: parts && [
      {
        from: 1,
        to: 2,
        deadline: after(parts.left.deadline),
        closedAt: after(parts.left.closed),
      },
      { from: 3, to: 3, deadline: after(parts.open), closedAt: null },
    ],
  };
}
