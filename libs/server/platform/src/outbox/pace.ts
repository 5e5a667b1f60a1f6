/** The room of how patient the road from outbox to hearer is; tests walk faster. */

/** Every time is in milliseconds. */
export interface Pace {
  /** Between looks at the outbox where no notification comes. */
  readonly poll: number;
  /** An event that a hearer has not handled after this time is looked for in the queue, and handed over again where it is lost. */
  readonly replayAfter: number;
  /** Between two searches for such events. */
  readonly replayEvery: number;
  /** Before the second try of a job that failed; each further wait is twice as long. */
  readonly retryDelay: number;
  /** A killed worker's job is taken up again after this time without a sign of life. */
  readonly lockDuration: number;
  /** Between two searches for such jobs. */
  readonly stalledInterval: number;
}

export const PACE: Pace = {
  poll: 1_000,
  replayAfter: 60_000,
  replayEvery: 15_000,
  retryDelay: 1_000,
  lockDuration: 15_000,
  stalledInterval: 5_000,
};

/** Injection token of {@link Pace}. */
export const PACE_TOKEN = Symbol('PACE');
