/** The room that chooses the queue's backend: PostgreSQL by default, Redis/Valkey where REDIS_URL is set. */
import {
  createPostgresBackend,
  createRedisBackend,
  type Job,
  type Processor,
  type Queue,
  type QueueOptions,
  withBackend,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/config';

/** What a job carries: the id of an event, never personal data. */
export interface EventJob {
  eventId: string;
}

/** The part of BullMQ's Queue that is the same on both backends. */
export interface EventQueue extends Pick<
  Queue<EventJob, void, string>,
  'add' | 'close' | 'getFailed' | 'getJob' | 'remove'
> {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
/** The part of BullMQ's Worker that is the same on both backends. */
export interface EventWorker {
  close(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(
    event: 'failed',
    listener: (job: Job<EventJob, void, string> | undefined, error: Error) => void,
  ): unknown;
}

export interface QueueFactory {
  queue(name: string): EventQueue;
  worker(
    name: string,
    processor: Processor<EventJob, void, string>,
    options: Omit<WorkerOptions, 'connection'>,
  ): EventWorker;
  /** Closes connections that the factory itself owns. */
  close(): Promise<void>;
}

type Defaults = Pick<QueueOptions, 'defaultJobOptions'>;

const defaultsWith = (retryDelay: number): Defaults => ({
  defaultJobOptions: {
    attempts: 6,
    backoff: { type: 'exponential', delay: retryDelay },
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: false,
  },
});

/** @param retryDelay milliseconds before the second try of a job that is added through this factory */
export function queueFactory(
  config: Pick<Config, 'databaseUrl' | 'redisUrl'>,
  retryDelay: number,
): QueueFactory {
  const defaults = defaultsWith(retryDelay);
  return config.redisUrl
    ? onRedis(config.redisUrl, defaults)
    : onPostgres(config.databaseUrl, defaults);
}

function onPostgres(connectionString: string, defaults: Defaults): QueueFactory {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString, schema: 'queue', migrate: true, max: 8 };
  return {
    queue: (name) => new Queue<EventJob, void, string>(name, { connection, ...defaults }),
    worker: (name, processor, options) =>
      new Worker<EventJob, void, string>(name, processor, { ...options, connection }),
    close: async () => undefined,
  };
}

function onRedis(url: string, defaults: Defaults): QueueFactory {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const clients: Redis[] = [];
  const client = () => {
    // BullMQ's blocking commands need retries without end.
    const made = new Redis(url, { maxRetriesPerRequest: null });
    clients.push(made);
    return made;
  };
  return {
    queue: (name) => new Queue<EventJob, void, string>(name, { connection: client(), ...defaults }),
    worker: (name, processor, options) =>
      new Worker<EventJob, void, string>(name, processor, { ...options, connection: client() }),
    close: async () => {
      await Promise.all(clients.map((made) => made.quit().catch(() => undefined)));
    },
  };
}
