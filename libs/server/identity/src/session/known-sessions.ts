/** The room of sessions that were read a moment ago, so that one exam save costs no extra query. */
import { Injectable } from '@nestjs/common';
import type { Grant } from '@tap-huan/contract';
import { Clock } from '@tap-huan/server/platform';

export interface KnownSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly grants: readonly Grant[];
  readonly expiresAt: Date;
  /** Moves with use, ahead of the row by at most a minute. */
  seenAt: Date;
}

/** Milliseconds for which a session is believed unread; a change made by another process shows after them. */
export const KNOWN_FOR = 5_000;
const AT_MOST = 10_000;

@Injectable()
export class KnownSessions {
  private readonly known = new Map<string, { session: KnownSession; until: number }>();
  /** Accounts that have just changed, by the moment from which they may be remembered again. */
  private readonly changed = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  get(tokenHash: string): KnownSession | null {
    const entry = this.known.get(tokenHash);
    if (!entry) return null;
    if (entry.until > this.now()) return entry.session;
    this.known.delete(tokenHash);
    return null;
  }

  put(tokenHash: string, session: KnownSession): void {
    const now = this.now();
    if ((this.changed.get(session.accountId) ?? 0) > now) return;
    this.changed.delete(session.accountId);
    // A map keeps the order of insertion: the first is the oldest.
    if (this.known.size >= AT_MOST) this.known.delete(this.known.keys().next().value ?? '');
    this.known.delete(tokenHash);
    this.known.set(tokenHash, { session, until: now + KNOWN_FOR });
  }

  /**
   * Forgets every session of the account. It is called inside a transaction that has not committed, so for as long as
   * an entry would live nothing of the account is remembered: a request that read the old rows cannot bring them back.
   */
  forget(accountId: string): void {
    const now = this.now();
    for (const [tokenHash, { session }] of this.known) {
      if (session.accountId === accountId) this.known.delete(tokenHash);
    }
    for (const [id, until] of this.changed) if (until <= now) this.changed.delete(id);
    this.changed.set(accountId, now + KNOWN_FOR);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
