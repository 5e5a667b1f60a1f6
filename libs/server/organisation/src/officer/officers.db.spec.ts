/** Officers on a real PostgreSQL: who sees whom, in which order, and where they have worked. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OfficerRow } from '@tap-huan/contract';
import { compareNames } from '@tap-huan/rules';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { OfficerService } from './officer.service';
import { Officers } from './officers.reader';

const NOT_FOUND = new Failure('not_found');

describe('officers', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    hr = await sample.actor('hr', at.province);
  });

  const officers = () => test.get(Officers);
  const service = () => test.get(OfficerService);
  const list = (actor: Actor, query: { search?: string; unitId?: string; page?: number } = {}) =>
    officers().list(actor, { page: 1, pageSize: 30, ...query });
  const names = async (actor: Actor, query: { search?: string; unitId?: string } = {}) =>
    (await list(actor, query)).items.map(({ fullName }) => fullName);
  const row = async (id: string): Promise<OfficerRow> => {
    const found = (await list(hr)).items.find((officer) => officer.id === id);
    if (!found) throw new Error('not in the list');
    return found;
  };
  const inputOf = ({ staffCode, fullName, birthDate, jobPosition, unitId }: OfficerRow) => ({
    staffCode,
    fullName,
    birthDate,
    jobPosition,
    unitId,
  });
  const update = async (id: string, change: Partial<OfficerRow>, actor = hr) =>
    service().update(actor, id, { ...inputOf(await row(id)), ...change });
  const positions = (id: string) =>
    test.sql.rows(
      `select unit_id as "unitId", job_position as "jobPosition", valid_from::text as "from",
              valid_to::text as "to"
       from organisation.position where officer_id = $1 order by valid_from`,
      [id],
    );

  describe('of another commune', () => {
    let hrOfA: Actor;
    let mine: string;
    let theirs: string;
    beforeEach(async () => {
      hrOfA = await sample.actor('hr', at.communeA);
      mine = await sample.officer(at.branchA, 'Nguyễn Văn An');
      theirs = await sample.officer(at.communeB, 'Nguyễn Văn Ân');
      await sample.officer(at.centre, 'Nguyễn Văn Ánh');
    });

    it('are neither listed nor counted', async () => {
      const { items, total } = await list(hrOfA);
      expect(items.map(({ id }) => id)).toEqual([mine]);
      expect(total).toBe(1);
      expect((await list(hr)).total).toBe(3);
    });

    it('are not found by search, nor by naming their unit', async () => {
      expect(await list(hrOfA, { search: 'Nguyễn' })).toMatchObject({ total: 1 });
      expect(await list(hrOfA, { search: 'Ân' })).toMatchObject({ total: 1 });
      const { staffCode } = await row(theirs);
      expect(await list(hrOfA, { search: staffCode })).toEqual({ items: [], total: 0 });
      expect(await list(hrOfA, { unitId: at.communeB })).toEqual({ items: [], total: 0 });
      expect(await list(hrOfA, { unitId: at.province })).toMatchObject({ total: 1 });
    });

    it('are not edited, not taken, not given', async () => {
      const before = await row(theirs);
      await expect(update(theirs, { fullName: 'Người Khác' }, hrOfA)).rejects.toEqual(NOT_FOUND);
      await expect(update(theirs, { unitId: at.communeA }, hrOfA)).rejects.toEqual(NOT_FOUND);
      await expect(update(mine, { unitId: at.communeB }, hrOfA)).rejects.toEqual(NOT_FOUND);
      await expect(
        service().add(hrOfA, { ...inputOf(before), staffCode: randomUUID() }),
      ).rejects.toEqual(NOT_FOUND);
      expect(await row(theirs)).toEqual(before);
    });

    it('are nobody to those without the permission', async () => {
      const instructor = await sample.actor('instructor', at.province);
      expect(await list(instructor)).toEqual({ items: [], total: 0 });
      await expect(update(mine, { fullName: 'Người Khác' }, instructor)).rejects.toEqual(NOT_FOUND);
    });
  });

  describe('in a list', () => {
    it('sort by given, family and middle name, as Vietnamese does', async () => {
      const expected = [
        'Lê Văn An',
        'Nguyễn Thị An',
        'Nguyễn Văn An',
        'Bùi Thị Án',
        'Trần Thị Ánh',
        'Phạm Văn Ăn',
        'Vũ Thị Ân',
        'Đỗ Văn Bình',
        'Lê Thị Dao',
        'Trần Văn Dũng',
        'Cao Thị Đào',
        'Nguyễn Văn Đức',
        'H’Yên',
        'Vũ Thị Ha',
        'Bùi Thị Hà',
        'Đào Văn Ý',
      ];
      for (const fullName of [...expected].sort()) await sample.officer(at.communeA, fullName);
      expect(await names(hr)).toEqual(expected);
      expect(expected).toEqual([...expected].sort(compareNames));
    });

    it('come page by page', async () => {
      for (const given of ['An', 'Bình', 'Chi', 'Dũng', 'Giang']) {
        await sample.officer(at.communeA, `Nguyễn ${given}`);
      }
      const pages = await Promise.all(
        [1, 2, 3, 4].map((page) => officers().list(hr, { page, pageSize: 2 })),
      );
      expect(pages.map(({ items }) => items.map(({ fullName }) => fullName.slice(7)))).toEqual([
        ['An', 'Bình'],
        ['Chi', 'Dũng'],
        ['Giang'],
        [],
      ]);
      expect(pages.every(({ total }) => total === 5)).toBe(true);
    });

    it('are found without diacritics, whatever the form', async () => {
      await sample.officer(at.communeA, 'Cao Thị Đào');
      await sample.officer(at.communeB, 'Lê Thị Dao', { staffCode: `ĐN-${randomUUID()}` });
      await sample.officer(at.communeB, 'Trần Hòa');
      expect(await names(hr, { search: 'dao' })).toEqual(['Lê Thị Dao', 'Cao Thị Đào']);
      expect(await names(hr, { search: 'THI DAO' })).toHaveLength(2);
      expect(await names(hr, { search: 'hoà'.normalize('NFD') })).toEqual(['Trần Hòa']);
      expect(await names(hr, { search: 'đn-' })).toEqual(['Lê Thị Dao']);
      expect(await names(hr, { search: 'dao', unitId: at.communeA })).toEqual(['Cao Thị Đào']);
      expect(await names(hr, { search: '%' })).toEqual([]);
      expect(await names(hr, { search: 'd_o' })).toEqual([]);
    });

    it('come first where the diacritics are as typed', async () => {
      await sample.officer(at.communeA, 'Lê Thị Dao');
      await sample.officer(at.communeA, 'Cao Thị Đào');
      expect(await names(hr, { search: 'đào'.normalize('NFD') })).toEqual([
        'Cao Thị Đào',
        'Lê Thị Dao',
      ]);
    });
  });

  describe('a new one', () => {
    const input = (change: object = {}) => ({
      staffCode: randomUUID(),
      fullName: 'Trần Thị Hạnh',
      birthDate: '1988',
      jobPosition: 'Chuyên viên',
      unitId: at.communeA,
      ...change,
    });

    it('has a position from today on, and all text in NFC', async () => {
      const id = await service().add(
        hr,
        input({
          fullName: 'Trần Thị Hạnh'.normalize('NFD'),
          jobPosition: 'Tổ trưởng'.normalize('NFD'),
        }),
      );
      expect(await row(id)).toMatchObject({
        fullName: 'Trần Thị Hạnh'.normalize('NFC'),
        jobPosition: 'Tổ trưởng'.normalize('NFC'),
        unitName: 'Xã An Bình',
        accountId: null,
      });
      expect(await positions(id)).toMatchObject([{ from: '2026-11-23', to: null }]);
    });

    it('needs a staff code of its own, also when two come at once', async () => {
      const staffCode = randomUUID();
      const results = await Promise.allSettled([
        service().add(hr, input({ staffCode })),
        service().add(hr, input({ staffCode, unitId: at.communeB })),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: new Failure('staff_code_taken'),
      });
    });

    it('was born on a day that there was', async () => {
      await expect(service().add(hr, input({ birthDate: '1988-02-30' }))).rejects.toMatchObject({
        code: 'validation_failed',
        issues: [{ path: 'birthDate' }],
      });
    });

    it('is written in the trail', async () => {
      const id = await service().add(hr, input());
      expect(
        await test.sql.rows(`select action, account_id from platform.audit where subject_id = $1`, [
          id,
        ]),
      ).toEqual([{ action: 'officer_created', account_id: hr.accountId }]);
    });
  });

  describe('a change', () => {
    it('of the unit ends one position and begins another', async () => {
      const id = await sample.officer(at.communeA, 'Nguyễn Văn An');
      await update(id, { unitId: at.communeB });
      await update(id, { jobPosition: 'Phó Giám đốc' });
      expect(await positions(id)).toEqual([
        { unitId: at.communeA, jobPosition: 'Chuyên viên', from: '2025-07-01', to: '2026-11-23' },
        { unitId: at.communeB, jobPosition: 'Phó Giám đốc', from: '2026-11-23', to: null },
      ]);
      expect(await row(id)).toMatchObject({ unitId: at.communeB, unitName: 'Xã Đức Hòa' });
    });

    it('never leaves two positions open', async () => {
      const id = await sample.officer(at.communeA, 'Nguyễn Văn An');
      const before = inputOf(await row(id));
      await Promise.all(
        [at.communeB, at.centre, at.branchA].map((unitId) =>
          service().update(hr, id, { ...before, unitId }),
        ),
      );
      expect(await positions(id)).toHaveLength(2);
      await expect(
        test.sql.rows(
          `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
           values ($1, $2, $3, 'x', '2026-11-23')`,
          [randomUUID(), id, at.communeA],
        ),
      ).rejects.toThrow('position_present');
    });

    it('of nothing leaves the position alone', async () => {
      const id = await sample.officer(at.communeA, 'Nguyễn Văn An');
      await update(id, {});
      expect(await positions(id)).toHaveLength(1);
    });

    it('of the name renames the account, sorts and finds anew', async () => {
      const accountId = await sample.account('Nguyễn Văn An');
      const id = await sample.officer(at.communeA, 'Nguyễn Văn An', { accountId });
      await update(id, { fullName: 'Nguyễn Văn Ẩn' });
      expect(
        await test.sql.one(`select full_name, search_text from identity.account where id = $1`, [
          accountId,
        ]),
      ).toMatchObject({
        full_name: 'Nguyễn Văn Ẩn',
        search_text: expect.stringContaining('van an'),
      });
      expect(await names(hr, { search: 'Ẩn' })).toEqual(['Nguyễn Văn Ẩn']);
    });

    it('takes no staff code of another', async () => {
      const one = await sample.officer(at.communeA, 'Nguyễn Văn An');
      const other = await row(await sample.officer(at.communeA, 'Lê Văn Bình'));
      await expect(update(one, { staffCode: other.staffCode })).rejects.toEqual(
        new Failure('staff_code_taken'),
      );
    });
  });
});
