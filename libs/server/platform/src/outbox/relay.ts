/** The room that carries events from the outbox to the queue. Runs in the worker only. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EVENTS, type EventName } from '@tap-huan/contract';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config';
import type { EventQueue } from '../queue/queue-factory';
import { type Pace, PACE_TOKEN } from './pace';

const BATCH = 200;

interface Waiting {
  id: string;
  event: EventName;
}

interface Unheard {
  id: string;
  emittedAt: Date;
  handlers: string[];
}

/** Of an event `o` and a hearer `h`: it has not handled it. */
const UNHEARD = `not exists (
  select 1 from platform.inbox i where i.event_id = o.id and i.handler = h.handler)`;

@Injectable()
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private running = false;
  private wake: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();
  private listener: pg.Client | null = null;
  private replayedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PACE_TOKEN) private readonly pace: Pace,
  ) {}

  async start(queue: EventQueue): Promise<void> {
    this.running = true;
    await this.listen();
    this.loop = this.run(queue);
  }

  async stop(): Promise<void> {
    this.running = false;
    this.wake();
    await this.loop;
    await this.listener?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl });
    client.on('notification', () => this.wake());
    // Polling goes on without it; the next failure of a query is loud enough.
    client.on('error', (error) => this.logger.warn(`Listening ended: ${error.message}`));
    await client.connect();
    await client.query('listen outbox');
    this.listener = client;
  }

  private async run(queue: EventQueue): Promise<void> {
    while (this.running) {
      try {
        await this.replayForgotten(queue);
        while (this.running && (await this.dispatch(queue)) === BATCH);
      } catch (error) {
        this.logger.error(`The outbox could not be relayed: ${String(error)}`);
      }
      if (this.running) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pace.poll);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Hands one batch over. The mark and the hand-over may part in a crash: job ids make repeats harmless. */
  private dispatch(queue: EventQueue): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const waiting: Waiting[] = await manager.query(
        `select id, event from platform.outbox where dispatched_at is null
         order by emitted_at limit ${BATCH} for update skip locked`,
      );
      for (const { id, event } of waiting) {
        for (const handler of EVENTS[event].heardBy) {
          await queue.add(handler, { eventId: id }, { jobId: jobIdOf(id, handler) });
        }
      }
      if (waiting.length > 0) {
        await manager.query(
          `update platform.outbox set dispatched_at = now() where id = any($1::uuid[])`,
          [waiting.map((row) => row.id)],
        );
      }
      return waiting.length;
    });
  }

  /** PostgreSQL is the truth and the queue a scratch pad: what was lost or given up there is handed over again. */
  private async replayForgotten(queue: EventQueue): Promise<void> {
    if (Date.now() - this.replayedAt < this.pace.replayEvery) return;
    this.replayedAt = Date.now();
    while (this.running && (await this.replayBatch(queue)) > 0);
  }

  /**
   * Looks in the queue for the events that are unheard for longest. A job that is alive there gets another while, so that
   * the next ones have their turn.
   * @returns how many are to be handed over again
   */
  private replayBatch(queue: EventQueue): Promise<number> {
    const heard = Object.entries(EVENTS).flatMap(([event, { heardBy }]) =>
      heardBy.map((handler) => ({ event, handler })),
    );
    return this.dataSource.transaction(async (manager) => {
      const unheard: Unheard[] = await manager.query(
        `with hearer as (select * from unnest($1::text[], $2::text[]) as h (event, handler))
         select o.id, o.emitted_at as "emittedAt", (
           select array_agg(h.handler) from hearer h where h.event = o.event and ${UNHEARD}) as handlers
         from platform.outbox o
         where o.dispatched_at < now() - $3 * interval '1 millisecond'
           and o.emitted_at > now() - interval '30 days'
           and exists (select 1 from hearer h where h.event = o.event and ${UNHEARD})
         order by o.dispatched_at limit ${BATCH} for update of o skip locked`,
        [heard.map((h) => h.event), heard.map((h) => h.handler), this.pace.replayAfter],
      );
      const lost: string[] = [];
      for (const event of unheard) if (await this.isLost(queue, event)) lost.push(event.id);
      await manager.query(
        `update platform.outbox set dispatched_at = case when id = any($2::uuid[]) then null else now() end
         where id = any($1::uuid[])`,
        [unheard.map(({ id }) => id), lost],
      );
      return lost.length;
    });
  }

  /** Whether a hearer of it has no job any more, or one that was given up; such a job is taken away, or its name were taken. */
  private async isLost(queue: EventQueue, { id, emittedAt, handlers }: Unheard): Promise<boolean> {
    let lost = false;
    for (const handler of handlers) {
      const job = await queue.getJob(jobIdOf(id, handler));
      const state = (await job?.getState()) ?? 'unknown';
      if (job && state === 'failed') {
        // Ever more rarely: what fails for good is for the administrator, what failed with the database comes right.
        const rest = Math.max(this.pace.replayAfter, (Date.now() - emittedAt.getTime()) / 4);
        if (Date.now() - (job.finishedOn ?? job.timestamp) < rest) continue;
      } else if (state !== 'unknown' && state !== 'completed') continue;
      if (job) await queue.remove(jobIdOf(id, handler));
      lost = true;
    }
    return lost;
  }
}

const jobIdOf = (eventId: string, handler: string): string => `${eventId}-${handler}`;
