/** The room of what every part of the loader needs: the running domains, the clock, delivery of news. */
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EVENTS, type EventName } from '@tap-huan/contract';
import {
  EventProcessor,
  type SetClock,
  Sql,
  SYSTEM,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import { DemoPerson } from './person';

/** Slow work stays in the outbox: the worker makes the papers after the start. */
const LEFT_TO_THE_WORKER: readonly EventName[] = ['CertificateIssued', 'CertificateStored'];

export class Academy {
  readonly sql: Sql;
  private readonly writer: Writer;
  private readonly processor: EventProcessor;

  constructor(
    private readonly app: NestFastifyApplication,
    readonly clock: SetClock,
    /** The moment of loading; history ends before it. */
    readonly now: Date,
  ) {
    this.sql = app.get(Sql);
    this.writer = app.get(Writer);
    this.processor = app.get(EventProcessor);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  /** Somebody who signs in now; the password is the demonstration's. */
  person(username: string, address = '127.0.0.1'): Promise<DemoPerson> {
    return new DemoPerson(this.app, username, address).signIn();
  }

  /** One transaction of the system, at the time that the clock shows. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.writer.write(SYSTEM, work);
  }

  /** A moment so many days before (or after, negative) the loading, at an hour of the Vietnamese day. */
  at(daysAgo: number, hour = 9, minute = 0): Date {
    const moment = new Date(this.now.getTime() - daysAgo * 86_400_000);
    moment.setUTCHours(hour - 7, minute, 0, 0);
    return moment;
  }

  /** The calendar day so many days before the loading, `YYYY-MM-DD`. */
  day(daysAgo: number): string {
    return this.at(daysAgo).toISOString().slice(0, 10);
  }

  /** Delivers the news that waits, and what follows from it, at the time that the clock shows. */
  async settle(): Promise<void> {
    for (;;) {
      const events = await this.sql.rows<{ id: string; event: EventName }>(
        `update platform.outbox set dispatched_at = now()
          where dispatched_at is null and event <> all($1::text[]) returning id, event`,
        [LEFT_TO_THE_WORKER],
      );
      if (events.length === 0) return;
      for (const { id, event } of events) {
        for (const handler of EVENTS[event].heardBy) await this.processor.deliver(id, handler);
      }
    }
  }
}
