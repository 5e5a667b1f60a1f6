/** Administration of accounts on a real PostgreSQL: within the own subtree, and never without an administrator. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AccountRow, Grant, Role } from '@tap-huan/contract';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { AccountAdminService } from './account-admin.service';
import { AccountList } from './account-list.reader';

const NOT_FOUND = new Failure('not_found');
const LAST = new Failure('last_administrator');

describe('accounts', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let top: Actor & { accountId: string };
  let commune: Actor & { accountId: string };

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    top = await sample.actor('administrator', at.province);
    commune = await sample.actor('administrator', at.communeA);
  });

  const service = () => test.get(AccountAdminService);
  const list = (actor: Actor, query: { search?: string; role?: Role } = {}) =>
    test.get(AccountList).list(actor, { page: 1, pageSize: 200, ...query });
  const row = async (id: string): Promise<AccountRow | undefined> =>
    (await list(top)).items.find((account) => account.id === id);
  const input = (change: object = {}) => ({
    username: `u${randomUUID()}`,
    fullName: 'Trần Thị Hạnh',
    language: 'vi' as const,
    grants: [] as Grant[],
    officerId: null as string | null,
    ...change,
  });
  const update = (actor: Actor, id: string, change: object = {}) =>
    service().update(actor, id, { ...input(), disabled: false, ...change });
  const trail = async (id: string) =>
    (
      await test.sql.rows<{ action: string }>(
        `select action from platform.audit where subject_id = $1 order by id`,
        [id],
      )
    ).map(({ action }) => action);

  describe('in the list', () => {
    it('are those of the own subtree, with the names of their units', async () => {
      const teacher = await sample.account('Lê Văn Bình', [
        { role: 'instructor', unitId: at.branchA },
      ]);
      const learner = await sample.account('Nguyễn Văn An');
      const officerId = await sample.officer(at.branchA, 'Nguyễn Văn An', { accountId: learner });
      await sample.account('Người Xã Khác', [{ role: 'hr', unitId: at.communeB }]);
      const { items, total } = await list(commune);
      expect(items.map(({ id }) => id).sort()).toEqual(
        [commune.accountId, teacher, learner].sort(),
      );
      expect(total).toBe(3);
      expect(items.find(({ id }) => id === learner)).toMatchObject({
        officerId,
        grants: [],
        disabled: false,
        lastSignInAt: null,
      });
      const { name } = await test.sql.one<{ name: string }>(
        `select name from organisation.unit where id = $1`,
        [at.branchA],
      );
      expect(items.find(({ id }) => id === teacher)?.grants).toEqual([
        { role: 'instructor', unitId: at.branchA, unitName: name },
      ]);
      expect(items.find(({ id }) => id === learner)?.unitName).toBe(name);
    });

    it('are not those that reach beyond it', async () => {
      await sample.account('Lê Văn Bình', [
        { role: 'instructor', unitId: at.communeA },
        { role: 'administrator', unitId: at.province },
      ]);
      const province = await sample.account('Đỗ Văn Cao', [{ role: 'hr', unitId: at.province }]);
      await sample.officer(at.communeA, 'Đỗ Văn Cao', { accountId: province });
      expect((await list(commune)).items.map(({ id }) => id)).toEqual([commune.accountId]);
    });

    it('are found by role, folded name and user name, sorted by given name', async () => {
      const grants: Grant[] = [{ role: 'instructor', unitId: at.communeA }];
      await sample.account('Cao Thị Đào', grants);
      await sample.account('Lê Thị Dao', grants);
      const names = async (query: object) =>
        (await list(commune, query)).items.map(({ fullName }) => fullName);
      expect(await names({ search: 'ĐÀO' })).toEqual(['Lê Thị Dao', 'Cao Thị Đào']);
      expect(await names({ role: 'instructor' })).toEqual(['Lê Thị Dao', 'Cao Thị Đào']);
      expect(await names({ role: 'hr' })).toEqual([]);
      expect(await names({ search: 'khongco' })).toEqual([]);
      expect(await list(commune, { role: 'instructor' })).toMatchObject({ total: 2 });
    });

    it('that are nowhere belong to whoever administers a top unit', async () => {
      const nowhere = await sample.account('Không Nơi Nào');
      expect((await list(top)).items.map(({ id }) => id)).toContain(nowhere);
      expect((await list(commune)).items.map(({ id }) => id)).not.toContain(nowhere);
    });

    it('are nobody to those without the permission', async () => {
      const hr = await sample.actor('hr', at.province);
      expect(await list(hr)).toEqual({ items: [], total: 0 });
    });
  });

  describe('a new one', () => {
    it('has its grants, its officer, and a temporary password that must be changed', async () => {
      const officerId = await sample.officer(at.communeA, 'Nguyễn Văn An');
      const grants: Grant[] = [
        { role: 'learner', unitId: at.communeA },
        { role: 'hr', unitId: at.communeA },
      ];
      const made = await service().create(commune, input({ officerId, grants }));
      expect(made.temporaryPassword).toMatch(/^(\w{4}-){3}\w{4}$/);
      expect(await row(made.id)).toMatchObject({
        officerId,
        fullName: 'Nguyễn Văn An',
        unitName: 'Xã An Bình',
        grants: [{ role: 'hr' }, { role: 'learner' }],
      });
      expect(
        await test.sql.one(
          `select must_change_password, password_hash from identity.account where id = $1`,
          [made.id],
        ),
      ).toMatchObject({
        must_change_password: true,
        password_hash: expect.stringMatching(/^\$argon2id\$/),
      });
      expect(await trail(made.id)).toEqual(['account_created', 'grants_changed']);
    });

    it('cannot be given anything outside the own subtree', async () => {
      for (const unitId of [at.communeB, at.province, randomUUID()]) {
        await expect(
          service().create(commune, input({ grants: [{ role: 'learner', unitId }] })),
        ).rejects.toEqual(NOT_FOUND);
      }
      const officerId = await sample.officer(at.communeB, 'Lê Văn Bình');
      await expect(service().create(commune, input({ officerId }))).rejects.toEqual(NOT_FOUND);
    });

    it('cannot take the officer of another account', async () => {
      const accountId = await sample.account('Nguyễn Văn An');
      const officerId = await sample.officer(at.communeA, 'Nguyễn Văn An', { accountId });
      await expect(service().create(commune, input({ officerId }))).rejects.toEqual(NOT_FOUND);
    });

    it('needs a user name of its own', async () => {
      const username = `u${randomUUID()}`;
      await service().create(top, input({ username }));
      await expect(service().create(top, input({ username }))).rejects.toEqual(
        new Failure('username_taken'),
      );
    });
  });

  describe('a change', () => {
    it('sets name, language, grants and officer', async () => {
      const id = await sample.account('Trần Thị Hạnh');
      const first = await sample.officer(at.communeA, 'Trần Thị Hạnh');
      const second = await sample.officer(at.communeB, 'Trần Thị Hạnh Nhỏ');
      const grants: Grant[] = [{ role: 'hr', unitId: at.communeA }];
      await update(top, id, { officerId: first, language: 'en', grants });
      expect(await row(id)).toMatchObject({ officerId: first, language: 'en', grants });
      await update(top, id, { officerId: second, grants: [] });
      expect(await row(id)).toMatchObject({
        officerId: second,
        fullName: 'Trần Thị Hạnh Nhỏ',
        grants: [],
      });
      await update(top, id, { fullName: 'Trần Hạnh'.normalize('NFD') });
      expect(await row(id)).toMatchObject({ officerId: null, fullName: 'Trần Hạnh' });
    });

    it('disables and enables', async () => {
      const id = await sample.account('Trần Thị Hạnh');
      await update(top, id, { disabled: true });
      expect(await row(id)).toMatchObject({ disabled: true });
      await update(top, id, { disabled: false });
      expect(await row(id)).toMatchObject({ disabled: false });
      expect(await trail(id)).toEqual([
        'account_created',
        'account_updated',
        'account_disabled',
        'account_updated',
        'account_enabled',
      ]);
    });

    it('is for accounts of the own subtree only, and so is a new password', async () => {
      const outside = [
        await sample.account('Người Xã Khác', [{ role: 'hr', unitId: at.communeB }]),
        await sample.account('Vừa Ở Vừa Trên', [
          { role: 'hr', unitId: at.communeA },
          { role: 'administrator', unitId: at.province },
        ]),
        await sample.account('Không Nơi Nào'),
        top.accountId,
        randomUUID(),
      ];
      for (const id of outside) {
        await expect(update(commune, id)).rejects.toEqual(NOT_FOUND);
        await expect(service().resetPassword(commune, id)).rejects.toEqual(NOT_FOUND);
      }
    });

    it('gives nothing outside the own subtree', async () => {
      const id = await sample.account('Trần Thị Hạnh', [{ role: 'hr', unitId: at.communeA }]);
      const grants: Grant[] = [{ role: 'administrator', unitId: at.province }];
      await expect(update(commune, id, { grants })).rejects.toEqual(NOT_FOUND);
    });
  });

  describe('a reset password', () => {
    it('is a new one that must be changed', async () => {
      const id = await sample.account('Trần Thị Hạnh', [{ role: 'hr', unitId: at.communeA }]);
      const password = await service().resetPassword(commune, id);
      expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
      expect(await trail(id)).toContain('password_reset');
      expect(
        await test.sql.one(`select must_change_password from identity.account where id = $1`, [id]),
      ).toEqual({ must_change_password: true });
    });
  });

  describe('the last administrator', () => {
    const administers = (unitId: string): Grant[] => [{ role: 'administrator', unitId }];

    it('is neither disabled nor stripped', async () => {
      await expect(update(top, top.accountId, { grants: [] })).rejects.toEqual(LAST);
      await expect(
        update(top, top.accountId, { grants: administers(at.province), disabled: true }),
      ).rejects.toEqual(LAST);
      await expect(
        update(top, top.accountId, { grants: administers(at.communeA) }),
      ).rejects.toEqual(LAST);
      expect(await row(top.accountId)).toMatchObject({
        disabled: false,
        grants: administers(at.province),
      });
    });

    it('of a commune may go, for the province has one', async () => {
      await update(top, commune.accountId, { grants: [] });
      expect((await row(commune.accountId))?.grants).toEqual([]);
    });

    it('is one of two, whoever goes first', async () => {
      // Connections that are open already, so that the two really meet.
      await Promise.all([1, 2, 3].map(() => test.sql.rows(`select pg_sleep(0.05)`)));
      for (let round = 0; round < 5; round += 1) {
        const { province } = await sample.province();
        const first = await sample.actor('administrator', province);
        const second = await sample.actor('administrator', province);
        const results = await Promise.allSettled([
          update(first, second.accountId, { disabled: true }),
          update(second, first.accountId, { disabled: true }),
        ]);
        expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      }
    });

    it('is not one who is disabled', async () => {
      const second = await sample.actor('administrator', at.province);
      await update(top, second.accountId, { grants: administers(at.province), disabled: true });
      await expect(update(top, top.accountId, { grants: [] })).rejects.toEqual(LAST);
    });
  });
});
