/** Records of officers, units and courses: figures checked by hand, scope, and who looked. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privacyEndpoints, recordEndpoints as endpoints } from '@tap-huan/contract';
import readXlsxFile from 'read-excel-file/node';
import { RecordsWorld, type TestCourse } from '../testing/records-world';

type Somebody = Awaited<ReturnType<RecordsWorld['person']>>;

describe('records', () => {
  let world: RecordsWorld;
  let [province, oldCommune, commune, other] = ['', '', '', ''];
  let [an, binh] = ['', ''];
  let [first, second]: TestCourse[] = [];
  let [hr, stranger, learner]: Somebody[] = [];

  beforeAll(async () => {
    world = await RecordsWorld.found();
    province = await world.unit('Tỉnh', 'province', null);
    oldCommune = await world.unit('Xã cũ', 'commune', province, { to: '2025-07-01' });
    commune = await world.unit('Xã mới', 'commune', province, { from: '2025-07-01' });
    other = await world.unit('Xã khác', 'commune', province);
    await world.merged(oldCommune, commune, '2025-07-01');
    hr = await world.person('hr', commune, 'Trần Thị Nhân Sự');
    stranger = await world.person('hr', other, 'Người ngoài');
    learner = await world.person('learner', commune, 'Nguyễn Văn An');
    an = await world.officer(
      'Nguyễn Văn An',
      [
        { unitId: oldCommune, from: '2018-01-01', to: '2025-07-01' },
        { unitId: commune, from: '2025-07-01' },
      ],
      learner.accountId,
    );
    binh = await world.officer('Lê Thị Bình', [{ unitId: commune, from: '2025-07-01' }]);
    first = await world.course('K1', province, 8);
    second = await world.course('K2', province, 12, 'state_management');
    await world.enrolment(an, first, { completedOn: '2019-05-05', score: 850 });
    await world.enrolment(an, second, { completedOn: '2026-02-01', score: 700 });
    await world.enrolment(binh, second, { state: 'in_progress', dueOn: '2026-12-01' });
    await world.entry(an, '2026-04-01', 450);
    await world.entry(an, '2026-05-01', 800, { source: 'teaching' });
    await world.entry(binh, '2026-05-01', 400, { source: 'external', state: 'proposed' });
  });
  afterAll(() => world.test.close());

  const params = () => ({ params: { officerId: an } });

  it('tells everything of an officer, with the unit of that time', async () => {
    const record = await hr!.browser.call(endpoints.readTranscript, params());
    expect(record).toMatchObject({ fullName: 'Nguyễn Văn An', unitName: 'Xã mới', present: true });
    expect(
      record.trainings.map((row) => [
        row.title,
        row.completedOn,
        row.unitThen,
        row.hours,
        row.counts,
      ]),
    ).toEqual([
      // Teaching counts for leaders only.
      ['Hội thảo chuyển đổi số', '2026-05-01', 'Xã mới', 800, false],
      ['Hội thảo chuyển đổi số', '2026-04-01', 'Xã mới', 450, true],
      ['Khóa K2', '2026-02-01', 'Xã mới', 1200, true],
      ['Khóa K1', '2019-05-05', 'Xã cũ', 800, true],
    ]);
    expect(record.years).toEqual([
      { year: 2026, completed: 3, hours: 1650, required: 40 },
      { year: 2019, completed: 1, hours: 800, required: null },
    ]);
    expect(record.positions.map(({ unitName }) => unitName)).toEqual(['Xã mới', 'Xã cũ']);
  });

  it('takes the hours of a correction, and tells of the course once', async () => {
    const officer = await world.officer('Phạm Sửa', [{ unitId: commune, from: '2025-07-01' }]);
    const enrolmentId = await world.enrolment(officer, second!, { completedOn: '2026-06-01' });
    await world.test.sql.rows(
      `update enrolment.hours_entry set state = 'replaced', reason = 'sai số tiết'
        where enrolment_id = $1`,
      [enrolmentId],
    );
    const { id } = await world.test.sql.one<{ id: string }>(
      `select id from enrolment.hours_entry where enrolment_id = $1`,
      [enrolmentId],
    );
    await world.entry(officer, '2026-06-01', 1000, { corrects: id });
    const record = await hr!.browser.call(endpoints.readTranscript, {
      params: { officerId: officer },
    });
    expect(record.trainings.map(({ kind, hours }) => [kind, hours])).toEqual([['course', 1000]]);
    await world.test.sql.rows(
      `update organisation.position set valid_to = '2026-06-30', end_reason = 'nghỉ'
        where officer_id = $1`,
      [officer],
    );
    const left = await hr!.browser.call(endpoints.readTranscript, {
      params: { officerId: officer },
    });
    expect(left.present).toBe(false);
  });

  it('is not there for HR of another commune', async () => {
    for (const endpoint of [
      endpoints.readTranscript,
      endpoints.readTranscriptPdf,
      endpoints.readTranscriptSheet,
    ]) {
      expect((await stranger!.browser.try(endpoint, params())).status).toBe(404);
    }
    for (const endpoint of [endpoints.readUnitRecord, endpoints.readUnitRecordSheet]) {
      const answer = await stranger!.browser.try(endpoint, {
        params: { unitId: commune },
        query: {},
      });
      expect(answer.status).toBe(404);
    }
    const answer = await stranger!.browser.try(endpoints.readSubjectRecord, {
      params: { subjectId: first!.id },
      query: {},
    });
    expect(answer.status).toBe(404);
    expect((await stranger!.browser.call(endpoints.listSubjects, {})).items).toEqual([]);
  });

  it('is a PDF and an Excel file, for HR and for the officer', async () => {
    const pdf = await hr!.browser.try(endpoints.readTranscriptPdf, params());
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const own = await learner!.browser.try(endpoints.readMyTranscriptSheet, {});
    const sheets = await readXlsxFile(own.bytes);
    expect(JSON.stringify(sheets)).toContain('Khóa K2');
    expect((await learner!.browser.try(endpoints.readMyTranscriptPdf, {})).status).toBe(200);
  });

  it('adds up the history of what a unit took over from', async () => {
    const record = await hr!.browser.call(endpoints.readUnitRecord, {
      params: { unitId: commune },
      query: {},
    });
    expect(record.predecessors).toEqual(['Xã cũ']);
    expect(record.trend.map(({ year, trainings, hours }) => [year, trainings, hours])).toEqual([
      [2019, 1, 800],
      [2026, 4, 2650],
    ]);
    const year = await hr!.browser.call(endpoints.readUnitRecord, {
      params: { unitId: commune },
      query: { year: 2019 },
    });
    expect(year.courses.map(({ title }) => title)).toEqual(['Khóa K1']);
    const sheet = await hr!.browser.try(endpoints.readUnitRecordSheet, {
      params: { unitId: commune },
      query: { year: 2019 },
    });
    expect(JSON.stringify(await readXlsxFile(sheet.bytes))).toContain('Nguyễn Văn An');
  });

  it('shows a course: counts, grades, and the names of the own scope', async () => {
    const record = await hr!.browser.call(endpoints.readSubjectRecord, {
      params: { subjectId: second!.id },
      query: {},
    });
    expect(record).toMatchObject({ enrolled: 3, inProgress: 1, completed: 2, withdrawn: 0 });
    expect(record.grades.find(({ key }) => key === 'fair')?.count).toBe(1);
    const { items, total } = await hr!.browser.call(endpoints.listSubjectPersons, {
      params: { subjectId: second!.id },
      query: { search: 'binh' },
    });
    expect([total, items.map(({ fullName }) => fullName)]).toEqual([1, ['Lê Thị Bình']]);
    const sheet = await hr!.browser.try(endpoints.readSubjectRecordSheet, {
      params: { subjectId: second!.id },
      query: {},
    });
    expect(JSON.stringify(await readXlsxFile(sheet.bytes))).toContain('Phạm Sửa');
  });

  it('tells the officer who looked and who took it out; a second look at once is the same look', async () => {
    await hr!.browser.call(endpoints.readTranscript, params());
    const { items } = await learner!.browser.call(privacyEndpoints.listMyDisclosures, {
      query: {},
    });
    const told = items.map(({ kind, what, byName, own }) => [kind, what, byName, own].join(' '));
    expect(told.toSorted()).toEqual([
      'exported subject_record Trần Thị Nhân Sự false',
      'exported transcript Trần Thị Nhân Sự false',
      'exported unit_record Trần Thị Nhân Sự false',
      'viewed transcript Trần Thị Nhân Sự false',
    ]);
    expect(items[0]?.byUnit).toBe('Xã mới');
  });
});
