/** The room of the working calendar: public holidays and weekends that are worked in exchange. */
import { z } from 'zod';
import { day, id, ok, params, text } from './common';
import { endpoint } from './endpoint';

/** holiday: nobody works · working_swap: a Saturday or Sunday worked in exchange for another day. */
export const HOLIDAY_KINDS = ['holiday', 'working_swap'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

export const publicHoliday = z.object({
  id,
  day,
  kind: z.enum(HOLIDAY_KINDS),
  nameVi: z.string(),
  nameEn: z.string(),
  /** The decision behind it, or that there is none yet. */
  note: z.string().nullable(),
});
export type PublicHoliday = z.output<typeof publicHoliday>;

export const holidayInput = z.object({
  day,
  kind: z.enum(HOLIDAY_KINDS),
  nameVi: text(120),
  nameEn: text(120),
  note: text(300).nullable(),
});
export type HolidayInput = z.output<typeof holidayInput>;

export const holidayEndpoints = {
  listHolidays: endpoint({
    method: 'GET',
    path: '/api/holidays',
    summary: 'The days by which time limits in working days are counted, in order.',
    /** `mayChange`: only whoever administers a top unit; the calendar is one for everybody. */
    response: z.object({ items: z.array(publicHoliday), mayChange: z.boolean() }),
    permission: 'unit.manage',
    errors: [],
  }),
  addHoliday: endpoint({
    method: 'POST',
    path: '/api/holidays',
    summary: 'Adds a public holiday, or a weekend day that is worked in exchange.',
    body: holidayInput,
    response: z.object({ id }),
    permission: 'unit.manage',
    errors: ['not_permitted', 'holiday_exists', 'swap_not_on_weekend'],
  }),
  removeHoliday: endpoint({
    method: 'DELETE',
    path: '/api/holidays/:holidayId',
    summary: 'Removes a day; time limits that were counted stay as they are.',
    params: params('holidayId'),
    response: ok,
    permission: 'unit.manage',
    errors: ['not_permitted', 'not_found'],
  }),
};
