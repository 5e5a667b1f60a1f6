/** The history of units on a real PostgreSQL: every state with its days, and who stands for whom today. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Actor, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { UnitService } from './unit.service';

const TODAY = new Date('2026-11-23T02:00:00Z');

describe('the history of units', () => {
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
    test.clock.set(TODAY);
    at = await sample.province();
    administrator = await sample.actor('administrator', at.province);
  });

  const states = (unitId: string) =>
    test.sql.rows(
      `select v.valid_from::text as "from", v.valid_to::text as "to", v.name, v.kind,
              v.parent_id as parent, nlevel(v.path) as depth
       from organisation.unit_version v where unit_id = $1 order by v.valid_from`,
      [unitId],
    );
  const nameOn = async (unitId: string, day: string) =>
    (
      await test.sql.maybe<{ name: string }>(
        `select name from organisation.unit_at($1, $2::date)`,
        [unitId, day],
      )
    )?.name ?? null;
  const change = async (unitId: string, more: Record<string, unknown>) => {
    const now = await test.sql.one<{ code: string; name: string; kind: 'commune'; parentId: null }>(
      `select code, name, kind, parent_id as "parentId" from organisation.unit where id = $1`,
      [unitId],
    );
    await test.get(UnitService).update(administrator, unitId, { ...now, ...more });
  };
  const lead = (from: string, to: string | null, isMain = true) =>
    test.sql.rows(
      `insert into organisation.unit_lineage
         (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main)
       values ($1, $2, $3, $4, '2026-01-01', 'NQ 1', $5)`,
      [randomUUID(), from, to, to === null ? 'dissolve' : 'split', isMain],
    );
  const successor = async (unitId: string) =>
    (
      await test.sql.one<{ id: string | null }>(`select organisation.main_successor($1) as id`, [
        unitId,
      ])
    ).id;
  const end = (unitId: string) => test.get(UnitService).close(administrator, unitId);

  it('begins with the unit', async () => {
    expect(await states(at.branchA)).toMatchObject([
      { from: '2025-07-01', to: null, kind: 'branch', parent: at.serviceCentreA, depth: 4 },
    ]);
  });

  it('keeps the name of each day', async () => {
    await change(at.communeA, { name: 'Phường An Bình' });
    expect(await nameOn(at.communeA, '2026-11-22')).toBe('Xã An Bình');
    expect(await nameOn(at.communeA, '2026-11-23')).toBe('Phường An Bình');
    expect(await nameOn(at.communeA, '2025-06-30')).toBeNull();
  });

  it('takes two changes of one day for one, and what changes nothing for none', async () => {
    await change(at.communeA, { name: 'Phường Một' });
    await change(at.communeA, { name: 'Phường Hai' });
    await change(at.communeA, {});
    expect(await states(at.communeA)).toMatchObject([
      { from: '2025-07-01', to: '2026-11-23', name: 'Xã An Bình' },
      { from: '2026-11-23', to: null, name: 'Phường Hai' },
    ]);
  });

  it('tells of a move for everything below', async () => {
    await change(at.serviceCentreA, { parentId: at.centre });
    expect(await states(at.branchA)).toMatchObject([
      { to: '2026-11-23', depth: 4 },
      { from: '2026-11-23', to: null, depth: 4, parent: at.serviceCentreA },
    ]);
    await change(at.serviceCentreA, { parentId: at.province });
    expect(await states(at.branchA)).toMatchObject([
      { to: '2026-11-23', depth: 4 },
      { from: '2026-11-23', depth: 3 },
    ]);
  });

  it('ends with the unit, and never leaves a gap', async () => {
    await change(at.communeB, { name: 'Phường Đức Hòa' });
    test.clock.set(new Date('2026-12-01T02:00:00Z'));
    await end(at.communeB);
    expect(await states(at.communeB)).toMatchObject([
      { from: '2025-07-01', to: '2026-11-23' },
      { from: '2026-11-23', to: '2026-12-01' },
    ]);
    expect(await nameOn(at.communeB, '2026-12-01')).toBeNull();
  });

  it('has no day for a unit that ended on the day it began', async () => {
    const id = await sample.unit({ parentId: at.province, validFrom: '2026-11-23' });
    await end(id);
    expect(await states(id)).toEqual([]);
  });

  it('is written by the table itself, whoever changes it', async () => {
    await test.writer.write(SYSTEM, (tx) =>
      tx.rows(`update organisation.unit set name = 'Xã Khác' where id = $1`, [at.communeB]),
    );
    expect(await states(at.communeB)).toHaveLength(2);
  });

  it('says who stands for whom today', async () => {
    expect(await successor(at.communeB)).toBe(at.communeB);
    const [b, c] = [
      await sample.unit({ parentId: at.province }),
      await sample.unit({ parentId: at.province }),
    ];
    await lead(at.communeB, b);
    await lead(at.communeB, c, false);
    expect(await successor(at.communeB)).toBe(at.communeB);
    await end(at.communeB);
    expect(await successor(at.communeB)).toBe(b);
    await lead(b, c);
    await end(b);
    expect(await successor(at.communeB)).toBe(c);
    const all = await test.sql.rows<{ id: string }>(
      `select id from organisation.successors_of($1) id`,
      [at.communeB],
    );
    expect(all).toEqual([{ id: c }]);
    await end(c);
    expect(await successor(at.communeB)).toBeNull();
  });
});
