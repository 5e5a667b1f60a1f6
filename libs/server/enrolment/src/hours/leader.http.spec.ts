/** The room where the leaders' twelve months and imported lists are put to the test. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type LeaderState } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { School } from '../testing/school';

let test: TestModule;
let school: School;
let an: string;
let hr: Browser;
let stranger: Browser;

beforeAll(async () => {
  test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
  school = await School.found(test);
  an = await school.unit('Xã An');
  hr = (await school.person('hr', an)).browser;
  stranger = (await school.person('hr', await school.unit('Xã Bình'))).browser;
});
afterAll(() => test.close());

async function leader(fullName: string, appointedOn: string | null): Promise<string> {
  const id = await school.officer(fullName, an);
  await test.sql.rows(
    `update organisation.position set leadership = 'Chủ tịch', appointed_on = $2 where officer_id = $1`,
    [id, appointedOn],
  );
  return id;
}
const list = (state?: LeaderState, browser = hr) =>
  browser.call(endpoints.listLeaders, { query: { state } });
const stateOf = async (name: string) =>
  (await list()).items.find(({ fullName }) => fullName === name);

describe('the twelve months', () => {
  let late: string;
  beforeAll(async () => {
    late = await leader('Nguyễn Văn Trễ', '2025-09-01');
    await leader('Trần Thị Sắp', '2026-01-05');
    await leader('Lê Văn Còn', '2026-10-01');
    await leader('Phạm Thị Trước', '2024-05-01');
    await leader('Vũ Văn Không', null);
    await school.officer('Ngô Thị Thường', an);
  });

  it('are counted from the appointment, the most urgent first', async () => {
    const { items, counts } = await list();
    expect(items.map(({ fullName, state, dueOn }) => [fullName, state, dueOn])).toEqual([
      ['Nguyễn Văn Trễ', 'overdue', '2026-09-01'],
      ['Trần Thị Sắp', 'soon', '2027-01-05'],
      ['Lê Văn Còn', 'running', '2027-10-01'],
      ['Vũ Văn Không', 'unknown', null],
      ['Phạm Thị Trước', 'exempt_earlier', null],
    ]);
    expect(counts.find(({ state }) => state === 'overdue')?.officers).toBe(1);
    expect((await list('soon')).total).toBe(1);
    expect((await list(undefined, stranger)).items).toEqual([]);
    const file = await hr.try(endpoints.exportLeaders, { query: {} });
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('are lifted by HR with a ground, and come back with another word', async () => {
    const body = {
      officerIds: [late],
      ground: 'old_certificate' as const,
      documentNo: '15/CC',
      reason: 'Đã có chứng chỉ cũ',
    };
    const exempt = (browser: Browser) => browser.call(endpoints.exemptLeaders, { body });
    expect(await exempt(stranger)).toEqual({ exempted: 0, skipped: 1 });
    expect(await exempt(hr)).toEqual({ exempted: 1, skipped: 0 });
    expect(await exempt(hr)).toEqual({ exempted: 0, skipped: 1 });
    const row = await stateOf('Nguyễn Văn Trễ');
    expect(row).toMatchObject({ state: 'exempt', exemption: { documentNo: '15/CC' } });
    const request = {
      params: { exemptionId: row?.exemption?.id ?? '' },
      body: { reason: 'Chứng chỉ không hợp lệ' },
    };
    expect((await stranger.try(endpoints.endLeaderExemption, request)).problem?.code).toBe(
      'not_found',
    );
    await hr.call(endpoints.endLeaderExemption, request);
    expect(await stateOf('Nguyễn Văn Trễ')).toMatchObject({ state: 'overdue', exemption: null });
  });

  it('end with a programme for leaders, whoever held it', async () => {
    await hr.call(endpoints.recordHours, {
      body: {
        ...{ officerIds: [late], source: 'external', contentGroup: 'state_management' },
        ...{ title: 'Bồi dưỡng lãnh đạo cấp phòng', organiser: 'Trường Chính trị tỉnh' },
        ...{ day: '2026-08-28', hours: 16_000, leaderProgramme: true },
      },
    });
    expect(await stateOf('Nguyễn Văn Trễ')).toMatchObject({ state: 'done', doneOn: '2026-08-28' });
  });

  it('end with a course that is named for it at the top', async () => {
    const course = await school.course({ readings: 0, quizzes: 1 });
    const top = (await school.person('hr', school.provinceId)).browser;
    const body = { courseIds: [course.id], programmeIds: [] };
    expect((await hr.try(endpoints.setLeaderCourses, { body })).problem?.code).toBe(
      'not_permitted',
    );
    await top.call(endpoints.setLeaderCourses, { body });
    await top.call(endpoints.setLeaderCourses, { body });
    const { items } = await hr.call(endpoints.listLeaderCourses, {});
    expect(items).toMatchObject([{ id: course.id, chosen: true, kind: 'course' }]);
    const officerId = await leader('Đỗ Văn Xong', '2026-02-01');
    await hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [officerId], dueOn: null },
    });
    await test.sql.rows(
      `update enrolment.enrolment set state = 'completed', completed_at = '2026-06-05T03:00:00Z'
        where officer_id = $1`,
      [officerId],
    );
    expect(await stateOf('Đỗ Văn Xong')).toMatchObject({ state: 'done', doneOn: '2026-06-05' });
    await top.call(endpoints.setLeaderCourses, { body: { courseIds: [], programmeIds: [] } });
    expect(await stateOf('Đỗ Văn Xong')).toMatchObject({ state: 'soon' });
  });
});

describe('an imported list', () => {
  const HEAD = ['Mã cán bộ', 'Họ và tên', 'Tên khóa bồi dưỡng', 'Đơn vị tổ chức', 'Hình thức'];
  const sheet = (rows: string[][]) =>
    writeExcel(
      [[...HEAD, 'Đến ngày', 'Số tiết'], ...rows].map((row) =>
        row.map((value) => ({ value, type: String })),
      ),
    ).toBuffer();
  const check = async (rows: string[][], browser = hr) =>
    browser.upload(endpoints.checkHoursImport, { name: 'ds.xlsx', bytes: await sheet(rows) });
  const codeOf = async (officerId: string) =>
    (
      await test.sql.one<{ code: string }>(
        `select staff_code as code from organisation.officer where id = $1`,
        [officerId],
      )
    ).code;

  it('tells each mistake at its row and column, and enters nothing before it is told to', async () => {
    const officerId = await school.officer('Hồ Thị Yến', an);
    const code = await codeOf(officerId);
    const good = [code, 'Hồ Thị Yến', 'Kỹ năng số', 'Sở Nội vụ', 'Bên ngoài', '09/10/2026', '7,5'];
    const { body } = await check([
      good,
      good,
      [code, 'Hồ Văn Khác', 'Kỹ năng số', 'Sở Nội vụ', 'Kết hợp', '31/02/2026', '7,3'],
      ['KHONG-CO', '', '', 'Sở Nội vụ', 'Ở nhà', '01/01/2030', '8'],
    ]);
    expect(body).toMatchObject({ rows: 4, good: 2, wrong: 2, already: 0, state: 'checked' });
    expect(body.problems.map((each) => `${each.column}${each.row} ${each.code}`)).toEqual([
      'B4 name_differs',
      'F4 bad_date',
      'G4 bad_hours',
      'C5 missing',
      'A5 officer_unknown',
      'F5 future_date',
      'E5 unknown_source',
    ]);
    const params = { importId: body.id };
    const wrong = await hr.try(endpoints.readHoursImportErrors, { params });
    const [first] = await readExcel(wrong.bytes);
    expect(JSON.stringify(first?.data)).toContain('họ tên không khớp');
    const yearOf = () =>
      hr.call(endpoints.readOfficerHours, { params: { officerId }, query: { year: 2026 } });
    expect((await yearOf()).counted).toBe(0);
    const foreign = await stranger.try(endpoints.applyHoursImport, { params });
    expect(foreign.problem?.code).toBe('not_found');
    expect(await hr.call(endpoints.applyHoursImport, { params })).toEqual({
      entered: 1,
      already: 1,
    });
    expect((await yearOf()).counted).toBe(750);
    const twice = await hr.try(endpoints.applyHoursImport, { params });
    expect(twice.problem?.code).toBe('hours_import_applied');
    const again = await check([good]);
    expect(again.body).toMatchObject({ good: 1, already: 1 });
    expect(
      await hr.call(endpoints.applyHoursImport, { params: { importId: again.body.id } }),
    ).toEqual({ entered: 0, already: 1 });
  });

  it('refuses what is no list, says which columns are missing, and offers a template that fits', async () => {
    const none = await hr.upload(endpoints.checkHoursImport, {
      name: 'a.xlsx',
      bytes: Buffer.from('PK\u0003\u0004 no workbook'),
    });
    expect(none.problem?.code).toBe('hours_list_unreadable');
    const bytes = await writeExcel([[{ value: 'Mã cán bộ', type: String }]]).toBuffer();
    const few = await hr.upload(endpoints.checkHoursImport, { name: 'a.xlsx', bytes });
    expect(few.problem).toMatchObject({
      code: 'hours_list_columns',
      params: { columns: 'Tên khóa bồi dưỡng, Đơn vị tổ chức, Đến ngày, Số tiết' },
    });
    const template = await hr.try(endpoints.readHoursTemplate, {});
    const filled = await hr.upload(endpoints.checkHoursImport, {
      name: 'mau.xlsx',
      bytes: template.bytes,
    });
    expect(filled.body).toMatchObject({ rows: 1, wrong: 1 });
    expect(filled.body.problems.map(({ code }) => code)).toEqual(['officer_unknown']);
  });

  it('takes a staff list of thousands in seconds', async () => {
    const officerId = await school.officer('Lý Thị Ánh', an);
    const code = await codeOf(officerId);
    const rows = Array.from({ length: 3_000 }, (_, index) => [
      ...[code, '', `Khóa số ${index}`, 'Sở Nội vụ', 'Bên ngoài', '09/10/2025', '8'],
    ]);
    const begun = performance.now();
    const { body } = await check(rows);
    const { entered } = await hr.call(endpoints.applyHoursImport, {
      params: { importId: body.id },
    });
    expect(entered).toBe(3_000);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
