/** Lists of one's own making: what they find, who sees them, and what leaves the system. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  customListEndpoints as endpoints,
  LIST_COLUMNS,
  type ListDefinition,
} from '@tap-huan/contract';
import readXlsxFile from 'read-excel-file/node';
import { RecordsWorld } from '../testing/records-world';

type Somebody = Awaited<ReturnType<RecordsWorld['person']>>;

describe('lists', () => {
  let world: RecordsWorld;
  let [province, communeA, communeB] = ['', '', ''];
  let [hr, hrA, hrB]: Somebody[] = [];

  beforeAll(async () => {
    world = await RecordsWorld.found();
    province = await world.unit('Tỉnh', 'province', null);
    communeA = await world.unit('Xã An', 'commune', province);
    communeB = await world.unit('Xã Bình', 'commune', province);
    hr = await world.person('hr', province, 'Nhân sự tỉnh');
    hrA = await world.person('hr', communeA, 'Nhân sự xã An');
    hrB = await world.person('hr', communeB, 'Nhân sự xã Bình');
    const course = await world.course('K1', province, 40);
    const since = (unitId: string) => [{ unitId, from: '2020-01-01' }];
    const dung = await world.officer('Đặng Thị Dung', since(communeA));
    const an = await world.officer('Nguyễn Văn Ân', since(communeA));
    await world.officer('Lê Bình', since(communeB));
    await world.enrolment(dung, course, { completedOn: '2026-02-01', score: 850 });
    await world.enrolment(an, course, { state: 'in_progress', dueOn: '2026-11-01' });
  });
  afterAll(() => world.test.close());

  const definition = (part: Partial<ListDefinition> = {}): ListDefinition => ({
    subject: 'officers',
    unitId: null,
    columns: ['fullName', 'unitName', 'hoursThisYear', 'overdue'],
    filters: [],
    sort: [],
    ...part,
  });
  const run = async (who: Somebody | undefined, part: Partial<ListDefinition> = {}) =>
    who!.browser.call(endpoints.runList, { body: { definition: definition(part) } });
  const cells = async (part: Partial<ListDefinition>) =>
    (await run(hr, part)).rows.map((row) => row.cells);

  it('show the own scope, by name', async () => {
    expect((await run(hr)).rows.map((row) => row.cells)).toEqual([
      ['Nguyễn Văn Ân', 'Xã An', 0, 1],
      ['Lê Bình', 'Xã Bình', 0, 0],
      ['Đặng Thị Dung', 'Xã An', 4000, 0],
    ]);
    expect((await run(hrB)).rows.map((row) => row.cells[0])).toEqual(['Lê Bình']);
    const outside = await hrB!.browser.try(endpoints.runList, {
      body: { definition: definition({ unitId: communeA }) },
    });
    expect(outside.status).toBe(404);
  });

  it.each<[string, ListDefinition['filters'][number], string[]]>([
    [
      'a name without its diacritics',
      { column: 'fullName', test: 'contains', values: ['dang thi'] },
      ['Đặng Thị Dung'],
    ],
    [
      'who is below 40 periods',
      { column: 'hoursThisYear', test: 'to', values: ['39,9'] },
      ['Nguyễn Văn Ân', 'Lê Bình'],
    ],
    ['who is overdue', { column: 'overdue', test: 'from', values: ['1'] }, ['Nguyễn Văn Ân']],
    ['civil servants', { column: 'staffCategory', test: 'is', values: ['vien_chuc'] }, []],
    [
      'who has no post',
      { column: 'leadership', test: 'empty', values: [] },
      ['Nguyễn Văn Ân', 'Lê Bình', 'Đặng Thị Dung'],
    ],
    ['what is a sign of patterns', { column: 'fullName', test: 'contains', values: ['%'] }, []],
  ])('find %s', async (_, filter, names) => {
    expect(await cells({ columns: ['fullName'], filters: [filter] })).toEqual(
      names.map((name) => [name]),
    );
  });

  it('have SQL that runs for every column, test and order', async () => {
    for (const subject of ['officers', 'trainings'] as const) {
      const columns = Object.keys(LIST_COLUMNS[subject]);
      for (let at = 0; at < columns.length; at += 3) {
        const sort = columns.slice(at, at + 3).map((column) => ({ column, down: true }));
        await run(hr, { subject, columns: columns.slice(0, 30), sort });
      }
    }
    expect(
      await cells({
        subject: 'trainings',
        columns: ['fullName', 'title', 'state', 'completedOn', 'grade'],
        sort: [{ column: 'completedOn', down: true }],
      }),
    ).toEqual([
      ['Đặng Thị Dung', 'Khóa K1', 'completed', '2026-02-01', 'Giỏi'],
      ['Nguyễn Văn Ân', 'Khóa K1', 'in_progress', null, null],
    ]);
  });

  it('are saved, shared with whoever stands above or below, and changed by their owner only', async () => {
    const body = {
      name: 'Chưa đủ 40 tiết',
      shared: true,
      unitId: communeA,
      definition: definition(),
    };
    const { id } = await hrA!.browser.call(endpoints.createSavedList, { body });
    const names = async (who: Somebody | undefined) =>
      (await who!.browser.call(endpoints.listSavedLists, {})).items.map(({ name, own }) => [
        name,
        own,
      ]);
    expect(await names(hrA)).toEqual([['Chưa đủ 40 tiết', true]]);
    expect(await names(hr)).toEqual([['Chưa đủ 40 tiết', false]]);
    expect(await names(hrB)).toEqual([]);
    const params = { listId: id };
    const change = { params, body: { ...body, shared: false, revision: 1 } };
    expect((await hr!.browser.try(endpoints.updateSavedList, change)).status).toBe(404);
    expect((await hrA!.browser.try(endpoints.updateSavedList, change)).status).toBe(200);
    expect((await hrA!.browser.try(endpoints.updateSavedList, change)).problem?.code).toBe(
      'stale_revision',
    );
    expect(await names(hr)).toEqual([]);
    expect((await hr!.browser.try(endpoints.removeSavedList, { params })).status).toBe(404);
    expect((await hrA!.browser.try(endpoints.removeSavedList, { params })).status).toBe(200);
    const outside = await hrB!.browser.try(endpoints.createSavedList, { body });
    expect(outside.status).toBe(404);
  });

  it('leave as Excel, with a line for everybody in them', async () => {
    const query = { definition: JSON.stringify(definition()), name: 'Giờ năm nay' };
    const { bytes, headers } = await hr!.browser.try(endpoints.exportList, { query });
    expect(String(headers['content-disposition'])).toContain('gio-nam-nay_2026-11-23.xlsx');
    const text = JSON.stringify(await readXlsxFile(bytes));
    for (const word of ['Giờ năm nay', 'Số tiết năm nay', 'Đặng Thị Dung'])
      expect(text).toContain(word);
    const { persons } = await world.test.sql.one<{ persons: number }>(
      `select cardinality(person_ids) as persons from platform.disclosure
        where what = 'list' and kind = 'exported'`,
    );
    expect(persons).toBe(3);
    for (const wrong of ['mẫu chữ', '{}', '{"subject":"x"}']) {
      const answer = await hr!.browser.try(endpoints.exportList, { query: { definition: wrong } });
      expect(answer.problem?.code).toBe('list_not_valid');
    }
  });
});
