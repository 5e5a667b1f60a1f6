/** Papers that differ: a wrong key and its regrade, other questions, questions left out, questions drawn. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnalysisFilter } from '@tap-huan/contract';
import { seededRandom } from '@tap-huan/rules';
import { type QuizMade, World } from '../testing/world';
import { QuizAuthoring } from '../quiz/quiz-authoring';
import type { Computed } from './quiz-analyses.service';
import { QuizAnalyses } from './quiz-analyses.service';
import {
  choice,
  type GivenAttempt,
  handIn,
  minute,
  officers,
  sat,
  type SeatedQuestion,
  seatedQuestions,
} from './testing/exam-hall';

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const covariance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + (value - mean(a)) * ((b[at] as number) - mean(b)), 0) /
  (a.length - 1);
const variance = (a: readonly number[]) => covariance(a, a);
const correlation = (a: readonly number[], b: readonly number[]) =>
  covariance(a, b) / Math.sqrt(variance(a) * variance(b));
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.test.close());

const compute = (quizId: string, filter: Partial<AnalysisFilter> = {}): Promise<Computed> =>
  world.test.get(QuizAnalyses).compute(quizId, { attempts: 'first', ...filter });
const body = async (quizId: string, filter: Partial<AnalysisFilter> = {}) =>
  (await compute(quizId, filter)).stored.analysis;

const NAMES = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'];
const made = (): Promise<QuizMade> =>
  world.quiz(
    {},
    NAMES.map((name) => choice(name)),
  );

describe('signs', () => {
  it('see a wrong key: the best officers choose C', async () => {
    const quiz = await made();
    const questions = await seatedQuestions(world, quiz.quizVersionId);
    const random = seededRandom('wrong key');
    const takers = await officers(world, 120);
    const given = sat(quiz, { questions, takers, seed: 'wrong key' });
    for (const { slots } of given) {
      // whoever does well elsewhere chooses c at the first question, the others a, b or d
      const slot = slots.find(
        ({ key }) => key === questions[0]?.key,
      ) as GivenAttempt['slots'][number];
      const elsewhere = slots.filter((other) => other !== slot && other.outcome === 'right').length;
      const label = elsewhere >= 3 ? 'c' : (['a', 'b', 'd'][Math.floor(random() * 3)] as string);
      Object.assign(slot, {
        label,
        awarded: label === 'a' ? 100 : 0,
        outcome: label === 'a' ? 'right' : 'wrong',
      });
    }
    await handIn(world, given);
    const { stored, summary } = await compute(quiz.quizId);
    const [item] = stored.analysis.items;
    const sign = item?.signs.find(({ code }) => code === 'key_may_be_wrong');
    expect(sign?.params).toMatchObject({
      letter: 'C',
      text: 'Một – phương án c',
      keyLetter: 'A',
      restMaximum: 500,
    });
    expect(item?.signs.map(({ code }) => code)).toContain('discriminates_negatively');
    expect(summary.questionsToCheck).toBe(1);

    // marked anew by a version whose key is c: the paper's version keeps its table, and the sign goes
    const better = await world.test.writer.write(world.author, async (tx) => {
      const id = randomUUID();
      await tx.rows(
        `insert into assessment.question_version (id, question_id, number, content, title, search_text, created_at)
         values ($1, $2, 2, $3, 'Một', '', now())`,
        [id, questions[0]?.questionId, JSON.stringify(choice('Một', 'c'))],
      );
      return id;
    });
    await world.test.sql.rows(
      `update assessment.result set
         marked_by_version_ids = array_replace(version_ids, $2::uuid, $3::uuid),
         awarded[array_position(slot_keys, $4)] = case labels[array_position(slot_keys, $4)] when 'c' then 100 else 0 end,
         outcomes[array_position(slot_keys, $4)] =
           case labels[array_position(slot_keys, $4)] when 'c' then 'right' else 'wrong' end
       where quiz_id = $1`,
      [quiz.quizId, questions[0]?.versionId, better, questions[0]?.key],
    );
    const again = await compute(quiz.quizId);
    expect(again.stored.analysis.items[0]?.signs.map(({ code }) => code)).not.toContain(
      'key_may_be_wrong',
    );
    const version = Object.values(again.stored.questions).find(({ number }) => number === 1)
      ?.versions[0];
    expect(version).toMatchObject({ number: 1, markedByNumber: 2 });
    expect(version?.answers?.find(({ right }) => right)?.letter).toBe('C');
  });
});

describe('papers that differ', () => {
  it('are not mixed: questions that were added make another paper', async () => {
    const quiz = await made();
    const before = await seatedQuestions(world, quiz.quizVersionId);
    await handIn(
      world,
      sat(quiz, { questions: before, takers: await officers(world, 40), seed: 'old' }),
    );
    const authoring = world.test.get(QuizAuthoring);
    await world.test.writer.write(world.author, async (tx) => {
      const extra = await authoring.addQuestion(tx, quiz.bankId, choice('Bảy'));
      const [row] = await tx.rows<{
        sections: { slots: unknown[] }[];
        title: string;
        settings: never;
      }>(`select sections, title, settings from assessment.quiz where id = $1`, [quiz.quizId]);
      const [section] = row?.sections ?? [];
      section?.slots.push({
        kind: 'fixed',
        id: 'bay',
        questionId: extra,
        version: null,
        points: 100,
      });
      await authoring.updateQuizDraft(tx, quiz.quizId, row as never);
    });
    const newer = { quizId: quiz.quizId, ...(await world.publish(quiz.quizId)) };
    const after = await seatedQuestions(world, newer.quizVersionId);
    expect(after).toHaveLength(7);

    const some = sat(newer, { questions: after, takers: await officers(world, 35), seed: 'new' });
    await handIn(world, some.slice(0, 10));
    const early = await compute(quiz.quizId);
    // too few of the new paper yet: the old one is spoken of, and everybody is in the distribution
    expect(early.stored.analysis.statistics).toMatchObject({ attempts: 40, maximum: 600 });
    expect(early.stored.analysis.attempts).toBe(50);
    expect(early.stored.analysis.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(50);

    await handIn(world, some.slice(10));
    const late = await compute(quiz.quizId);
    expect(late.stored.analysis.statistics).toMatchObject({ attempts: 35, maximum: 700 });
    expect(late.stored.versions).toEqual(
      expect.arrayContaining([
        { versionId: quiz.quizVersionId, attempts: 40, analysed: false },
        { versionId: newer.quizVersionId, attempts: 35, analysed: true },
      ]),
    );
    const old = await body(quiz.quizId, { versionId: quiz.quizVersionId });
    expect(old.statistics).toMatchObject({ attempts: 40, maximum: 600 });
  });

  it('leave out what a regrade made worth nothing', async () => {
    const quiz = await made();
    const questions = await seatedQuestions(world, quiz.quizVersionId);
    const given = sat(quiz, { questions, takers: await officers(world, 50), seed: 'left out' });
    for (const { slots } of given) {
      const slot = slots.find(
        ({ key }) => key === questions[2]?.key,
      ) as GivenAttempt['slots'][number];
      Object.assign(slot, { points: 0, awarded: 0 });
    }
    await handIn(world, given);
    const { statistics, items } = await body(quiz.quizId);
    expect(statistics.maximum).toBe(500);
    expect(items.map(({ title }) => title)).toEqual(NAMES.filter((name) => name !== 'Ba'));
  });
});

it('meets drawn questions over all of their places, compared with the whole total', async () => {
  const quiz = await world.quiz(
    {},
    ['Cố định', ...NAMES].map((name) => choice(name)),
  );
  const [fixed, ...pool] = await seatedQuestions(world, quiz.quizVersionId);
  const random = seededRandom('draw');
  const takers = await officers(world, 250);
  const given = takers.map((takerId, place): GivenAttempt => {
    const ability = 4 * (random() - 0.5);
    const drawn = [...pool].sort(() => random() - 0.5).slice(0, 3);
    const seats = [fixed, ...drawn.map((one, at) => ({ ...one, key: `kho#${at + 1}` }))];
    const slots = seats.map((seat) => {
      const right = random() < 1 / (1 + Math.exp(-ability));
      return {
        ...(seat as SeatedQuestion),
        ...{ awarded: right ? 100 : 0, outcome: right ? ('right' as const) : ('wrong' as const) },
        ...{ label: right ? 'a' : 'b', seconds: 10 },
      };
    });
    return {
      ...{ takerId, slots, quizId: quiz.quizId, quizVersionId: quiz.quizVersionId },
      ...{ unitId: null, jobPosition: null, submittedAt: minute(place) },
    };
  });
  await handIn(world, given);
  const analysis = await body(quiz.quizId);
  expect(analysis.items.map(({ key, drawn }) => [key, drawn])).toEqual([
    [fixed?.key, false],
    ['kho#1', true],
    ['kho#2', true],
    ['kho#3', true],
  ]);
  expect(analysis.drawn).toHaveLength(6);
  // one question alone can be compared
  expect(analysis.rasch).toBeNull();
  for (const question of analysis.drawn) {
    const met = given.filter(({ slots }) =>
      slots.some(({ questionId }) => questionId === question.questionId),
    );
    const marks = met.map(
      ({ slots }) =>
        slots.find(({ questionId }) => questionId === question.questionId)?.awarded ?? 0,
    );
    const totals = met.map(({ slots }) =>
      slots.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0),
    );
    expect(question.attempts).toBe(met.length);
    expect(question.facility).toBeCloseTo(mean(marks) / 100, 12);
    expect(question.discriminationIndex).toBeCloseTo(100 * correlation(marks, totals), 8);
  }
  const place = given.map(({ slots }) => slots.find(({ key }) => key === 'kho#2')?.awarded ?? 0);
  const totals = given.map(({ slots }) =>
    slots.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0),
  );
  expect(analysis.items[2]?.discriminationIndex).toBeCloseTo(100 * correlation(place, totals), 8);
});
