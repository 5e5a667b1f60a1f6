/** The room where domain modules run on a test database, with a clock that tests set. */
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetClock } from '../src/clock';
import type { Config } from '../src/config/config';
import { Sql } from '../src/database/sql';
import { Writer } from '../src/database/tx';
import { httpAdapter, prepareHttp } from '../src/http/http-app';
import { Hearers } from '../src/outbox/hearers';
import { EventProcessor } from '../src/outbox/event-processor';
import { EVENTS, type EventName } from '@tap-huan/contract';
import { PlatformModule } from '../src/platform.module';
import { testDatabase } from './test-database';

export interface TestModule {
  config: Config;
  clock: SetClock;
  sql: Sql;
  writer: Writer;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** The HTTP server of these modules, made at the first call. */
  http(): Promise<NestFastifyApplication>;
  /** Delivers every event that waits in the outbox, and those that follow, without a queue. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the given modules on the platform. The clock stands at 23/11/2026 09:00 in Việt Nam. */
export async function testModule(...modules: (Type | DynamicModule)[]): Promise<TestModule> {
  const database = await testDatabase();
  const clock = new SetClock(new Date('2026-11-23T02:00:00Z'));
  const testing: TestingModule = await Test.createTestingModule({
    imports: [PlatformModule.with(database.config, clock), ...modules],
  }).compile();
  testing.useLogger(['error', 'fatal']);
  let app: NestFastifyApplication | null = null;
  if (modules.length === 0) await testing.init();
  const sql = testing.get(Sql);
  let ready: Promise<unknown> | null = null;
  const init = () => (ready ??= app ? app.init() : testing.init());

  return {
    config: database.config,
    clock,
    sql,
    writer: testing.get(Writer),
    get: (token) => testing.get(token as never, { strict: false }),
    http: async () => {
      if (!app) {
        app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(database.config));
        await prepareHttp(app, database.config);
        ready = app.init();
        await ready;
        await app.getHttpAdapter().getInstance().ready();
      }
      return app;
    },
    settle: async () => {
      await init();
      await settle(sql, testing.get(EventProcessor), testing.get(Hearers));
    },
    close: async () => {
      await (app ?? testing).close();
      await database.drop();
    },
  };
}

/** Domains that the test did not start hear nothing; that the contract names no others is a test of the whole. */
async function settle(sql: Sql, processor: EventProcessor, hearers: Hearers): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const events = await sql.rows<{ id: string; event: EventName }>(
      `update platform.outbox set dispatched_at = now() where dispatched_at is null
       returning id, event`,
    );
    if (events.length === 0) return;
    for (const { id, event } of events) {
      for (const handler of EVENTS[event].heardBy) {
        if (hearers.named(handler)) await processor.deliver(id, handler);
      }
    }
  }
  throw new Error('The outbox does not come to rest.');
}
