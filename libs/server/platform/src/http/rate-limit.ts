/** The room of limits by address, for the few doors that are open to everybody. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ErrorCode } from '@tap-huan/contract';
import { Failure } from '../failure';

/** Allows `points` calls per `seconds` and key; beyond that it fails with `code` and `{ seconds }`. */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(
    points: number,
    seconds: number,
    private readonly code: ErrorCode = 'too_many_requests',
  ) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Counts one call. @throws Failure where the key has none left. */
  async take(key: string, points = 1): Promise<void> {
    try {
      await this.limiter.consume(key, points);
    } catch (refusal) {
      this.refuse(refusal);
    }
  }

  /** Fails where the key has used up its calls, without counting one. */
  async check(key: string): Promise<void> {
    const state = await this.limiter.get(key);
    if (state && state.remainingPoints <= 0 && state.msBeforeNext > 0) this.refuse(state);
  }

  /** Forgets the key, e.g. after a successful sign-in. */
  async clear(key: string): Promise<void> {
    await this.limiter.delete(key);
  }

  private refuse(refusal: unknown): never {
    if (refusal instanceof RateLimiterRes) {
      throw new Failure(this.code, {
        seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
      });
    }
    throw refusal;
  }
}
