/** The room of the server's clock as far as a page can know it; the device's own clock plays no part. */

/**
 * Follows the server's clock by a monotonic one (`performance.now`), so that a device clock that is wrong, or is put
 * right, changes nothing. Each reply says when it was written; that was after the request went out, so the estimate
 * "written the moment it went out" is never behind the server. The tightest such bound is kept.
 */
export class ServerClock {
  private offset: number | null = null;
  private sampledAt: number | null = null;

  constructor(private readonly monotonic: () => number) {}

  /** For `sample`: to be taken before a request goes out. */
  mark(): number {
    return this.monotonic();
  }

  /** @param serverNow ISO instant of the reply; @param sentAt what `mark` said before the request */
  sample(serverNow: string, sentAt: number): void {
    const server = Date.parse(serverNow);
    const earliest = server - this.monotonic();
    const latest = server - sentAt;
    this.sampledAt = this.monotonic();
    // Behind even the earliest: the monotonic clock stood still, as it may while a device sleeps.
    const slept = this.offset !== null && this.offset < earliest;
    if (this.offset === null || slept || latest < this.offset) this.offset = latest;
  }

  /** Milliseconds since 1970 by the server's clock. */
  now(): number {
    return this.monotonic() + (this.offset ?? 0);
  }

  /** Milliseconds since the server was last heard; infinite before the first time. */
  age(): number {
    return this.sampledAt === null ? Infinity : this.monotonic() - this.sampledAt;
  }
}
