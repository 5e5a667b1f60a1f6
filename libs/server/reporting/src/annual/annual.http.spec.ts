/** The annual report on a small tree, checked by hand, and its files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annualReportEndpoints as endpoints, type DocumentHead } from '@tap-huan/contract';
import readXlsxFile from 'read-excel-file/node';
import { RecordsWorld } from '../testing/records-world';

type Somebody = Awaited<ReturnType<RecordsWorld['person']>>;

describe('the annual report', () => {
  let world: RecordsWorld;
  let [province, department, communeA] = ['', '', ''];
  let [hr, stranger]: Somebody[] = [];

  beforeAll(async () => {
    world = await RecordsWorld.found();
    province = await world.unit('Tỉnh Thử', 'province', null);
    department = await world.unit('Sở Nội vụ', 'department', province);
    const division = await world.unit('Phòng Đào tạo – Biên chế', 'division', department);
    const old = await world.unit('Xã cũ', 'commune', province, { to: '2025-07-01' });
    communeA = await world.unit('Xã An', 'commune', province);
    await world.merged(old, communeA, '2025-07-01');
    hr = await world.person('hr', province, 'Trần Thị Nhân Sự');
    stranger = await world.person('hr', communeA, 'Người ngoài');
    const [long, short] = [
      await world.course('K1', province, 40),
      await world.course('K2', province, 8, 'science_digital'),
    ];
    const since = (unitId: string, staff?: string) => [
      { unitId, from: '2020-01-01', ...(staff ? { staff } : {}) },
    ];
    const d1 = await world.officer('Một', since(division));
    const d2 = await world.officer('Hai', since(department, 'vien_chuc'));
    const a1 = await world.officer('Ba', [
      { unitId: old, from: '2020-01-01', to: '2025-07-01' },
      { unitId: communeA, from: '2025-07-01' },
    ]);
    await world.officer('Bốn', since(communeA));
    await world.enrolment(d1, long, { completedOn: '2026-02-01', score: 950 });
    await world.enrolment(d2, short, { completedOn: '2026-02-01', score: 450 });
    await world.enrolment(a1, short, { completedOn: '2025-03-01', score: 700 });
    await world.entry(a1, '2026-03-01', 400);
    await world.enrolment(a1, long, { state: 'withdrawn' });
  });
  afterAll(() => world.test.close());

  const read = (unitId: string, year: number) =>
    hr!.browser.call(endpoints.readAnnualReport, { query: { unitId, year } });

  it('counts persons, trainings and hours, by what, how, whom and where', async () => {
    const report = await read(province, 2026);
    expect(report).toMatchObject({
      countedOn: '2026-11-23',
      running: true,
      dueOn: '2027-01-31',
      officers: 4,
      persons: 3,
      trainings: 3,
      hours: 5200,
      reached: 1,
      required: 40,
    });
    const group = (rows: { key: string; trainings: number; hours: number }[]) =>
      rows.map(({ key, trainings, hours }) => [key, trainings, hours]);
    expect(group(report.contentGroups)).toEqual([
      ['science_digital', 2, 1200],
      ['job_position', 1, 4000],
    ]);
    expect(group(report.forms)).toEqual([
      ['online', 2, 4800],
      ['seminar', 1, 400],
    ]);
    expect(
      report.staffCategories.map(({ key, officers, persons, reached }) => [
        key,
        officers,
        persons,
        reached,
      ]),
    ).toEqual([
      ['cong_chuc', 3, 2, 1],
      ['vien_chuc', 1, 1, 0],
      ['khac', 0, 0, 0],
    ]);
    expect(
      report.units.map(({ unitName, officers, persons, trainings, hours }) => [
        unitName,
        officers,
        persons,
        trainings,
        hours,
      ]),
    ).toEqual([
      ['Sở Nội vụ', 2, 2, 2, 4800],
      ['Xã An', 2, 1, 1, 400],
    ]);
    expect(report.grades.filter(({ count }) => count > 0).map(({ label }) => label)).toEqual([
      'Xuất sắc',
      'Không đạt',
    ]);
  });

  it('counts a year that is over by its last day, with the unit that took over', async () => {
    const report = await read(province, 2025);
    expect(report).toMatchObject({ countedOn: '2025-12-31', running: false, trainings: 1 });
    expect(report.units.find(({ unitName }) => unitName === 'Xã An')?.trainings).toBe(1);
    expect((await read(communeA, 2025)).trainings).toBe(1);
  });

  it('is not there for HR of a commune, but for its own subtree', async () => {
    const query = { unitId: department, year: 2026 };
    for (const endpoint of [
      endpoints.readAnnualReport,
      endpoints.readAnnualSheet,
      endpoints.readAnnualDocument,
      endpoints.readAnnualPdf,
    ]) {
      expect((await stranger!.browser.try(endpoint, { query })).status).toBe(404);
    }
    const { status } = await stranger!.browser.try(endpoints.readAnnualReport, {
      query: { unitId: communeA, year: 2026 },
    });
    expect(status).toBe(200);
  });

  it('keeps its head, for this year and as a beginning for the next', async () => {
    const { head } = await read(province, 2025);
    expect(head).toMatchObject({ agency: 'Tỉnh Thử', place: 'Thử', number: '' });
    const written: DocumentHead = {
      ...head,
      number: '12/BC-SNV',
      issuedOn: '2026-01-05',
      addressee: 'Bộ Nội vụ',
      assessment: 'Công tác bồi dưỡng được triển khai đúng kế hoạch.\nChất lượng được nâng lên.',
      signCapacity: 'TM. Ủy ban nhân dân',
      signerTitle: 'Chủ tịch',
      signerName: 'Nguyễn Phạm Hoàng Khánh Phương Uyên',
    };
    const query = { unitId: province, year: 2025 };
    const save = (revision: number) =>
      hr!.browser.try(endpoints.saveAnnualHead, { query, body: { head: written, revision } });
    expect((await save(0)).body).toEqual({ ok: true, revision: 1 });
    expect((await save(0)).problem?.code).toBe('stale_revision');
    expect(await read(province, 2025)).toMatchObject({ head: written, headRevision: 1 });
    const next = await read(province, 2026);
    expect(next.head).toMatchObject({ number: '', issuedOn: null, addressee: 'Bộ Nội vụ' });
    expect(next.headRevision).toBe(0);
  });

  it('is an Excel file with the list, a Word document and a PDF', async () => {
    const query = { unitId: province, year: 2026 };
    const [sheet, word, pdf] = await Promise.all([
      hr!.browser.try(endpoints.readAnnualSheet, { query }),
      hr!.browser.try(endpoints.readAnnualDocument, { query: { ...query, year: 2025 } }),
      hr!.browser.try(endpoints.readAnnualPdf, { query: { ...query, year: 2025 } }),
    ]);
    expect(JSON.stringify(await readXlsxFile(sheet.bytes))).toContain('Xã An');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const keep = process.env['KEEP_FILES'];
    if (keep) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(`${keep}/annual.xlsx`, sheet.bytes);
      writeFileSync(`${keep}/annual.docx`, word.bytes);
      writeFileSync(`${keep}/annual.pdf`, pdf.bytes);
    }
    const { persons } = await world.test.sql.one<{ persons: number }>(
      `select cardinality(person_ids) as persons from platform.disclosure where what = 'annual_report'`,
    );
    expect(persons).toBe(3);
  });
});
