/** The room of whether the server is heard: counted from the first call that failed to the first that got through. */
import { signal } from '@angular/core';
import { isFailure } from '@tap-huan/web/api';

/** A call that did not reach the server; a refusal or an expired session did. */
export const isUnreached = (error: unknown): boolean =>
  isFailure(error, 'offline') || (error instanceof DOMException && error.name === 'AbortError');

/** A shorter failure (ms) is not worth a word: the answers' own state tells it already. */
const WORTH_A_WORD = 4_000;

export class Network {
  private readonly lost = signal(false);
  readonly away = this.lost.asReadonly();
  /** Away for a while. */
  readonly lasting = signal(false);
  /** Told of each change; `seconds` is how long it was away. */
  changed: (away: boolean, seconds: number) => void = () => undefined;
  private since = 0;

  constructor(private readonly monotonic: () => number) {}

  missed(error: unknown): void {
    if (this.lost() || !isUnreached(error)) return;
    this.lost.set(true);
    this.since = this.monotonic();
    this.changed(true, 0);
  }

  heard(): void {
    if (!this.lost()) return;
    this.lost.set(false);
    this.lasting.set(false);
    this.changed(false, (this.monotonic() - this.since) / 1_000);
  }

  beat(): void {
    this.lasting.set(this.lost() && this.monotonic() - this.since >= WORTH_A_WORD);
  }
}
