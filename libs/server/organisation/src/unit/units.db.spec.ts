/** The tree of units on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { UnitRow } from '@tap-huan/contract';
import { type Actor, Failure, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { UnitService } from './unit.service';
import { Units } from './units.reader';

describe('units', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let administrator: Actor;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    administrator = await sample.actor('administrator', at.province);
  });

  const list = (actor: Actor): Promise<UnitRow[]> => test.get(Units).list(actor);
  const ids = async (actor: Actor) => (await list(actor)).map(({ id }) => id);
  const service = () => test.get(UnitService);
  const inScope = async (unitId: string, roots: string[]): Promise<boolean> =>
    (
      await test.sql.one<{ yes: boolean }>(`select organisation.in_scope($1, $2::uuid[]) as yes`, [
        unitId,
        roots,
      ])
    ).yes;
  /** Moves a unit and keeps the rest of it. */
  const move = async (actor: Actor, unitId: string, parentId: string | null) => {
    const { code, name, kind } = await test.sql.one<UnitRow>(
      `select code, name, kind from organisation.unit where id = $1`,
      [unitId],
    );
    await service().update(actor, unitId, { code, name, kind, parentId });
  };
  /** Every path against what the parents say. */
  const wrongPaths = () =>
    test.sql.rows(`
      with recursive tree as (
        select id, replace(id::text, '-', '')::ltree as path
        from organisation.unit where parent_id is null
        union all
        select u.id, t.path || replace(u.id::text, '-', '') from organisation.unit u
        join tree t on t.id = u.parent_id
      )
      select u.id from organisation.unit u left join tree t on t.id = u.id
      where t.path is distinct from u.path`);

  describe('scope', () => {
    it('is the subtree of any root', async () => {
      expect(await inScope(at.branchA, [at.communeB, at.communeA])).toBe(true);
      expect(await inScope(at.communeA, [at.communeA])).toBe(true);
      expect(await inScope(at.province, [at.communeA])).toBe(false);
      expect(await inScope(at.communeB, [at.communeA])).toBe(false);
      expect(await inScope(at.communeB, [])).toBe(false);
      expect(await inScope(randomUUID(), [at.province])).toBe(false);
    });

    it('names each unit once', async () => {
      const rows = await test.sql.rows<{ id: string }>(
        `select * from organisation.units_in($1::uuid[]) id`,
        [[at.communeA, at.serviceCentreA]],
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(
        [at.communeA, at.serviceCentreA, at.branchA].sort(),
      );
    });
  });

  describe('the list', () => {
    it('has the units of every grant, parents before children', async () => {
      const units = await list(administrator);
      expect(units.map(({ id }) => id).sort()).toEqual(Object.values(at).sort());
      const seen = new Set<string | null>([null]);
      for (const { id, parentId } of units) {
        expect(seen).toContain(parentId);
        seen.add(id);
      }
    });

    it('has only what lies in the scope', async () => {
      expect(await ids(await sample.actor('hr', at.communeB))).toEqual([at.communeB]);
      expect(await ids(await sample.actor('instructor', at.serviceCentreA))).toEqual([
        at.serviceCentreA,
        at.branchA,
      ]);
    });

    it('is empty for learners only', async () => {
      expect(await ids(await sample.actor('learner', at.province))).toEqual([]);
      expect(await ids(SYSTEM)).toEqual([]);
    });

    it('counts the officers of the very unit', async () => {
      await sample.officer(at.serviceCentreA, 'Nguyễn Văn An');
      await sample.officer(at.serviceCentreA, 'Trần Thị Ánh');
      await sample.officer(at.branchA, 'Lê Văn Bình');
      const counts = new Map((await list(administrator)).map(({ id, officers }) => [id, officers]));
      expect([at.communeA, at.serviceCentreA, at.branchA].map((id) => counts.get(id))).toEqual([
        0, 2, 1,
      ]);
    });

    it('sorts by Vietnamese names within a level', async () => {
      const parentId = at.communeB;
      for (const name of ['Tổ Đông', 'Tổ Dung', 'Tổ Ấp', 'Tổ An', 'Tổ Ăn']) {
        await sample.unit({ parentId, name });
      }
      const names = (await list(administrator))
        .filter((unit) => unit.parentId === parentId)
        .map(({ name }) => name);
      expect(names).toEqual(['Tổ An', 'Tổ Ăn', 'Tổ Ấp', 'Tổ Dung', 'Tổ Đông']);
    });
  });

  describe('a new unit', () => {
    const input = (parentId: string, code = randomUUID().slice(0, 8)) => ({
      code,
      name: 'Tổ Một cửa'.normalize('NFD'),
      kind: 'division' as const,
      parentId,
    });

    it('stands below its parent from today on, in NFC', async () => {
      const id = await service().add(administrator, input(at.communeA, 'MOT-CUA'));
      expect((await list(administrator)).find((unit) => unit.id === id)).toEqual({
        id,
        code: 'MOT-CUA',
        name: 'Tổ Một cửa'.normalize('NFC'),
        kind: 'division',
        parentId: at.communeA,
        officers: 0,
        validFrom: '2026-11-23',
        validTo: null,
      });
      expect(await wrongPaths()).toEqual([]);
    });

    it('begins on the day in Việt Nam', async () => {
      test.clock.set(new Date('2026-11-23T17:30:00Z'));
      const id = await service().add(administrator, input(at.communeA));
      test.clock.set(new Date('2026-11-23T02:00:00Z'));
      const unit = (await list(administrator)).find((row) => row.id === id);
      expect(unit?.validFrom).toBe('2026-11-24');
    });

    it('needs a code of its own', async () => {
      const code = randomUUID();
      await service().add(administrator, input(at.communeA, code));
      await expect(service().add(administrator, input(at.communeB, code))).rejects.toEqual(
        new Failure('unit_code_taken'),
      );
    });

    it('cannot stand where the actor holds nothing', async () => {
      const commune = await sample.actor('administrator', at.communeA);
      await expect(service().add(commune, input(at.communeB))).rejects.toEqual(
        new Failure('not_found'),
      );
      await expect(service().add(commune, input(at.province))).rejects.toEqual(
        new Failure('not_found'),
      );
      const hr = await sample.actor('hr', at.province);
      await expect(service().add(hr, input(at.communeB))).rejects.toEqual(new Failure('not_found'));
    });
  });

  describe('a change', () => {
    it('renames and keeps the place, with a line in the trail', async () => {
      await service().update(administrator, at.communeA, {
        code: 'XA-A',
        name: 'Phường An Bình',
        kind: 'commune',
        parentId: at.province,
      });
      const unit = (await list(administrator)).find(({ id }) => id === at.communeA);
      expect(unit).toMatchObject({ code: 'XA-A', name: 'Phường An Bình', parentId: at.province });
      const [line] = await test.sql.rows(
        `select account_id, detail from platform.audit
         where action = 'unit_updated' and subject_id = $1`,
        [at.communeA],
      );
      expect(line).toMatchObject({
        account_id: administrator.accountId,
        detail: { before: { name: 'Xã An Bình' }, after: { name: 'Phường An Bình' } },
      });
    });

    it('takes no code of another', async () => {
      const { code } = await test.sql.one<{ code: string }>(
        `select code from organisation.unit where id = $1`,
        [at.communeB],
      );
      const change = { code, name: 'Xã', kind: 'commune' as const, parentId: at.province };
      await expect(service().update(administrator, at.communeA, change)).rejects.toEqual(
        new Failure('unit_code_taken'),
      );
    });

    it('moves the whole subtree, and scope with it', async () => {
      const hrOfB = await sample.actor('hr', at.communeB);
      await move(administrator, at.serviceCentreA, at.communeB);
      expect(await wrongPaths()).toEqual([]);
      expect(await ids(hrOfB)).toEqual([at.communeB, at.serviceCentreA, at.branchA]);
      expect(await inScope(at.branchA, [at.communeA])).toBe(false);
    });

    it('does not put a unit into itself', async () => {
      for (const parentId of [at.communeA, at.serviceCentreA, at.branchA]) {
        await expect(move(administrator, at.communeA, parentId)).rejects.toEqual(
          new Failure('unit_would_contain_itself'),
        );
      }
      expect(await wrongPaths()).toEqual([]);
    });

    it('makes no ring when two move at once', async () => {
      const moves = await Promise.allSettled([
        move(administrator, at.communeA, at.communeB),
        move(administrator, at.communeB, at.communeA),
      ]);
      expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await wrongPaths()).toEqual([]);
    });

    it('leaves a top unit at the top, and lifts no other there', async () => {
      await move(administrator, at.province, null);
      const commune = await sample.actor('administrator', at.communeA);
      await move(commune, at.communeA, null);
      expect(await inScope(at.communeA, [at.province])).toBe(true);
      await expect(move(administrator, at.communeA, null)).rejects.toEqual(
        new Failure('not_permitted'),
      );
    });

    it('neither takes from nor gives to units outside the scope', async () => {
      const commune = await sample.actor('administrator', at.communeA);
      await expect(move(commune, at.branchA, at.communeB)).rejects.toEqual(
        new Failure('not_found'),
      );
      await expect(move(commune, at.communeB, at.communeA)).rejects.toEqual(
        new Failure('not_found'),
      );
      const both = {
        ...commune,
        grants: [...commune.grants, { role: 'administrator' as const, unitId: at.communeB }],
      };
      await expect(move(both, at.communeA, at.communeB)).rejects.toEqual(
        new Failure('not_permitted'),
      );
      await move(both, at.branchA, at.communeB);
      expect(await inScope(at.branchA, [at.communeB])).toBe(true);
    });
  });

  describe('the end of a unit', () => {
    it('needs it to be empty', async () => {
      const officer = await sample.officer(at.branchA, 'Nguyễn Văn An');
      for (const unitId of [at.communeA, at.serviceCentreA, at.branchA]) {
        await expect(service().close(administrator, unitId)).rejects.toEqual(
          new Failure('unit_has_members'),
        );
      }
      await test.sql.rows(
        `update organisation.position set valid_to = '2026-11-01' where officer_id = $1`,
        [officer],
      );
      await service().close(administrator, at.branchA);
      await service().close(administrator, at.branchA);
      await service().close(administrator, at.serviceCentreA);
      const closed = (await list(administrator)).filter(({ validTo }) => validTo !== null);
      expect(closed.map(({ id, validTo }) => [id, validTo])).toEqual([
        [at.serviceCentreA, '2026-11-23'],
        [at.branchA, '2026-11-23'],
      ]);
    });

    it('is for those who hold the unit', async () => {
      const commune = await sample.actor('administrator', at.communeA);
      await expect(service().close(commune, at.communeB)).rejects.toEqual(new Failure('not_found'));
    });

    it('lets neither units nor officers in afterwards', async () => {
      await service().close(administrator, at.communeB);
      await expect(sample.officer(at.communeB, 'Lê Văn Bình')).rejects.toEqual(
        new Failure('not_found'),
      );
      await expect(sample.unit({ parentId: at.communeB })).rejects.toEqual(
        new Failure('not_found'),
      );
      await expect(move(administrator, at.branchA, at.communeB)).rejects.toEqual(
        new Failure('not_found'),
      );
    });
  });
});
