/** How HR enrols, sees and withdraws: in the own subtree and nowhere else. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type RequestOf } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from './enrolment.module';
import { CompletionsModule } from './testing/completions';
import { School, type TestCourse, Walk } from './testing/school';

type Enrol = RequestOf<typeof endpoints.enrol>['body'];
type Filter = RequestOf<typeof endpoints.listEnrolments>['query'];

describe('enrolling', () => {
  let test: TestModule;
  let school: School;
  let an: string;
  let anBelow: string;
  let binh: string;
  let hrOfAn: Browser;
  let hrOfAll: Browser;
  let people: Record<'an' | 'anBelow' | 'binh', string>;
  let course: TestCourse;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    an = await school.unit('Xã An');
    anBelow = await school.unit('Trung tâm An', an);
    binh = await school.unit('Xã Bình');
    hrOfAn = (await school.person('hr', an)).browser;
    hrOfAll = (await school.person('hr', school.provinceId)).browser;
    people = {
      an: await school.officer('Nguyễn Đức Ân', an),
      anBelow: await school.officer('Nguyễn Văn Đông', anBelow),
      binh: await school.officer('Lê Thị 100%', binh),
    };
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    course = await school.course({ readings: 1, quizzes: 1 });
  });

  const enrol = (browser: Browser, body: Partial<Enrol>) =>
    browser.call(endpoints.enrol, { body: { courseId: course.id, dueOn: null, ...body } });
  const names = async (browser: Browser, filter: Partial<Filter> = {}) => {
    const { items, total } = await browser.call(endpoints.listEnrolments, {
      query: { courseId: course.id, ...filter },
    });
    expect(total).toBe(items.length);
    return items.map(({ fullName }) => fullName);
  };
  const idOf = async (officerId: string) => {
    const { items } = await hrOfAll.call(endpoints.listEnrolments, {
      query: { courseId: course.id },
    });
    return items.find((item) => item.officerId === officerId)?.id ?? '';
  };
  const withdraw = (browser: Browser, enrolmentId: string) =>
    browser.try(endpoints.withdraw, { params: { enrolmentId }, body: { reason: 'Nhầm' } });

  it('enrols a subtree, counts who is enrolled already, and counts only in a dry run', async () => {
    const before = await test.sql.rows(`select count(*)::int from platform.audit`);
    expect(await enrol(hrOfAn, { unitId: an, dryRun: true })).toEqual({
      enrolled: 2,
      already: 0,
      skipped: 0,
    });
    expect(await names(hrOfAll)).toEqual([]);
    expect(await test.sql.rows(`select count(*)::int from platform.audit`)).toEqual(before);

    expect(await enrol(hrOfAn, { unitId: anBelow })).toEqual({
      enrolled: 1,
      already: 0,
      skipped: 0,
    });
    expect(await enrol(hrOfAn, { unitId: an, officerIds: [people.an], dryRun: true })).toEqual({
      enrolled: 1,
      already: 1,
      skipped: 0,
    });
    expect(await enrol(hrOfAn, { unitId: an, officerIds: [people.an] })).toEqual({
      enrolled: 1,
      already: 1,
      skipped: 0,
    });
    expect(await names(hrOfAll)).toEqual(['Nguyễn Đức Ân', 'Nguyễn Văn Đông']);
    const [line] = await test.sql.rows<{ detail: unknown }>(
      `select detail from platform.audit where action = 'enrolment.assign' order by id desc limit 1`,
    );
    expect(line?.detail).toMatchObject({ unitId: an, enrolled: 1, already: 1, skipped: 0 });
  });

  it('enrols nobody twice when two do it at once', async () => {
    const outcomes = await Promise.all([
      enrol(hrOfAll, { unitId: school.provinceId }),
      enrol(hrOfAll, { unitId: school.provinceId }),
    ]);
    expect(outcomes.reduce((sum, { enrolled }) => sum + enrolled, 0)).toBe(3);
    expect(await names(hrOfAll)).toHaveLength(3);
  });

  it('reaches the own subtree and nothing else', async () => {
    expect(await enrol(hrOfAn, { officerIds: [people.an, people.binh, randomUUID()] })).toEqual({
      enrolled: 1,
      already: 0,
      skipped: 2,
    });
    const foreign = await hrOfAn.try(endpoints.enrol, {
      body: { courseId: course.id, unitId: binh, dueOn: null },
    });
    expect(foreign.problem?.code).toBe('not_found');

    await enrol(hrOfAll, { officerIds: [people.binh] });
    expect(await names(hrOfAn)).toEqual(['Nguyễn Đức Ân']);
    expect(await names(hrOfAn, { unitId: binh })).toEqual([]);
    expect(await names(hrOfAll, { unitId: binh })).toEqual(['Lê Thị 100%']);
    expect((await withdraw(hrOfAn, await idOf(people.binh))).problem?.code).toBe('not_found');
    expect(await names(hrOfAll, { state: 'withdrawn' })).toEqual([]);
  });

  it('refuses a course that is not published, or not there', async () => {
    const draft = await school.draft({ readings: 1, quizzes: 1 });
    const code = async (courseId: string) =>
      (await hrOfAn.try(endpoints.enrol, { body: { courseId, unitId: an, dueOn: null } })).problem
        ?.code;
    expect(await code(draft)).toBe('course_not_published');
    expect(await code(randomUUID())).toBe('not_found');
  });

  it('withdraws what is not completed, and enrols again afterwards', async () => {
    const learner = await school.learner('Võ Thị Em', an);
    await enrol(hrOfAn, { officerIds: [learner.officerId] });
    const walk = await Walk.only(learner);
    await walk.read(course.lessons[0]);
    expect((await withdraw(hrOfAn, walk.enrolmentId)).status).toBe(200);
    expect((await withdraw(hrOfAn, walk.enrolmentId)).problem?.code).toBe('enrolment_closed');

    expect(await walk.quiz(course.lessons[1])).toMatchObject({ verdict: 'enrolment_closed' });
    expect((await walk.start(course.lessons[1])).problem?.code).toBe('enrolment_closed');
    const late = await learner.browser.try(endpoints.recordProgress, {
      params: walk.at(course.lessons[0]),
      body: { position: 1, done: true },
    });
    expect(late.problem?.code).toBe('enrolment_closed');

    expect(await enrol(hrOfAn, { officerIds: [learner.officerId] })).toMatchObject({ enrolled: 1 });
    const again = await Walk.only(learner);
    expect(await again.course()).toMatchObject({ state: 'not_started', progress: { done: 0 } });
    await again.read(course.lessons[0]);
    await again.take(course.lessons[1], true);
    await test.settle();
    expect((await withdraw(hrOfAn, again.enrolmentId)).problem?.code).toBe('enrolment_closed');
    expect(await again.course()).toMatchObject({ state: 'completed' });
  });

  it('keeps a withdrawn enrolment withdrawn when a result comes late', async () => {
    const learner = await school.learner('Hồ Văn Gia', an);
    const only = await school.course({ readings: 0, quizzes: 1 });
    await enrol(hrOfAn, { courseId: only.id, officerIds: [learner.officerId] });
    const walk = await Walk.only(learner);
    await walk.take(only.lessons[0], true);
    expect((await withdraw(hrOfAn, walk.enrolmentId)).status).toBe(200);
    await test.settle();
    expect(await walk.course()).toMatchObject({ state: 'withdrawn', completedAt: null });
  });

  it('turns overdue at midnight in Vietnam', async () => {
    await enrol(hrOfAn, { officerIds: [people.an], dueOn: '2026-11-22' });
    await enrol(hrOfAn, { officerIds: [people.anBelow], dueOn: '2026-11-30' });
    const look = async () => {
      const { items } = await hrOfAn.call(endpoints.listEnrolments, {
        query: { courseId: course.id },
      });
      return {
        states: items.map(({ dueState }) => dueState),
        overdue: await names(hrOfAn, { due: 'overdue' }),
        soon: await names(hrOfAn, { due: 'soon' }),
      };
    };
    test.clock.set(new Date('2026-11-22T23:30:00+07:00'));
    expect(await look()).toEqual({
      states: ['soon', 'later'],
      overdue: [],
      soon: ['Nguyễn Đức Ân'],
    });
    test.clock.set(new Date('2026-11-23T00:30:00+07:00'));
    expect(await look()).toEqual({
      states: ['overdue', 'soon'],
      overdue: ['Nguyễn Đức Ân'],
      soon: ['Nguyễn Văn Đông'],
    });
  });

  it('finds without diacritics, sorts by given name, turns pages', async () => {
    await enrol(hrOfAll, { unitId: school.provinceId, officerIds: [] });
    expect(await names(hrOfAll, { search: 'dong' })).toEqual(['Nguyễn Văn Đông']);
    expect(await names(hrOfAll, { search: 'NGUYỄN' })).toEqual([
      'Nguyễn Đức Ân',
      'Nguyễn Văn Đông',
    ]);
    expect(await names(hrOfAll, { search: '%' })).toEqual(['Lê Thị 100%']);
    expect(await names(hrOfAll, { search: '_' })).toEqual([]);
    const page = await hrOfAll.call(endpoints.listEnrolments, {
      query: { courseId: course.id, page: 2, pageSize: 2 },
    });
    const all = await hrOfAll.call(endpoints.listEnrolments, { query: { courseId: course.id } });
    expect(page.total).toBe(all.total);
    expect(page.items).toEqual(all.items.slice(2, 4));
    expect(page.items[0]).toMatchObject({ progress: { done: 0, total: 2 }, attemptsUsed: 0 });
  });
});
