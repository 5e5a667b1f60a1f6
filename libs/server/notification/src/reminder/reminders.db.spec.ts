/** Who is told what and when, on a real database: once each, by the state of things, and never whoever is done. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnownPeopleModule, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { MailRound } from '../mail/mail-round.service';
import { NotificationModule } from '../notification.module';
import { Desk, type TestOfficer } from '../testing/desk';
import { Reminders } from './reminders.service';

/** Noon in Vietnam; the 23rd of November 2026 is a Monday. */
const noon = (day: string): Date => new Date(`${day}T05:00:00Z`);

describe('reminders', () => {
  let test: TestModule;
  let desk: Desk;
  let province: string;
  let commune: string;
  let course: { courseId: string; versionId: string };
  let officer: TestOfficer;
  const run = (day: string) => {
    test.clock.set(noon(day));
    return test.get(Reminders).run();
  };

  beforeEach(async () => {
    test = await testModule(NotificationModule, KnownPeopleModule);
    await test.http();
    desk = new Desk(test);
    province = await desk.unit('Tỉnh Thử');
    commune = await desk.unit('Xã Mẫu', province);
    course = await desk.course('Tiếp công dân', province);
    officer = await desk.officer({ unitId: commune, fullName: 'Lê Thị Ánh' });
  });
  afterEach(() => test.close());

  it('tells a new enrolment once, several of them in one message, and old ones never', async () => {
    const other = await desk.course('Văn hóa công vụ', province);
    await desk.enrol(officer, course, { dueOn: '2026-12-30', enrolledAt: '2026-11-24T04:00:00Z' });
    await desk.enrol(officer, other, { enrolledAt: '2026-11-24T04:00:00Z' });
    const late = await desk.officer({ unitId: commune });
    await desk.enrol(late, course, { enrolledAt: '2026-11-01T04:00:00Z' });
    expect(await run('2026-11-24')).toBe(1);
    expect(await run('2026-11-24')).toBe(0);
    expect(await run('2026-11-25')).toBe(0);
    const rows = await test.sql.rows<{ params: { count: number; items: { title: string }[] } }>(
      `select params from notification.message`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.params.items.map(({ title }) => title)).toEqual([
      'Tiếp công dân',
      'Văn hóa công vụ',
    ]);
  });

  it('reminds before the day, on it and after it, each step once, whatever day is missed', async () => {
    await desk.enrol(officer, course, { dueOn: '2026-12-10' });
    const made: Record<string, number> = {};
    const days = ['12-02', '12-03', '12-04', '12-08', '12-09', '12-10', '12-11', '12-12', '12-19'];
    for (const day of days) made[day] = await run(`2026-${day}`);
    expect(made).toEqual({
      ...{ '12-02': 0, '12-03': 1, '12-04': 0, '12-08': 0, '12-09': 1, '12-10': 1 },
      ...{ '12-11': 1, '12-12': 0, '12-19': 1 },
    });
    expect(await desk.told()).toEqual(
      [
        ...Array.from({ length: 2 }, () => 'due_soon: Lê Thị Ánh'),
        'due_today: Lê Thị Ánh',
        ...['overdue: Lê Thị Ánh', 'overdue: Lê Thị Ánh'],
      ].sort(),
    );
    // Past the last repeat it is quiet: HR's digest goes on to count it.
    expect(await run('2027-06-01')).toBe(0);
  });

  it('waits for the hour of the schedule', async () => {
    await desk.enrol(officer, course, { dueOn: '2026-12-10' });
    test.clock.set(new Date('2026-12-09T23:30:00Z'));
    expect(await test.get(Reminders).run()).toBe(0);
    test.clock.set(new Date('2026-12-10T00:10:00Z'));
    expect(await test.get(Reminders).run()).toBe(1);
  });

  it('is quiet for who is done, excused, withdrawn, has left or has no account', async () => {
    await desk.enrol(officer, course, { dueOn: '2026-12-10', state: 'completed' });
    const [excused, gone, silent] = [
      await desk.officer({ unitId: commune }),
      await desk.officer({ unitId: commune }),
      await desk.officer({ unitId: commune, account: false }),
    ];
    const enrolmentId = await desk.enrol(excused, course, { dueOn: '2026-12-10' });
    await assignedCase(test, province, course.courseId, {
      officer: excused,
      enrolmentId,
      state: 'exempt',
    });
    await desk.enrol(gone, course, { dueOn: '2026-12-10' });
    await test.sql.rows(
      `update organisation.position set valid_to = '2026-11-01' where officer_id = $1`,
      [gone.officerId],
    );
    await desk.enrol(silent, course, { dueOn: '2026-12-10' });
    for (const day of ['2026-12-03', '2026-12-10', '2026-12-20']) expect(await run(day)).toBe(0);
  });

  it('counts from the later day that was granted, and overdue from the grace on', async () => {
    const enrolmentId = await desk.enrol(officer, course, { dueOn: '2026-12-10' });
    await assignedCase(test, province, course.courseId, {
      ...{ officer, enrolmentId, state: 'due', extendedTo: '2026-12-20', graceDays: 5 },
    });
    expect(await run('2026-12-10')).toBe(0);
    expect(await run('2026-12-20')).toBe(1);
    expect(await run('2026-12-25')).toBe(0);
    expect(await run('2026-12-26')).toBe(1);
    expect(await desk.told()).toEqual(['due_today: Lê Thị Ánh', 'overdue: Lê Thị Ánh']);
  });

  it('tells the nearest superior who can be told, once for all people of the day', async () => {
    await desk.officer({ unitId: province, fullName: 'Chủ Tịch', leadership: 'Chủ tịch' });
    const head = await desk.officer({
      unitId: commune,
      fullName: 'Trưởng',
      leadership: 'Giám đốc',
    });
    const deputy = await desk.officer({
      unitId: commune,
      fullName: 'Phó',
      leadership: 'Phó Giám đốc',
    });
    const branch = await desk.unit('Chi nhánh Mẫu', commune);
    const far = await desk.officer({ unitId: branch });
    for (const one of [officer, far, deputy, head])
      await desk.enrol(one, course, { dueOn: '2026-12-01' });
    await run('2026-12-08');
    const told = (await desk.told()).filter((line) => line.startsWith('escalation'));
    expect(told).toEqual(['escalation: Chủ Tịch', 'escalation: Trưởng']);
    const [row] = await test.sql.rows<{ count: number }>(
      `select (params->>'count')::int as count from notification.message where account_id = $1 and kind = 'escalation'`,
      [head.accountId],
    );
    expect(row?.count).toBe(3);
    // Another head: the same step is not told again.
    await test.sql.rows(
      `update organisation.position set leadership = null, appointed_on = null where officer_id = $1`,
      [head.officerId],
    );
    await test.sql.rows(`update notification.schedule set reminded_on = null`);
    await run('2026-12-09');
    const later = (await desk.told()).filter((line) => line.startsWith('escalation'));
    expect(later).toEqual(told);
  });

  it('sends nothing when units and people are moved', async () => {
    await desk.enrol(officer, course, { dueOn: '2026-12-10' });
    await run('2026-12-03');
    const other = await desk.unit('Xã Mới', province);
    await test.sql.rows(
      `update organisation.position set valid_to = '2026-12-03' where officer_id = $1`,
      [officer.officerId],
    );
    await test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       values ($1, $2, $3, 'Chuyên viên', '2026-12-03')`,
      [randomUUID(), officer.officerId, other],
    );
    await test.sql.rows(`update notification.schedule set reminded_on = null`);
    expect(await run('2026-12-04')).toBe(0);
  });

  it('sums the week up for HR on its day, each for the own units, and says nothing of nothing', async () => {
    const hr = await desk.officer({ unitId: province, fullName: 'Phòng Đào Tạo' });
    const elsewhere = await desk.unit('Sở Khác', province);
    const quiet = await desk.officer({ unitId: elsewhere, fullName: 'Sở Khác' });
    await desk.signedIn(hr.accountId, 'hr', province);
    await desk.signedIn(quiet.accountId, 'hr', elsewhere);
    await desk.enrol(officer, course, { dueOn: '2026-10-01' });
    const second = await desk.officer({ unitId: commune });
    await desk.enrol(second, course, { dueOn: '2026-12-02' });
    await run('2026-11-29');
    expect((await desk.told()).filter((line) => line.startsWith('digest'))).toEqual([]);
    await run('2026-11-30');
    await run('2026-11-30');
    expect((await desk.told()).filter((line) => line.startsWith('digest'))).toEqual([
      'digest: Phòng Đào Tạo',
    ]);
    const [row] = await test.sql.rows<{ item: Record<string, unknown> }>(
      `select params->'items'->0 as item from notification.message where kind = 'digest'`,
    );
    expect(row?.item).toMatchObject({ overdue: 1, soon: 1, done: 0, unit: 'Tỉnh Thử' });
  });

  it('sends mails to those who want them, tries again where the server is away, and stops for who is done', async () => {
    const mails = test.get(MailRound);
    const off = await desk.officer({ unitId: commune });
    await test.sql.rows(
      `insert into notification.preference (account_id, mail_off, updated_at) values ($1, '{due_soon}', now())`,
      [off.accountId],
    );
    const done = await desk.officer({ unitId: commune });
    const refused = await desk.officer({ unitId: commune });
    for (const one of [officer, off, done, refused])
      await desk.enrol(one, course, { dueOn: '2026-12-10' });
    expect(await run('2026-12-03')).toBe(4);
    await test.sql.rows(
      `update enrolment.enrolment set state = 'completed', completed_at = now() where officer_id = $1`,
      [done.officerId],
    );
    desk.mail.refuse('unreachable');
    expect(await mails.run()).toBe(0);
    desk.mail.refuse(null);
    expect(await mails.run()).toBe(0);
    test.clock.advance(2 * 60_000);
    expect(await mails.run()).toBe(2);
    expect(await mails.run()).toBe(0);
    const [letter] = desk.mail.to(officer.email ?? '');
    expect(letter?.subject).toBe('Sắp đến hạn: Tiếp công dân');
    expect(letter?.text).toContain('– Tiếp công dân, hạn 10/12/2026, lý do: Kế hoạch năm');
    expect(letter?.text).toContain('http://tap-huan.test/hoc/khoa-hoc/');
    expect(letter?.html).toContain('<a href="http://tap-huan.test/hoc/khoa-hoc/');
    const states = await test.sql.rows<{ state: string }>(
      `select mail_state as state from notification.message order by 1`,
    );
    expect(states.map(({ state }) => state)).toEqual(['none', 'sent', 'sent', 'skipped']);
  });

  it('gives a refused address up at once', async () => {
    await desk.enrol(officer, course, { dueOn: '2026-12-10' });
    await run('2026-12-03');
    desk.mail.refuse('refused');
    await test.get(MailRound).run();
    const [row] = await test.sql.rows(
      `select mail_state, mail_fault, mail_after from notification.message`,
    );
    expect(row).toEqual({ mail_state: 'failed', mail_fault: 'refused', mail_after: null });
  });

  it('tells everybody of a large province within seconds', async () => {
    await test.sql.rows(
      `with a as (
         insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
         select gen_random_uuid(), 'so-' || n, 'Số ' || n, 'x', 'vi', now(), 'x', 'x' from generate_series(1, 5000) n
         returning id, username),
       o as (
         insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
         select gen_random_uuid(), id, username, username, 'x', 'x', '1990' from a returning id),
       p as (
         insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
         select gen_random_uuid(), id, $1, 'Chuyên viên', '2025-07-01' from o)
       insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, due_on, enrolled_at, total_lessons)
       select gen_random_uuid(), id, $2, $3, '2026-12-10', '2026-10-01', 1 from o`,
      [commune, course.courseId, course.versionId],
    );
    await Promise.all([run('2026-12-03'), run('2026-12-03')]);
    await run('2026-12-03');
    const [row] = await test.sql.rows<{ messages: number; people: number }>(
      `select count(*)::int as messages, count(distinct account_id)::int as people from notification.message`,
    );
    expect(row).toEqual({ messages: 5_000, people: 5_000 });
  });
});

interface CaseShape {
  officer: TestOfficer;
  enrolmentId: string;
  state: 'due' | 'exempt';
  extendedTo?: string;
  graceDays?: number;
}

/** An assignment with one case. */
async function assignedCase(
  test: TestModule,
  unitId: string,
  courseId: string,
  shape: CaseShape,
): Promise<void> {
  const [audienceId, assignmentId] = [randomUUID(), randomUUID()];
  await test.sql.rows(
    `insert into enrolment.audience (id, name, unit_id, rule, created_at, updated_at) values ($1, 'Mọi người', $2, '{}', now(), now())`,
    [audienceId, unitId],
  );
  await test.sql.rows(
    `insert into enrolment.assignment (id, title, unit_id, audience_id, course_id, due, grace_days, reason, state, starts_on,
            created_at, updated_at, search_text)
     values ($1, 'Giao việc', $2, $3, $4, '{"kind":"fixed","day":"2026-12-10"}', $5, 'Lý do', 'active', '2026-10-01', now(), now(), '')`,
    [assignmentId, unitId, audienceId, courseId, shape.graceDays ?? 0],
  );
  await test.sql.rows(
    `insert into enrolment.assignment_case (assignment_id, officer_id, occurrence, state, because, since, due_on,
            extended_to, enrolment_id)
     values ($1, $2, 1, $3, '{}', '2026-10-01', '2026-12-10', $4, $5)`,
    [
      assignmentId,
      shape.officer.officerId,
      shape.state,
      shape.extendedTo ?? null,
      shape.enrolmentId,
    ],
  );
}
