/** The road from outbox to hearer, one contract for both backends of the queue. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { endpoints } from '@tap-huan/contract';
import { Accounts, IdentityModule } from '@tap-huan/server/identity';
import {
  type Config,
  createHttpApp,
  EventWorkerHost,
  PlatformModule,
  Sql,
  SYSTEM,
  Writer,
} from '@tap-huan/server/platform';
import { Browser, testDatabase, type TestDatabase } from '@tap-huan/server/platform/testing';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { redisServer, type RunningRedis, startRedis } from './testing/redis';
import { Desk, TrialHearers } from './testing/trial-hearers';

const FAST = {
  poll: 100,
  replayAfter: 60_000,
  replayEvery: 60_000,
  retryDelay: 20,
  lockDuration: 5_000,
  stalledInterval: 1_000,
};

@Module({})
class Root {}

const program = redisServer();

// `npm test` tells at its end what was pending.
if (!program) it.todo('the queue on Redis needs redis-server');

describe.each(program ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('the queue on %s', (backend) => {
  let database: TestDatabase;
  let config: Config;
  let redis: RunningRedis | null = null;
  let api: Awaited<ReturnType<typeof createHttpApp>>;
  let admin: Browser;
  let desk: Desk;
  let workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    if (backend === 'Redis' && program) redis = await startRedis(program);
    config = { ...database.config, redisUrl: redis?.url ?? null };
    const imports = [PlatformModule.with(config), IdentityModule];
    api = await createHttpApp({ module: Root, imports }, config);
    await api.init();
    admin = await administrator();
  });
  afterAll(async () => {
    await api?.close();
    await redis?.stop();
    await database?.drop();
  });
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    workers = [];
  });

  async function administrator(): Promise<Browser> {
    const unitId = randomUUID();
    await api.get(Sql).rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, 'T', 'Tỉnh Thử', 'province', null, $2, '2025-07-01')`,
      [unitId, unitId.replaceAll('-', '')],
    );
    const password = 'mat-khau-dung-de-thu';
    await api.get(Writer).write(SYSTEM, async (tx) => {
      const accounts = api.get(Accounts, { strict: false });
      const id = await accounts.create(tx, {
        username: 'quantri',
        fullName: 'Quản trị',
        language: 'vi',
        password,
      });
      await accounts.setGrants(tx, id, [{ role: 'administrator', unitId }]);
    });
    const browser = new Browser(api);
    await browser.call(endpoints.signIn, { body: { username: 'quantri', password } });
    return browser;
  }

  async function work(name: string, pace: Partial<typeof FAST> = {}): Promise<void> {
    const worker = await NestFactory.createApplicationContext(
      {
        module: Root,
        imports: [
          PlatformModule.with(config, undefined, { ...FAST, ...pace }),
          TrialHearers.of(name, desk),
        ],
      },
      { logger: false, abortOnError: false },
    );
    workers.push(worker);
    await worker.get(EventWorkerHost).start();
  }

  const tell = (id: string = randomUUID()): Promise<string> =>
    api.get(Writer).write(SYSTEM, async (tx) => {
      await tx.emit('LessonFinished', { enrolmentId: id, lessonKey: id });
      return id;
    });
  const tellSlow = (id: string = randomUUID()): Promise<string> =>
    api.get(Writer).write(SYSTEM, async (tx) => {
      await tx.emit('CertificateIssued', { certificateId: id });
      return id;
    });
  const dead = async () => (await admin.call(endpoints.listDeadJobs, {})).items;

  async function wipe(): Promise<void> {
    if (redis) {
      const client = new Redis(redis.url);
      const { Queue } = withBackend(createRedisBackend);
      const queue = new Queue('events', { connection: client });
      await queue.obliterate({ force: true });
      await queue.close();
      client.disconnect();
      return;
    }
    const { Queue } = withBackend(createPostgresBackend);
    const connection = { connectionString: config.databaseUrl, schema: 'queue' };
    const queue = new Queue('events', { connection });
    await queue.obliterate({ force: true });
    await queue.close();
  }

  it('brings an event to its hearer once, also where it is handed over again', async () => {
    await work('one');
    const ids = [await tell(), await tellSlow()];
    await until(() => ids.every((id) => desk.times(id) === 1));
    // As after a crash between the hand-over and its mark.
    await api.get(Sql).rows(`update platform.outbox set dispatched_at = null`);
    await until(async () => (await waiting(api)) === 0);
    const last = await tell();
    await until(() => desk.times(last) === 1);
    expect(ids.map((id) => desk.times(id))).toEqual([1, 1]);
  });

  it('tries again after a failure', async () => {
    const ids = [await tell(), await tellSlow()];
    for (const id of ids) desk.failing.set(id, 2);
    await work('one');
    await until(() => ids.every((id) => desk.times(id) === 1));
    expect(desk.tries).toHaveLength(6);
    expect(await dead()).toEqual([]);
  });

  it('shows what has failed for good to the administrator, whose Retry completes it', async () => {
    const id = await tell();
    desk.failing.set(id, 6);
    await work('one');
    await until(async () => (await dead()).length > 0);
    const [job, ...others] = await dead();
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      handler: 'enrolment.on-lesson-finished',
      event: 'LessonFinished',
      reason: 'Not today.',
      attempts: 6,
    });
    expect(desk.times(id)).toBe(0);
    const retry = (jobId = '') => admin.try(endpoints.retryJob, { params: { jobId } });
    expect((await retry(job?.id)).body).toEqual({ ok: true });
    await until(() => desk.times(id) === 1);
    await until(async () => (await dead()).length === 0);
    expect((await retry(job?.id)).problem?.code).toBe('not_found');
    expect((await retry('unknown')).problem?.code).toBe('not_found');
  });

  it('is only a scratch pad: what was wiped is handed over again from the outbox', async () => {
    const id = await tell();
    desk.failing.set(id, 1);
    // The queue itself would come back to it after a minute.
    await work('one', { retryDelay: 60_000, replayAfter: 300, replayEvery: 100 });
    await until(() => desk.tries.length === 1);
    await sleep(800);
    expect(desk.tries).toHaveLength(1);
    await wipe();
    await until(() => desk.times(id) === 1);
    await sleep(800);
    expect(desk.times(id)).toBe(1);
  });

  it('comes back by itself to what it had given up, and more and more rarely', async () => {
    const id = await tell();
    desk.failing.set(id, 6);
    await work('one', { replayAfter: 300, replayEvery: 100 });
    await until(() => desk.times(id) === 1);
    expect(desk.tries).toHaveLength(7);
    await until(async () => (await dead()).length === 0);

    const old = await tell();
    desk.failing.set(old, 100);
    await api.get(Sql).rows(
      `update platform.outbox set emitted_at = now() - interval '1 day' where dispatched_at is null or id in (
               select id from platform.outbox where payload->>'enrolmentId' = $1)`,
      [old],
    );
    await until(async () => (await dead()).length === 1);
    const tries = desk.tries.length;
    await sleep(1_000);
    expect(desk.tries).toHaveLength(tries);
  });

  it('does nothing twice where the queue has forgotten what was done', async () => {
    await work('one');
    const ids = [await tell(), await tellSlow()];
    await until(() => ids.every((id) => desk.times(id) === 1));
    await wipe();
    await api.get(Sql).rows(`update platform.outbox set dispatched_at = null`);
    await until(async () => (await waiting(api)) === 0);
    const last = [await tell(), await tellSlow()];
    await until(() => last.every((id) => desk.times(id) === 1));
    await sleep(300);
    expect(ids.map((id) => desk.times(id))).toEqual([1, 1]);
  });

  it('gives 400 events to two workers, each event to one of them', async () => {
    await Promise.all([work('one'), work('two')]);
    const told = Array.from({ length: 200 }, () => [tell(), tellSlow()]).flat();
    const ids = await Promise.all(told);
    await until(() => desk.handled.length >= 400);
    await sleep(300);
    expect(desk.handled.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(desk.handled.map(({ worker }) => worker))).toEqual(new Set(['one', 'two']));
  });
});

/** Events that have not been handed over. */
async function waiting(app: INestApplicationContext): Promise<number> {
  const { count } = await app
    .get(Sql)
    .one<{ count: number }>(
      `select count(*)::int as count from platform.outbox where dispatched_at is null`,
    );
  return count;
}

async function until(reached: () => boolean | Promise<boolean>, atMost = 20_000): Promise<void> {
  const end = Date.now() + atMost;
  while (!(await reached())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${atMost} ms.`);
    await sleep(25);
  }
}
