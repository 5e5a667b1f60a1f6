/** The room of endpoints about the running system itself. */
import { z } from 'zod';
import { id, instant, ok } from './common';
import { endpoint } from './endpoint';
import { ROLES } from './permissions';
import { ROUTES } from './routes';

export const deadJob = z.object({
  id: z.string(),
  handler: z.string(),
  event: z.string(),
  eventId: id.nullable(),
  reason: z.string(),
  attempts: z.number().int(),
  failedAt: instant,
});
export type DeadJob = z.output<typeof deadJob>;

export const platformEndpoints = {
  readHealth: endpoint({
    method: 'GET',
    path: '/api/health',
    summary: '200 once database, migrations and queue are ready.',
    response: z.object({ status: z.literal('ok'), version: z.string() }),
    permission: 'public',
    errors: [],
  }),
  readOpenApi: endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This description.',
    response: z.record(z.string(), z.unknown()),
    permission: 'public',
    errors: [],
  }),
  readAbout: endpoint({
    ...ROUTES.readAbout,
    summary:
      'What the sign-in page shows: name of the academy, and demo accounts if it is the demo.',
    response: z.object({
      academy: z.string(),
      demo: z.boolean(),
      demoAccounts: z.array(
        z.object({ username: z.string(), password: z.string(), role: z.enum(ROLES) }),
      ),
    }),
    permission: 'public',
    errors: [],
  }),
  listDeadJobs: endpoint({
    method: 'GET',
    path: '/api/jobs/dead',
    summary: 'Jobs that failed for good.',
    response: z.object({ items: z.array(deadJob) }),
    permission: 'job.manage',
    errors: [],
  }),
  retryJob: endpoint({
    method: 'POST',
    path: '/api/jobs/:jobId/retry',
    summary: 'Tries a dead job again.',
    params: z.object({ jobId: z.string().min(1).max(200) }),
    response: ok,
    permission: 'job.manage',
    errors: ['not_found'],
  }),
};
