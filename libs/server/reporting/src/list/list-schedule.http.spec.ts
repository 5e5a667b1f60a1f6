/** Lists that go out by themselves: each reader's own cut, once a day, never to whoever has left. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type InputOf, type ListDefinition } from '@tap-huan/contract';
import { RecordsWorld } from '../testing/records-world';
import { ListRounds } from './list-round.service';

type Somebody = Awaited<ReturnType<RecordsWorld['person']>>;
type Rhythm = Omit<InputOf<typeof endpoints.setListSchedule>['body'], 'recipientIds'>;

/** Monday at seven; the clock stands at nine of a Monday. */
const WEEKLY: Rhythm = { every: 'week', weekday: 1, monthDay: 1, hour: 7 };
const NEXT_MONDAY = new Date('2026-11-30T00:00:30Z');

describe('lists that go out by themselves', () => {
  let world: RecordsWorld;
  let [province, communeA, communeB] = ['', '', ''];
  let hr: Somebody;
  let hrA: Somebody;
  let hrB: Somebody;
  let stranger: Somebody;
  let listId = '';

  beforeAll(async () => {
    world = await RecordsWorld.found();
    province = await world.unit('Tỉnh', 'province', null);
    communeA = await world.unit('Xã An', 'commune', province);
    communeB = await world.unit('Xã Bình', 'commune', province);
    const foreign = await world.unit('Tỉnh Khác', 'province', null);
    hr = await world.person('hr', province, 'Nhân sự tỉnh');
    hrA = await world.person('hr', communeA, 'Nhân sự xã An');
    hrB = await world.person('hr', communeB, 'Nhân sự xã Bình');
    stranger = await world.person('hr', foreign, 'Nhân sự tỉnh khác');
    await world.officer('Đặng Thị Dung', [{ unitId: communeA, from: '2020-01-01' }]);
    await world.officer('Nguyễn Văn Ân', [{ unitId: communeA, from: '2020-01-01' }]);
  });
  afterAll(() => world.test.close());

  beforeEach(async () => {
    world.test.clock.set(new Date('2026-11-23T02:00:00Z'));
    // Of the province: the communes' HR sees its own part of it.
    const definition: ListDefinition = {
      subject: 'officers',
      unitId: province,
      columns: ['fullName'],
      filters: [],
      sort: [],
    };
    const body = { name: 'Cán bộ', shared: false, unitId: province, definition };
    listId = (await hr.browser.call(endpoints.createSavedList, { body })).id;
  });

  const set = (people: Somebody[], rhythm: Partial<Rhythm> = {}) =>
    hr.browser.try(endpoints.setListSchedule, {
      params: { listId },
      body: { ...WEEKLY, ...rhythm, recipientIds: people.map(({ accountId }) => accountId) },
    });
  const run = () => world.test.get(ListRounds).run();
  const sent = async () => {
    const { items } = await hr.browser.call(endpoints.listListSendings, {
      params: { listId },
      query: {},
    });
    return items.map(({ fullName, state, lines, day }) => `${day} ${fullName}: ${state} ${lines}`);
  };

  it('begin at the next time, count what each reader may see, and never go out twice', async () => {
    expect((await set([hr, hrA, hrB])).status).toBe(200);
    // This morning's seven o'clock was before the schedule.
    expect(await run()).toBe(0);
    world.test.clock.set(NEXT_MONDAY);
    // Two processes at once share the work between them.
    const [one, other] = await Promise.all([run(), run()]);
    expect(one + other).toBe(3);
    expect(await run()).toBe(0);
    expect((await sent()).toSorted()).toEqual([
      '2026-11-30 Nhân sự tỉnh: waiting 2',
      '2026-11-30 Nhân sự xã An: waiting 2',
      '2026-11-30 Nhân sự xã Bình: nothing 0',
    ]);
    // Somebody who comes later gets the next one; another hour of the same day is the same day.
    const late = await world.person('hr', communeA, 'Nhân sự đến sau');
    expect((await set([hr, hrA, hrB, late], { hour: 9 })).status).toBe(200);
    world.test.clock.set(new Date('2026-11-30T03:00:00Z'));
    await run();
    expect(await sent()).toHaveLength(4);
    expect((await sent()).filter((line) => line.includes('đến sau'))).toHaveLength(1);
  });

  it('are handed over as an event, and what became of the message is seen', async () => {
    await set([hrA]);
    world.test.clock.set(NEXT_MONDAY);
    await run();
    const sending = await world.test.sql.one<{ id: string; told: number }>(
      `select s.id, (select count(*)::int from platform.outbox o
                      where o.event = 'ListReady' and o.payload ->> 'sendingId' = s.id::text) as told
         from reporting.list_sending s join reporting.list_schedule l on l.id = s.schedule_id
        where l.list_id = $1`,
      [listId],
    );
    expect(sending.told).toBe(1);
    for (const [state, shown] of [
      ['none', 'told'],
      ['sent', 'sent'],
      ['failed', 'mail_failed'],
      ['skipped', 'closed'],
    ]) {
      await world.test.sql.rows(
        `insert into notification.message (id, account_id, kind, key, params, created_at, mail_state)
         values ($1, $2, 'list_ready', $3, '{}', now(), $4)
             on conflict (key) do update set mail_state = excluded.mail_state`,
        [randomUUID(), hrA.accountId, `list_ready:${sending.id}`, state],
      );
      expect(await sent()).toEqual([`2026-11-30 Nhân sự xã An: ${shown} 2`]);
    }
  });

  it('send nothing to whoever has left or looks after nothing, and stop with their owner', async () => {
    const leaver = await world.person('hr', communeA, 'Người nghỉ việc');
    const moved = await world.person('hr', communeB, 'Người chuyển việc');
    await set([leaver, moved]);
    await world.test.sql.rows(`update identity.account set disabled_at = now() where id = $1`, [
      leaver.accountId,
    ]);
    await world.test.sql.rows(`delete from identity.access_grant where account_id = $1`, [
      moved.accountId,
    ]);
    world.test.clock.set(NEXT_MONDAY);
    await run();
    expect((await sent()).toSorted()).toEqual([
      '2026-11-30 Người chuyển việc: no_scope 0',
      '2026-11-30 Người nghỉ việc: closed 0',
    ]);
    await world.test.sql.rows(`update identity.account set disabled_at = now() where id = $1`, [
      hr.accountId,
    ]);
    world.test.clock.set(new Date('2026-12-07T00:00:30Z'));
    expect(await run()).toBe(0);
    await world.test.sql.rows(`update identity.account set disabled_at = null where id = $1`, [
      hr.accountId,
    ]);
  });

  it('rest, begin again without what was missed, and end', async () => {
    await set([hrA], { every: 'day' });
    const pause = (paused: boolean) =>
      hr.browser.call(endpoints.pauseListSchedule, { params: { listId }, body: { paused } });
    const read = async () =>
      (await hr.browser.call(endpoints.readListSchedule, { params: { listId } })).schedule;
    expect((await read())?.nextAt).toBe('2026-11-24T00:00:00.000Z');
    await pause(true);
    expect((await read())?.nextAt).toBeNull();
    world.test.clock.set(new Date('2026-11-25T02:00:00Z'));
    expect(await run()).toBe(0);
    await pause(false);
    expect(await run()).toBe(0);
    // The worker was away for days: once for the last time, not for each.
    world.test.clock.set(new Date('2026-11-28T02:00:00Z'));
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    await hr.browser.call(endpoints.removeListSchedule, { params: { listId } });
    expect(await read()).toBeNull();
    world.test.clock.set(NEXT_MONDAY);
    expect(await run()).toBe(0);
    // A list that is removed takes its schedule with it.
    await set([hrA], { every: 'day' });
    await hr.browser.call(endpoints.removeSavedList, { params: { listId } });
    const left = await world.test.sql.rows(
      `select 1 from reporting.list_schedule where list_id = $1`,
      [listId],
    );
    expect(left).toEqual([]);
  });

  it('say in words that a list asks for what there is no more', async () => {
    await set([hrA]);
    await world.test.sql.rows(
      `update reporting.saved_list set definition = jsonb_set(definition, '{columns}', '["passwordHash"]')
        where id = $1`,
      [listId],
    );
    world.test.clock.set(NEXT_MONDAY);
    await run();
    expect(await sent()).toEqual(['2026-11-30 Nhân sự xã An: not_valid 0']);
  });

  it('go only to people of the own subtree, who then see the list and their part of it', async () => {
    expect((await set([stranger])).status).toBe(404);
    const find = async (who: Somebody, search: string, id: string) =>
      (
        await who.browser.call(endpoints.findListRecipients, {
          params: { listId: id },
          query: { search },
        })
      ).items.map(({ fullName }) => fullName);
    expect(await find(hr, 'xa binh', listId)).toContain('Nhân sự xã Bình');
    expect(await find(hr, 'khac', listId)).toEqual([]);
    expect(await find(hr, '%', listId)).toEqual([]);

    await set([hrB]);
    const { items } = await hrB.browser.call(endpoints.listSavedLists, {});
    const mine = items.find(({ id }) => id === listId);
    expect(mine).toMatchObject({ own: false, ownerName: 'Nhân sự tỉnh' });
    const { total } = await hrB.browser.call(endpoints.runList, {
      body: { definition: mine!.definition },
    });
    expect(total).toBe(0);
    expect(
      (await hrA.browser.call(endpoints.listSavedLists, {})).items.map(({ id }) => id),
    ).not.toContain(listId);
    // Its reader does not see to whom else it goes, nor may stop it.
    for (const endpoint of [endpoints.readListSchedule, endpoints.removeListSchedule]) {
      expect((await hrB.browser.try(endpoint, { params: { listId } })).status).toBe(404);
    }
  });
});
