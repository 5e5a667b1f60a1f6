/** Who may see an analysis, what stands in it, and what the workbook holds. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type QuizAnalysis } from '@tap-huan/contract';
import type { Browser, Person } from '@tap-huan/server/platform/testing';
import readExcel, { readSheet } from 'read-excel-file/node';
import { type QuizMade, World } from '../testing/world';
import { DueAnalyses } from './due-analyses';
import {
  choice,
  type GivenAttempt,
  handIn,
  minute,
  officers,
  sat,
  seatedQuestions,
} from './testing/exam-hall';

const NAMES = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'];

let world: World;
let quiz: QuizMade;
let given: GivenAttempt[];
let author: Browser;
const people = {} as Record<
  'inspector' | 'foreignInspector' | 'hr' | 'learner' | 'stranger',
  Browser
>;

beforeAll(async () => {
  world = await World.make();
  quiz = await world.quiz(
    {},
    NAMES.map((name) => choice(name)),
  );
  const questions = await seatedQuestions(world, quiz.quizVersionId);
  given = sat(quiz, { questions, takers: await officers(world, 260), seed: 'http' }).map(
    (attempt, place) => ({
      ...attempt,
      unitId: place % 3 === 0 ? world.unitId : world.otherUnitId,
      jobPosition: place % 2 === 0 ? 'Công chức Một cửa' : 'Viên chức',
      submittedAt: minute(60 * place),
    }),
  );
  await handIn(world, given);
  await world.test.get(DueAnalyses).run();
  const somebody = async (person: Person) => world.browser(person);
  author = await somebody(world.author);
  people.stranger = await somebody(world.stranger);
  people.inspector = await somebody(await world.person('inspector', world.unitId));
  people.foreignInspector = await somebody(await world.person('inspector', world.otherUnitId));
  people.hr = await somebody(await world.person('hr', world.unitId));
  people.learner = await somebody(world.taker);
});
afterAll(() => world.test.close());

const request = () => ({ params: { quizId: quiz.quizId }, query: {} });
const audits = () =>
  world.test.sql.rows<{ action: string; detail: { scores: number }; account_id: string }>(
    `select action, detail, account_id from platform.audit where action = 'analysis_exported' order by id`,
  );

describe('the list of quizzes', () => {
  it('holds those with results in the own scope, with their figures', async () => {
    const { items } = await author.call(endpoints.listAnalyses, {});
    expect(items).toEqual([
      {
        ...{ quizId: quiz.quizId, quizTitle: 'Bài kiểm tra', courseTitle: null },
        ...{ attempts: 260, mean: expect.any(Number), passShare: expect.any(Number) },
        ...{ cic: expect.any(Number), questionsToCheck: 0, newerResults: false },
        computedAt: '2026-11-23T02:00:00.000Z',
      },
    ]);
    expect((await people.inspector.call(endpoints.listAnalyses, {})).items).toHaveLength(1);
    expect((await people.stranger.call(endpoints.listAnalyses, {})).items).toEqual([]);
    expect((await people.foreignInspector.call(endpoints.listAnalyses, {})).items).toEqual([]);
  });

  it('holds a quiz without results for nobody', async () => {
    const empty = await world.quiz();
    const { items } = await author.call(endpoints.listAnalyses, {});
    expect(items.map(({ quizId }) => quizId)).not.toContain(empty.quizId);
    expect(
      (await author.call(endpoints.readAnalysis, { params: { quizId: empty.quizId }, query: {} }))
        .analysis?.attempts,
    ).toBe(0);
  });
});

describe('the analysis of a quiz', () => {
  it('is for instructors and inspectors of its unit; for others it does not exist', async () => {
    for (const endpoint of [endpoints.readAnalysis, endpoints.exportAnalysis]) {
      expect((await author.try(endpoint, request())).status).toBe(200);
      expect((await people.inspector.try(endpoint, request())).status).toBe(200);
      expect((await people.stranger.try(endpoint, request())).problem?.code).toBe('not_found');
      expect((await people.foreignInspector.try(endpoint, request())).problem?.code).toBe(
        'not_found',
      );
      expect((await people.hr.try(endpoint, request())).problem?.code).toBe('not_permitted');
      expect((await people.learner.try(endpoint, request())).problem?.code).toBe('not_permitted');
    }
  });

  it('names units, versions and audiences', async () => {
    const found = await author.call(endpoints.readAnalysis, request());
    expect(found.analysis?.units.map(({ unitName, attempts }) => [unitName, attempts])).toEqual([
      [expect.stringMatching(/^U-/), 173],
      [expect.stringMatching(/^U-/), 87],
    ]);
    expect(found.jobPositions).toEqual(['Công chức Một cửa', 'Viên chức']);
    expect(found.versions).toEqual([
      {
        ...{ versionId: quiz.quizVersionId, number: 1, attempts: 260, analysed: true },
        publishedAt: expect.any(String),
      },
    ]);
    expect(found).toMatchObject({ newerResults: 0, analysis: { passScore: 500, attempts: 260 } });
  });

  it('follows the filter', async () => {
    const of = async (query: object): Promise<QuizAnalysis> =>
      author.call(endpoints.readAnalysis, { params: { quizId: quiz.quizId }, query });
    const audience = await of({ jobPosition: 'Viên chức', unitId: world.unitId });
    const expected = given.filter(
      ({ jobPosition, unitId }) => jobPosition === 'Viên chức' && unitId === world.unitId,
    );
    expect(audience.analysis?.attempts).toBe(expected.length);
    // what may be chosen stays the same
    expect(audience.jobPositions).toHaveLength(2);
    expect((await of({ from: '2026-11-05', to: '2026-11-05' })).analysis?.attempts).toBe(24);
    expect((await of({ versionId: randomUUID() })).analysis?.attempts).toBe(0);
    expect(
      (
        await author.try(endpoints.readAnalysis, {
          ...request(),
          query: { from: 'gestern' } as never,
        })
      ).status,
    ).toBe(422);
  });

  it('tells that newer results wait', async () => {
    const questions = await seatedQuestions(world, quiz.quizVersionId);
    const [taker] = await officers(world, 1);
    const [late] = await handIn(
      world,
      sat(quiz, { questions, takers: [taker as string], seed: 'late' }),
    );
    const { newerResults, analysis } = await author.call(endpoints.readAnalysis, request());
    expect({ newerResults, attempts: analysis?.attempts }).toEqual({
      newerResults: 1,
      attempts: 260,
    });
    await world.test.sql.rows('delete from assessment.result where attempt_id = $1', [late]);
  });
});

describe('a question of it', () => {
  const question = (questionId: string, slotId: string) => ({
    params: { quizId: quiz.quizId, questionId },
    query: { slotId },
  });

  it('shows who gave which answer; only authors may edit it', async () => {
    const { analysis } = await author.call(endpoints.readAnalysis, request());
    const item = analysis?.items[2];
    const asked = question(item?.questionId as string, item?.slotId as string);
    const found = await author.call(endpoints.readQuestionAnalysis, asked);
    expect(found).toMatchObject({
      ...{ title: 'Ba', stem: '<p>Ba</p>', bankId: quiz.bankId, number: 3, mayEdit: true },
      ...{ facility: item?.facility, discriminationIndex: item?.discriminationIndex },
    });
    const [version] = found.versions;
    expect(version?.answers?.map(({ letter }) => letter).sort()).toEqual(['A', 'B', 'C', 'D']);
    expect(version?.answers?.filter(({ right }) => right).map(({ letter }) => letter)).toEqual([
      'A',
    ]);
    const inspected = await people.inspector.call(endpoints.readQuestionAnalysis, asked);
    expect(inspected.mayEdit).toBe(false);
    expect((await people.stranger.try(endpoints.readQuestionAnalysis, asked)).status).toBe(404);
  });

  it('does not exist at another slot', async () => {
    const [questionId] = quiz.questionIds;
    const asked = question(questionId as string, 'elsewhere');
    expect((await author.try(endpoints.readQuestionAnalysis, asked)).problem?.code).toBe(
      'not_found',
    );
  });
});

describe('the workbook', () => {
  it('holds every sheet, with real numbers and the score of each officer', async () => {
    const answer = await author.try(endpoints.exportAnalysis, request());
    expect(String(answer.headers['content-disposition'])).toContain(
      'phan-tich-bai-kiem-tra_2026-11-23.xlsx',
    );
    expect(answer.headers['content-type']).toBe(endpoints.exportAnalysis.file);
    const sheets = await readExcel(answer.bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Tổng quan',
      'Câu hỏi',
      'Phương án',
      'Phổ điểm',
      'Điểm',
      'Thời gian',
      'Đơn vị',
      'Đối tượng',
      'Rasch',
    ]);
    const { analysis } = await author.call(endpoints.readAnalysis, request());
    const overview = await readSheet(answer.bytes, 'Tổng quan');
    const figure = (name: string) => overview.find(([first]) => first === name)?.[1];
    expect(figure('Số lượt đã chấm')).toBe(260);
    expect(figure('Hệ số nhất quán nội tại (%)')).toBeCloseTo(analysis?.statistics.cic ?? 0, 9);

    const items = await readSheet(answer.bytes, 'Câu hỏi');
    expect(items.slice(3).map((row) => [row[0], row[1]])).toEqual(
      NAMES.map((name, at) => [String(at + 1), name]),
    );
    expect(items[3]?.[5]).toBeCloseTo(analysis?.items[0]?.facility ?? 0, 12);
    const answers = await readSheet(answer.bytes, 'Phương án');
    expect(answers.slice(3)).toHaveLength(4 * NAMES.length);
    expect(answers.find((row) => row[4] === 'đáp án')?.[3]).toBe('A. Một – phương án a');
    const bands = await readSheet(answer.bytes, 'Phổ điểm');
    expect(bands.slice(3)).toHaveLength(20);
    expect(bands.slice(3).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(260);

    const scores = await readSheet(answer.bytes, 'Điểm');
    expect(scores.slice(3)).toHaveLength(260);
    expect(scores[3]?.[1]).toBe('Học viên 1');
    const points = given[0]?.slots.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0) ?? 0;
    expect(scores[3]?.[7]).toBe(points / 100);
    // as the clock of Việt Nam shows it; a day is a fraction in Excel
    const shown = (scores[3]?.[6] as unknown as Date).getTime() - 7 * 3_600_000;
    expect(Math.round(shown / 1_000)).toBe(minute(0).getTime() / 1_000);
  });

  it('is audited, and is not made of nothing', async () => {
    const before = await audits();
    await people.inspector.try(endpoints.exportAnalysis, {
      ...request(),
      query: { jobPosition: 'Viên chức' },
    });
    const after = await audits();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.detail).toEqual({
      view: 'jobPosition=Vi%C3%AAn+ch%E1%BB%A9c',
      scores: 130,
    });
    const none = await author.try(endpoints.exportAnalysis, {
      ...request(),
      query: { from: '2030-01-01' },
    });
    expect(none.problem?.code).toBe('no_results');
    expect(await audits()).toHaveLength(after.length);
  });
});
