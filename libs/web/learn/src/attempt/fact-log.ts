/** The room of facts about the circumstances of an attempt: kept, then told in batches. No verdicts are made of them. */
import type { AttemptEventKind } from '@tap-huan/contract';

export interface Fact {
  kind: AttemptEventKind;
  /** ISO instant by the server's clock. */
  at: string;
  slot: number | null;
  /** Of an absence. */
  seconds: number | null;
}

export interface FactStore {
  /** Facts left by an earlier page, with their keys. */
  read(attemptId: string): Promise<{ id: number; fact: Fact }[]>;
  keep(attemptId: string, fact: Fact): Promise<number>;
  forget(ids: readonly number[]): Promise<void>;
}

export interface FactLogOptions {
  attemptId: string;
  store: FactStore;
  /** @returns whether the server has them (or never will take them) */
  send: (facts: readonly Fact[], leaving: boolean) => Promise<boolean>;
  clock: { now(): number; after(milliseconds: number, run: () => void): () => void };
}

/** Facts within this time (ms) go together. */
export const FACT_PAUSE = 3_000;
export const FACT_RETRY = 20_000;
/** The contract takes no more at once. */
const MOST_FACTS = 100;

interface Waiting {
  fact: Fact;
  /** Its key on this device, once it is kept. */
  id: Promise<number | null>;
}

/** Losing a fact is no harm to anybody; losing an answer is. Hence answers never wait for this. */
export class FactLog {
  private waiting: Waiting[] = [];
  private sending = false;
  private disposed = false;
  private timer: (() => void) | null = null;

  constructor(private readonly options: FactLogOptions) {}

  /** Takes up what an earlier page could not tell. */
  async open(): Promise<void> {
    const left = await this.options.store.read(this.options.attemptId).catch(() => []);
    this.waiting.unshift(...left.map(({ id, fact }) => ({ fact, id: Promise.resolve(id) })));
    if (this.waiting.length > 0) this.schedule(FACT_PAUSE);
  }

  add(kind: AttemptEventKind, about: { slot?: number | null; seconds?: number } = {}): void {
    if (this.disposed) return;
    const { attemptId, store, clock } = this.options;
    const fact: Fact = {
      kind,
      at: new Date(clock.now()).toISOString(),
      slot: about.slot ?? null,
      seconds: about.seconds === undefined ? null : Math.min(86_400, Math.round(about.seconds)),
    };
    this.waiting.push({ fact, id: store.keep(attemptId, fact).catch(() => null) });
    this.schedule(FACT_PAUSE);
  }

  /** The network is back. */
  wake(): void {
    if (this.waiting.length > 0) this.schedule(0);
  }

  /** Tells what there is; `leaving`: in a request that outlives the page. */
  async flush(leaving = false): Promise<void> {
    if ((this.sending && !leaving) || this.waiting.length === 0) return;
    this.cancel();
    this.sending = true;
    const batch = this.waiting.slice(0, MOST_FACTS);
    const facts = batch.map(({ fact }) => fact);
    const told = await this.options.send(facts, leaving).catch(() => false);
    this.sending = false;
    if (told) {
      this.waiting = this.waiting.filter((one) => !batch.includes(one));
      const ids = await Promise.all(batch.map(({ id }) => id));
      const known = ids.filter((id) => id !== null);
      await this.options.store.forget(known).catch(() => undefined);
    }
    if (this.waiting.length > 0) this.schedule(told ? 0 : FACT_RETRY);
  }

  dispose(): void {
    void this.flush(true);
    this.disposed = true;
    this.cancel();
  }

  private schedule(milliseconds: number): void {
    if (this.disposed) return;
    // What is set already comes first, unless this is to go now.
    if (this.timer && milliseconds > 0) return;
    this.cancel();
    this.timer = this.options.clock.after(milliseconds, () => {
      this.timer = null;
      void this.flush();
    });
  }

  private cancel(): void {
    this.timer?.();
    this.timer = null;
  }
}
