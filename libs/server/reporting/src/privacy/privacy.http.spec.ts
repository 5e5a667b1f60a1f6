/** Corrections from the question to the answer, and the copy of one's own data. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { privacyEndpoints as endpoints } from '@tap-huan/contract';
import { RecordsWorld } from '../testing/records-world';

type Somebody = Awaited<ReturnType<RecordsWorld['person']>>;

describe('personal data', () => {
  let world: RecordsWorld;
  let [hr, stranger, learner]: Somebody[] = [];

  beforeAll(async () => {
    world = await RecordsWorld.found();
    const province = await world.unit('Tỉnh', 'province', null);
    const commune = await world.unit('Xã An', 'commune', province);
    const other = await world.unit('Xã Bình', 'commune', province);
    hr = await world.person('hr', commune, 'Trần Thị Nhân Sự');
    stranger = await world.person('hr', other, 'Người ngoài');
    learner = await world.person('learner', commune, 'Nguyễn Văn An');
    await world.officer(
      'Nguyễn Văn An',
      [{ unitId: commune, from: '2025-07-01' }],
      learner.accountId,
    );
  });
  afterAll(() => world.test.close());

  const ask = () =>
    learner!.browser.call(endpoints.askCorrection, {
      body: {
        field: 'birth_date',
        present: '1990',
        wanted: '05/06/1990',
        ground: 'Theo giấy khai sinh',
      },
    });

  it('is corrected on request: asked, acknowledged, answered, once', async () => {
    world.test.clock.set(new Date('2026-11-27T03:00:00Z'));
    const asked = await ask();
    // Asked on a Friday: two working days end on Tuesday.
    expect(asked).toMatchObject({ state: 'asked', acknowledgeBy: '2026-12-01', late: false });
    const params = { correctionId: asked.id };
    expect((await stranger!.browser.try(endpoints.acknowledgeCorrection, { params })).status).toBe(
      404,
    );
    world.test.clock.set(new Date('2026-12-02T03:00:00Z'));
    const { items } = await hr!.browser.call(endpoints.listCorrections, {
      query: { state: 'open' },
    });
    expect(items).toMatchObject([{ fullName: 'Nguyễn Văn An', unitName: 'Xã An', late: true }]);
    await hr!.browser.call(endpoints.acknowledgeCorrection, { params });
    await hr!.browser.call(endpoints.acknowledgeCorrection, { params });
    const seen = await learner!.browser.call(endpoints.listMyCorrections, {});
    expect(seen.items[0]).toMatchObject({
      state: 'acknowledged',
      acknowledgedByName: 'Trần Thị Nhân Sự',
      late: false,
    });
    const body = { state: 'corrected' as const, answer: 'Đã sửa theo giấy khai sinh' };
    await hr!.browser.call(endpoints.answerCorrection, { params, body });
    const again = await hr!.browser.try(endpoints.answerCorrection, { params, body });
    expect(again.problem?.code).toBe('correction_closed');
    const late = await hr!.browser.try(endpoints.acknowledgeCorrection, { params });
    expect(late.problem?.code).toBe('correction_closed');
    const open = await hr!.browser.call(endpoints.listCorrections, { query: { state: 'open' } });
    expect(open.total).toBe(0);
    const closed = await hr!.browser.call(endpoints.listCorrections, {
      query: { state: 'closed' },
    });
    expect(closed.items[0]?.answer).toBe('Đã sửa theo giấy khai sinh');
  });

  it('is waited for over a public holiday', async () => {
    world.test.clock.set(new Date('2026-08-28T03:00:00Z'));
    // A Friday; Monday is off in exchange, then come National Day and the day before it.
    expect(await ask()).toMatchObject({ acknowledgeBy: '2026-09-04', late: false });
    world.test.clock.set(new Date('2026-12-02T03:00:00Z'));
  });

  it('is not in the queue of HR elsewhere', async () => {
    await ask();
    const { items, total } = await stranger!.browser.call(endpoints.listCorrections, { query: {} });
    expect([items, total]).toEqual([[], 0]);
  });

  it('is taken along as a ZIP, without secrets', async () => {
    const { status, bytes, headers } = await learner!.browser.try(endpoints.readMyData, {});
    expect([status, bytes.subarray(0, 2).toString(), headers['content-type']]).toEqual([
      200,
      'PK',
      'application/zip',
    ]);
    const names = ['du-lieu.json', 'ho-so-hoc-tap.xlsx', 'doc-truoc.txt'];
    for (const name of names) expect(bytes.includes(name)).toBe(true);
    expect(bytes.includes('password')).toBe(false);
  });

  it('has no copy for an account that is no officer', async () => {
    const nobody = await world.person('learner', hr!.grants[0]?.unitId ?? '', 'Không là cán bộ');
    expect((await nobody.browser.try(endpoints.readMyData, {})).status).toBe(404);
    expect((await nobody.browser.call(endpoints.listMyDisclosures, { query: {} })).total).toBe(0);
  });
});
