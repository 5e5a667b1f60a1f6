/** The room where the worker process takes jobs. */
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import {
  type EventQueue,
  type EventWorker,
  queueFactory,
  type QueueFactory,
} from '../queue/queue-factory';
import { EventProcessor } from './event-processor';
import { type Pace, PACE_TOKEN } from './pace';
import { Relay } from './relay';

export const EVENT_QUEUE = 'events';

@Injectable()
export class EventWorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private factory: QueueFactory | null = null;
  private queue: EventQueue | null = null;
  private worker: EventWorker | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly processor: EventProcessor,
    private readonly relay: Relay,
    @Inject(PACE_TOKEN) private readonly pace: Pace,
  ) {}

  /** Begins to relay and to work. */
  async start(): Promise<void> {
    const { retryDelay, lockDuration, stalledInterval } = this.pace;
    this.factory = queueFactory(this.config, retryDelay);
    this.queue = this.factory.queue(EVENT_QUEUE);
    await this.queue.waitUntilReady();
    this.worker = this.factory.worker(
      EVENT_QUEUE,
      (job) => this.processor.deliver(job.data.eventId, job.name),
      {
        concurrency: this.config.workerConcurrency,
        lockDuration,
        stalledInterval,
        maxStalledCount: 5,
      },
    );
    this.worker.on('failed', (job, error) =>
      this.logger.warn(
        `${job?.name ?? 'job'} failed (attempt ${job?.attemptsMade}): ${error.message}`,
      ),
    );
    this.worker.on('error', (error) => this.logger.error(error.message));
    await this.worker.waitUntilReady();
    await this.relay.start(this.queue);
  }

  // Before the database connection goes, which the work under way still needs.
  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.worker?.close();
    await this.queue?.close();
    await this.factory?.close();
  }
}
