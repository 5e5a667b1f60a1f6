/** Officers as other domains see them, on a real PostgreSQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Actor, Failure, Sql, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { OfficerService } from './officer.service';
import { Officers } from './officers.reader';

describe('officers, to other domains,', () => {
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

  it('belong to an account', async () => {
    const accountId = await sample.account('Nguyễn Văn An');
    const officerId = await sample.officer(at.branchA, 'Nguyễn Văn An', { accountId });
    expect(await officers().ofAccount(accountId)).toEqual({
      officerId,
      fullName: 'Nguyễn Văn An',
      unitId: at.branchA,
    });
    expect(await officers().ofAccount(randomUUID())).toBeNull();
  });

  it('are frozen with their present unit, or the last one', async () => {
    const id = await sample.officer(at.communeA, 'Nguyễn Văn An');
    await test.get(OfficerService).update(hr, id, {
      staffCode: randomUUID(),
      fullName: 'Nguyễn Văn An',
      birthDate: '1990-05-02',
      jobPosition: 'Chuyên viên',
      unitId: at.communeB,
    });
    const expected = {
      fullName: 'Nguyễn Văn An',
      birthDate: '1990-05-02',
      unitId: at.communeB,
      unitName: 'Xã Đức Hòa',
      accountId: null,
    };
    expect(await test.writer.write(SYSTEM, (tx) => officers().snapshot(tx, id))).toEqual(expected);
    await test.sql.rows(
      `update organisation.position set valid_to = '2027-01-01'
       where officer_id = $1 and valid_to is null`,
      [id],
    );
    expect(await officers().snapshot(test.get(Sql), id)).toEqual(expected);
    await expect(officers().snapshot(test.sql, randomUUID())).rejects.toEqual(
      new Failure('not_found'),
    );
  });
});
