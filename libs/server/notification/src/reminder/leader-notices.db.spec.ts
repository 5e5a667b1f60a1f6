/** The leaders' twelve months as notices, on a real database: who is told what and when, and who is left alone. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { leaderStanding } from '@tap-huan/rules';
import { KnownPeopleModule, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { MailRound } from '../mail/mail-round.service';
import { NotificationModule } from '../notification.module';
import { Desk, type TestOfficer } from '../testing/desk';
import { Reminders } from './reminders.service';

/** Noon in Vietnam. */
const noon = (day: string): Date => new Date(`${day}T05:00:00Z`);

describe('notices of the leaders’ twelve months', () => {
  let test: TestModule;
  let desk: Desk;
  let province: string;
  let commune: string;
  const run = (day: string) => {
    test.clock.set(noon(day));
    return test.get(Reminders).run();
  };
  const leader = async (appointedOn: string | null, fullName = 'Lê Thị Ánh') => {
    const one = await desk.officer({ unitId: commune, fullName, leadership: 'Phó Giám đốc' });
    await test.sql.rows(
      `update organisation.position set appointed_on = $2 where officer_id = $1`,
      [one.officerId, appointedOn],
    );
    return one;
  };
  const told = async (prefix: string) =>
    (await desk.told()).filter((line) => line.startsWith(prefix));

  beforeEach(async () => {
    test = await testModule(NotificationModule, KnownPeopleModule);
    await test.http();
    desk = new Desk(test);
    province = await desk.unit('Tỉnh Thử');
    commune = await desk.unit('Xã Mẫu', province);
  });
  afterEach(() => test.close());

  it('tells a new leader at the outset, then on each step, on the last day and after it, each once', async () => {
    await leader('2026-03-01');
    const made: Record<string, number> = {};
    const days = ['2026-03-02', '2026-03-03', '2026-08-31', '2026-09-02', '2026-09-03'];
    days.push('2026-12-01', '2027-02-28', '2027-03-01', '2027-03-02', '2027-03-03', '2027-03-09');
    for (const day of days) made[day] = await run(day);
    expect(made).toEqual({
      ...{ '2026-03-02': 1, '2026-03-03': 0, '2026-08-31': 0, '2026-09-02': 1, '2026-09-03': 0 },
      ...{ '2026-12-01': 1, '2027-02-28': 1, '2027-03-01': 1, '2027-03-02': 1, '2027-03-03': 0 },
      '2027-03-09': 1,
    });
    expect(await told('leader_due')).toHaveLength(5);
    expect(await told('leader_overdue')).toHaveLength(2);
    expect(await desk.told()).toHaveLength(7);
  });

  it('says the post, the law and the days, in a mail and in the calendar', async () => {
    const { accountId, email } = await leader('2026-03-01');
    const me = await desk.signedIn(accountId, 'learner', commune);
    await run('2027-02-22');
    expect(await test.get(MailRound).run()).toBe(1);
    const [letter] = desk.mail.to(email ?? '');
    expect(letter?.subject).toBe('Hạn hoàn thành bồi dưỡng lãnh đạo, quản lý: 01/03/2027');
    expect(letter?.text).toContain('giữ chức vụ Phó Giám đốc từ ngày 01/03/2026');
    expect(letter?.text).toContain('Hạn cuối: ngày 01/03/2027 (còn 7 ngày).');
    expect(letter?.text).toContain('http://tap-huan.test/hoc/gio-boi-duong');
    const [notice] = (await me.call(endpoints.listMyNotices, { query: {} })).items;
    expect(notice).toMatchObject({ kind: 'leader_due', path: '/hoc/gio-boi-duong' });
    expect((await me.call(endpoints.readMyNoticePreferences, {})).kinds).toContain('leader_due');
    const { url } = await me.call(endpoints.makeMyCalendar, {});
    const app = await test.http();
    const { body } = await app.inject({ url: new URL(url).pathname });
    const lines = body.replace(/\r\n[ \t]/g, '').split('\r\n');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270301');
    expect(lines).toContain('SUMMARY:Hạn: Chương trình bồi dưỡng lãnh đạo\\, quản lý');
  });

  it('is quiet for who is done, exempt, bound by no rule or of an unknown day, and drops a mail that waits', async () => {
    const [done, exempt] = [await leader('2026-03-01'), await leader('2026-03-01')];
    await leader('2025-06-29');
    await leader(null);
    const staff = await leader('2026-03-01');
    await test.sql.rows(
      `update organisation.position set staff_category = 'vien_chuc' where officer_id = $1`,
      [staff.officerId],
    );
    await finish(test, done, '2026-11-01');
    await exemption(test, exempt);
    for (const day of ['2026-12-01', '2027-03-01', '2027-03-02', '2027-03-08'])
      expect(await run(day)).toBe(0);
    const late = await leader('2026-03-09');
    expect(await run('2027-03-09')).toBe(1);
    await finish(test, late, '2027-03-09');
    await test.get(MailRound).run();
    const states = await test.sql.rows(`select mail_state from notification.message`);
    expect(states).toEqual([{ mail_state: 'skipped' }]);
    // An exemption that is taken back binds again.
    await test.sql.rows(
      `update enrolment.leader_exemption set ended_at = now(), end_reason = 'Nhầm'`,
    );
    expect(await run('2027-03-10')).toBe(1);
  });

  it('counts anew from another appointment, and goes with whoever moves', async () => {
    const one = await leader('2026-03-01');
    expect(await run('2027-02-22')).toBe(1);
    await test.sql.rows(`update organisation.position set unit_id = $2 where officer_id = $1`, [
      one.officerId,
      await desk.unit('Xã Mới', province),
    ]);
    expect(await run('2027-02-23')).toBe(0);
    await test.sql.rows(
      `update organisation.position set appointed_on = '2027-02-20', leadership = 'Giám đốc' where officer_id = $1`,
      [one.officerId],
    );
    expect(await run('2027-02-24')).toBe(1);
    expect(await run('2027-03-01')).toBe(0);
  });

  it('tells the superior of an overdue leader, and HR in the week’s digest', async () => {
    const head = await desk.officer({ unitId: province, fullName: 'Đầu', leadership: 'Chủ tịch' });
    await finish(test, head, '2026-01-01');
    await leader('2025-11-24', 'Quá Hạn');
    await leader('2026-02-01', 'Sắp Hạn');
    await leader('2026-06-01', 'Còn Lâu');
    const hr = await desk.account('Phòng Đào Tạo');
    await desk.signedIn(hr, 'hr', province);
    // The 30th of November 2026 is a Monday; the first one is seven days late on the 1st of December.
    await run('2026-11-30');
    await run('2026-12-01');
    const rows = await test.sql.rows<{ kind: string; item: Record<string, unknown> }>(
      `select kind, params->'items'->0 as item from notification.message
        where kind in ('escalation', 'digest') order by kind desc`,
    );
    expect(rows).toEqual([
      {
        kind: 'escalation',
        item: expect.objectContaining({ kind: 'leader', name: 'Quá Hạn', late: 7 }),
      },
      {
        kind: 'digest',
        item: expect.objectContaining({ overdue: 0, soon: 0, leadersLate: 1, leadersSoon: 1 }),
      },
    ]);
  });

  it('has the deadline of the rule, whatever the day of the appointment', async () => {
    const days = ['2025-06-29', '2025-06-30', '2026-01-31', '2027-02-28', '2028-02-29', null];
    for (const day of days) await leader(day);
    const rows = await test.sql.rows<{ appointedOn: string | null; dueOn: string | null }>(
      `select p.appointed_on::text as "appointedOn", d.due_on::text as "dueOn"
         from organisation.present_officer p
         left join notification.duty d on d.officer_id = p.id and d.subject_kind = 'leader'
        where p.leadership is not null`,
    );
    expect(rows).toHaveLength(days.length);
    for (const { appointedOn, dueOn } of rows) {
      const facts = { appointedOn, doneOn: null, exempted: false };
      expect([appointedOn, dueOn]).toEqual([
        appointedOn,
        leaderStanding(facts, '2026-11-24').dueOn,
      ]);
    }
  });
});

/** A programme for leaders, entered in the ledger. */
async function finish(test: TestModule, { officerId }: TestOfficer, day: string): Promise<void> {
  await test.sql.rows(
    `insert into enrolment.hours_entry (id, officer_id, day, hours, source, content_group, title, organiser,
            leader_programme, state, created_at)
     values ($1, $2, $3, 4000, 'external', 'state_management', 'Lãnh đạo cấp phòng', 'Trường', true, 'approved', now())`,
    [randomUUID(), officerId, day],
  );
}

async function exemption(test: TestModule, { officerId }: TestOfficer): Promise<void> {
  await test.sql.rows(
    `insert into enrolment.leader_exemption (id, officer_id, ground, reason, created_at)
     values ($1, $2, 'old_certificate', 'Có chứng chỉ', now())`,
    [randomUUID(), officerId],
  );
}
