/** Notices over HTTP: one's own, those of the scope, words and schedule of the academy, and the calendar link. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, NOTICE_KINDS, USUAL_SCHEDULE } from '@tap-huan/contract';
import { SYSTEM } from '@tap-huan/server/platform';
import {
  type Browser,
  KnownPeopleModule,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { MailRound } from './mail/mail-round.service';
import { NotificationModule } from './notification.module';
import { Reminders } from './reminder/reminders.service';
import { Desk, type TestOfficer } from './testing/desk';

describe('notices', () => {
  let test: TestModule;
  let desk: Desk;
  let commune: string;
  let officer: TestOfficer;
  let course: { courseId: string; versionId: string };
  let me: Browser;
  let hr: Browser;
  let communeHr: Browser;
  let otherHr: Browser;
  let enrolmentId: string;

  beforeAll(async () => {
    test = await testModule(NotificationModule, KnownPeopleModule);
    await test.http();
    desk = new Desk(test);
    const province = await desk.unit('Tỉnh Thử');
    commune = await desk.unit('Xã Mẫu', province);
    const other = await desk.unit('Xã Khác', province);
    course = await desk.course('Tiếp công dân', province);
    officer = await desk.officer({
      unitId: commune,
      fullName: 'Lê Thị Ánh',
      email: 'anh@tap-huan.test',
    });
    me = await desk.signedIn(officer.accountId, 'learner', commune);
    const account = async () => desk.account('Đào Tạo');
    const head = await desk.officer({ unitId: province, email: 'hr@tap-huan.test' });
    hr = await desk.signedIn(head.accountId, 'hr', province);
    communeHr = await desk.signedIn(await account(), 'hr', commune);
    otherHr = await desk.signedIn(await account(), 'hr', other);
    enrolmentId = await desk.enrol(officer, course, {
      dueOn: '2026-11-30',
      enrolledAt: '2026-11-23T01:00:00Z',
    });
    await test.get(Reminders).run();
  });
  afterAll(() => test.close());

  it('shows one’s own, counts the unread, and marks them as read', async () => {
    const { items, unread, total } = await me.call(endpoints.listMyNotices, { query: {} });
    expect({ unread, total }).toEqual({ unread: 1, total: 1 });
    expect(items[0]).toMatchObject({
      kind: 'assigned',
      title: 'Nội dung bồi dưỡng mới: Tiếp công dân',
      path: `/hoc/khoa-hoc/${enrolmentId}`,
      readAt: null,
    });
    expect(items[0]?.body).toBe(
      'Ông/bà được giao nội dung bồi dưỡng sau:\n\n– Tiếp công dân, hạn 30/11/2026, lý do: Kế hoạch năm',
    );
    await otherHr.call(endpoints.markMyNoticesRead, { body: { ids: items.map(({ id }) => id) } });
    expect(await me.call(endpoints.countMyNotices, {})).toEqual({ unread: 1 });
    expect(await me.call(endpoints.markMyNoticesRead, { body: { ids: null } })).toEqual({
      unread: 0,
    });
    const none = await me.call(endpoints.listMyNotices, { query: { unread: 'true' } });
    expect(none.items).toEqual([]);
  });

  it('shows HR those of the own subtree only', async () => {
    const { items } = await communeHr.call(endpoints.listNotices, { query: { kind: 'assigned' } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      fullName: 'Lê Thị Ánh',
      unitName: 'Xã Mẫu',
      mailState: 'waiting',
    });
    const noticeId = items[0]?.id ?? '';
    expect((await otherHr.call(endpoints.listNotices, { query: {} })).total).toBe(0);
    expect((await otherHr.try(endpoints.readNotice, { params: { noticeId } })).status).toBe(404);
    expect((await otherHr.try(endpoints.resendNotice, { params: { noticeId } })).status).toBe(404);
    const found = await hr.call(endpoints.listNotices, { query: { search: 'le thi anh' } });
    expect(found.total).toBe(1);
    const one = await hr.call(endpoints.readNotice, { params: { noticeId } });
    expect(one.body).toContain('Kính gửi ông/bà Lê Thị Ánh');
    expect(one.mailTo).toBe('anh@tap-huan.test');
  });

  it('keeps what was sent as it was sent, and sends again what failed', async () => {
    const { items } = await hr.call(endpoints.listNotices, { query: { kind: 'assigned' } });
    const params = { noticeId: items[0]?.id ?? '' };
    desk.mail.refuse('refused');
    await test.get(MailRound).run();
    desk.mail.refuse(null);
    const failed = await hr.call(endpoints.listNotices, {
      query: { mailState: 'failed', kind: 'assigned' },
    });
    expect(failed.items[0]).toMatchObject({ mailState: 'failed', mailFault: 'refused' });
    await hr.call(endpoints.resendNotice, { params });
    const twice = await hr.try(endpoints.resendNotice, { params });
    expect(twice.problem?.code).toBe('mail_not_failed');
    expect(await test.get(MailRound).run()).toBe(1);
    const save = {
      params: { kind: 'assigned', language: 'vi' },
      body: { subject: 'Khác', body: 'Khác' },
    } as const;
    await hr.call(endpoints.saveNoticeTemplate, save);
    const sent = await hr.call(endpoints.readNotice, { params });
    expect(sent).toMatchObject({
      mailState: 'sent',
      title: 'Nội dung bồi dưỡng mới: Tiếp công dân',
    });
    await hr.call(endpoints.resetNoticeTemplate, { params: save.params });
  });

  it('lets only whoever looks after the whole academy change its words, and checks their places', async () => {
    const params = { kind: 'overdue', language: 'vi' } as const;
    const body = { subject: 'Trễ: {{title}}', body: 'Chào {{name}}' };
    const list = await communeHr.call(endpoints.listNoticeTemplates, {});
    expect(list.mayChange).toBe(false);
    expect(list.items).toHaveLength(2 * NOTICE_KINDS.length);
    const refused = await communeHr.try(endpoints.saveNoticeTemplate, { params, body });
    expect(refused.problem?.code).toBe('not_permitted');
    const wrong = await hr.try(endpoints.saveNoticeTemplate, {
      params,
      body: { ...body, body: '{{number}}' },
    });
    expect(wrong.problem).toMatchObject({
      code: 'unknown_placeholder',
      params: { word: 'number' },
    });
    await hr.call(endpoints.saveNoticeTemplate, { params, body });
    const changed = (await hr.call(endpoints.listNoticeTemplates, {})).items.find(
      (one) => one.kind === 'overdue' && one.language === 'vi',
    );
    expect(changed).toMatchObject({ subject: 'Trễ: {{title}}', changed: true });
    expect(await hr.call(endpoints.tryNoticeTemplate, { params, body })).toEqual({
      to: 'hr@tap-huan.test',
    });
    expect(desk.mail.to('hr@tap-huan.test')[0]?.subject).toMatch(/^Trễ: Kỹ năng/);
    const nowhere = await communeHr.try(endpoints.tryNoticeTemplate, { params, body });
    expect(nowhere.problem?.code).toBe('no_mail_address');
  });

  it('changes the schedule for the whole academy', async () => {
    const before = await communeHr.call(endpoints.readNoticeSchedule, {});
    expect(before).toEqual({ schedule: USUAL_SCHEDULE, mayChange: false, mailOn: true });
    const schedule = { ...USUAL_SCHEDULE, beforeDays: [3, 14, 3], hour: 8 };
    expect((await communeHr.try(endpoints.saveNoticeSchedule, { body: schedule })).status).toBe(
      403,
    );
    await hr.call(endpoints.saveNoticeSchedule, { body: schedule });
    const after = await hr.call(endpoints.readNoticeSchedule, {});
    expect(after.schedule).toEqual({ ...schedule, beforeDays: [14, 3] });
  });

  it('keeps what a person wants by mail', async () => {
    const before = await me.call(endpoints.readMyNoticePreferences, {});
    expect(before).toMatchObject({ email: null, staffEmail: 'anh@tap-huan.test', mailOff: [] });
    expect(before.kinds).not.toContain('digest');
    const bad = await me.try(endpoints.saveMyNoticePreferences, {
      body: { email: 'không', mailOff: [] },
    });
    expect(bad.status).toBe(422);
    await me.call(endpoints.saveMyNoticePreferences, {
      body: { email: 'rieng@tap-huan.test', mailOff: ['assigned'] },
    });
    const after = await me.call(endpoints.readMyNoticePreferences, {});
    expect(after).toMatchObject({ email: 'rieng@tap-huan.test', mailOff: ['assigned'] });
  });

  describe('the calendar', () => {
    const tokenOf = (url: string) => /calendar\/([^/]+)\/tap-huan\.ics$/.exec(url)?.[1] ?? '';
    const ask = async (token: string) => {
      const app = await test.http();
      return app.inject({ url: `/api/calendar/${token}/tap-huan.ics` });
    };

    it('holds the open due days, for whoever has the link and nobody else', async () => {
      const token = tokenOf((await me.call(endpoints.makeMyCalendar, {})).url);
      const reply = await ask(token);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-type']).toContain('text/calendar');
      const lines = reply.body.replace(/\r\n[ \t]/g, '').split('\r\n');
      expect(lines).toEqual(
        expect.arrayContaining([
          'BEGIN:VCALENDAR',
          'DTSTART;VALUE=DATE:20261130',
          'SUMMARY:Hạn: Tiếp công dân',
          'BEGIN:VALARM',
        ]),
      );
      expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      expect((await ask('khong-co')).statusCode).toBe(404);
      const kept = JSON.stringify(await test.sql.rows(`select * from notification.calendar`));
      expect(kept).not.toContain(token);
    });

    it('ends with the next link, with ending it, and with the account', async () => {
      const first = tokenOf((await me.call(endpoints.makeMyCalendar, {})).url);
      const second = tokenOf((await me.call(endpoints.makeMyCalendar, {})).url);
      expect((await ask(first)).statusCode).toBe(404);
      expect((await ask(second)).statusCode).toBe(200);
      await test.sql.rows(`update identity.account set disabled_at = now() where id = $1`, [
        officer.accountId,
      ]);
      expect((await ask(second)).statusCode).toBe(404);
      await test.sql.rows(`update identity.account set disabled_at = null where id = $1`, [
        officer.accountId,
      ]);
      await me.call(endpoints.endMyCalendar, {});
      expect((await ask(second)).statusCode).toBe(404);
    });
  });

  describe('news', () => {
    const told = async (kind: string) => {
      const { items } = await me.call(endpoints.listMyNotices, { query: {} });
      return items.filter((one) => one.kind === kind);
    };

    it('tells whoever appealed that there is an answer, once', async () => {
      const { attemptId, appealId } = await answeredAppeal(test, officer.accountId);
      for (let time = 0; time < 2; time += 1) {
        await test.writer.write(SYSTEM, (tx) => tx.emit('AppealAnswered', { appealId }));
        await test.settle();
      }
      expect(await told('appeal_answered')).toEqual([
        expect.objectContaining({
          title: 'Đã có trả lời phúc khảo: Kiểm tra',
          path: `/hoc/ket-qua/${attemptId}`,
        }),
      ]);
    });

    it('tells the holder that a certificate is ready, and nothing of old ones', async () => {
      const ids = [
        await certificate(test, enrolmentId, commune, '2026-11-23', 7),
        await certificate(
          test,
          await desk.enrol(officer, await desk.course('Cũ', commune)),
          commune,
          '2017-06-01',
          8,
        ),
      ];
      for (const certificateId of ids) {
        await test.writer.write(SYSTEM, (tx) => tx.emit('CertificateStored', { certificateId }));
      }
      await test.settle();
      const [one, ...others] = await told('certificate_ready');
      expect(others).toEqual([]);
      expect(one?.title).toBe('Đã có giấy chứng nhận: Tiếp công dân');
      expect(one?.body).toContain('số 7');
    });
  });
});

async function certificate(
  test: TestModule,
  enrolmentId: string,
  unitId: string,
  issuedOn: string,
  number: number,
): Promise<string> {
  const id = randomUUID();
  await test.sql.rows(
    `insert into certification.certificate (id, enrolment_id, officer_id, course_id, unit_id, issuer_unit_id,
            register_year, register_seq, register_no, verify_code, state, snapshot, search_text, issued_on, issued_at)
     select $1, e.id, e.officer_id, e.course_id, $3, $3, 2026, $5, $6, $6, 'issued', '{}', '', $4, now()
       from enrolment.enrolment e where e.id = $2`,
    [id, enrolmentId, unitId, issuedOn, number, String(number)],
  );
  return id;
}

async function answeredAppeal(test: TestModule, takerId: string) {
  const [quizId, attemptId, appealId] = [randomUUID(), randomUUID(), randomUUID()];
  await test.sql.rows(
    `insert into assessment.quiz (id, bank_id, title, settings, sections, revision)
     select $1, id, 'Kiểm tra', '{}', '[]', 1 from assessment.bank limit 1`,
    [quizId],
  );
  await test.sql.rows(
    `insert into assessment.attempt (id, quiz_id, taker_id, number, preview, phase, started_at, submitted_at, paper, kinds,
            settings, title, return_path)
     values ($1, $2, $3, 1, true, 'submitted', now(), now(), '{}', '{}', '{}', 'Kiểm tra', '/')`,
    [attemptId, quizId, takerId],
  );
  await test.sql.rows(
    `insert into assessment.appeal (id, attempt_id, text, at, state, answer, answered_by, answered_at)
     values ($1, $2, 'Xin xem lại', now(), 'answered', 'Đã xem', $3, now())`,
    [appealId, attemptId, takerId],
  );
  return { attemptId, appealId };
}
