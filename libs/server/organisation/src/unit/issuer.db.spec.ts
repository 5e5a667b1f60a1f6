/** Who issues papers for a unit, on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { UnitService } from './unit.service';
import { Units } from './units.reader';

describe('the issuer of papers', () => {
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

  const issuerOf = (unitId: string) => test.get(Units).issuerOf(unitId);

  it('is the service centre of the province', async () => {
    for (const unitId of [at.province, at.centre, at.centreDivision, at.communeB, at.branchA]) {
      expect(await issuerOf(unitId)).toEqual({
        unitId: at.centre,
        name: 'Trung tâm Phục vụ hành chính công tỉnh',
        parentName: 'Tỉnh Đồng Nai',
        place: 'Đồng Nai',
      });
    }
  });

  it('is never that of another province', async () => {
    const other = await sample.province('Tỉnh Tây Ninh');
    expect((await issuerOf(other.branchA)).unitId).toBe(other.centre);
  });

  it('is the nearest of several that are open', async () => {
    const near = await sample.unit({
      parentId: at.communeA,
      kind: 'provincial_service_centre',
      place: 'An Bình',
    });
    expect(await issuerOf(at.branchA)).toMatchObject({
      unitId: near,
      parentName: 'Xã An Bình',
      place: 'An Bình',
    });
    expect((await issuerOf(at.communeB)).unitId).toBe(at.centre);
    expect((await issuerOf(at.centreDivision)).unitId).toBe(at.centre);
    await test.get(UnitService).close(administrator, near);
    expect((await issuerOf(at.branchA)).unitId).toBe(at.centre);
  });

  it('is the province where it has no centre', async () => {
    const province = await sample.unit({
      parentId: null,
      name: 'Thành phố Huế',
      kind: 'province',
    });
    const commune = await sample.unit({ parentId: province, kind: 'commune' });
    expect(await issuerOf(commune)).toEqual({
      unitId: province,
      name: 'Thành phố Huế',
      parentName: 'Thành phố Huế',
      place: 'Thành phố Huế',
    });
  });

  it('is not found for an unknown unit', async () => {
    await expect(issuerOf(randomUUID())).rejects.toEqual(new Failure('not_found'));
  });
});
