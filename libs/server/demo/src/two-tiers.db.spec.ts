/** The invented province's way through 2025, on a real PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  OrganisationModule,
  ReorganisationService,
  UnitService,
} from '@tap-huan/server/organisation';
import { SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { buildTwoTiers, type TwoTiers } from './two-tiers';

describe('the invented province', () => {
  let test: TestModule;
  let built: TwoTiers;
  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    built = await buildTwoTiers({
      units: test.get(UnitService),
      reorganisations: test.get(ReorganisationService),
      write: (work) => test.writer.write(SYSTEM, work),
    });
  });
  afterAll(() => test.close());

  const kindsOn = (day: string) =>
    test.sql.rows(
      `select kind, count(*)::int from organisation.unit_version
       where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)
       group by kind order by kind`,
      [day],
    );

  it('had nine districts and 91 communes until 30 June 2025', async () => {
    for (const day of ['2017-01-01', '2025-06-30']) {
      expect(await kindsOn(day)).toEqual([
        { kind: 'commune', count: 91 },
        { kind: 'district', count: 9 },
        { kind: 'province', count: 1 },
      ]);
    }
  });

  it('has 36 communes right below it since, 24 of them wards', async () => {
    const rows = await test.sql.rows<{ id: string; parent: string; ward: boolean }>(
      `select id, parent_id as parent, name like 'Phường %' as ward from organisation.unit
       where kind = 'commune' and valid_to is null`,
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(built.communes.map(({ id }) => id).sort());
    expect(rows.every(({ parent }) => parent === built.provinceId)).toBe(true);
    expect(rows.filter(({ ward }) => ward)).toHaveLength(24);
    expect(await kindsOn('2025-07-01')).toEqual([
      { kind: 'commune', count: 36 },
      { kind: 'province', count: 1 },
    ]);
  });

  it('tells which communes each district had, and what they went into', async () => {
    const old = built.districts.flatMap(({ communes }) => communes);
    expect(built.districts).toHaveLength(9);
    expect(old).toHaveLength(91);
    const rows = await test.sql.rows<{ id: string; into: string; district: string }>(
      `select v.unit_id as id, organisation.main_successor(v.unit_id) as into, v.parent_id as district
         from organisation.unit_version v where v.kind = 'commune' and v.valid_from = '2017-01-01'`,
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    for (const { id, communes } of built.districts) {
      for (const commune of communes) {
        expect(known.get(commune.id)).toEqual({
          ...{ id: commune.id, into: commune.intoId, district: id },
        });
      }
    }
  });

  it('has a successor for every commune that ended', async () => {
    expect(
      await test.sql.rows(
        `select name from organisation.unit
         where valid_to is not null and organisation.main_successor(id) is null`,
      ),
    ).toEqual([]);
  });
});
