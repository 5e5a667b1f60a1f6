/** A programme's whole road over HTTP: drafted, approved, assigned, learned, completed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type ProgrammeContent, programmeRules } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { SYSTEM } from '@tap-huan/server/platform';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { type Learner, School, type TestCourse, Walk } from '../testing/school';
import { ProgrammeEnrolling } from './programme-enrolling';

type Sets = ProgrammeContent['sets'];
const DECISION = { decisionNo: '123/QĐ-SNV', decidedOn: '2026-11-01' };

describe('programmes', () => {
  let test: TestModule;
  let school: School;
  let unitId: string;
  let hr: Browser;
  let courses: TestCourse[];
  let serial = 0;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    unitId = await school.unit('Xã Bắc');
    hr = (await school.person('hr', school.provinceId)).browser;
    courses = [];
    for (let number = 0; number < 3; number += 1) {
      courses.push(await school.course({ readings: 0, quizzes: 1 }));
    }
  });
  afterAll(() => test.close());

  const ids = (...numbers: number[]) => numbers.map((number) => courses[number]?.id ?? '');
  const all = (...numbers: number[]): Sets[number] => ({
    ...{ title: 'Bắt buộc', kind: 'all', count: null, hours: null, courseIds: ids(...numbers) },
  });
  const content = (
    sets: Sets,
    completion: Partial<ProgrammeContent['completion']> = {},
  ): ProgrammeContent => ({
    title: 'Bồi dưỡng theo vị trí việc làm: công chức Một cửa',
    ...{ summary: '', audience: '', hours: 40, contentGroup: 'job_position' as const },
    ...{ deliveryForm: 'blended' as const, legalBasis: ['Nghị định 171/2025/NĐ-CP'], sets },
    completion: programmeRules.parse(completion),
    validityMonths: 36,
  });
  const draft = async (...given: Parameters<typeof content>): Promise<string> => {
    serial += 1;
    const body = { code: `CT${serial}`, unitId: school.provinceId, content: content(...given) };
    return (await hr.call(endpoints.createProgramme, { body })).id;
  };
  const approve = (programmeId: string, revision = 1) =>
    hr.try(endpoints.approveProgramme, {
      params: { programmeId },
      body: { ...DECISION, revision },
    });
  const approved = async (...given: Parameters<typeof content>): Promise<string> => {
    const id = await draft(...given);
    expect((await approve(id)).status).toBe(200);
    return id;
  };
  const enrol = (programmeId: string, officerIds: string[], more = {}) =>
    hr.try(endpoints.enrolInProgramme, {
      params: { programmeId },
      body: { officerIds, dueOn: '2026-12-31', reason: 'KH 12', ...more },
    });
  const only = async (programmeId: string) => {
    const { items } = await hr.call(endpoints.listProgrammeEnrolments, {
      params: { programmeId },
      query: {},
    });
    expect(items).toHaveLength(1);
    return items[0] as (typeof items)[number];
  };
  const finish = async ({ browser }: Learner, number: number) => {
    const [quiz] = courses[number]?.lessons ?? [];
    const { items } = await browser.call(endpoints.listMyEnrolments, {});
    for (const { id } of items) {
      const course = await browser.call(endpoints.readMyCourse, { params: { enrolmentId: id } });
      if (course.modules[0]?.lessons[0]?.id !== quiz?.id) continue;
      await new Walk(browser, id).take(quiz, true);
      await test.settle();
      return;
    }
    throw new Error('The learner is not in the course.');
  };

  describe('a draft', () => {
    it('is saved once at a time, and approved by a decision; then it never changes', async () => {
      const id = await draft([all(0)]);
      const params = { programmeId: id };
      const save = (revision: number) =>
        hr.try(endpoints.updateProgramme, {
          params,
          body: { content: content([all(0, 1)]), revision },
        });
      expect((await save(1)).body).toEqual({ revision: 2 });
      expect((await save(1)).problem?.code).toBe('stale_revision');
      expect((await approve(id)).problem?.code).toBe('stale_revision');
      expect((await approve(id, 2)).body).toEqual({ number: 1 });
      expect((await save(2)).problem?.code).toBe('no_draft');
      await expect(
        test.sql.rows(`update learning.programme_version set hours = 1 where programme_id = $1`, [
          id,
        ]),
      ).rejects.toThrow('never changes');
      expect(await hr.call(endpoints.readProgramme, { params, query: {} })).toMatchObject({
        ...{ state: 'approved', number: 1, ...DECISION, problems: [] },
        versions: [{ number: 1, state: 'approved', approvedByName: expect.any(String) }],
      });
    });

    it('says what is missing, and is not approved until nothing is', async () => {
      const unpublished = await school.draft({ readings: 0, quizzes: 1 });
      const id = await draft([
        { ...all(0), kind: 'some', count: 2 },
        { ...all(), courseIds: [unpublished] },
      ]);
      const { problems } = await hr.call(endpoints.readProgramme, {
        params: { programmeId: id },
        query: {},
      });
      expect(problems.map(({ code }) => code)).toEqual([
        'set_asks_too_many',
        'course_not_published',
      ]);
      const { problem } = await approve(id);
      expect(problem).toMatchObject({ code: 'programme_not_approvable', params: { problems: 2 } });
      expect((await enrol(id, [])).problem?.code).toBe('programme_not_approved');
    });

    it('follows an approved version, may be dropped, and takes no decision of tomorrow', async () => {
      const id = await approved([all(0)]);
      const params = { programmeId: id };
      await hr.call(endpoints.beginProgrammeDraft, { params });
      expect((await hr.try(endpoints.beginProgrammeDraft, { params })).problem?.code).toBe(
        'draft_exists',
      );
      const tomorrow = { decisionNo: '9/QĐ', decidedOn: '2026-11-24', revision: 1 };
      const ahead = await hr.try(endpoints.approveProgramme, { params, body: tomorrow });
      expect(ahead.problem?.code).toBe('decision_in_future');
      expect(await hr.call(endpoints.readProgramme, { params, query: {} })).toMatchObject({
        number: 2,
      });
      await hr.call(endpoints.dropProgrammeDraft, { params });
      expect(await hr.call(endpoints.readProgramme, { params, query: {} })).toMatchObject({
        number: 1,
      });
      const fresh = await draft([all(0)]);
      await hr.call(endpoints.dropProgrammeDraft, { params: { programmeId: fresh } });
      expect(
        (await hr.try(endpoints.readProgramme, { params: { programmeId: fresh }, query: {} }))
          .status,
      ).toBe(404);
    });

    it('has a code of its own, and is hidden from HR of another unit', async () => {
      const id = await draft([all(0)]);
      const body = { code: `CT${serial}`, unitId, content: content([]) };
      expect((await hr.try(endpoints.createProgramme, { body })).problem?.code).toBe(
        'programme_code_taken',
      );
      const stranger = (await school.person('hr', unitId)).browser;
      const params = { programmeId: id };
      expect((await stranger.try(endpoints.readProgramme, { params, query: {} })).status).toBe(404);
      expect((await stranger.call(endpoints.listProgrammes, { query: {} })).items).toEqual([]);
      const above = { code: 'LẠ', unitId: school.provinceId, content: content([]) };
      expect((await stranger.try(endpoints.createProgramme, { body: above })).status).toBe(404);
    });
  });

  describe('an officer', () => {
    it('is put into the courses, completes one after the other, and with them the programme, once', async () => {
      const id = await approved([
        all(0),
        { ...all(1, 2), title: 'Tự chọn', kind: 'some', count: 1 },
      ]);
      const learner = await school.learner('Nguyễn Văn An', unitId);
      const dry = await enrol(id, [learner.officerId], { dryRun: true });
      expect(dry.body).toEqual({ enrolled: 1, already: 0, skipped: 0 });
      expect((await enrol(id, [learner.officerId])).body).toEqual(dry.body);
      expect((await enrol(id, [learner.officerId])).body).toMatchObject({
        enrolled: 0,
        already: 1,
      });
      const mine = await learner.browser.call(endpoints.listMyEnrolments, {});
      expect(mine.programmes).toMatchObject([
        {
          ...{ state: 'not_started', dueOn: '2026-12-31' },
          assigned: { title: null, reason: 'KH 12', legalBasis: '' },
          gaps: ['sets'],
          sets: [
            { kind: 'all', done: 0, needed: 1 },
            { kind: 'some', done: 0, needed: 1 },
          ],
        },
      ]);
      expect(mine.programmes[0]?.enrolmentIds.toSorted()).toEqual(
        mine.items.map((each) => each.id).toSorted(),
      );
      // What is a choice has no due day.
      expect(mine.items.map(({ dueOn }) => dueOn).toSorted()).toEqual(['2026-12-31', null, null]);
      expect(await only(id)).toMatchObject({ state: 'not_started', doneSets: 0, totalSets: 2 });
      await finish(learner, 0);
      expect(await only(id)).toMatchObject({ state: 'in_progress', doneSets: 1 });
      const half = await learner.browser.call(endpoints.listMyEnrolments, {});
      expect(half.programmes[0]).toMatchObject({
        state: 'in_progress',
        sets: [
          { done: 1, complete: true },
          { done: 0, complete: false },
        ],
      });
      await finish(learner, 2);
      const row = await only(id);
      expect(row).toMatchObject({ state: 'completed', doneSets: 2, dueState: 'on_time' });
      // The course that was not chosen is owed no more.
      const left = await learner.browser.call(endpoints.listMyEnrolments, {});
      expect(left.items.map(({ state }) => state)).toEqual(['completed', 'completed']);
      expect(left.programmes).toMatchObject([
        { state: 'completed', dueState: 'on_time', gaps: [] },
      ]);
      const news = await test.sql.rows(
        `select payload from platform.outbox where event = 'ProgrammeCompleted'
          and payload->>'programmeEnrolmentId' = $1`,
        [row.id],
      );
      expect(news).toHaveLength(1);
      const detail = await hr.call(endpoints.readProgrammeEnrolment, {
        params: { programmeEnrolmentId: row.id },
      });
      expect(detail.progress).toMatchObject({
        gaps: [],
        sets: [
          { done: 1, needed: 1, complete: true },
          { done: 1, needed: 1, complete: true },
        ],
      });
    });

    it('waits for attendance and conduct where the programme asks for them', async () => {
      const id = await approved([all(0)], { attendancePercent: 80, conduct: true });
      const learner = await school.learner('Trần Thị Bình', unitId);
      await enrol(id, [learner.officerId]);
      await finish(learner, 0);
      const row = await only(id);
      expect(row).toMatchObject({ state: 'in_progress', doneSets: 1 });
      const gaps = async () => {
        const params = { programmeEnrolmentId: row.id };
        return (await hr.call(endpoints.readProgrammeEnrolment, { params })).progress.gaps;
      };
      expect(await gaps()).toEqual(['attendance_unknown', 'conduct_unknown']);
      const record = (body: { conductOk?: boolean; attendancePercent?: number }, by = hr) =>
        by.try(endpoints.recordProgrammeConduct, {
          params: { programmeId: id },
          body: { ids: [row.id], ...body },
        });
      expect((await record({ attendancePercent: 70 })).body).toEqual({ recorded: 1, completed: 0 });
      expect((await record({ conductOk: true })).body).toEqual({ recorded: 1, completed: 0 });
      expect(await gaps()).toEqual(['attendance']);
      const stranger = (await school.person('hr', await school.unit('Xã Lạ'))).browser;
      expect((await record({ attendancePercent: 100 }, stranger)).problem?.code).toBe('not_found');
      expect((await record({ attendancePercent: 80 })).body).toEqual({ recorded: 1, completed: 1 });
      expect(await only(id)).toMatchObject({ state: 'completed', attendancePercent: 80 });
    });

    it('is through at once with what was completed before, unless it is a renewal', async () => {
      const learner = await school.learner('Lê Văn Chi', unitId);
      await hr.call(endpoints.enrol, {
        body: { courseId: courses[0]?.id ?? '', officerIds: [learner.officerId], dueOn: null },
      });
      await finish(learner, 0);
      const id = await approved([all(0)]);
      await enrol(id, [learner.officerId]);
      expect(await only(id)).toMatchObject({ state: 'completed' });
      const again = await test.writer.write(SYSTEM, (tx) =>
        test
          .get(ProgrammeEnrolling)
          .enrolSet(tx, id, [{ officerId: learner.officerId, dueOn: null }], {
            reason: '',
            countsFrom: '2026-11-24',
          }),
      );
      expect(again).toHaveLength(1);
      const { items } = await learner.browser.call(endpoints.listMyEnrolments, {});
      expect(items.map(({ state }) => state).toSorted()).toEqual(['completed', 'not_started']);
    });

    it('is taken off, and out of courses that nobody has begun', async () => {
      const id = await approved([all(0, 1)]);
      const learner = await school.learner('Phạm Thị Dung', unitId);
      await enrol(id, [learner.officerId]);
      await finish(learner, 0);
      const params = { programmeEnrolmentId: (await only(id)).id };
      const body = { reason: 'Chuyển công tác' };
      expect((await hr.try(endpoints.withdrawFromProgramme, { params, body })).status).toBe(200);
      const twice = await hr.try(endpoints.withdrawFromProgramme, { params, body });
      expect(twice.problem?.code).toBe('enrolment_closed');
      const { items } = await learner.browser.call(endpoints.listMyEnrolments, {});
      expect(items.map(({ state }) => state)).toEqual(['completed']);
    });

    it('is found through an audience, inside the own scope only', async () => {
      const commune = await school.unit('Xã Đông');
      await school.officer('Vũ Văn Em', commune);
      await school.officer('Đỗ Thị Giang', commune);
      const id = await approved([all(1)]);
      const { body } = await hr.try(endpoints.createAudience, {
        body: { name: 'Xã Đông', unitId: commune, rule: {} },
      });
      const audience = { audienceId: body.id };
      expect((await enrol(id, [], audience)).body).toEqual({ enrolled: 2, already: 0, skipped: 0 });
      const stranger = (await school.person('hr', unitId)).browser;
      const params = { programmeId: id };
      const asked = { params, body: { ...audience, dueOn: null, dryRun: true } };
      expect((await stranger.try(endpoints.enrolInProgramme, asked)).problem?.code).toBe(
        'not_found',
      );
      const seen = await stranger.call(endpoints.listProgrammeEnrolments, { params, query: {} });
      expect(seen.total).toBe(0);
    });
  });
});
