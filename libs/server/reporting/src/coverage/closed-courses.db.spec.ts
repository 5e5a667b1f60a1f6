/** Courses that take nobody new, in the coverage matrix: history once everybody is done, and shown when asked for. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoverageView } from '@tap-huan/contract';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { ReportingModule } from '../reporting.module';
import { type Course, hrOf, SmallProvince } from '../testing/small-province';
import { MatrixReader } from './matrix.reader';

describe('a closed course', () => {
  let test: TestModule;
  let make: SmallProvince;
  let province: string;
  let old: Course;
  let present: Course;
  let officer: string;
  beforeAll(async () => {
    test = await testModule(ReportingModule);
    make = new SmallProvince(test);
    province = await make.unit('Tỉnh', 'province', null);
    const commune = await make.unit('Xã An', 'commune', province);
    old = await make.course('CU', province);
    present = await make.course('NAY', province);
    officer = await make.officer('a', [{ unitId: commune, from: '2017-01-01' }]);
    await make.enrolment(officer, old, { from: '2017-05-09', done: '2017-05-10' });
    await make.enrolment(officer, present, { from: '2026-11-01', due: '2026-12-31' });
  });
  afterAll(() => test.close());
  beforeEach(() => close('2018-01-15'));

  const close = (day: string | null) =>
    test.sql.rows(`update learning.course set closed_on = $2 where id = $1`, [old.id, day]);
  const codes = async (query: Partial<CoverageView> = {}) => {
    const view: CoverageView = { by: 'then', rule: 'assigned', percent: 100, ...query };
    const { subjects } = await test.get(MatrixReader).matrix(hrOf(province), view);
    return subjects.map(({ code }) => code);
  };

  it('is no column of today once everybody is done, and one of its own days', async () => {
    expect(await codes()).toEqual(['NAY']);
    expect(await codes({ asOf: '2017-12-31' })).toEqual(['CU']);
  });

  it('is shown where it is asked for, and again when it is opened', async () => {
    expect(await codes({ subjects: old.id })).toEqual(['CU']);
    await close(null);
    expect(await codes()).toEqual(['CU', 'NAY']);
  });

  it('stays a column while somebody has to finish it', async () => {
    const other = await make.officer('b', [{ unitId: province, from: '2017-01-01' }]);
    await make.enrolment(other, old, { from: '2017-05-09', due: '2017-12-31' });
    expect(await codes()).toEqual(['CU', 'NAY']);
  });
});
