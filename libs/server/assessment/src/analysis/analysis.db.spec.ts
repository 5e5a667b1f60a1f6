/** Figures of stored results agree with formulas written out, whatever the order, the version or the draw. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnalysisBody, AnalysisFilter } from '@tap-huan/contract';
import { type QuizMade, World } from '../testing/world';
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
const ascending = (a: readonly number[]) => [...a].sort((one, other) => one - other);

/** Marks of each slot in the order of the questions. */
const columns = (given: readonly GivenAttempt[], questions: readonly SeatedQuestion[]) =>
  questions.map(({ key }) =>
    given.map(({ slots }) => slots.find((slot) => slot.key === key)?.awarded ?? 0),
  );

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

describe('the figures of 300 shuffled papers', () => {
  let given: GivenAttempt[];
  let questions: SeatedQuestion[];
  let analysis: Awaited<ReturnType<typeof body>>;
  let x: number[][];
  let totals: number[];

  beforeAll(async () => {
    const quiz = await made();
    questions = await seatedQuestions(world, quiz.quizVersionId);
    given = sat(quiz, { questions, takers: await officers(world, 300), seed: 'figures' });
    await handIn(world, given);
    analysis = await body(quiz.quizId);
    x = columns(given, questions);
    totals = given.map((_, at) => x.reduce((sum, column) => sum + (column[at] as number), 0));
  });

  it('are those of the formulas for the quiz', () => {
    const [s, p] = [totals.length, x.length];
    const deviations = totals.map((total) => total - mean(totals));
    const moment = (power: number) => mean(deviations.map((deviation) => deviation ** power));
    const k2 = variance(totals);
    const k3 = (s ** 2 * moment(3)) / ((s - 1) * (s - 2));
    const k4 =
      (s ** 2 * ((s + 1) * moment(4) - 3 * (s - 1) * moment(2) ** 2)) /
      ((s - 1) * (s - 2) * (s - 3));
    const cic = 100 * (p / (p - 1)) * (1 - x.reduce((sum, c) => sum + variance(c), 0) / k2);
    const { statistics } = analysis;
    expect(statistics).toMatchObject({ attempts: 300, maximum: 600 });
    expect(statistics.mean).toBeCloseTo(mean(totals), 9);
    expect(statistics.sd).toBeCloseTo(Math.sqrt(k2), 9);
    expect(statistics.skewness).toBeCloseTo(k3 / k2 ** 1.5, 9);
    expect(statistics.kurtosis).toBeCloseTo(k4 / k2 ** 2, 9);
    expect(statistics.cic).toBeCloseTo(cic, 9);
    expect(statistics.errorRatio).toBeCloseTo(100 * Math.sqrt(1 - cic / 100), 9);
  });

  it('are those of the formulas for each question, in the order of the quiz', () => {
    expect(analysis.items.map(({ key }) => key)).toEqual(questions.map(({ key }) => key));
    expect(analysis.items.map(({ title }) => title)).toEqual(NAMES);
    const roots = x.map((column) => Math.sqrt(covariance(column, totals)));
    analysis.items.forEach((item, at) => {
      const column = x[at] as number[];
      const rest = totals.map((total, attempt) => total - (column[attempt] as number));
      expect(item.number).toBe(at + 1);
      expect(item.facility).toBeCloseTo(mean(column) / 100, 12);
      expect(item.sdShare).toBeCloseTo(Math.sqrt(variance(column)) / 100, 9);
      expect(item.guess).toBe(0.25);
      expect(item.discriminationIndex).toBeCloseTo(100 * correlation(column, rest), 8);
      expect(item.discriminativeEfficiency).toBeCloseTo(
        (100 * covariance(column, rest)) / covariance(ascending(column), ascending(rest)),
        8,
      );
      expect(item.effectiveWeight).toBeCloseTo(
        (100 * (roots[at] as number)) / roots.reduce((sum, root) => sum + root, 0),
        8,
      );
    });
  });

  it('count each answer, with the marks of those who gave it in the rest', async () => {
    const { stored } = await compute(given[0]?.quizId as string);
    const question = Object.values(stored.questions).find(({ number }) => number === 2);
    const [version] = question?.versions ?? [];
    const own = given.map(({ slots }) => slots.find(({ key }) => key === questions[1]?.key));
    expect(version?.answers?.map(({ label }) => label).sort()).toEqual(['a', 'b', 'c', 'd']);
    for (const answer of version?.answers ?? []) {
      const at = own.flatMap((slot, place) => (slot?.label === answer.label ? [place] : []));
      expect(answer.count).toBe(at.length);
      expect(answer.right).toBe(answer.label === 'a');
      expect(answer.letter).toBe(answer.label.toUpperCase());
      expect(answer.text).toBe(`Hai – phương án ${answer.label}`);
      expect(answer.mean).toBeCloseTo(
        mean(at.map((place) => (totals[place] as number) - (own[place]?.awarded ?? 0))),
        9,
      );
    }
  });

  it('put each score into its half point, and every attempt somewhere', () => {
    const bands = analysis.distribution;
    expect(bands).toHaveLength(20);
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    for (const { from, to, count } of bands) {
      const within = totals.filter((total) => {
        const score = (1000 * total) / 600;
        return score >= from && (score < to || (to === 1000 && score === 1000));
      });
      expect(count).toBe(within.length);
    }
  });

  it('have a Rasch model from 200 attempts on, with difficulties in the order of the right answers', async () => {
    const rasch = analysis.rasch as NonNullable<AnalysisBody['rasch']>;
    expect(rasch.converged).toBe(true);
    const order = (values: number[]) =>
      values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
    const difficulty = analysis.items.map(
      ({ key }) => rasch.items.find((item) => item.key === key)?.difficulty ?? 0,
    );
    expect(order(difficulty)).toEqual(order(x.map((column) => -mean(column))));
    expect(difficulty.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    const early = await body(given[0]?.quizId as string, { to: '2026-11-01' });
    expect(early.attempts).toBe(300);
    const few = await made();
    const seats = await seatedQuestions(world, few.quizVersionId);
    await handIn(
      world,
      sat(few, { questions: seats, takers: await officers(world, 199), seed: 'few' }),
    );
    expect((await body(few.quizId)).rasch).toBeNull();
  });
});

describe('which attempts are looked at', () => {
  let quiz: QuizMade;
  let questions: SeatedQuestion[];
  let takers: string[];
  const unit = { a: '', b: '' };

  /** An attempt with this many questions right. */
  const attempt = (
    taker: number,
    right: number,
    rest: Partial<GivenAttempt> = {},
  ): GivenAttempt => ({
    takerId: takers[taker] as string,
    quizId: quiz.quizId,
    quizVersionId: quiz.quizVersionId,
    ...{ unitId: unit.a, jobPosition: 'Công chức', submittedAt: minute(taker) },
    slots: questions.map((question, at) => ({
      ...question,
      awarded: at < right ? question.points : 0,
      outcome: at < right ? 'right' : 'wrong',
      label: at < right ? 'a' : 'b',
      seconds: 30,
    })),
    ...rest,
  });

  beforeAll(async () => {
    quiz = await made();
    questions = await seatedQuestions(world, quiz.quizVersionId);
    takers = await officers(world, 4);
    unit.a = world.unitId;
    unit.b = world.otherUnitId;
    const unmarked = attempt(3, 6, { submittedAt: minute(10) });
    (unmarked.slots[0] as GivenAttempt['slots'][number]).awarded = null;
    await handIn(world, [
      attempt(0, 1),
      attempt(0, 6, { submittedAt: minute(100) }),
      attempt(0, 3, { submittedAt: minute(200) }),
      attempt(1, 4, { unitId: unit.b, jobPosition: 'Viên chức' }),
      // 23:59 on 2 November in Việt Nam
      attempt(2, 5, { submittedAt: new Date('2026-11-02T16:59:00Z') }),
      unmarked,
      attempt(3, 2, { submittedAt: minute(20) }),
    ]);
    // an author's preview has a result too
    await world.test.sql.rows(
      `with sat as (insert into assessment.attempt (id, quiz_id, taker_id, number, preview, phase, started_at, submitted_at,
         paper, kinds, settings, title, return_path, points, maximum, score_of_ten, passed,
         graded_by)
         values ($1, $2, $3, 1, true, 'marked', now(), now(), '{}', '{}', '{}', '', '/', 600, 600, 1000, true, 'machine'))
       insert into assessment.result select $1, quiz_id, null, null, null, now(), slot_keys, question_ids, version_ids,
         marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections
       from assessment.result where quiz_id = $2 limit 1`,
      [randomUUID(), quiz.quizId, takers[0]],
    );
  });

  const means = async (filter: Partial<AnalysisFilter>) => {
    const { attempts, statistics } = await body(quiz.quizId, filter);
    return { attempts, points: Math.round((statistics.mean ?? 0) * attempts) };
  };

  it('takes the first finished attempt of each officer, and none of those that wait for a marker', async () => {
    const { attempts, waiting, statistics } = await body(quiz.quizId);
    expect({ attempts, waiting }).toEqual({ attempts: 3, waiting: 1 });
    expect(statistics.mean).toBeCloseTo((100 + 400 + 500) / 3, 9);
  });

  it('takes the best, or all', async () => {
    expect(await means({ attempts: 'best' })).toEqual({
      attempts: 4,
      points: 600 + 400 + 500 + 200,
    });
    expect(await means({ attempts: 'all' })).toEqual({ attempts: 6, points: 2100 });
  });

  it('chooses by unit, audience and day, and then of each officer', async () => {
    expect(await means({ unitId: unit.b })).toEqual({ attempts: 1, points: 400 });
    expect(await means({ jobPosition: 'Viên chức' })).toEqual({ attempts: 1, points: 400 });
    expect(await means({ from: '2026-11-02', to: '2026-11-02' })).toEqual({
      attempts: 1,
      points: 500,
    });
    expect(await means({ from: '2026-11-03' })).toEqual({ attempts: 0, points: 0 });
    expect((await body(quiz.quizId, { versionId: randomUUID() })).attempts).toBe(0);
  });

  it('tells units and audiences apart', async () => {
    const { units, audiences } = await body(quiz.quizId, { attempts: 'all' });
    expect(units).toEqual([
      { unitId: unit.a, attempts: 5, mean: expect.closeTo((1000 * 17) / 30, 9), passShare: 3 / 5 },
      { unitId: unit.b, attempts: 1, mean: expect.closeTo(4000 / 6, 9), passShare: 1 },
    ]);
    expect(audiences.map(({ jobPosition, attempts }) => [jobPosition, attempts])).toEqual([
      ['Công chức', 5],
      ['Viên chức', 1],
    ]);
  });

  it('is empty without results', async () => {
    const empty = await made();
    const { attempts, items, rasch, signs } = await body(empty.quizId);
    expect({ attempts, items, rasch }).toEqual({ attempts: 0, items: [], rasch: null });
    expect(signs.map(({ code }) => code)).toEqual(['few_attempts']);
  });
});
