/** A list whose time has come: its reader is told once, by mail and in the product, and the mail names no officer. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { SYSTEM } from '@tap-huan/server/platform';
import {
  type Browser,
  KnownPeopleModule,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { MailRound } from '../mail/mail-round.service';
import { NotificationModule } from '../notification.module';
import { Desk, type TestOfficer } from '../testing/desk';

describe('a list that is ready', () => {
  let test: TestModule;
  let desk: Desk;
  let unitId = '';
  let reader: TestOfficer;
  let browser: Browser;
  const [listId, scheduleId] = [randomUUID(), randomUUID()];

  beforeAll(async () => {
    test = await testModule(NotificationModule, KnownPeopleModule);
    await test.http();
    desk = new Desk(test);
    unitId = await desk.unit('Xã Mẫu');
    reader = await desk.officer({ unitId, fullName: 'Lê Thị Ánh', email: 'anh@tap-huan.test' });
    browser = await desk.signedIn(reader.accountId, 'hr', unitId);
    await desk.officer({ unitId, fullName: 'Người Trong Danh Sách' });
    const owner = await desk.account('Trần Văn Chủ');
    await test.sql.rows(
      `insert into reporting.saved_list (id, name, owner_id, unit_id, shared, definition, revision, updated_at)
       values ($1, 'Chưa đủ 40 tiết {{link}}', $2, $3, false, '{}', 1, now())`,
      [listId, owner, unitId],
    );
    await test.sql.rows(
      `insert into reporting.list_schedule (id, list_id, every, weekday, month_day, hour, since, updated_at)
       values ($1, $2, 'day', 1, 1, 7, now(), now())`,
      [scheduleId, listId],
    );
  });
  afterAll(() => test.close());

  async function ready(accountId: string, day: string): Promise<void> {
    const sendingId = randomUUID();
    await test.sql.rows(
      `insert into reporting.list_sending (id, schedule_id, account_id, day, at, state, lines)
       values ($1, $2, $3, $4, now(), 'ready', 27)`,
      [sendingId, scheduleId, accountId, day],
    );
    // The queue may hand news over twice.
    await test.writer.write(SYSTEM, (tx) => tx.emit('ListReady', { sendingId }));
    await test.writer.write(SYSTEM, (tx) => tx.emit('ListReady', { sendingId }));
    await test.settle();
  }

  it('is told once, with where it lies and how long it is', async () => {
    await ready(reader.accountId, '2026-11-23');
    expect(await test.get(MailRound).run()).toBe(1);
    const [letter] = desk.mail.to('anh@tap-huan.test');
    expect(letter?.subject).toBe('Danh sách định kỳ: Chưa đủ 40 tiết {{link}} (27 dòng)');
    expect(letter?.text).toContain(`/quan-ly/bao-cao/danh-sach?list=${listId}`);
    expect(letter?.text).toContain('Trần Văn Chủ');
    expect(letter?.text).not.toContain('Người Trong Danh Sách');
    expect(letter?.attachments ?? []).toEqual([]);
    const { items } = await browser.call(endpoints.listMyNotices, { query: {} });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'list_ready',
      path: `/quan-ly/bao-cao/danh-sach?list=${listId}`,
    });
  });

  it('can be had without mails', async () => {
    const { kinds } = await browser.call(endpoints.readMyNoticePreferences, {});
    expect(kinds).toContain('list_ready');
    await browser.call(endpoints.saveMyNoticePreferences, {
      body: { email: null, mailOff: ['list_ready'] },
    });
    await ready(reader.accountId, '2026-11-24');
    expect(await test.get(MailRound).run()).toBe(0);
    const { items } = await browser.call(endpoints.listMyNotices, { query: {} });
    expect(items).toHaveLength(2);
  });

  it('is told to nobody whose account has been closed', async () => {
    await test.sql.rows(`update identity.account set disabled_at = now() where id = $1`, [
      reader.accountId,
    ]);
    await ready(reader.accountId, '2026-11-25');
    expect(await test.get(MailRound).run()).toBe(0);
    expect(desk.mail.to('anh@tap-huan.test')).toHaveLength(1);
  });
});
