/** The room of an officer's own hours: the year at a glance, and training elsewhere that HR shall count. */
import { z } from 'zod';
import { id, ok, params } from './common';
import { endpoint } from './endpoint';
import { hoursInput, hoursOfYear, hoursYear } from './hours';
import { media } from './learning';
import { ROUTES } from './routes';

export const myHoursEndpoints = {
  readMyHours: endpoint({
    ...ROUTES.readMyHours,
    summary: 'The own year: hours that count, those that are missing, and every entry.',
    query: z.object({ year: hoursYear.optional() }),
    response: hoursOfYear,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  uploadMyEvidence: endpoint({
    ...ROUTES.uploadMyEvidence,
    summary: 'Uploads a certificate or decision as a PDF or picture (multipart field "file").',
    upload: true,
    response: media,
    permission: 'learning.take',
    errors: ['file_too_large', 'file_kind_not_allowed'],
  }),
  readMyEvidence: endpoint({
    ...ROUTES.readMyEvidence,
    summary: 'A paper that belongs to an own entry.',
    params: params('mediaId'),
    file: 'application/octet-stream',
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  proposeHours: endpoint({
    ...ROUTES.proposeHours,
    summary: 'Asks HR to count a training elsewhere, with a paper that proves it.',
    body: hoursInput,
    response: z.object({ id }),
    permission: 'learning.take',
    errors: [
      'not_found',
      'evidence_missing',
      'hours_in_future',
      'dates_reversed',
      'hours_entered_already',
    ],
  }),
  withdrawHours: endpoint({
    ...ROUTES.withdrawHours,
    summary: 'Takes back a proposal that nobody has decided yet.',
    params: params('entryId'),
    response: ok,
    permission: 'learning.take',
    errors: ['not_found', 'hours_entry_closed'],
  }),
};
