/** The room of notices: who is told what, in which words, by mail or only in the product, and of calendars. */
import { z } from 'zod';
import { id, instant, language, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { ROUTES } from './routes';

/**
 * assigned, due_soon, due_today, overdue: to the officer. escalation: to the officer's superior. certificate_ready,
 * appeal_answered: to the officer. digest: to HR, once a week. list_ready: to HR, by the rhythm of a saved list.
 * leader_due, leader_overdue: to a leader, of the twelve months of Decree 171/2025 art. 16.2.
 */
export const NOTICE_KINDS = [
  'assigned',
  'due_soon',
  'due_today',
  'overdue',
  'escalation',
  'certificate_ready',
  'appeal_answered',
  'digest',
  'list_ready',
  'leader_due',
  'leader_overdue',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** none: in the product only; skipped: done before the mail went out. */
export const MAIL_STATES = ['none', 'waiting', 'sent', 'failed', 'skipped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail did not go out. */
export const MAIL_FAULTS = ['refused', 'unreachable', 'other'] as const;

/** The words that a template of a kind may hold as `{{word}}`. */
export const TEMPLATE_WORDS = {
  assigned: ['name', 'title', 'count', 'list', 'link', 'academy'],
  due_soon: ['name', 'title', 'count', 'list', 'link', 'academy'],
  due_today: ['name', 'title', 'count', 'list', 'link', 'academy'],
  overdue: ['name', 'title', 'count', 'list', 'link', 'academy'],
  escalation: ['name', 'count', 'list', 'link', 'academy'],
  certificate_ready: ['name', 'title', 'number', 'link', 'academy'],
  appeal_answered: ['name', 'title', 'link', 'academy'],
  digest: ['name', 'unit', 'overdue', 'soon', 'done', 'list', 'link', 'academy'],
  list_ready: ['name', 'title', 'lines', 'sender', 'link', 'academy'],
  leader_due: ['name', 'post', 'appointed', 'due', 'left', 'link', 'academy'],
  leader_overdue: ['name', 'post', 'appointed', 'due', 'left', 'link', 'academy'],
} as const satisfies Record<NoticeKind, readonly string[]>;
export type TemplateWord = (typeof TEMPLATE_WORDS)[NoticeKind][number];

const kind = z.enum(NOTICE_KINDS);
const mailAddress = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u);

export const myNotice = z.object({
  id,
  kind,
  title: z.string(),
  body: z.string(),
  /** Address in the web app of what it is about; null where the notice says everything. */
  path: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type MyNotice = z.output<typeof myNotice>;

export const noticePreferences = z.object({
  /** Own address; null: the one in the staff record. */
  email: z.string().nullable(),
  /** Of the staff record. */
  staffEmail: z.string().nullable(),
  /** Kinds that come without a mail. */
  mailOff: z.array(kind),
  /** Kinds that this account can be sent at all. */
  kinds: z.array(kind),
  /** Whether the academy sends mails. */
  mailOn: z.boolean(),
  /** When the present calendar link was made; null where there is none. */
  calendarSince: instant.nullable(),
  /** When a calendar program last asked for it. */
  calendarReadAt: instant.nullable(),
});
export type NoticePreferences = z.output<typeof noticePreferences>;

export const noticeRow = z.object({
  id,
  kind,
  fullName: z.string(),
  unitName: z.string().nullable(),
  title: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
  mailState: z.enum(MAIL_STATES),
  mailFault: z.enum(MAIL_FAULTS).nullable(),
  mailSentAt: instant.nullable(),
});
export type NoticeRow = z.output<typeof noticeRow>;

export const noticeTemplate = z.object({
  kind,
  language,
  subject: z.string(),
  body: z.string(),
  /** Whether somebody has changed it; otherwise it is the one that the product brings. */
  changed: z.boolean(),
  changedByName: z.string().nullable(),
  changedAt: instant.nullable(),
  /** The one that the product brings. */
  usual: z.object({ subject: z.string(), body: z.string() }),
  /** Made-up values of each word, for the preview. */
  sample: z.record(z.string(), z.string()),
});
export type NoticeTemplate = z.output<typeof noticeTemplate>;

const days = (max: number) => z.number().int().min(1).max(max);
export const noticeSchedule = z.object({
  /** Days before the due day; each reminds once. */
  beforeDays: z.array(days(90)).max(5),
  /** The same for leaders' twelve months, of which a programme of weeks takes its part. */
  leaderBeforeDays: z.array(days(330)).max(5),
  /** Days between two reminders once it is overdue. */
  overdueEvery: days(60),
  /** How often at most; 0: never. */
  overdueTimes: z.number().int().min(0).max(20),
  /** Days overdue after which the superior is told. */
  escalateAfter: days(120),
  escalateEvery: days(60),
  /** How often at most; 0: never. */
  escalateTimes: z.number().int().min(0).max(20),
  /** 1 is Monday; null: no digest. */
  digestWeekday: z.number().int().min(1).max(7).nullable(),
  /** Hour in Vietnam before which no reminder of the day goes out. */
  hour: z.number().int().min(0).max(23),
});
export type NoticeSchedule = z.output<typeof noticeSchedule>;

/** As the product brings it. */
export const USUAL_SCHEDULE: NoticeSchedule = {
  beforeDays: [7, 1],
  leaderBeforeDays: [180, 90, 30, 7],
  overdueEvery: 7,
  overdueTimes: 4,
  escalateAfter: 7,
  escalateEvery: 14,
  escalateTimes: 2,
  digestWeekday: 1,
  hour: 7,
};

const templateParams = z.object({ kind, language });

export const notificationEndpoints = {
  listMyNotices: endpoint({
    ...ROUTES.listMyNotices,
    summary: 'Own notices, the newest first.',
    query: pageQuery.extend({ unread: z.enum(['true', 'false']).optional() }),
    response: pageOf(myNotice).extend({ unread: z.number().int() }),
    permission: 'signed_in',
    errors: [],
  }),
  countMyNotices: endpoint({
    ...ROUTES.countMyNotices,
    summary: 'How many own notices are not read yet.',
    response: z.object({ unread: z.number().int() }),
    permission: 'signed_in',
    errors: [],
  }),
  markMyNoticesRead: endpoint({
    ...ROUTES.markMyNoticesRead,
    summary: 'Marks own notices as read: those named, or all.',
    body: z.object({ ids: z.array(id).max(200).nullable() }),
    response: z.object({ unread: z.number().int() }),
    permission: 'signed_in',
    errors: [],
  }),
  readMyNoticePreferences: endpoint({
    ...ROUTES.readMyNoticePreferences,
    summary: 'Which notices come by mail, and to which address.',
    response: noticePreferences,
    permission: 'signed_in',
    errors: [],
  }),
  saveMyNoticePreferences: endpoint({
    ...ROUTES.saveMyNoticePreferences,
    summary: 'Chooses which notices come by mail, and to which address.',
    body: z.object({ email: mailAddress.nullable(), mailOff: z.array(kind).max(20) }),
    response: ok,
    permission: 'signed_in',
    errors: [],
  }),
  makeMyCalendar: endpoint({
    ...ROUTES.makeMyCalendar,
    summary: 'Makes a secret calendar link of the own due days, shown once; an earlier one ends.',
    response: z.object({ url: z.string() }),
    permission: 'signed_in',
    errors: [],
  }),
  endMyCalendar: endpoint({
    ...ROUTES.endMyCalendar,
    summary: 'Ends the calendar link.',
    response: ok,
    permission: 'signed_in',
    errors: [],
  }),
  readCalendar: endpoint({
    method: 'GET',
    path: '/api/calendar/:token/tap-huan.ics',
    summary: 'The due days of whoever made the link, for calendar programs.',
    params: z.object({ token: z.string().min(1).max(100) }),
    file: 'text/calendar',
    permission: 'public',
    errors: ['not_found', 'too_many_requests'],
  }),
  listNotices: endpoint({
    method: 'GET',
    path: '/api/notices',
    summary: 'Notices to people of the own subtree, and what became of their mails.',
    query: pageQuery.extend({
      kind: kind.optional(),
      mailState: z.enum(MAIL_STATES).optional(),
      unitId: id.optional(),
    }),
    response: pageOf(noticeRow),
    permission: 'completion.read',
    errors: [],
  }),
  readNotice: endpoint({
    method: 'GET',
    path: '/api/notices/:noticeId',
    summary: 'The words of a notice, as sent where a mail went out.',
    params: params('noticeId'),
    response: noticeRow.extend({ body: z.string(), mailTo: z.string().nullable() }),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  resendNotice: endpoint({
    method: 'POST',
    path: '/api/notices/:noticeId/mail',
    summary: 'Tries a mail that failed once more, to the present address.',
    params: params('noticeId'),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'mail_not_failed', 'no_mail_address', 'mail_not_set_up'],
  }),
  listNoticeTemplates: endpoint({
    method: 'GET',
    path: '/api/notice-templates',
    summary: 'The words of every kind of notice in both languages.',
    response: z.object({
      items: z.array(noticeTemplate),
      /** Words hold for the whole academy: whoever looks after all of it may change them. */
      mayChange: z.boolean(),
      mailOn: z.boolean(),
    }),
    permission: 'enrolment.assign',
    errors: [],
  }),
  saveNoticeTemplate: endpoint({
    method: 'PUT',
    path: '/api/notice-templates/:kind/:language',
    summary: 'Changes the words of a kind of notice.',
    params: templateParams,
    body: z.object({ subject: text(200), body: text(4_000) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['unknown_placeholder'],
  }),
  resetNoticeTemplate: endpoint({
    method: 'DELETE',
    path: '/api/notice-templates/:kind/:language',
    summary: 'Goes back to the words that the product brings.',
    params: templateParams,
    response: ok,
    permission: 'enrolment.assign',
    errors: [],
  }),
  tryNoticeTemplate: endpoint({
    method: 'POST',
    path: '/api/notice-templates/:kind/:language/trial',
    summary: 'Sends words, with made-up values, to the own address.',
    params: templateParams,
    body: z.object({ subject: text(200), body: text(4_000) }),
    response: z.object({ to: z.string() }),
    permission: 'enrolment.assign',
    errors: ['unknown_placeholder', 'mail_not_set_up', 'no_mail_address', 'mail_not_sent'],
  }),
  readNoticeSchedule: endpoint({
    method: 'GET',
    path: '/api/notice-schedule',
    summary: 'When reminders go out.',
    response: z.object({ schedule: noticeSchedule, mayChange: z.boolean(), mailOn: z.boolean() }),
    permission: 'enrolment.assign',
    errors: [],
  }),
  saveNoticeSchedule: endpoint({
    method: 'PUT',
    path: '/api/notice-schedule',
    summary: 'Changes when reminders go out.',
    body: noticeSchedule,
    response: ok,
    permission: 'enrolment.assign',
    errors: [],
  }),
};
