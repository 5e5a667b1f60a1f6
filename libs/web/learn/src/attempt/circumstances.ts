/** The room between what happens around an attempt and what is told of it. */
import { watchAttempt } from './attempt-watch';
import type { AttemptLine } from './attempt-line';
import { FactLog } from './fact-log';
import { IndexedFactStore } from './fact-store';
import { isUnreached } from './network';

export interface CircumstancesOptions {
  line: AttemptLine;
  /** Whether facts are told at all. */
  recorded: boolean;
  clock: { now(): number; after(milliseconds: number, run: () => void): () => void };
  monotonic: () => number;
  heard: {
    here(present: boolean): void;
    visible(visible: boolean): void;
    leaving(): void;
    online(): void;
    openedElsewhere(): void;
  };
}

/** Watches the page for as long as the attempt is open on it. */
export class Circumstances {
  private readonly facts: FactLog | null;
  private readonly stop: () => void;
  /** Tabs of one browser tell each other at once; other devices are heard by the clock. */
  private readonly channel: BroadcastChannel | null;

  constructor({ line, recorded, clock, monotonic, heard }: CircumstancesOptions) {
    this.facts = recorded
      ? new FactLog({
          attemptId: line.attemptId,
          store: new IndexedFactStore(),
          clock,
          send: (facts, leaving) =>
            line.tell(facts, leaving).then(
              () => true,
              (error) => !isUnreached(error) && !isPassing(error),
            ),
        })
      : null;
    void this.facts?.open();
    const { facts } = this;
    this.stop = watchAttempt(
      {
        ...heard,
        lost: () => facts?.add('focus_lost'),
        back: (seconds) => facts?.add('focus_back', { seconds }),
        copied: (slot) => facts?.add('copied', { slot }),
        pasted: (slot) => facts?.add('pasted', { slot }),
        leaving: () => {
          heard.leaving();
          void facts?.flush(true);
        },
      },
      monotonic,
    );
    this.channel =
      'BroadcastChannel' in globalThis
        ? new BroadcastChannel(`tap-huan.attempt.${line.attemptId}`)
        : null;
    if (this.channel) this.channel.onmessage = () => heard.openedElsewhere();
  }

  /** This page has become the writer. */
  opened(): void {
    this.channel?.postMessage('opened');
  }

  met(away: boolean, seconds: number): void {
    if (away) return this.facts?.add('went_offline');
    this.facts?.add('came_online', { seconds });
    this.facts?.wake();
  }

  downloaded(): void {
    this.facts?.add('answer_file_downloaded');
  }

  async flush(): Promise<void> {
    await this.facts?.flush();
  }

  end(): void {
    this.stop();
    this.channel?.close();
    this.facts?.dispose();
  }
}

/** A refusal that may be over soon: an expired session, too many requests, a server in trouble. */
function isPassing(error: unknown): boolean {
  const status = (error as { status?: number }).status ?? 0;
  return status === 401 || status === 429 || status >= 500;
}
