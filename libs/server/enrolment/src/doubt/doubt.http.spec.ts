/** The room where completions that lose their ground are put to the test: nothing is withdrawn, a person decides. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type QuizSettings } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { Completions, CompletionsModule } from '../testing/completions';
import { type Learner, School, Walk } from '../testing/school';

let test: TestModule;
let school: School;
let commune: string;
let hr: Browser;
let marker: Browser;

beforeAll(async () => {
  test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
  school = await School.found(test);
  commune = await school.unit('Xã An');
  hr = (await school.person('hr', commune)).browser;
  marker = (await school.person('instructor', school.provinceId)).browser;
});
afterAll(() => test.close());

/** An officer who has completed a course of one quiz, whose one question is a statement that is true. */
async function completed(name: string, settings: Partial<QuizSettings> = {}) {
  const learner = await school.learner(name, commune);
  const course = await school.course({ readings: 0, quizzes: 1, settings });
  await hr.call(endpoints.enrol, {
    body: { courseId: course.id, officerIds: [learner.officerId], dueOn: null },
  });
  const walk = await Walk.only(learner);
  const [lesson] = course.lessons;
  await walk.take(lesson, true);
  await test.settle();
  expect((await walk.course()).state).toBe('completed');
  const { quizId, questionId } = await test.sql.one<{ quizId: string; questionId: string }>(
    `select r.quiz_id as "quizId", r.question_ids[1] as "questionId" from assessment.result r
     join assessment.attempt a on a.id = r.attempt_id where a.context_id = $1`,
    [walk.enrolmentId],
  );
  return { learner, walk, lesson, quizId, questionId, enrolmentId: walk.enrolmentId };
}

type Taken = Awaited<ReturnType<typeof completed>>;

/** Turns the key round, and marks everybody by it. */
async function turnKey({ quizId, questionId }: Taken, correct: boolean): Promise<void> {
  const { version, content } = await marker.call(endpoints.readQuestion, {
    params: { questionId },
  });
  await marker.call(endpoints.updateQuestion, {
    params: { questionId },
    body: { content: { ...content, kind: 'true_false', correct } as never, baseVersion: version },
  });
  test.clock.advance(60_000);
  await marker.call(endpoints.regrade, {
    params: { quizId },
    body: {
      ...{ questionId, action: 'newest_key', toVersion: version + 1 },
      ...{ attemptIds: null, reason: 'Đáp án sai' },
    },
  });
  await test.settle();
}

const doubts = async (enrolmentId: string, by = hr) =>
  (await by.call(endpoints.listCompletionsInDoubt, { query: { pageSize: 200 } })).items.filter(
    (item) => item.enrolmentId === enrolmentId,
  );

const decide = (doubtId: string, decision: 'kept' | 'to_revoke', by = hr) =>
  by.try(endpoints.decideCompletionInDoubt, {
    params: { doubtId },
    body: { decision, note: 'Đã trao đổi với giảng viên' },
  });

/** A certificate, as certification would have issued it. */
async function certify(enrolmentId: string): Promise<string> {
  const id = randomUUID();
  await test.sql.rows(
    `insert into certification.certificate (id, enrolment_id, officer_id, course_id, unit_id, issuer_unit_id,
       register_year, register_seq, register_no, verify_code, state, snapshot, search_text, issued_on, issued_at)
     select $1::uuid, e.id, e.officer_id, e.course_id, $3, $3, 2026, 12, '12/2026', $1::text, 'issued', '{}', '',
       '2026-11-23', now()
     from enrolment.enrolment e where e.id = $2`,
    [id, enrolmentId, commune],
  );
  return id;
}

describe('a regrade that takes the ground away', () => {
  it('is told to HR, and withdraws nothing', async () => {
    const taken = await completed('Trần Thị Bình');
    const { walk, enrolmentId } = taken;
    const certificateId = await certify(enrolmentId);
    const before = await walk.course();
    await turnKey(taken, false);
    expect(await doubts(enrolmentId)).toMatchObject([
      {
        fullName: 'Trần Thị Bình',
        unitName: 'Xã An',
        courseTitle: 'Tiếp công dân tại bộ phận một cửa',
        quizTitle: 'Kiểm tra 1',
        scoreBefore: 1_000,
        scoreNow: 0,
        certificateId,
        certificateNo: '12/2026',
        decision: null,
        since: test.clock.now().toISOString(),
      },
    ]);
    const now = await walk.course();
    expect([now.state, now.scoreOfTen, now.completedAt]).toEqual([
      'completed',
      before.scoreOfTen,
      before.completedAt,
    ]);
    const { state } = await test.sql.one<{ state: string }>(
      `select state from certification.certificate where id = $1`,
      [certificateId],
    );
    expect(state).toBe('issued');
    expect(test.get(Completions).of(enrolmentId)).toBe(1);
  });

  it('is over when it is given back before anybody decides', async () => {
    const taken = await completed('Lê Văn Cường');
    await turnKey(taken, false);
    await turnKey(taken, true);
    expect(await doubts(taken.enrolmentId)).toMatchObject([
      { decision: 'ground_returned', decidedByName: null, note: '' },
    ]);
    // Taken once more: another doubt.
    await turnKey(taken, false);
    expect((await doubts(taken.enrolmentId)).map(({ decision }) => decision)).toEqual([
      null,
      'ground_returned',
    ]);
    const open = await hr.call(endpoints.listCompletionsInDoubt, { query: { open: 'true' } });
    expect(open.items.every(({ decision }) => decision === null)).toBe(true);
  });

  it('is over when the officer passes again', async () => {
    const taken = await completed('Phạm Thị Dung', { attemptsAllowed: 5 });
    await turnKey(taken, false);
    expect((await doubts(taken.enrolmentId))[0]?.decision).toBeNull();
    // The published quiz still asks by its first version.
    await taken.walk.take(taken.lesson, true);
    await test.settle();
    expect((await doubts(taken.enrolmentId))[0]?.decision).toBe('ground_returned');
  });

  it('is none where another attempt carries the completion', async () => {
    const taken = await completed('Vũ Văn Em', { attemptsAllowed: 5, retakeAfterPass: true });
    await taken.walk.take(taken.lesson, false);
    await turnKey(taken, false);
    expect(await doubts(taken.enrolmentId)).toEqual([]);
  });

  it('does not speak of a retake that went wrong', async () => {
    const taken = await completed('Ngô Thị Giang', {
      ...{ attemptsAllowed: 5, retakeAfterPass: true, grading: 'last' as const },
    });
    await taken.walk.take(taken.lesson, false);
    await test.settle();
    expect(await doubts(taken.enrolmentId)).toEqual([]);
  });
});

describe('a decision', () => {
  it('is made once, with a note, and is audited', async () => {
    const taken = await completed('Đỗ Văn Hải');
    await turnKey(taken, false);
    const [doubt] = await doubts(taken.enrolmentId);
    expect((await decide(doubt?.id ?? '', 'to_revoke')).status).toBe(200);
    expect((await decide(doubt?.id ?? '', 'kept')).problem?.code).toBe('doubt_decided');
    expect(await doubts(taken.enrolmentId)).toMatchObject([
      {
        decision: 'to_revoke',
        note: 'Đã trao đổi với giảng viên',
        decidedByName: expect.stringMatching(/^nguoi-/),
        decidedAt: test.clock.now().toISOString(),
      },
    ]);
    const audit = await test.sql.rows<{ action: string }>(
      `select action from platform.audit where subject_id = $1 and action like 'completion.%' order by id`,
      [taken.enrolmentId],
    );
    expect(audit.map(({ action }) => action)).toEqual(['completion.doubt', 'completion.decide']);
    // What is decided stays decided, whatever the marks become.
    await turnKey(taken, true);
    expect((await doubts(taken.enrolmentId)).map(({ decision }) => decision)).toEqual([
      'to_revoke',
    ]);
    await expect(
      test.sql.rows(`delete from enrolment.completion_doubt where enrolment_id = $1`, [
        taken.enrolmentId,
      ]),
    ).rejects.toThrow();
  });

  it('is for HR of the officer’s unit', async () => {
    const taken = await completed('Bùi Thị Hoa');
    await turnKey(taken, false);
    const [doubt] = await doubts(taken.enrolmentId);
    const elsewhere = await school.unit('Xã Khác');
    const stranger = (await school.person('hr', elsewhere)).browser;
    expect(await doubts(taken.enrolmentId, stranger)).toEqual([]);
    expect((await decide(doubt?.id ?? '', 'kept', stranger)).problem?.code).toBe('not_found');
    const { browser }: Learner = taken.learner;
    const { problem } = await browser.try(endpoints.listCompletionsInDoubt, { query: {} });
    expect(problem?.code).toBe('not_permitted');
    expect((await decide(doubt?.id ?? '', 'kept', browser)).problem?.code).toBe('not_permitted');
  });
});
