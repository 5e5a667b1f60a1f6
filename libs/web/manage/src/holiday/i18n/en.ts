/** The English words of the working calendar. */
import type { Dictionary } from '@tap-huan/web/ui';
import type { vi } from './vi';

export const en: Dictionary<typeof vi> = {
  title: 'Public holidays',
  sub: 'Time limits in working days leave out Saturdays, Sundays and these days.',
  caption: 'Public holidays and days worked in exchange',
  add: 'Add a day',
  year: 'Year',
  yearOf: 'Year {{year}}',
  day: 'Day',
  weekday: 'Weekday',
  kind: 'Kind',
  name: 'Name',
  note: 'Note',
  actions: 'Actions',
  holiday: 'Day off',
  working_swap: 'Worked',
  remove: 'Remove',
  removeOf: 'Remove {{day}}',
  removeHeading: 'Remove {{day}} from the calendar?',
  removeConsequence:
    '{{name}}. Time limits are counted anew from now on; those counted before stay as they are.',
  removeConfirm: 'Remove this day',
  removed: '{{day}} was removed.',
  none: 'No day in this year yet',
  noneHint: 'Add the days once the year’s official notice is out.',
  topOnly: 'The calendar is one for everybody; the administrator of the highest unit changes it.',
  yearly:
    'The days of Tết, the day beside National Day and exchanged days are decided for each year. Days noted as “Dự kiến” (expected) are to be corrected by the official notice.',
  try: {
    title: 'Try a time limit',
    from: 'Counted from',
    count: 'Working days',
    result: 'Last day: {{weekday}}, {{day}}',
    wrong: 'Enter a day and 1 to 60 working days.',
    uncovered: 'The calendar has no holidays of {{year}} yet; only weekends are left out.',
  },
  form: {
    title: 'Add a day to the calendar',
    kindHoliday: 'Day off',
    kindSwap: 'Worked in exchange (Saturday, Sunday)',
    nameVi: 'Vietnamese name',
    nameEn: 'English name',
    note: 'Decision, note',
    noteHint: 'E.g. number of the notice, the day that was exchanged',
    save: 'Add the day',
    saved: '{{day}} was added.',
  },
};
