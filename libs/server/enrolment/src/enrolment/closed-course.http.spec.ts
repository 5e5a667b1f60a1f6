/** A course that takes nobody new: not offered, refused; those who are in it go on, and what was held is still entered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { type Learner, School, type TestCourse, Walk } from '../testing/school';

describe('a course that is closed', () => {
  let test: TestModule;
  let school: School;
  let commune: string;
  let hr: Browser;
  let learner: Learner;
  let course: TestCourse;
  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    commune = await school.unit('Xã An');
    hr = (await school.person('hr', commune)).browser;
    learner = await school.learner('Trần Thị Bình', commune);
    course = await school.course({ readings: 1, quizzes: 1 });
    await hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [learner.officerId], dueOn: null },
    });
    await school.close(course.id, true);
  });
  afterAll(() => test.close());

  const offered = async (closed: 'true' | 'false') => {
    const { items } = await hr.call(endpoints.listCatalogue, { query: { closed } });
    return items.map(({ id, closedOn }) => ({ id, closedOn }));
  };
  const enrol = (officerId: string) =>
    hr.try(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [officerId], dueOn: null },
    });

  it('is in the catalogue only of those who ask for what is closed, behind the open ones', async () => {
    const open = await school.course({ readings: 1, quizzes: 1 });
    expect(await offered('false')).toEqual([{ id: open.id, closedOn: null }]);
    expect(await offered('true')).toEqual([
      { id: open.id, closedOn: null },
      { id: course.id, closedOn: '2026-11-23' },
    ]);
  });

  it('takes nobody new, neither by hand nor by an assignment', async () => {
    const officerId = await school.officer('Lê Văn Chí', commune);
    expect((await enrol(officerId)).problem?.code).toBe('course_not_published');
    const { id: audienceId } = await hr.call(endpoints.createAudience, {
      body: { name: 'Mọi người', unitId: commune, rule: {} },
    });
    const assigned = await hr.try(endpoints.createAssignment, {
      body: {
        ...{ title: 'Giao khóa đã đóng', unitId: commune, audienceId, recurrence: null },
        ...{ target: { kind: 'course', id: course.id }, due: { kind: 'fixed', day: '2026-12-31' } },
        ...{ graceDays: 0, lateDays: 0, reason: 'Thử', legalBasis: '' },
        ...{ startsOn: '2026-11-23', endsOn: null },
      },
    });
    expect(assigned.problem?.code).toBe('course_not_published');
  });

  it('lets those who are in it finish', async () => {
    const [reading, quiz] = course.lessons;
    const walk = await Walk.only(learner);
    await walk.read(reading);
    expect(await walk.take(quiz, true)).toBe(1_000);
    await test.settle();
    expect(await walk.course()).toMatchObject({ state: 'completed' });
  });

  it('is still that of a class that was held', async () => {
    const officerId = await school.officer('Phạm Thị Dung', commune);
    const { id } = await hr.call(endpoints.recordTrainingClass, {
      body: {
        ...{ title: 'Lớp trước khi đóng', courseId: course.id, unitId: commune, place: '' },
        ...{ deliveryForm: 'in_person', startsOn: '2026-11-02', endsOn: '2026-11-03' },
        ...{ organiser: 'Sở Nội vụ', participants: [{ officerId, scoreOfTen: 800 }] },
      },
    });
    const held = await hr.call(endpoints.readTrainingClass, { params: { classId: id } });
    expect(held).toMatchObject({ courseId: course.id, participants: 1 });
  });

  it('takes officers again once it is opened', async () => {
    await school.close(course.id, false);
    const officerId = await school.officer('Đỗ Văn Em', commune);
    expect((await enrol(officerId)).body).toEqual({ enrolled: 1, already: 0, skipped: 0 });
    expect((await offered('false')).map(({ id }) => id)).toContain(course.id);
  });
});
