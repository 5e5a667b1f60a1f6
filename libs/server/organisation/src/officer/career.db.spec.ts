/** An officer's way through posts on a real PostgreSQL: other posts, days ahead, leaving, coming back, corrections. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { CareerService } from './career.service';
import { OfficerProfiles } from './officer-profile.reader';
import { PlannedChanges } from './planned-changes';

const NOT_FOUND = new Failure('not_found');
const OVERLAP = new Failure('positions_overlap');

describe('an officer’s posts', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor;
  let id: string;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    at = await sample.province();
    hr = await sample.actor('hr', at.province);
    id = await sample.officer(at.communeA, 'Nguyễn Văn An');
  });

  const career = () => test.get(CareerService);
  const profile = (actor = hr) => test.get(OfficerProfiles).read(actor, id);
  const move = (effectiveOn: string, more: object = {}, actor = hr) =>
    career().changePost(actor, id, {
      effectiveOn,
      unitId: at.communeB,
      jobPosition: 'Chuyên viên',
      ...more,
    });

  it('follow each other from their day on, with what is not spoken of kept', async () => {
    expect(await move('2026-03-01', { rank: 'Chuyên viên', leadership: 'Phó Chủ tịch' })).toBe(
      false,
    );
    await move('2026-09-01', { unitId: at.communeA, decisionNo: '12/QĐ-UBND' });
    const { positions } = await profile();
    expect(positions).toMatchObject([
      {
        unitId: at.communeA,
        unitPath: ['Tỉnh Đồng Nai'],
        validFrom: '2026-09-01',
        validTo: null,
        rank: 'Chuyên viên',
        leadership: 'Phó Chủ tịch',
        appointedOn: '2026-03-01',
        decisionNo: '12/QĐ-UBND',
      },
      { unitId: at.communeB, validFrom: '2026-03-01', validTo: '2026-09-01', decisionNo: null },
      { unitId: at.communeA, validFrom: '2025-07-01', validTo: '2026-03-01', leadership: null },
    ]);
  });

  it('do not begin before the one that is held', async () => {
    await expect(move('2025-06-30')).rejects.toEqual(OVERLAP);
  });

  it('of a day ahead wait for it, once for a day, and may be taken back', async () => {
    expect(await move('2026-12-01', { leadership: 'Chủ tịch' })).toBe(true);
    await expect(move('2026-12-01')).rejects.toEqual(new Failure('change_planned'));
    expect(await test.get(PlannedChanges).run()).toBe(0);
    expect(await profile()).toMatchObject({
      unitId: at.communeA,
      planned: [{ kind: 'post', unitName: 'Xã Đức Hòa', effectiveOn: '2026-12-01', stuck: false }],
    });
    test.clock.set(new Date('2026-12-01T02:00:00Z'));
    expect(await test.get(PlannedChanges).run()).toBe(1);
    expect(await test.get(PlannedChanges).run()).toBe(0);
    expect(await profile()).toMatchObject({
      unitId: at.communeB,
      leadership: 'Chủ tịch',
      appointedOn: '2026-12-01',
      planned: [],
    });
    await move('2027-01-01', { unitId: at.communeA });
    const [planned] = (await profile()).planned;
    await career().cancel(hr, id, planned?.id ?? '');
    expect((await profile()).planned).toEqual([]);
  });

  it('end when the officer leaves, and begin anew after coming back', async () => {
    await career().leave(hr, id, { effectiveOn: '2026-08-01', reason: 'Nghỉ không lương' });
    expect(await profile()).toMatchObject({
      leftOn: '2026-08-01',
      positions: [{ endReason: 'Nghỉ không lương', validTo: '2026-08-01' }],
    });
    await expect(move('2026-07-01')).rejects.toEqual(OVERLAP);
    await move('2026-10-01');
    expect(await profile()).toMatchObject({ leftOn: null, unitId: at.communeB });
  });

  it('are corrected without making a career of it, but never into each other', async () => {
    await move('2026-03-01');
    const [now, first] = (await profile()).positions;
    const as = (position: typeof now) => ({
      unitId: position?.unitId ?? '',
      jobPosition: 'Văn thư',
      rank: null,
      leadership: null,
      appointedOn: null,
      staffCategory: 'vien_chuc' as const,
      decisionNo: null,
      validFrom: position?.validFrom ?? '',
      validTo: position?.validTo ?? null,
    });
    await career().correct(hr, id, first?.id ?? '', as(first));
    expect((await profile()).positions[1]).toMatchObject({
      jobPosition: 'Văn thư',
      staffCategory: 'vien_chuc',
    });
    const earlier = { ...as(now), validFrom: '2026-02-01' };
    await expect(career().correct(hr, id, now?.id ?? '', earlier)).rejects.toEqual(
      new Failure('position_days_taken', {
        ...{ job: 'Văn thư', unit: 'Xã An Bình', from: '01/07/2025', to: '28/02/2026' },
      }),
    );
    expect((await profile()).positions).toHaveLength(2);
  });

  it('never share a day, whoever writes them', async () => {
    await expect(
      test.sql.rows(
        `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to)
         values (gen_random_uuid(), $1, $2, 'x', '2025-07-10', '2025-07-20')`,
        [id, at.communeA],
      ),
    ).rejects.toThrow('position_one_at_a_time');
  });

  it('are seen and changed in one’s own scope only', async () => {
    const other = await sample.actor('hr', at.communeB);
    const inspector = await sample.actor('instructor', at.province);
    await expect(profile(other)).rejects.toEqual(NOT_FOUND);
    await expect(profile(inspector)).rejects.toEqual(NOT_FOUND);
    await expect(move('2026-03-01', {}, other)).rejects.toEqual(NOT_FOUND);
    await expect(
      career().leave(other, id, { effectiveOn: '2026-08-01', reason: 'x' }),
    ).rejects.toEqual(NOT_FOUND);
    const hrOfA = await sample.actor('hr', at.communeA);
    await expect(move('2026-03-01', {}, hrOfA)).rejects.toEqual(NOT_FOUND);
    expect((await profile(hrOfA)).mayManage).toBe(true);
  });
});
