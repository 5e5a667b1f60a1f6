/** The room where jobs that failed for good are seen and tried again. */
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { DeadJob } from '@tap-huan/contract';
import { CONFIG, type Config } from '../config/config';
import { Sql } from '../database/sql';
import { Failure, found } from '../failure';
import { type EventQueue, queueFactory, type QueueFactory } from '../queue/queue-factory';
import { EVENT_QUEUE } from './event-worker';
import { type Pace, PACE_TOKEN } from './pace';

@Injectable()
export class DeadJobs implements BeforeApplicationShutdown {
  private factory: QueueFactory | null = null;
  private queue: EventQueue | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    @Inject(PACE_TOKEN) private readonly pace: Pace,
  ) {}

  async list(): Promise<DeadJob[]> {
    const failed = await this.open().getFailed(0, 199);
    const eventIds = failed.map((job) => job.data.eventId);
    const events = await this.sql.rows<{ id: string; event: string }>(
      `select id, event from platform.outbox where id = any($1::uuid[])`,
      [eventIds],
    );
    const nameOf = new Map(events.map((row) => [row.id, row.event]));
    return failed.map((job) => ({
      id: job.id ?? '',
      handler: job.name,
      event: nameOf.get(job.data.eventId) ?? '',
      eventId: job.data.eventId,
      reason: job.failedReason ?? '',
      attempts: job.attemptsMade,
      failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
    }));
  }

  /** Tries a dead job again. @throws Failure `not_found` where it is unknown or not dead */
  async retry(jobId: string): Promise<void> {
    const job = found(await this.open().getJob(jobId));
    if (!(await job.isFailed())) throw new Failure('not_found');
    await job.retry('failed');
  }

  /** True once the queue answers. */
  async isReady(): Promise<boolean> {
    await this.open().waitUntilReady();
    return true;
  }

  private open(): EventQueue {
    if (!this.queue) {
      this.factory = queueFactory(this.config, this.pace.retryDelay);
      this.queue = this.factory.queue(EVENT_QUEUE);
      this.queue.on('error', () => undefined);
    }
    return this.queue;
  }

  // Before the database connection goes, which the work under way still needs.
  async beforeApplicationShutdown(): Promise<void> {
    await this.queue?.close();
    await this.factory?.close();
  }
}
