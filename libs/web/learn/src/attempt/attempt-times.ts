/** The room of the deadlines of an attempt, as the server told them last. */
import { computed, signal } from '@angular/core';
import type { AttemptClock } from '@tap-huan/contract';

export type Extension = NonNullable<AttemptClock['extension']>;

/** What any reply of the server says about time. */
export interface TimesHeard {
  deadline: string | null;
  closesAt: string | null;
  partDeadline: string | null;
  /** Only the clock's own reply knows it. */
  extension?: Extension | null;
}

const asTime = (instant: string | null) => (instant === null ? null : Date.parse(instant));
const secondsTo = (instant: number | null, now: number) =>
  instant === null ? null : Math.max(0, Math.ceil((instant - now) / 1_000));
/** An extension older than this (ms) when the page opens is no news. */
const NEWS = 10 * 60_000;

/** Instants are milliseconds since 1970 by the server's clock. */
export class AttemptTimes {
  readonly deadline = signal<number | null>(null);
  readonly closesAt = signal<number | null>(null);
  readonly partDeadline = signal<number | null>(null);
  /** Whole seconds left for the paper; null without a limit. */
  readonly left = signal<number | null>(null);
  /** The same for the open part; null where it has no time of its own. */
  readonly partLeft = signal<number | null>(null);
  /** Until when what is typed now may still arrive; null without a limit. */
  readonly takenUntil = computed(() => {
    const [deadline, closesAt, part] = [this.deadline(), this.closesAt(), this.partDeadline()];
    if (closesAt === null || deadline === null || part === null) return closesAt;
    return Math.min(closesAt, part + (closesAt - deadline));
  });
  /** Whether that is over for the whole paper. */
  readonly graceOver = signal(false);
  /** The nearer of both. */
  readonly nearest = computed(() => {
    const [left, part] = [this.left(), this.partLeft()];
    return left === null || part === null ? (left ?? part) : Math.min(left, part);
  });
  /** To be shown until it was read. */
  readonly extension = signal<Extension | null>(null);
  private knownExtension: string | null = null;

  /**
   * @param partIsOpen false for replies to requests from before the present part was laid out: their part is another
   * @returns whether a deadline moved
   */
  hear(reply: TimesHeard, now: number, partIsOpen = true): boolean {
    const before = this.deadline();
    this.deadline.set(asTime(reply.deadline));
    this.closesAt.set(asTime(reply.closesAt));
    if (partIsOpen) this.partDeadline.set(asTime(reply.partDeadline));
    if (reply.extension !== undefined) this.hearExtension(reply.extension, now);
    this.tick(now);
    return before !== null && this.deadline() !== before;
  }

  tick(now: number): void {
    const [deadline, closesAt, part] = [this.deadline(), this.closesAt(), this.partDeadline()];
    // A part that lasts as long as the paper has no time of its own.
    const own = part !== null && (deadline === null || part < deadline);
    this.left.set(secondsTo(deadline, now));
    this.partLeft.set(own ? secondsTo(part, now) : null);
    this.graceOver.set(closesAt !== null && now > closesAt);
  }

  private hearExtension(extension: Extension | null, now: number): void {
    if (!extension || extension.at === this.knownExtension) return;
    const first = this.knownExtension === null;
    this.knownExtension = extension.at;
    if (first && now - Date.parse(extension.at) > NEWS) return;
    this.extension.set(extension);
  }
}
