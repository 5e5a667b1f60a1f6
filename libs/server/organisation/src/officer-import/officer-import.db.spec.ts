/** Staff lists on a real PostgreSQL: dry run, application, repetition, synchronising, and who may. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportKind } from '@tap-huan/contract';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import readXlsxFile from 'read-excel-file/node';
import { CareerService } from '../officer/career.service';
import { Officers } from '../officer/officers.reader';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { OfficerImportReader } from './officer-import.reader';
import { OfficerImports } from './officer-import.service';
import { OfficerTemplates } from './officer-template.service';
import { wrongBook } from './workbooks';

const HEAD = 'Mã cán bộ,Họ và tên,Ngày sinh,Đơn vị,Vị trí việc làm,Chức vụ,Ngày bổ nhiệm,Email';
/** Accounts are not touched; they have a spec of their own. */
const AS_IT_IS = { openAccounts: false, lockAccounts: false };
const NOT_FOUND = new Failure('not_found');

describe('a staff list', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor;
  let round = 0;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    hr = await sample.actor('hr', at.province);
    round += 1;
  });

  const imports = () => test.get(OfficerImports);
  const reader = () => test.get(OfficerImportReader);
  const code = (name: string) => `L${round}-${name}`;
  const list = (...lines: string[]) => [HEAD, ...lines.map((line) => code(line))].join('\n');
  const upload = async (text: string, unitId = at.province, actor = hr) => {
    const file = { name: 'danh sách.csv', bytes: Buffer.from(text) };
    const id = await imports().upload(actor, unitId, file);
    await test.settle();
    return id;
  };
  const check = async (id: string, kind: ImportKind = 'update', effectiveOn = '2026-11-01') => {
    const { mapping } = await reader().one(hr, id);
    await imports().check(hr, id, { mapping, kind, effectiveOn });
    await test.settle();
    return (await reader().one(hr, id)).counts;
  };
  const apply = async (id: string, { skipWrong = false, leavers = 0 } = {}) => {
    await imports().apply(hr, id, { ...AS_IT_IS, skipWrong, leavers });
    await test.settle();
    return (await reader().one(hr, id)).state;
  };
  const lines = async (id: string) =>
    (await reader().lines(hr, id, { page: 1, pageSize: 200 })).items;
  const people = (unitId: string) =>
    test.sql.rows(
      `select o.staff_code as code, o.full_name as name, o.leadership, o.appointed_on::text as on
       from organisation.present_officer o where o.unit_id = $1 order by o.staff_code`,
      [unitId],
    );
  const positions = (staffCode: string) =>
    test.sql.rows(
      `select p.unit_id as unit, p.valid_from::text as "from", p.valid_to::text as "to",
              p.end_reason as reason
       from organisation.position p join organisation.officer o on o.id = p.officer_id
       where o.staff_code = $1 order by p.valid_from`,
      [staffCode],
    );

  it('changes nothing by a dry run, and everything once it is applied', async () => {
    const id = await upload(
      list(
        'a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,Phó Chủ tịch,01/07/2025,an@x.vn',
        'b,Lê Thị Bình,02/05/1991,xã đức hòa,Văn thư,,,',
      ),
    );
    expect(await check(id)).toMatchObject({ join: 2, wrong: 0 });
    expect(await people(at.communeA)).toEqual([]);
    expect(await apply(id)).toBe('applied');
    expect(await people(at.communeA)).toEqual([
      { code: code('a'), name: 'Nguyễn Văn An', leadership: 'Phó Chủ tịch', on: '2025-07-01' },
    ]);
    expect(await positions(code('b'))).toEqual([
      { unit: at.communeB, from: '2026-11-01', to: null, reason: null },
    ]);
    const found = await test.get(Officers).list(hr, { page: 1, pageSize: 9, search: 'binh' });
    expect(found.items.map(({ fullName }) => fullName)).toEqual(['Lê Thị Bình']);
    const audited = await test.sql.rows(
      `select 1 from platform.audit where action = 'officer_created' and detail->>'importId' = $1`,
      [id],
    );
    expect(audited).toHaveLength(2);
  });

  it('may be imported again: what is the same stays, what is other changes, by staff code', async () => {
    const first = await upload(
      list(
        'a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,,,',
        'b,Lê Thị Bình,1991,Xã An Bình,Văn thư,,,',
      ),
    );
    await check(first, 'update', '2026-10-01');
    await apply(first);
    const again = await upload(
      list(
        'A,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,,,',
        'b,Lê Thị Bình,1991,Xã Đức Hòa,Văn thư,,,b@x.vn',
      ),
    );
    expect(await check(again)).toMatchObject({ join: 0, same: 1, change: 1, wrong: 0 });
    const [, changed] = await lines(again);
    expect(changed?.changes).toEqual([
      { field: 'unit', from: 'Xã An Bình', to: 'Xã Đức Hòa' },
      { field: 'email', from: '', to: 'b@x.vn' },
    ]);
    expect(await apply(again)).toBe('applied');
    expect(await positions(code('b'))).toEqual([
      { unit: at.communeA, from: '2026-10-01', to: '2026-11-01', reason: null },
      { unit: at.communeB, from: '2026-11-01', to: null, reason: null },
    ]);
    const third = await upload(list('b,Lê Thị Bình,1991,Xã Đức Hòa,Văn thư,,,'));
    expect(await check(third)).toMatchObject({ same: 1, change: 0 });
  });

  it('names every error at its row and column, and gives the wrong rows back as a file', async () => {
    const id = await upload(
      list(
        'a,,31/02/1990,Xã Không Có,Chuyên viên,,01/01/2025,an@',
        'b,Lê Bình,1991,Xã An Bình,Văn thư,,,',
        'b,Lê Bình,1991,Xã An Bình,Văn thư,,,',
        'c,Lê Cường,1991,Xã An Bình,Văn thư,,,',
      ),
    );
    expect(await check(id)).toMatchObject({ join: 1, wrong: 3 });
    const [first, second] = await lines(id);
    expect(first?.problems.map(({ code: what, column }) => [what, column])).toEqual([
      ['bad_date', 2],
      ['bad_email', 7],
      ['unit_unknown', 3],
      ['missing', 1],
    ]);
    expect(second?.problems).toEqual([
      { code: 'code_repeated', field: 'staffCode', column: 0, text: '4' },
    ]);
    const [sheet] = await readXlsxFile(await wrongBook(await reader().wrongLines(hr, id)));
    expect(sheet?.data[1]?.slice(-2)).toEqual([expect.stringContaining('31/02/1990'), 2]);
    await expect(apply(id)).rejects.toEqual(new Failure('import_has_errors'));
    expect(await apply(id, { skipWrong: true })).toBe('applied');
    expect(await people(at.communeA)).toHaveLength(1);
  });

  it('remembers what a column was', async () => {
    const text = `Mã cán bộ,Họ và tên,Ngày sinh,Nơi làm\n${code('a')},Nguyễn An,1990,Xã An Bình`;
    const id = await upload(text);
    expect((await reader().one(hr, id)).mapping[3]).toBeNull();
    const mapping = ['staffCode', 'fullName', 'birthDate', 'unit'] as const;
    await imports().check(hr, id, {
      mapping: [...mapping],
      kind: 'update',
      effectiveOn: '2026-11-01',
    });
    await test.settle();
    expect((await reader().one(hr, await upload(text))).mapping).toEqual([...mapping]);
  });

  describe('that synchronises', () => {
    beforeEach(async () => {
      const id = await upload(
        list(
          'a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,,,',
          'b,Lê Thị Bình,1991,Xã An Bình,Văn thư,,,b@x.vn',
          'c,Trần Cường,1992,Xã Đức Hòa,Văn thư,,,',
        ),
      );
      await check(id, 'update', '2026-10-01');
      await apply(id);
    });

    it('shows who leaves, and has them leave with a reason; other units are not meant', async () => {
      const id = await upload(list('b,Lê Thị Bình,1991,,Văn thư,,,'), at.communeA);
      expect(await check(id, 'synchronise')).toMatchObject({ leave: 1, change: 1 });
      const [changed, leaver] = await lines(id);
      expect(changed?.changes).toEqual([{ field: 'email', from: 'b@x.vn', to: '' }]);
      expect(leaver).toMatchObject({ action: 'leave', fullName: 'Nguyễn Văn An' });
      await expect(apply(id)).rejects.toEqual(new Failure('import_leavers_differ'));
      expect(await apply(id, { leavers: 1 })).toBe('applied');
      expect(await positions(code('a'))).toMatchObject(
        [{ to: '2026-11-01', reason: /danh sách/ }].map(() => ({ to: '2026-11-01' })),
      );
      const left = await test.get(Officers).list(hr, { page: 1, pageSize: 9, state: 'left' });
      expect(left.items).toMatchObject([{ fullName: 'Nguyễn Văn An', leftOn: '2026-11-01' }]);
      expect(await people(at.communeB)).toHaveLength(1);
      const back = await upload(list('a,Nguyễn Văn An,1990,Xã Đức Hòa,Chuyên viên,,,'));
      expect(await check(back, 'update', '2026-11-20')).toMatchObject({ return: 1 });
      await apply(back);
      expect(await people(at.communeB)).toHaveLength(2);
    });

    it('is not applied while a line is wrong: nobody leaves by a mistyped one', async () => {
      const id = await upload(list('b,Lê Thị Bình,31/31/1991,,Văn thư,,,'), at.communeA);
      expect(await check(id, 'synchronise')).toMatchObject({ leave: 1, wrong: 1 });
      await expect(apply(id, { skipWrong: true, leavers: 1 })).rejects.toEqual(
        new Failure('import_has_errors'),
      );
    });

    it('is not applied to what was not shown', async () => {
      const id = await upload(list('b,Lê Thị Bình,1991,,Văn thư,,,'), at.communeA);
      await check(id, 'synchronise');
      const [, leaver] = await lines(id);
      await test.get(CareerService).leave(hr, leaver?.officerId ?? '', {
        effectiveOn: '2026-11-10',
        reason: 'Nghỉ hưu',
      });
      expect(await apply(id, { leavers: 1 })).toBe('checked');
      expect(await reader().one(hr, id)).toMatchObject({
        failure: 'changed_meanwhile',
        counts: { leave: 0, change: 1 },
      });
      expect(await apply(id)).toBe('applied');
    });
  });

  it('is nobody else’s: another scope neither sees nor touches it', async () => {
    const id = await upload(list('a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,,,'));
    await check(id);
    const other = await sample.actor('hr', at.communeB);
    await expect(reader().one(other, id)).rejects.toEqual(NOT_FOUND);
    await expect(reader().lines(other, id, { page: 1, pageSize: 9 })).rejects.toEqual(NOT_FOUND);
    await expect(reader().wrongLines(other, id)).rejects.toEqual(NOT_FOUND);
    await expect(
      imports().apply(other, id, { ...AS_IT_IS, skipWrong: true, leavers: 0 }),
    ).rejects.toEqual(NOT_FOUND);
    await expect(imports().cancel(other, id)).rejects.toEqual(NOT_FOUND);
    await expect(upload('x', at.communeA, other)).rejects.toEqual(NOT_FOUND);
    await expect(test.get(OfficerTemplates).book(other, at.communeA, true)).rejects.toEqual(
      NOT_FOUND,
    );
    expect((await reader().list(other)).items).toEqual([]);
  });

  it('reaches only officers and units of its scope', async () => {
    await apply(await checked(list('a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,,,')));
    const hrOfB = await sample.actor('hr', at.communeB);
    const id = await upload(
      list('a,Nguyễn Văn An,1990,,Chuyên viên,,,', 'b,Lê Bình,1990,Xã An Bình,Văn thư,,,'),
      at.communeB,
      hrOfB,
    );
    const { mapping } = await reader().one(hrOfB, id);
    await imports().check(hrOfB, id, { mapping, kind: 'update', effectiveOn: '2026-11-23' });
    await test.settle();
    const { items } = await reader().lines(hrOfB, id, { page: 1, pageSize: 9 });
    expect(items.map(({ problems }) => problems.map((one) => one.code))).toEqual([
      ['code_elsewhere'],
      ['unit_unknown'],
    ]);
  });

  const checked = async (text: string) => {
    const id = await upload(text);
    await check(id);
    return id;
  };

  it('gives a filled template that is the same when it comes back', async () => {
    await apply(
      await checked(list('a,Nguyễn Văn An,1990,Xã An Bình,Chuyên viên,Chủ tịch,,a@x.vn')),
    );
    const bytes = await test.get(OfficerTemplates).book(hr, at.province, true);
    const id = await imports().upload(hr, at.province, { name: 'x.xlsx', bytes });
    await test.settle();
    expect(await check(id, 'synchronise')).toMatchObject({
      same: 1,
      wrong: 0,
      leave: 0,
      change: 0,
    });
  });

  it('that cannot be read fails with the reason, and may be given up', async () => {
    const id = await upload('nothing,of,a list\n1,2,3');
    expect(await reader().one(hr, id)).toMatchObject({ state: 'failed', failure: 'no_table' });
    await imports().cancel(hr, id);
    expect(await reader().one(hr, id)).toMatchObject({ state: 'cancelled' });
  });
});
