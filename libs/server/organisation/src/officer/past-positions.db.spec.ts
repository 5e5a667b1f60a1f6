/** Positions of the past on a real PostgreSQL: written down, never into each other, never where no unit was. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PastPosition } from '@tap-huan/contract';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { CareerService } from './career.service';
import { OfficerProfiles } from './officer-profile.reader';
import { PastPositions } from './past-positions.service';

const NOT_FOUND = new Failure('not_found');

describe('a position of the past', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor;
  let id: string;
  let district: string;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    await test.sql.rows(`update organisation.unit set valid_from = '1997-01-01' where id = $1`, [
      at.province,
    ]);
    district = await sample.unit({
      ...{ parentId: at.province, name: 'Huyện Cũ', kind: 'district', validFrom: '2010-01-01' },
    });
    await test.sql.rows(`update organisation.unit set valid_to = '2025-07-01' where id = $1`, [
      district,
    ]);
    hr = await sample.actor('hr', at.province);
    id = await sample.officer(at.communeA, 'Nguyễn Văn An');
  });

  const wish = (change: Partial<PastPosition> = {}): PastPosition => ({
    unitId: district,
    jobPosition: 'Chuyên viên',
    rank: null,
    leadership: null,
    appointedOn: null,
    staffCategory: 'cong_chuc',
    decisionNo: '7/QĐ-UBND',
    validFrom: '2015-03-01',
    validTo: '2020-01-01',
    ...change,
  });
  const past = () => test.get(PastPositions);
  const add = (change: Partial<PastPosition> = {}, actor = hr) =>
    past().add(actor, id, wish(change));
  const positions = async () => (await test.get(OfficerProfiles).read(hr, id)).positions;
  const days = async () =>
    (await positions()).map(({ validFrom, validTo }) => [validFrom, validTo]);

  it('is written down before the present one, several of them, in any order', async () => {
    await add({
      validFrom: '2020-01-01',
      validTo: '2025-07-01',
      leadership: 'Phó Trưởng phòng',
      appointedOn: '2020-01-01',
    });
    await add();
    expect(await positions()).toMatchObject([
      { unitName: 'Xã An Bình', validFrom: '2025-07-01', validTo: null },
      { unitName: 'Huyện Cũ', validTo: '2025-07-01', appointedOn: '2020-01-01' },
      { unitName: 'Huyện Cũ', validFrom: '2015-03-01', validTo: '2020-01-01', endReason: null },
    ]);
    const trail = await test.sql.rows(
      `select 1 from platform.audit where action = 'officer_past_position_added' and subject_id = $1`,
      [id],
    );
    expect(trail).toHaveLength(2);
  });

  it.each([
    ['2019-12-31', '2021-01-01'],
    ['2014-01-01', '2015-03-02'],
    ['2016-01-01', '2017-01-01'],
    ['2010-01-01', '2025-01-01'],
  ])('from %s to %s names the position whose days it takes', async (validFrom, validTo) => {
    await add();
    const before = await days();
    await expect(add({ validFrom, validTo })).rejects.toEqual(
      new Failure('position_days_taken', {
        ...{ job: 'Chuyên viên', unit: 'Huyện Cũ', from: '01/03/2015', to: '31/12/2019' },
      }),
    );
    expect(await days()).toEqual(before);
  });

  it('may touch another at its end', async () => {
    await add();
    await add({ validFrom: '2014-01-01', validTo: '2015-03-01' });
    await add({ validFrom: '2020-01-01', validTo: '2020-01-02' });
    expect(await days()).toHaveLength(4);
  });

  it('is refused where the unit was not there all the time, with its days', async () => {
    const words = { unit: 'Huyện Cũ', from: '01/01/2010', to: '30/06/2025' };
    await expect(add({ validFrom: '2009-12-31' })).rejects.toEqual(
      new Failure('unit_not_then', words),
    );
    await expect(add({ unitId: at.communeB })).rejects.toEqual(
      new Failure('unit_not_then', { unit: 'Xã Đức Hòa', from: '01/07/2025', to: '…' }),
    );
  });

  it('ends after it begins, and not in the future', async () => {
    for (const validTo of ['2015-03-01', '2014-01-01', '2026-11-24']) {
      await expect(add({ validTo })).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });

  it('is corrected in its days and its unit', async () => {
    const positionId = await add();
    const career = test.get(CareerService);
    await career.correct(hr, id, positionId, wish({ validTo: '2021-01-01' }));
    expect(await days()).toContainEqual(['2015-03-01', '2021-01-01']);
    await expect(
      career.correct(hr, id, positionId, wish({ unitId: at.communeB })),
    ).rejects.toMatchObject({ code: 'unit_not_then' });
  });

  it('is removed where it never was; the present one is not', async () => {
    const positionId = await add();
    const [present] = await positions();
    await expect(past().remove(hr, id, present?.id ?? '')).rejects.toEqual(
      new Failure('position_not_removable'),
    );
    await past().remove(hr, id, positionId);
    expect(await days()).toEqual([['2025-07-01', null]]);
    await expect(past().remove(hr, id, positionId)).rejects.toEqual(NOT_FOUND);
    const [line] = await test.sql.rows<{ detail: { before: { decisionNo: string } } }>(
      `select detail from platform.audit
       where action = 'officer_past_position_removed' and subject_id = $1`,
      [id],
    );
    expect(line?.detail.before.decisionNo).toBe('7/QĐ-UBND');
  });

  it('is not removed where it is the only one of somebody who has left', async () => {
    await test.get(CareerService).leave(hr, id, { effectiveOn: '2026-08-01', reason: 'Nghỉ hưu' });
    const [last] = await positions();
    await expect(past().remove(hr, id, last?.id ?? '')).rejects.toEqual(
      new Failure('position_not_removable'),
    );
  });

  it('has the reconciler and the coverage look at the officer again', async () => {
    // An assignment that runs, without the course and the audience that other domains would give it.
    await test.sql.rows(`
      do $$ begin
        perform set_config('session_replication_role', 'replica', true);
        insert into enrolment.assignment (id, title, search_text, unit_id, audience_id, course_id,
          due, reason, state, starts_on, created_at, updated_at)
        values (gen_random_uuid(), 'x', 'x', gen_random_uuid(), gen_random_uuid(),
          gen_random_uuid(), '{"kind":"fixed","day":"2026-12-01"}', 'x', 'active', '2026-01-01',
          now(), now());
      end $$`);
    const looked = async () =>
      Promise.all(
        ['enrolment.assignment_touched', 'reporting.coverage_change'].map(
          async (table) =>
            (await test.sql.rows(`select 1 from ${table} where officer_id = $1`, [id])).length,
        ),
      );
    const before = await looked();
    const positionId = await add();
    const added = await looked();
    await past().remove(hr, id, positionId);
    const removed = await looked();
    for (const which of [0, 1]) {
      expect(added[which]).toBeGreaterThan(before[which] ?? 0);
      expect(removed[which]).toBeGreaterThan(added[which] ?? 0);
    }
  });

  it('is HR’s of the officer and of the unit only', async () => {
    const hrOfA = await sample.actor('hr', at.communeA);
    const hrOfB = await sample.actor('hr', at.communeB);
    await expect(add({}, hrOfA)).rejects.toEqual(NOT_FOUND);
    await expect(add({}, hrOfB)).rejects.toEqual(NOT_FOUND);
    const positionId = await add();
    await expect(past().remove(hrOfB, id, positionId)).rejects.toEqual(NOT_FOUND);
    await expect(past().remove(hrOfA, id, positionId)).rejects.toEqual(NOT_FOUND);
  });
});
