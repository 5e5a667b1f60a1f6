/** How an attempt begins for somebody: needs, overrides, parts, and questions not seen before; on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type QuizSection, type QuizSettings, USUAL_SCREEN } from '@tap-huan/contract';
import type { Person } from '@tap-huan/server/platform/testing';
import { usualSection } from '../quiz/usual-quiz';
import { statement } from '../testing/contents';
import { type QuizMade, World } from '../testing/world';
import { Attempts } from './attempts';

let world: World;
let taker: Person;
let unit: { id: string; path: string };
let province: { id: string; path: string };
beforeAll(async () => {
  world = await World.make();
  province = await world.unit();
  unit = await world.unit(await world.unit(province));
});
afterAll(() => world.test.close());
beforeEach(async () => {
  taker = await world.person('learner', unit.id);
  await world.employ(taker, unit.id, 'Chuyên viên');
});

const standing = ({ quizVersionId }: { quizVersionId: string }, contextId = randomUUID()) =>
  world.test.get(Attempts).standing({ quizVersionId, takerId: taker.accountId, contextId });
const row = (attemptId: string) =>
  world.test.sql.one<Record<string, unknown>>(
    `select extract(epoch from deadline - started_at)::int / 60 as minutes,
       extract(epoch from closes_at - deadline)::int / 60 as grace, time_percent, screen, part, part_from, part_to,
       extract(epoch from part_deadline - started_at)::int as part_seconds, octet_length(file_key) as key_size,
       settings->>'accessPassword' as password, (settings->>'timeLimitMinutes')::int as said
     from assessment.attempt where id = $1`,
    [attemptId],
  );
const accommodate = (timePercent: number, extraAttempts = 0, setAt = 'now()') =>
  world.test.sql.rows(
    `insert into assessment.accommodation (id, account_id, time_percent, extra_attempts, screen, reason, set_at)
     values ($1, $2, $3, $4, $5, 'Khiếm thị', ${setAt})`,
    [
      randomUUID(),
      taker.accountId,
      timePercent,
      extraAttempts,
      JSON.stringify({ ...USUAL_SCREEN, textPercent: 200 }),
    ],
  );
const override = (quizId: string, of: Record<string, unknown>) =>
  world.test.sql.rows(
    `insert into assessment.quiz_override (id, quiz_id, account_id, unit_id, job_position, time_limit_minutes,
       attempts_allowed, reason, created_at, removed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'Vì', now(), $8)`,
    [
      randomUUID(),
      quizId,
      of['account'] ?? null,
      of['unit'] ?? null,
      of['job'] ?? null,
      of['minutes'] ?? null,
      of['attempts'] ?? null,
      of['removed'] ?? null,
    ],
  );

async function publish(
  sections: QuizSection[],
  settings: Partial<QuizSettings> = {},
): Promise<Pick<QuizMade, 'quizId' | 'quizVersionId'>> {
  const bankId = await world.bank();
  const quizId = await world.draft(bankId, sections, settings);
  return { quizId, ...(await world.publish(quizId)) };
}

/** A section of so many new questions. */
async function questions(count: number, more: Partial<QuizSection> = {}): Promise<QuizSection> {
  const bankId = await world.bank();
  const named = [];
  for (let n = 1; n <= count; n += 1) {
    named.push({ questionId: await world.question(bankId, statement(`Câu ${n}`)), points: 100 });
  }
  return { ...usualSection(named), ...more };
}

describe('what a person needs otherwise', () => {
  it('is applied at the start, the newest of it', async () => {
    const quiz = await world.quiz({ accessPassword: 'Sông Hàn' }, [statement('Một')]);
    await accommodate(400, 0, `now() - interval '1 day'`);
    await accommodate(150, 2);
    expect(await row(await world.start(quiz, randomUUID(), taker))).toEqual({
      minutes: 45,
      grace: 10,
      time_percent: 150,
      screen: { ...USUAL_SCREEN, textPercent: 200 },
      part: null,
      part_from: null,
      part_to: null,
      part_seconds: null,
      key_size: 32,
      password: null,
      said: 30,
    });
    expect(await standing(quiz)).toMatchObject({
      adjustments: ['extra_time', 'screen'],
      settings: { attemptsAllowed: null },
    });
    const limited = await world.quiz({ attemptsAllowed: 1 }, [statement('Một')]);
    expect(await standing(limited)).toMatchObject({ settings: { attemptsAllowed: 3 } });
  });

  it('is nobody else’s', async () => {
    const quiz = await world.quiz({}, [statement('Một')]);
    await accommodate(150);
    expect(await row(await world.start(quiz))).toMatchObject({ minutes: 30, time_percent: 100 });
  });
});

describe('overrides', () => {
  it.each<[string, (Record<string, unknown> | 'own' | 'audience')[], number]>([
    ['none', [], 30],
    ['of a unit', [{ minutes: 40 }], 40],
    ['of a removed one', [{ minutes: 40, removed: '2026-01-01' }], 30],
    ['of other units', [{ unit: 'other', minutes: 40 }], 30],
    ['of other posts', [{ job: 'Lái xe', minutes: 40 }], 30],
    ['the nearest unit first', [{ unit: 'province', minutes: 40 }, { minutes: 50 }], 50],
    [
      'the audience before the unit',
      [{ minutes: 50 }, { unit: 'province', job: 'Chuyên viên', minutes: 60 }],
      60,
    ],
    [
      'the person before the audience',
      [
        { job: 'Chuyên viên', minutes: 60 },
        { account: 'own', minutes: 70 },
      ],
      70,
    ],
    ['another person', [{ account: 'other', minutes: 70 }], 30],
    ['null falls through', [{ account: 'own', attempts: 9 }, { minutes: 50 }], 50],
  ])('%s', async (_, overrides, minutes) => {
    const quiz = await world.quiz({}, [statement('Một')]);
    const ids: Record<string, string> = {
      own: taker.accountId,
      other: world.taker.accountId,
      province: province.id,
    };
    for (const one of overrides as Record<string, unknown>[]) {
      const account = one['account'] ? ids[String(one['account'])] : null;
      const named = one['unit'] === 'other' ? world.otherUnitId : ids[String(one['unit'])];
      const of = { ...one, account, unit: account ? null : (named ?? unit.id) };
      await override(quiz.quizId, of);
    }
    expect(await row(await world.start(quiz, randomUUID(), taker))).toMatchObject({ minutes });
  });
});

describe('a paper with parts', () => {
  it('opens the first one, with its time', async () => {
    const sections = [await questions(3, { timeLimitMinutes: 10 }), await questions(2)];
    const quiz = await publish(sections, { navigation: 'sequential', questionsPerPage: 2 });
    await accommodate(200);
    const attemptId = await world.start(quiz, randomUUID(), taker);
    expect(await row(attemptId)).toMatchObject({
      minutes: 60,
      part: 0,
      part_from: 1,
      part_to: 2,
      part_seconds: 1200,
    });
    const parts = await world.test.sql.rows(
      `select part, slot_from, slot_to, closed_at from assessment.attempt_part where attempt_id = $1`,
      [attemptId],
    );
    expect(parts).toEqual([{ part: 0, slot_from: 1, slot_to: 2, closed_at: null }]);
  });

  it('ends with the sum of its parts', async () => {
    const quiz = await publish([await questions(4)], {
      timeLimitMinutes: null,
      questionTimeLimitSeconds: 55,
    });
    expect(await row(await world.start(quiz, randomUUID(), taker))).toMatchObject({
      minutes: 4,
      part_to: 1,
      part_seconds: 55,
    });
  });
});

describe('drawn questions', () => {
  it('are others as long as there are others', async () => {
    const bankId = await world.bank();
    for (let n = 1; n <= 6; n += 1) await world.question(bankId, statement(`Câu ${n}`));
    const draw: QuizSection = {
      ...usualSection([]),
      slots: [
        {
          kind: 'random',
          id: 'r',
          bankId,
          categoryId: null,
          includeSubcategories: false,
          tags: [],
          difficulty: null,
          count: 2,
          points: 100,
        },
      ],
    };
    const quiz = await publish([draw]);
    const asked: string[] = [];
    const contextId = randomUUID();
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const attemptId = await world.start(quiz, contextId, taker);
      const { slots } = await world.paper(attemptId);
      expect(slots.map(({ key }) => key).toSorted()).toEqual(['r#1', 'r#2']);
      asked.push(...slots.map(({ questionId }) => questionId));
      await world.test.writer.write(taker, (tx) =>
        world.test.get(Attempts).submit(tx, attemptId, taker.accountId),
      );
    }
    expect(new Set(asked.slice(0, 6)).size).toBe(6);
    expect(asked).toHaveLength(8);
  });
});
