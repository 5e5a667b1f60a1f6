/** The room of saved lists that go out by themselves: when, to whom, and what became of each sending. */
import { z } from 'zod';
import { day, id, instant, ok, pageOf, pageQuery, params } from './common';
import { endpoint } from './endpoint';

export const LIST_RHYTHMS = ['day', 'week', 'month'] as const;

/** Most people whom one list may go to; a province has some 170 communes. */
export const LIST_RECIPIENTS_MAX = 500;

/** When a list goes out. */
export const listRhythm = z.object({
  every: z.enum(LIST_RHYTHMS),
  /** Of a week: 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  /** Of a month; a shorter one ends with its last day. */
  monthDay: z.number().int().min(1).max(31),
  /** In Việt Nam. */
  hour: z.number().int().min(0).max(23),
});
export type ListRhythm = z.output<typeof listRhythm>;

/**
 * waiting: under way. sent: as a mail. told: in the product only, there is no mail or no address. nothing: no officer in
 * the list on that day. mail_failed: the mail was not taken. closed: the account is closed. no_scope: the person looks
 * after no unit of the list any more. not_valid: the list asks for what there is no more. failed: it could not be made.
 */
export const LIST_SENDING_STATES = [
  'waiting',
  'sent',
  'told',
  'nothing',
  'mail_failed',
  'closed',
  'no_scope',
  'not_valid',
  'failed',
] as const;
export type ListSendingState = (typeof LIST_SENDING_STATES)[number];

/** Somebody who gets the list, or may. */
export const listRecipient = z.object({
  accountId: id,
  fullName: z.string(),
  /** Of the units that the person looks after. */
  unitName: z.string(),
  /** Where there is none, a notice in the product leads to the list. */
  hasAddress: z.boolean(),
  /** The account is closed, or looks after nothing: nothing is sent any more. */
  gone: z.boolean(),
});
export type ListRecipient = z.output<typeof listRecipient>;

export const listSchedule = listRhythm.extend({
  pausedAt: instant.nullable(),
  /** Null while it rests. */
  nextAt: instant.nullable(),
  recipients: z.array(listRecipient),
});
export type ListSchedule = z.output<typeof listSchedule>;

export const listSending = z.object({
  id,
  day,
  at: instant,
  fullName: z.string(),
  unitName: z.string(),
  state: z.enum(LIST_SENDING_STATES),
  /** Lines that the list had for this person. */
  lines: z.number().int(),
});
export type ListSending = z.output<typeof listSending>;

export const listScheduleEndpoints = {
  readListSchedule: endpoint({
    method: 'GET',
    path: '/api/lists/:listId/schedule',
    summary: 'When an own list goes out, and to whom.',
    params: params('listId'),
    response: z.object({
      /** Null: it does not go out. */
      schedule: listSchedule.nullable(),
      /** Whether the academy sends mails. */
      mailOn: z.boolean(),
    }),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  findListRecipients: endpoint({
    method: 'GET',
    path: '/api/lists/:listId/recipients',
    summary: 'Who may be sent an own list: people of HR in the own subtree.',
    params: params('listId'),
    query: z.object({ search: z.string().max(200).optional() }),
    response: z.object({ items: z.array(listRecipient), total: z.number().int() }),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  setListSchedule: endpoint({
    method: 'PUT',
    path: '/api/lists/:listId/schedule',
    summary: 'Sends an own list every day, week or month; a first time at the next one.',
    params: params('listId'),
    body: listRhythm.extend({ recipientIds: z.array(id).min(1).max(LIST_RECIPIENTS_MAX) }),
    response: ok,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  pauseListSchedule: endpoint({
    method: 'POST',
    path: '/api/lists/:listId/schedule/pause',
    summary:
      'Lets the sending of an own list rest, or begin again; what was missed is not sent later.',
    params: params('listId'),
    body: z.object({ paused: z.boolean() }),
    response: ok,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  removeListSchedule: endpoint({
    method: 'DELETE',
    path: '/api/lists/:listId/schedule',
    summary: 'Ends the sending of an own list; the list stays.',
    params: params('listId'),
    response: ok,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listListSendings: endpoint({
    method: 'GET',
    path: '/api/lists/:listId/sendings',
    summary: 'What was sent of an own list, to whom, and what became of it; the newest first.',
    params: params('listId'),
    query: pageQuery,
    response: pageOf(listSending),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
};
