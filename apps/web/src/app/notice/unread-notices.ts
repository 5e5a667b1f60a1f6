/** The room of how many notices are unread: asked on arrival, and now and then while the page is looked at. */
import { inject, Injectable, signal } from '@angular/core';
import { routes } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';

/** Milliseconds between two questions. */
const REST = 3 * 60_000;

@Injectable({ providedIn: 'root' })
export class UnreadNotices {
  private readonly api = inject(Api);
  private askedAt = 0;
  readonly count = signal(0);

  /** Asks where the last answer is old. A failure is no news: the next question comes anyway. */
  async look(): Promise<void> {
    if (Date.now() - this.askedAt < REST || document.visibilityState !== 'visible') return;
    this.askedAt = Date.now();
    const answer = await this.api
      .call(routes.countMyNotices, undefined, { quiet: true })
      .catch(() => null);
    if (answer) this.count.set(answer.unread);
  }

  /** Somebody else is signed in now, or the count is known better. */
  know(count: number): void {
    this.count.set(count);
    this.askedAt = Date.now();
  }

  /** The next look asks again. */
  forget(): void {
    this.count.set(0);
    this.askedAt = 0;
  }
}
