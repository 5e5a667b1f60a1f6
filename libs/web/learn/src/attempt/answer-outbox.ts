/** The room where answers wait until the server has them. Knows neither Angular nor HTTP nor IndexedDB. */
import type { AnswerResponse } from '@tap-huan/contract';

/** An answer as it is kept and sent; of two for one slot the one with the higher `seq` is the newer. */
export interface Answer {
  slot: number;
  response: AnswerResponse | null;
  flagged: boolean;
  seq: number;
}

/** Where answers are kept on this device. A call made later takes effect later. */
export interface AnswerStore {
  read(attemptId: string): Promise<Answer[]>;
  keep(attemptId: string, answer: Answer): Promise<void>;
  /** Forgets these answers; a newer one of the same slot stays. */
  forget(attemptId: string, answers: readonly Answer[]): Promise<void>;
  clear(attemptId: string): Promise<void>;
}

export type SendOutcome =
  | { kind: 'saved'; savedAt: string }
  /** No network, or a server that cannot just now: to be tried again. */
  | { kind: 'unreachable' }
  /** Another page writes this attempt now. */
  | { kind: 'taken_over' }
  /** Submitted, or its time is over. */
  | { kind: 'closed' }
  /** Answers that the server will never take; no slots where it did not say which. */
  | { kind: 'refused'; slots: readonly number[] };

export interface AnswerSender {
  /** `leaving`: the request must outlive the page, and nobody is there to be asked anything. */
  send(answers: readonly Answer[], leaving: boolean): Promise<SendOutcome>;
}

export interface OutboxClock {
  /** Milliseconds since the attempt began, by the server's clock. */
  now(): number;
  /** Runs once after so many milliseconds; the reply cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface OutboxState {
  status: 'idle' | 'pending' | 'saving' | 'waiting' | 'taken_over' | 'closed';
  /** Answers that the server has not acknowledged. */
  unsent: number;
  /** ISO instant of the last acknowledgement; null before the first. */
  savedAt: string | null;
  /** Slots whose answer the server would not take. */
  refused: readonly number[];
  /** Whether this device keeps what is unsent. */
  kept: boolean;
}

export interface OutboxOptions {
  attemptId: string;
  store: AnswerStore;
  sender: AnswerSender;
  clock: OutboxClock;
  changed: (state: OutboxState) => void;
}

/** Changes within this time go together. */
export const PAUSE = 400;
/** Someone who never stops typing is saved this often all the same. */
export const LONGEST_PAUSE = 2_000;
export const FIRST_RETRY = 1_000;
export const LONGEST_RETRY = 30_000;
/** The contract takes no more answers in one request. */
const MOST_ANSWERS = 200;
/** A request that outlives its page may hold 64 kB; this is for its answers. */
const MOST_LEAVING = 50_000;

/**
 * Keeps every change at once on this device and brings it to the server in the background: changes close together go as
 * one, one request is under way at a time, what fails is tried again at growing distances, and of several changes to one
 * question only the newest goes. Numbers are the time of the change by the server's clock (and always above the last), so
 * that of two devices the later change wins, not the later arrival.
 */
export class AnswerOutbox {
  private readonly unsent = new Map<number, Answer>();
  private readonly refused = new Set<number>();
  private lastSeq = 0;
  private savedAt: string | null = null;
  private kept = true;
  private blocked: 'taken_over' | 'closed' | null = null;
  private disposed = false;
  private hurried = false;
  private failures = 0;
  private mostAnswers = MOST_ANSWERS;
  private inFlight: Promise<void> | null = null;
  private timer: (() => void) | null = null;
  private pausingSince: number | null = null;

  constructor(private readonly options: OutboxOptions) {}

  /**
   * Begins, or begins again after another page had taken over: what was kept here and is newer than the server's is
   * shown and sent; what the server has is forgotten here.
   * @returns the newest answers of both
   */
  async open(server: {
    answers: readonly Answer[];
    lastSeq: number;
    savedAt: string | null;
  }): Promise<Answer[]> {
    const { attemptId, store } = this.options;
    const kept = await store.read(attemptId).catch(() => this.cannotKeep([]));
    const merged = new Map(server.answers.map((answer) => [answer.slot, answer]));
    const stale: Answer[] = [];
    const waiting = [...kept, ...this.unsent.values()];
    this.unsent.clear();
    for (const answer of waiting) {
      const known = merged.get(answer.slot);
      if (known && known.seq > answer.seq) stale.push(answer);
      else if (!known || known.seq < answer.seq) {
        merged.set(answer.slot, answer);
        this.unsent.set(answer.slot, answer);
      } else if (server.answers.includes(known)) stale.push(answer);
    }
    this.forget(stale);
    this.lastSeq = Math.max(server.lastSeq, this.lastSeq, ...waiting.map(({ seq }) => seq));
    this.savedAt = server.savedAt ?? this.savedAt;
    this.blocked = null;
    this.failures = 0;
    if (this.unsent.size > 0) this.schedule(0);
    this.tell();
    return [...merged.values()];
  }

  /** Takes a change. @returns false where nothing can be written any more */
  record(slot: number, response: AnswerResponse | null, flagged: boolean): boolean {
    if (this.blocked || this.disposed) return false;
    const { attemptId, store, clock } = this.options;
    this.lastSeq = Math.max(this.lastSeq + 1, Math.floor(clock.now()));
    const answer: Answer = { slot, response, flagged, seq: this.lastSeq };
    this.unsent.set(slot, answer);
    this.refused.delete(slot);
    void store.keep(attemptId, answer).catch(() => this.cannotKeep(undefined));
    this.pause();
    this.tell();
    return true;
  }

  /** Tries now, whatever pause is running. Resolves when that try is over. */
  async flush(): Promise<void> {
    if (this.inFlight) await this.inFlight;
    if (this.maySend()) await this.run();
  }

  /** Tries until everything is with the server. @returns false where that was not reached within the time (ms) */
  async drain(within: number): Promise<boolean> {
    let late = false;
    const end = this.sleep(within).then(() => void (late = true));
    while (this.unsent.size > 0 && !this.blocked && !late) {
      await Promise.race([this.flush(), end]);
      if (this.unsent.size > 0 && !this.blocked && !late)
        await Promise.race([this.sleep(FIRST_RETRY), end]);
    }
    return this.unsent.size === 0;
  }

  /** The page goes away or into the background for good: everything once more, in a request that outlives it. */
  async leave(): Promise<void> {
    if (!this.maySend()) return;
    const batch: Answer[] = [];
    let size = 0;
    for (const answer of this.oldestFirst()) {
      size += new TextEncoder().encode(JSON.stringify(answer)).length;
      if (size > MOST_LEAVING || batch.length >= MOST_ANSWERS) break;
      batch.push(answer);
    }
    await this.send(batch, true);
    // The page may have stayed after all.
    if (this.maySend() && !this.inFlight && !this.timer)
      this.schedule(this.failures > 0 ? this.distance() : 0);
    this.tell();
  }

  /** From now on nothing waits for company: the clock is running out. */
  hurry(): void {
    this.hurried = true;
    if (this.maySend()) void this.flush();
  }

  /** The network is back, or the page is looked at again: no need to wait the rest of the distance. */
  wake(): void {
    if (this.failures > 0 && this.maySend()) void this.flush();
  }

  /** The attempt has been submitted: nothing is kept for it any more. */
  async finish(): Promise<void> {
    this.block('closed');
    await this.options.store.clear(this.options.attemptId).catch(() => undefined);
  }

  /** Sends what is left and ends; what does not arrive stays on this device for the next opening. */
  dispose(): void {
    void this.leave();
    this.disposed = true;
    this.cancel();
  }

  state(): OutboxState {
    const { unsent, savedAt, refused, kept } = this;
    const status = this.blocked ?? this.status();
    return {
      status,
      unsent: unsent.size,
      savedAt,
      refused: [...refused].sort((a, b) => a - b),
      kept,
    };
  }

  private status(): OutboxState['status'] {
    if (this.unsent.size === 0) return 'idle';
    if (this.failures > 0) return 'waiting';
    return this.inFlight ? 'saving' : 'pending';
  }

  private maySend(): boolean {
    return this.unsent.size > 0 && !this.blocked && !this.disposed;
  }

  /** Waits a moment for more changes; never past the longest pause, and not while a retry is set. */
  private pause(): void {
    if (this.inFlight || this.failures > 0) return;
    const now = this.options.clock.now();
    this.pausingSince ??= now;
    const left = Math.max(0, this.pausingSince + LONGEST_PAUSE - now);
    this.schedule(this.hurried ? 0 : Math.min(PAUSE, left));
  }

  private schedule(milliseconds: number): void {
    this.cancel();
    this.timer = this.options.clock.after(milliseconds, () => {
      this.timer = null;
      if (this.maySend()) void this.run();
    });
  }

  private cancel(): void {
    this.timer?.();
    this.timer = null;
  }

  private run(): Promise<void> {
    this.cancel();
    this.pausingSince = null;
    this.inFlight ??= this.send(this.oldestFirst().slice(0, this.mostAnswers), false).finally(
      () => {
        this.inFlight = null;
        // What came in meanwhile has waited long enough; after a failure it waits its distance.
        if (this.maySend()) this.schedule(this.failures > 0 ? this.distance() : 0);
        this.tell();
      },
    );
    this.tell();
    return this.inFlight;
  }

  private async send(batch: readonly Answer[], leaving: boolean): Promise<void> {
    const outcome = await this.options.sender
      .send(batch, leaving)
      .catch((): SendOutcome => ({ kind: 'unreachable' }));
    switch (outcome.kind) {
      case 'saved':
        this.failures = 0;
        this.savedAt = outcome.savedAt;
        this.acknowledge(batch);
        break;
      case 'unreachable':
        this.failures += 1;
        break;
      case 'refused':
        this.setAside(batch, outcome.slots);
        break;
      default:
        this.block(outcome.kind);
    }
    if (this.unsent.size === 0) this.mostAnswers = MOST_ANSWERS;
  }

  private acknowledge(batch: readonly Answer[]): void {
    for (const answer of batch) {
      if (this.unsent.get(answer.slot)?.seq === answer.seq) this.unsent.delete(answer.slot);
    }
    this.forget(batch);
  }

  /** One answer that the server will never take must not hold up the others. */
  private setAside(batch: readonly Answer[], slots: readonly number[]): void {
    this.failures = 0;
    if (slots.length === 0 && batch.length > 1) {
      this.mostAnswers = 1;
      return;
    }
    const bad = slots.length > 0 ? batch.filter(({ slot }) => slots.includes(slot)) : batch;
    for (const answer of bad) {
      if (this.unsent.get(answer.slot)?.seq !== answer.seq) continue;
      this.unsent.delete(answer.slot);
      this.refused.add(answer.slot);
    }
    this.forget(bad);
  }

  private block(why: 'taken_over' | 'closed'): void {
    this.blocked = why;
    this.cancel();
    this.tell();
  }

  private forget(answers: readonly Answer[]): void {
    if (answers.length === 0) return;
    void this.options.store
      .forget(this.options.attemptId, answers)
      .catch(() => this.cannotKeep(undefined));
  }

  private cannotKeep<T>(instead: T): T {
    this.kept = false;
    this.tell();
    return instead;
  }

  private oldestFirst(): Answer[] {
    return [...this.unsent.values()].sort((a, b) => a.seq - b.seq);
  }

  /** 1, 2, 4 … 30 seconds. */
  private distance(): number {
    return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (this.failures - 1));
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.options.clock.after(milliseconds, resolve));
  }

  private tell(): void {
    this.options.changed(this.state());
  }
}
