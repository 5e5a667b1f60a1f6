/** Why somebody is, or is not, asked something: what is told agrees with what the reconciler does, for everybody. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AssignmentInput,
  audienceRule,
  type AudienceRule,
  endpoints,
} from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import fc from 'fast-check';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { School, type TestCourse } from '../testing/school';
import { Reconciler } from './reconciler';

const TODAY = '2026-11-23';

describe('why somebody is, or is not, asked something', () => {
  let test: TestModule;
  let school: School;
  let an: string;
  let binh: string;
  let hr: Browser;
  let hrOfAn: Browser;
  let hrOfBinh: Browser;
  let course: TestCourse;
  /** Everybody, by name. */
  let people: Record<'chief' | 'clerk' | 'other' | 'far', string>;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    an = await school.unit('Xã An');
    binh = await school.unit('Xã Bình');
    hr = (await school.person('hr', school.provinceId)).browser;
    hrOfAn = (await school.person('hr', an)).browser;
    hrOfBinh = (await school.person('hr', binh)).browser;
    course = await school.course({ readings: 0, quizzes: 1 });
    people = {
      chief: await school.officer('Nguyễn Đức Ân', an),
      clerk: await school.officer('Trần Bình Minh', an),
      other: await school.officer('Lê Thị Cúc', an),
      far: await school.officer('Phạm Văn Dũng', binh),
    };
    await post(people.chief, { leadership: 'Chủ tịch', appointed_on: '2026-03-01' });
    await post(people.clerk, { job_position: 'Một cửa', rank: 'Cán sự' });
    await post(people.other, { staff_category: 'vien_chuc' });
  });
  afterAll(() => test.close());
  beforeEach(() => at(TODAY));

  const at = (day: string) => test.clock.set(new Date(`${day}T02:00:00Z`));
  const post = (officerId: string, columns: Record<string, string>) =>
    test.sql.rows(
      `update organisation.position set ${Object.keys(columns)
        .map((name, place) => `${name} = $${place + 2}`)
        .join(', ')}
        where officer_id = $1`,
      [officerId, ...Object.values(columns)],
    );
  const input = (audienceId: string, more: Partial<AssignmentInput> = {}): AssignmentInput => ({
    ...{ title: 'Một cửa', unitId: school.provinceId, audienceId },
    target: { kind: 'course', id: course.id },
    due: { kind: 'after_assignment', days: 30 },
    ...{ recurrence: null, graceDays: 0, lateDays: 14, reason: 'Kế hoạch năm 2026' },
    ...{ legalBasis: '', startsOn: TODAY, endsOn: null, ...more },
  });
  async function draft(rule: Partial<AudienceRule>, more: Partial<AssignmentInput> = {}) {
    const { id: audienceId } = await hr.call(endpoints.createAudience, {
      body: { name: 'Nhóm thử', unitId: school.provinceId, rule: audienceRule.parse(rule) },
    });
    const { id } = await hr.call(endpoints.createAssignment, { body: input(audienceId, more) });
    return id;
  }
  async function assign(rule: Partial<AudienceRule>, more: Partial<AssignmentInput> = {}) {
    const assignmentId = await draft(rule, more);
    const params = { assignmentId };
    await hr.call(endpoints.changeAssignmentState, { params, body: { to: 'active' } });
    return assignmentId;
  }
  const why = (assignmentId: string, officerId: string, browser = hr) =>
    browser.call(endpoints.explainStanding, { params: { assignmentId, officerId } });
  const missing = async (assignmentId: string, officerId: string) =>
    (await why(assignmentId, officerId)).grounds.filter(({ holds }) => !holds);

  it('names the conditions that do not hold, with what is asked and what there is', async () => {
    const id = await assign({
      ...{ unitIds: [binh], jobPositions: ['Một cửa', 'Văn thư'], staffCategories: ['cong_chuc'] },
      ...{ leadership: 'leaders', appointedFrom: '2026-06-01' },
    });
    expect(await why(id, people.chief)).toMatchObject({
      ...{ member: false, decided: null, caseId: null, unitName: 'Xã An', over: false },
    });
    expect(await missing(id, people.chief)).toEqual([
      { kind: 'units', holds: false, asked: ['Xã Bình'], actual: 'Xã An' },
      { kind: 'job_positions', holds: false, asked: ['Một cửa', 'Văn thư'], actual: 'Chuyên viên' },
      { kind: 'appointed', holds: false, asked: ['2026-06-01', ''], actual: '2026-03-01' },
    ]);
    expect((await missing(id, people.other)).map(({ kind }) => kind)).toContain('staff_categories');
  });

  it('tells of who is named, left out, or of no unit that is meant', async () => {
    const id = await assign(
      { ranks: ['Chuyên viên chính'], include: [people.clerk], exclude: [people.other] },
      { unitId: an },
    );
    const clerk = await why(id, people.clerk);
    expect(clerk).toMatchObject({ member: true, decided: { state: 'due', dueOn: '2026-12-23' } });
    expect(clerk.grounds).toContainEqual({ kind: 'named', holds: true, asked: [], actual: null });
    expect((await missing(id, people.other)).map(({ kind }) => kind)).toEqual([
      'excluded',
      'ranks',
    ]);
    expect(await missing(id, people.far)).toContainEqual({
      ...{ kind: 'assignment_unit', holds: false, asked: ['Xã An'], actual: 'Xã Bình' },
    });
  });

  it('says since when somebody is enrolled, exempt, done and until when that holds', async () => {
    const recurrence = { validityMonths: 12, renewalWindowDays: 30, renewalCourseId: null };
    const id = await assign({ jobPositions: ['một cửa'] }, { recurrence });
    const first = await why(id, people.clerk);
    expect(first).toMatchObject({ member: true, decided: { state: 'due', since: TODAY } });
    expect(first.grounds.every(({ holds }) => holds)).toBe(true);
    const { items } = await hr.call(endpoints.listCases, {
      params: { assignmentId: id },
      query: {},
    });
    expect(items.map((each) => each.id)).toEqual([first.caseId]);

    const exempt = {
      ...{ officerIds: [people.clerk], reason: 'Đi học xa', legalBasis: '', validFrom: TODAY },
      validTo: '2026-11-30',
    };
    await hr.call(endpoints.exemptOfficers, { params: { assignmentId: id }, body: exempt });
    expect(await why(id, people.clerk)).toMatchObject({
      decided: { state: 'exempt' },
      exemption: { reason: 'Đi học xa', validTo: '2026-11-30' },
    });
    await test.sql.rows(`update enrolment.exemption set ended_at = now(), end_reason = 'Nhầm'`);
    await test.get(Reconciler).run();
    await test.sql.rows(
      `update enrolment.enrolment set state = 'completed', completed_at = $2, done_lessons = total_lessons
        where officer_id = $1 and state = 'not_started'`,
      [people.clerk, test.clock.now()],
    );
    // Before the reconciler has seen it.
    expect(await why(id, people.clerk)).toMatchObject({
      ...{ completedOn: TODAY, validUntil: '2027-11-23' },
      decided: {
        ...{ occurrence: 2, state: 'waiting' },
        because: { waits: 'renewal', opensOn: '2027-10-24', base: TODAY },
      },
    });
  });

  it('says that no appointment is known, what a draft would do, and what lies ahead or is over', async () => {
    const due = { kind: 'after_appointment' as const, days: 90 };
    const byPost = await assign({ unitIds: [an] }, { due });
    expect((await why(byPost, people.other)).decided).toMatchObject({
      ...{ state: 'waiting', because: { waits: 'appointment' } },
    });
    expect((await why(byPost, people.chief)).decided).toMatchObject({ dueOn: '2026-05-30' });
    const planned = await draft({ unitIds: [an] }, { startsOn: '2026-12-01' });
    expect(await why(planned, people.chief)).toMatchObject({
      ...{ assignmentState: 'draft', on: '2026-12-01', caseId: null },
      decided: { state: 'due', dueOn: '2026-12-31' },
    });
    const params = { assignmentId: byPost };
    await hr.call(endpoints.changeAssignmentState, { params, body: { to: 'ended' } });
    expect(await why(byPost, people.other)).toMatchObject({
      over: true,
      decided: { state: 'left' },
    });
    expect(await why(byPost, people.far)).toMatchObject({ over: true, decided: null });
  });

  it('tells HR of the own officers only, and the officer who has looked', async () => {
    const id = await assign({ unitIds: [an] });
    expect(await why(id, people.chief, hrOfAn)).toMatchObject({ member: true });
    const look = (officerId: string, browser: Browser) =>
      browser.try(endpoints.explainStanding, { params: { assignmentId: id, officerId } });
    expect((await look(people.chief, hrOfBinh)).problem?.code).toBe('not_found');
    expect((await look(people.far, hrOfAn)).problem?.code).toBe('not_found');
    // The assignment concerns nobody of theirs, so that it is not theirs to see.
    expect((await look(people.far, hrOfBinh)).problem?.code).toBe('not_found');
    const looks = await test.sql.rows(
      `select kind, what from platform.disclosure where $1 = any (person_ids) and kind = 'viewed' limit 1`,
      [people.chief],
    );
    expect(looks).toEqual([{ kind: 'viewed', what: 'assignment' }]);
  });

  it('agrees with the members of the audience, whatever the rule', async () => {
    const id = await assign({});
    const everybody = Object.values(people);
    const some = <T>(...values: T[]) => fc.subarray(values);
    const rule = fc.record({
      unitIds: some(an, binh, school.provinceId),
      unitKinds: some('commune' as const, 'department' as const),
      jobPositions: some('Một cửa', 'chuyên viên'),
      ranks: some('Cán sự'),
      staffCategories: some('cong_chuc' as const, 'vien_chuc' as const),
      leadership: fc.constantFrom('any' as const, 'leaders' as const, 'others' as const),
      appointedFrom: fc.constantFrom(null, '2026-02-01', '2026-04-01'),
      completed: fc.option(
        fc.record({
          courseId: fc.constant(course.id),
          programmeId: fc.constant(null),
          since: fc.constantFrom(null, '2026-11-01', '2027-01-01'),
          done: fc.boolean(),
        }),
      ),
      include: fc.subarray(everybody, { maxLength: 1 }),
      exclude: fc.subarray(everybody, { maxLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(rule, fc.constantFrom(...everybody), async (part, officerId) => {
        await test.sql.rows(
          `update enrolment.audience set rule = $2 where id = (select audience_id from enrolment.assignment where id = $1)`,
          [id, JSON.stringify(audienceRule.parse(part))],
        );
        const { member, grounds } = await why(id, officerId);
        const failing = new Set(grounds.filter(({ holds }) => !holds).map(({ kind }) => kind));
        const isNamed = grounds.some(({ kind }) => kind === 'named');
        const bars = ['excluded', 'audience_unit', 'assignment_unit'] as const;
        const barred = bars.some((kind) => failing.has(kind));
        expect(member).toBe(!barred && (isNamed || failing.size === 0));
      }),
      { numRuns: 60 },
    );
  });
});
