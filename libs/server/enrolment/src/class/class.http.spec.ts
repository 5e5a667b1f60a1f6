/** Classes are put to the test: a pasted list, whoever was on the way, hours, other scopes, units that are no more. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type RequestOf } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { School, type TestCourse } from '../testing/school';

let test: TestModule;
let school: School;
let an: string;
let binh: string;
let course: TestCourse;
let hr: Browser;
let hrOfBinh: Browser;

beforeAll(async () => {
  test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
  school = await School.found(test);
  an = await school.unit('Xã An');
  binh = await school.unit('Xã Bình');
  hr = (await school.person('hr', an)).browser;
  hrOfBinh = (await school.person('hr', binh)).browser;
  course = await school.course({ readings: 1, quizzes: 1 });
});
afterAll(() => test.close());

type Input = RequestOf<typeof endpoints.recordTrainingClass>['body'];
const input = (change: Partial<Input>): Input => ({
  title: 'Lớp bồi dưỡng cán bộ một cửa xã An',
  courseId: course.id,
  unitId: an,
  place: 'Hội trường xã An',
  deliveryForm: 'in_person',
  startsOn: '2026-10-05',
  endsOn: '2026-10-06',
  organiser: 'Trung tâm Phục vụ hành chính công',
  participants: [],
  ...change,
});
const codeOf = async (officerId: string) =>
  (
    await test.sql.one<{ code: string }>(
      `select staff_code as code from organisation.officer where id = $1`,
      [officerId],
    )
  ).code;
const enrolmentsOf = (officerId: string) =>
  test.sql.rows<{ state: string; score: number | null; day: string; occurrence: number }>(
    `select state, score_of_ten as score, occurrence,
            (completed_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
       from enrolment.enrolment where officer_id = $1 and course_id = $2 order by occurrence`,
    [officerId, course.id],
  );

describe('a class', () => {
  it('is entered from a pasted list; its hours count, and nobody gets a certificate of it', async () => {
    const first = await school.officer('Nguyễn Thị Ánh', an);
    const second = await school.officer('Đỗ Văn Bảo', an);
    const list = `${await codeOf(first)}\tNguyễn Thị Ánh\t8,5\n${(await codeOf(second)).toLowerCase()}\n`;
    const { lines } = await hr.call(endpoints.checkClassList, {
      body: { courseId: course.id, endsOn: '2026-10-06', list },
    });
    expect(lines).toEqual([
      expect.objectContaining({ line: 1, officerId: first, scoreOfTen: 850, problem: null }),
      expect.objectContaining({ line: 2, officerId: second, scoreOfTen: null, problem: null }),
    ]);
    const participants = lines.flatMap(({ officerId, scoreOfTen }) =>
      officerId === null ? [] : [{ officerId, scoreOfTen }],
    );
    const { id } = await hr.call(endpoints.recordTrainingClass, { body: input({ participants }) });
    await test.settle();
    expect(await enrolmentsOf(first)).toEqual([
      { state: 'completed', score: 850, day: '2026-10-06', occurrence: 1 },
    ]);
    const hours = await test.sql.rows(
      `select 1 from enrolment.hours_entry where officer_id = any ($1) and state = 'approved'
          and hours = 800 and day = '2026-10-06'`,
      [[first, second]],
    );
    expect(hours).toHaveLength(2);
    expect(
      await test.sql.rows(`select 1 from platform.outbox where event = 'CourseCompleted'`),
    ).toEqual([]);
    const known = await hr.call(endpoints.readTrainingClass, { params: { classId: id } });
    expect(known).toMatchObject({ unitName: 'Xã An', isLocal: true, participants: 2, hours: 8 });
    const people = await hr.call(endpoints.listClassParticipants, {
      params: { classId: id },
      query: {},
    });
    // Sorted by given name.
    expect(people.items.map(({ fullName }) => fullName)).toEqual(['Nguyễn Thị Ánh', 'Đỗ Văn Bảo']);
    const all = await hr.call(endpoints.listTrainingClasses, { query: { year: 2026 } });
    expect(all.years).toEqual([
      { year: 2026, classes: 1, localClasses: 1, enrolments: 2, persons: 2 },
    ]);
  });

  it('completes an enrolment that was open, and tells of it where certificates are wanted', async () => {
    const officerId = await school.officer('Lê Văn Chí', an);
    await hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [officerId], dueOn: null },
    });
    await test.sql.rows(
      `update enrolment.enrolment set enrolled_at = '2026-11-02T02:00:00Z' where officer_id = $1`,
      [officerId],
    );
    await hr.call(endpoints.recordTrainingClass, {
      body: input({
        startsOn: '2026-11-11',
        endsOn: '2026-11-12',
        certify: true,
        participants: [{ officerId, scoreOfTen: 700 }],
      }),
    });
    expect(await enrolmentsOf(officerId)).toEqual([
      { state: 'completed', score: 700, day: '2026-11-12', occurrence: 1 },
    ]);
    const news = await test.sql.rows(
      `select 1 from platform.outbox o join enrolment.enrolment e
           on e.id = (o.payload->>'enrolmentId')::uuid
        where o.event = 'CourseCompleted' and e.officer_id = $1`,
      [officerId],
    );
    expect(news).toHaveLength(1);
  });

  it('says line by line what is wrong', async () => {
    const taken = await school.officer('Phạm Thị Dung', an);
    await hr.call(endpoints.recordTrainingClass, {
      body: input({ participants: [{ officerId: taken, scoreOfTen: null }] }),
    });
    const other = await school.officer('Trần Văn Em', binh);
    const free = await school.officer('Hồ Thị Gấm', an);
    const list = [
      'KHONG-CO',
      await codeOf(other),
      await codeOf(taken),
      `${await codeOf(free)}\t12`,
      await codeOf(free),
    ].join('\n');
    const { lines } = await hr.call(endpoints.checkClassList, {
      body: { courseId: course.id, endsOn: '2026-10-06', list },
    });
    expect(lines.map(({ problem }) => problem)).toEqual([
      'officer_unknown',
      // Of another unit: not told apart from nobody.
      'officer_unknown',
      'taken_already',
      'bad_score',
      'officer_twice',
    ]);
    expect(lines[1]).toMatchObject({ officerId: null, fullName: '' });
  });

  it('enters nothing where one line is not right any more', async () => {
    const free = await school.officer('Vũ Văn Hải', an);
    const other = await school.officer('Trần Văn Ích', binh);
    const answer = await hr.try(endpoints.recordTrainingClass, {
      body: input({
        participants: [free, other].map((officerId) => ({ officerId, scoreOfTen: null })),
      }),
    });
    expect(answer.problem?.code).toBe('class_list_outdated');
    expect(await enrolmentsOf(free)).toEqual([]);
  });

  it.each([
    ['a day that has not come', { endsOn: '2026-11-24' }, 'hours_in_future'],
    ['days in the wrong order', { startsOn: '2026-10-07' }, 'dates_reversed'],
  ])('refuses %s', async (_, change, code) => {
    const officerId = await school.officer('Bùi Thị Kiều', an);
    const answer = await hr.try(endpoints.recordTrainingClass, {
      body: input({ ...change, participants: [{ officerId, scoreOfTen: null }] }),
    });
    expect(answer.problem?.code).toBe(code);
  });

  it('is not there for another unit, nor can it be held for one', async () => {
    const officerId = await school.officer('Cao Văn Lộc', an);
    const { id } = await hr.call(endpoints.recordTrainingClass, {
      body: input({ endsOn: '2026-10-08', participants: [{ officerId, scoreOfTen: null }] }),
    });
    const params = { classId: id };
    expect((await hrOfBinh.try(endpoints.readTrainingClass, { params })).problem?.code).toBe(
      'not_found',
    );
    expect((await hrOfBinh.call(endpoints.listTrainingClasses, { query: {} })).total).toBe(0);
    const foreign = await hr.try(endpoints.recordTrainingClass, {
      body: input({
        unitId: binh,
        endsOn: '2026-10-09',
        participants: [{ officerId, scoreOfTen: null }],
      }),
    });
    expect(foreign.problem?.code).toBe('not_found');
  });

  it('belongs to the successor of the unit that it was held for', async () => {
    const old = await school.unit('Xã Cũ');
    const officerId = await school.officer('Ngô Thị Mận', old);
    const admin = (await school.person('hr', school.provinceId)).browser;
    const { id } = await admin.call(endpoints.recordTrainingClass, {
      body: input({ unitId: old, participants: [{ officerId, scoreOfTen: 900 }] }),
    });
    await test.sql.rows(
      `update organisation.unit set valid_from = '2020-01-01', valid_to = '2026-11-01' where id = $1`,
      [old],
    );
    await test.sql.rows(
      `insert into organisation.unit_lineage (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main)
       values (gen_random_uuid(), $1, $2, 'merge', '2026-11-01', 'Nghị quyết thử', true)`,
      [old, binh],
    );
    const seen = await hrOfBinh.call(endpoints.readTrainingClass, { params: { classId: id } });
    expect(seen).toMatchObject({ unitName: 'Xã Cũ', participants: 1 });
  });
});
