/** How HR assigns, and how the reconciler keeps it: joiners, leavers, returners, completions, exemptions, renewals. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AssignmentInput, endpoints, type RequestOf } from '@tap-huan/contract';
import { addDays } from '@tap-huan/rules';
import { OfficerService, OrganisationModule } from '@tap-huan/server/organisation';
import { SYSTEM } from '@tap-huan/server/platform';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { type Learner, School, type TestCourse } from '../testing/school';
import { Reconciler } from './reconciler';

const TODAY = '2026-11-23';

describe('assignments', () => {
  let test: TestModule;
  let school: School;
  let an: string;
  let binh: string;
  let hrOfAn: Browser;
  let hrOfBinh: Browser;
  let hrOfAll: Browser;
  let learner: Learner;
  let course: TestCourse;
  let short: TestCourse;
  let audienceId: string;
  let serial = 0;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    an = await school.unit('Xã An');
    binh = await school.unit('Xã Bình');
    hrOfAn = (await school.person('hr', an)).browser;
    hrOfBinh = (await school.person('hr', binh)).browser;
    hrOfAll = (await school.person('hr', school.provinceId)).browser;
    learner = await school.learner('Nguyễn Đức Ân', an);
  });
  afterAll(() => test.close());

  const at = (day: string) => test.clock.set(new Date(`${day}T02:00:00Z`));
  /** What the worker does by its schedule. */
  const run = () => test.get(Reconciler).run();

  beforeEach(async () => {
    at(TODAY);
    await test.sql.rows(`update enrolment.assignment set state = 'ended'`);
    await test.sql.rows(`delete from enrolment.assignment_touched`);
    course = await school.course({ readings: 0, quizzes: 1 });
    short = await school.course({ readings: 0, quizzes: 1 });
    ({ id: audienceId } = await hrOfAll.call(endpoints.createAudience, {
      body: { name: 'Cán bộ Xã An', unitId: school.provinceId, rule: { unitIds: [an] } },
    }));
  });

  const input = (more: Partial<AssignmentInput> = {}): AssignmentInput => ({
    title: 'Bồi dưỡng một cửa',
    unitId: school.provinceId,
    audienceId,
    target: { kind: 'course', id: course.id },
    due: { kind: 'after_assignment', days: 30 },
    recurrence: null,
    graceDays: 0,
    lateDays: 14,
    reason: 'Kế hoạch bồi dưỡng năm 2026',
    legalBasis: 'Nghị định 171/2025/NĐ-CP',
    startsOn: TODAY,
    endsOn: null,
    ...more,
  });
  async function assign(more: Partial<AssignmentInput> = {}, browser = hrOfAll): Promise<string> {
    const { id } = await browser.call(endpoints.createAssignment, { body: input(more) });
    await become(id, 'active', browser);
    return id;
  }
  const become = (
    assignmentId: string,
    to: 'active' | 'paused' | 'ended',
    browser: Browser = hrOfAll,
  ) => browser.call(endpoints.changeAssignmentState, { params: { assignmentId }, body: { to } });
  const cases = async (
    assignmentId: string,
    browser: Browser = hrOfAll,
    query: RequestOf<typeof endpoints.listCases>['query'] = {},
  ) => {
    // Sessions are of today.
    const now = test.clock.now();
    at(TODAY);
    const { items } = await browser.call(endpoints.listCases, { params: { assignmentId }, query });
    test.clock.set(now);
    return items;
  };
  const states = async (assignmentId: string) =>
    Object.fromEntries(
      (await cases(assignmentId)).map((each) => [
        each.fullName,
        `${each.occurrence} ${each.state} ${each.extendedTo ?? each.dueOn}`,
      ]),
    );
  const enrolments = (officerId: string) =>
    test.sql.rows<{ state: string; dueOn: string | null; occurrence: number }>(
      `select state, due_on::text as "dueOn", occurrence from enrolment.enrolment
        where officer_id = $1 and course_id in ($2, $3) order by occurrence, enrolled_at`,
      [officerId, course.id, short.id],
    );
  const move = (officerId: string, unitId: string, fullName: string) =>
    test.sql.rows(
      `with old as (
         update organisation.position set valid_to = $3::date
          where officer_id = $1 and valid_to is null returning *)
       insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       select gen_random_uuid(), $1, $2, $4, $3::date from old`,
      [officerId, unitId, addDays(TODAY, (serial += 1)), fullName],
    );
  /** The open enrolment ends with success on the day of the clock. */
  const completeCourse = (officerId: string) =>
    test.sql.rows(
      `update enrolment.enrolment set state = 'completed', completed_at = $2, done_lessons = total_lessons
        where officer_id = $1 and course_id in ($3, $4) and state in ('not_started', 'in_progress')`,
      [officerId, test.clock.now(), course.id, short.id],
    );

  it('previews, then enrols everybody of the audience with the due day, once', async () => {
    const preview = await hrOfAll.call(endpoints.previewAssignment, { body: input() });
    expect(preview).toMatchObject({ members: 1, toEnrol: 1, firstDue: '2026-12-23' });
    expect(await enrolments(learner.officerId)).toEqual([]);

    const id = await assign();
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 due 2026-12-23' });
    expect(await enrolments(learner.officerId)).toMatchObject([
      { state: 'not_started', dueOn: '2026-12-23' },
    ]);
    const mine = await learner.browser.call(endpoints.listMyEnrolments, {});
    expect(mine.items.filter(({ state }) => state === 'not_started')).toMatchObject([
      {
        assigned: {
          ...{ title: 'Bồi dưỡng một cửa', reason: 'Kế hoạch bồi dưỡng năm 2026' },
          legalBasis: 'Nghị định 171/2025/NĐ-CP',
        },
      },
    ]);
    const again = await hrOfAll.call(endpoints.reconcileAssignment, {
      params: { assignmentId: id },
    });
    expect(again).toMatchObject({ officers: 1, changed: 0, enrolled: 0 });
    expect(await run()).toBe(0);
  });

  it('takes up a joiner by itself, lets a leaver go, and takes a returner back', async () => {
    const id = await assign();
    const late = await school.officer('Trần Bình Minh', an);
    expect(await run()).toBe(1);
    expect((await states(id))['Trần Bình Minh']).toBe('1 due 2026-12-23');

    await move(late, binh, 'Chuyên viên');
    await run();
    expect((await states(id))['Trần Bình Minh']).toBe('1 left 2026-12-23');
    expect(await enrolments(late)).toMatchObject([{ state: 'withdrawn' }]);

    await move(late, an, 'Chuyên viên');
    await run();
    expect((await states(id))['Trần Bình Minh']).toBe('1 due 2026-12-23');
    expect(await enrolments(late)).toMatchObject([
      { state: 'withdrawn' },
      { state: 'not_started' },
    ]);
    await move(late, binh, 'Chuyên viên');
    await run();
  });

  it('is overdue after the due day, done by completing, and stays done whoever leaves', async () => {
    const id = await assign();
    at('2026-12-24');
    await run();
    expect((await states(id))['Nguyễn Đức Ân']).toBe('1 overdue 2026-12-23');
    await completeCourse(learner.officerId);
    await run();
    const [done] = await cases(id);
    expect(done).toMatchObject({ state: 'done', doneOn: '2026-12-24' });
    await expect(
      test.sql.rows(
        `update enrolment.assignment_case set state = 'due', done_on = null where id = $1`,
        [done?.id],
      ),
    ).rejects.toThrow('stays done');
    at(TODAY);
    await become(id, 'ended');
    expect((await states(id))['Nguyễn Đức Ân']).toContain('1 done');
  });

  it('renews by the shorter course, in its window', async () => {
    const id = await assign({
      recurrence: { validityMonths: 12, renewalWindowDays: 30, renewalCourseId: short.id },
    });
    await completeCourse(learner.officerId);
    await run();
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 done 2026-12-23' });
    at('2027-10-23');
    await run();
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 done 2026-12-23' });
    at('2027-10-24');
    await run();
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '2 due 2027-11-23' });
    expect(await enrolments(learner.officerId)).toMatchObject([
      { state: 'completed' },
      { state: 'not_started', dueOn: '2027-11-23' },
    ]);
    await completeCourse(learner.officerId);
    await run();
    const [renewed] = await cases(id);
    expect(renewed).toMatchObject({ occurrence: 2, state: 'done', doneOn: '2027-10-24' });
  });

  it('renews by the same course, which is taken a second time', async () => {
    const id = await assign({
      recurrence: { validityMonths: 1, renewalWindowDays: 31, renewalCourseId: null },
    });
    await completeCourse(learner.officerId);
    await run();
    expect(await enrolments(learner.officerId)).toMatchObject([
      { state: 'completed', occurrence: 1 },
      { state: 'not_started', occurrence: 2, dueOn: '2026-12-23' },
    ]);
    expect((await cases(id))[0]).toMatchObject({ occurrence: 2, state: 'due' });
  });

  it('extends and exempts with a reason, reports both, and gives the duty back', async () => {
    const id = await assign();
    const params = { assignmentId: id };
    const [open] = await cases(id);
    const extend = {
      officerIds: [learner.officerId],
      toDay: '2027-01-31',
      reason: 'Nghỉ thai sản',
    };
    expect(await hrOfAll.call(endpoints.extendCases, { params, body: extend })).toEqual({
      extended: 1,
      skipped: 0,
    });
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 due 2027-01-31' });
    expect(await enrolments(learner.officerId)).toMatchObject([{ dueOn: '2027-01-31' }]);

    const exempt = {
      officerIds: [],
      all: {},
      everywhere: true,
      reason: 'Đã có chứng chỉ tương đương',
      legalBasis: 'Nghị định 171/2025/NĐ-CP, Điều 41 khoản 4',
      validFrom: TODAY,
      validTo: null,
    };
    expect(await hrOfAll.call(endpoints.exemptOfficers, { params, body: exempt })).toEqual({
      exempted: 1,
      skipped: 0,
    });
    expect((await states(id))['Nguyễn Đức Ân']).toContain('exempt');
    expect(await enrolments(learner.officerId)).toMatchObject([{ state: 'withdrawn' }]);

    const detail = await hrOfAll.call(endpoints.readCase, { params: { caseId: open?.id ?? '' } });
    expect(detail).toMatchObject({
      audienceName: 'Cán bộ Xã An',
      extensions: [{ fromDay: '2026-12-23', toDay: '2027-01-31', reason: 'Nghỉ thai sản' }],
      exemption: { reason: 'Đã có chứng chỉ tương đương' },
    });

    const report = await hrOfAll.call(endpoints.listExceptions, {
      query: { active: 'true', search: 'đức ân' },
    });
    expect(report.items.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['exemption', 'Đã có chứng chỉ tương đương'],
    ]);
    const sheet = await hrOfAll.try(endpoints.exportExceptions, { query: {} });
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);

    const exemptionId = report.items[0]?.id ?? '';
    const end = (browser: Browser) =>
      browser.try(endpoints.endExemption, { params: { exemptionId }, body: { reason: 'Nhầm' } });
    expect((await end(hrOfBinh)).problem?.code).toBe('not_found');
    expect((await end(hrOfAll)).status).toBe(200);
    expect((await end(hrOfAll)).problem?.code).toBe('exemption_ended');
    expect((await states(id))['Nguyễn Đức Ân']).toBe('1 due 2027-01-31');
  });

  it('shows a commune what the province asks of its people, to look at only; and nothing to others', async () => {
    const id = await assign();
    const params = { assignmentId: id };
    const rows = async (browser: Browser) =>
      (await browser.call(endpoints.listAssignments, { query: { state: 'active' } })).items;
    expect((await rows(hrOfAn)).map(({ own, counts }) => [own, counts.due])).toEqual([[false, 1]]);
    expect(await cases(id, hrOfAn)).toHaveLength(1);
    const body = { officerIds: [learner.officerId], toDay: '2027-01-31', reason: 'Xin thêm' };
    expect((await hrOfAn.try(endpoints.extendCases, { params, body })).problem?.code).toBe(
      'not_found',
    );

    expect(await rows(hrOfBinh)).toEqual([]);
    expect(await cases(id, hrOfBinh)).toEqual([]);
    expect((await hrOfBinh.try(endpoints.readAssignment, { params })).problem?.code).toBe(
      'not_found',
    );
    const [open] = await cases(id);
    const caseId = open?.id ?? '';
    expect((await hrOfBinh.try(endpoints.readCase, { params: { caseId } })).problem?.code).toBe(
      'not_found',
    );
    expect((await hrOfBinh.try(endpoints.exportCases, { params, query: {} })).problem?.code).toBe(
      'not_found',
    );
    expect((await hrOfAn.try(endpoints.createAssignment, { body: input() })).problem?.code).toBe(
      'not_found',
    );
  });

  it('says no to wrong dates, lost races and states that do not follow', async () => {
    const wrong = await hrOfAll.try(endpoints.createAssignment, {
      body: input({ endsOn: '2026-11-01' }),
    });
    expect(wrong.problem?.code).toBe('assignment_dates_wrong');
    const draft = await school.draft({ readings: 1, quizzes: 0 });
    const unpublished = await hrOfAll.try(endpoints.createAssignment, {
      body: input({ target: { kind: 'course', id: draft } }),
    });
    expect(unpublished.problem?.code).toBe('course_not_published');

    const id = await assign();
    const params = { assignmentId: id };
    const { revision } = await hrOfAll.call(endpoints.readAssignment, { params });
    const change = (body: AssignmentInput & { revision: number }) =>
      hrOfAll.try(endpoints.updateAssignment, { params, body });
    expect((await change({ ...input(), revision: revision - 1 })).problem?.code).toBe(
      'stale_revision',
    );
    const other = { kind: 'course' as const, id: short.id };
    expect((await change({ ...input({ target: other }), revision })).problem?.code).toBe(
      'assignment_state',
    );
    const longer = { kind: 'after_assignment' as const, days: 60 };
    expect((await change({ ...input({ due: longer }), revision })).status).toBe(200);
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 due 2027-01-22' });
    expect(await enrolments(learner.officerId)).toMatchObject([{ dueOn: '2027-01-22' }]);

    await become(id, 'paused');
    const paused = await hrOfAll.try(endpoints.reconcileAssignment, { params });
    expect(paused.problem?.code).toBe('assignment_state');
    await become(id, 'ended');
    const back = await hrOfAll.try(endpoints.changeAssignmentState, {
      params,
      body: { to: 'active' },
    });
    expect(back.problem?.code).toBe('assignment_state');
  });

  it('puts people on a programme, takes back what nobody began, and is done with the programme', async () => {
    const programmeId = randomUUID();
    await test.sql.rows(
      `insert into learning.programme (id, code, unit_id, created_at) values ($1, $2, $3, now())`,
      [programmeId, `CT${(serial += 1)}`, school.provinceId],
    );
    await test.sql.rows(
      `insert into learning.programme_version
              (id, programme_id, number, state, title, decision_no, decided_on, delivery_form, content_group, hours, sets,
               completion, updated_at, approved_at)
       values ($1, $2, 1, 'approved', 'Chương trình mẫu', '01/QĐ', '2026-01-01', 'online', 'job_position', 40, $3, $4,
               now(), now())`,
      [
        randomUUID(),
        programmeId,
        JSON.stringify([{ title: 'Bắt buộc', kind: 'all', courseIds: [course.id] }]),
        JSON.stringify({ minimumPercent: 50, conduct: false }),
      ],
    );
    const target = { kind: 'programme' as const, id: programmeId };
    const id = await assign({ target });
    const way = () =>
      test.sql.rows(
        `select state, due_on::text as "dueOn" from enrolment.programme_enrolment
          where officer_id = $1 and programme_id = $2 order by enrolled_at`,
        [learner.officerId, programmeId],
      );
    expect(await way()).toEqual([{ state: 'not_started', dueOn: '2026-12-23' }]);
    expect(await enrolments(learner.officerId)).toMatchObject([{ dueOn: '2026-12-23' }]);
    expect((await learner.browser.call(endpoints.listMyEnrolments, {})).programmes).toMatchObject([
      {
        ...{ title: 'Chương trình mẫu', state: 'not_started', daysLeft: 30 },
        assigned: { title: 'Bồi dưỡng một cửa', legalBasis: 'Nghị định 171/2025/NĐ-CP' },
        sets: [{ done: 0, needed: 1, complete: false }],
      },
    ]);
    const exempt = {
      ...{ officerIds: [learner.officerId], reason: 'Đi học xa', legalBasis: '' },
      ...{ validFrom: TODAY, validTo: '2026-12-31' },
    };
    const params = { assignmentId: id };
    await hrOfAll.call(endpoints.exemptOfficers, { params, body: exempt });
    expect(await way()).toMatchObject([{ state: 'withdrawn' }]);
    expect(await enrolments(learner.officerId)).toMatchObject([{ state: 'withdrawn' }]);
    at('2027-01-01');
    await run();
    expect(await states(id)).toEqual({ 'Nguyễn Đức Ân': '1 overdue 2026-12-23' });
    await test.sql.rows(
      `update enrolment.programme_enrolment set state = 'completed', completed_at = $3, done_sets = total_sets
        where officer_id = $1 and programme_id = $2 and state = 'not_started'`,
      [learner.officerId, programmeId, test.clock.now()],
    );
    await run();
    expect((await cases(id))[0]).toMatchObject({ state: 'done', doneOn: '2027-01-01' });
  });

  it('follows a rule that means others now', async () => {
    const id = await assign();
    await test.writer.write(SYSTEM, (tx) =>
      test.get(OfficerService).create(tx, {
        staffCode: `B${(serial += 1)}`,
        fullName: 'Lê Thị Bình',
        birthDate: '1990',
        jobPosition: 'Chuyên viên',
        unitId: binh,
      }),
    );
    const { revision } = await hrOfAll.call(endpoints.readAudience, { params: { audienceId } });
    await hrOfAll.call(endpoints.updateAudience, {
      params: { audienceId },
      body: {
        name: 'Cán bộ Xã Bình',
        unitId: school.provinceId,
        rule: { unitIds: [binh] },
        revision,
      },
    });
    await run();
    expect(await states(id)).toMatchObject({
      'Nguyễn Đức Ân': expect.stringContaining('left'),
      'Lê Thị Bình': '1 due 2026-12-23',
    });
  });

  it('is decided once where two do it at the same time', async () => {
    const id = await assign();
    await Promise.all(['Phan Một', 'Phan Hai', 'Phan Ba'].map((name) => school.officer(name, an)));
    const params = { assignmentId: id };
    await Promise.all([
      run(),
      hrOfAll.call(endpoints.reconcileAssignment, { params }),
      hrOfAll.call(endpoints.reconcileAssignment, { params }),
      run(),
    ]);
    const rows = await cases(id);
    expect(rows.filter(({ fullName }) => fullName.startsWith('Phan'))).toHaveLength(3);
    expect(
      await test.sql.rows(
        `select officer_id from enrolment.enrolment where course_id = $1 group by 1 having count(*) > 1`,
        [course.id],
      ),
    ).toEqual([]);
  });
});
