/** The room where answers wait until the server has them. Knows neither Angular nor HTTP nor IndexedDB. */
import {
  type Answer,
  FIRST_RETRY,
  type Given,
  LONGEST_HURRIED_RETRY,
  LONGEST_PAUSE,
  LONGEST_RETRY,
  type OutboxOptions,
  type OutboxState,
  PAUSE,
  type SendOutcome,
} from './outbox.types';

/** The contract takes no more answers in one request. */
const MOST_ANSWERS = 200;
/** A request that outlives its page may hold 64 kB; this is for its answers. */
const MOST_LEAVING = 50_000;

const ascending = (slots: Iterable<number>) => [...slots].sort((a, b) => a - b);

/**
 * Keeps every change at once on this device and brings it to the server in the background: changes close together go as
 * one, one request is under way at a time, what fails is tried again at growing distances, and of several changes to one
 * question only the newest goes. Numbers are the time of the change by the server's clock (and always above the last), so
 * that of two devices the later change wins, not the later arrival; the time itself goes along, so that what was typed
 * before the deadline counts when it arrives after it.
 */
export class AnswerOutbox {
  /** The newest of every slot that this page knows of. */
  private readonly newest = new Map<number, Answer>();
  private readonly unsent = new Map<number, Answer>();
  private readonly refused = new Set<number>();
  private readonly tooLate = new Set<number>();
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
   * Begins, or begins again after another page had taken over or the next part was opened: what was kept here and is
   * newer than the server's is shown and sent; what the server has is forgotten here.
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
    for (const answer of merged.values()) this.newest.set(answer.slot, answer);
    this.lastSeq = Math.max(server.lastSeq, this.lastSeq, ...waiting.map(({ seq }) => seq));
    this.savedAt = server.savedAt ?? this.savedAt;
    this.blocked = null;
    this.failures = 0;
    if (this.unsent.size > 0) this.schedule(0);
    this.tell();
    return [...merged.values()];
  }

  /**
   * Takes a change.
   * @param typedAt when the words themselves are older than this change (seconds brought up to date)
   * @returns false where nothing can be written any more
   */
  record(slot: number, given: Given, seconds = 0, typedAt?: string): boolean {
    if (this.blocked || this.disposed) return false;
    const { attemptId, store } = this.options;
    const answer = this.stamp(slot, given, seconds, typedAt);
    this.unsent.set(slot, answer);
    this.refused.delete(slot);
    this.tooLate.delete(slot);
    void store.keep(attemptId, answer).catch(() => this.cannotKeep(undefined));
    this.pause();
    this.tell();
    return true;
  }

  /** Numbers and dates an answer that goes another way (a check in practice); `delivered` tells that it arrived. */
  stamp(slot: number, given: Given, seconds = 0, typedAt?: string): Answer {
    const now = this.options.clock.now();
    this.lastSeq = Math.max(this.lastSeq + 1, Math.floor(now - this.options.startedAt));
    const answer: Answer = {
      ...given,
      slot,
      seq: this.lastSeq,
      typedAt: typedAt ?? new Date(now).toISOString(),
      seconds: Math.round(seconds),
    };
    this.newest.set(slot, answer);
    return answer;
  }

  /** The server has this answer: older ones of its slot need not go any more. */
  delivered(answer: Answer): void {
    const waiting = this.unsent.get(answer.slot);
    if (waiting && waiting.seq <= answer.seq) this.unsent.delete(answer.slot);
    this.forget([answer]);
    this.tell();
  }

  /** The newest answer of every slot, whether the server has it or not; for the answer file. */
  answers(): Answer[] {
    return [...this.newest.values()].sort((a, b) => a.slot - b.slot);
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
        await Promise.race([this.sleep(Math.min(this.distance(), LONGEST_HURRIED_RETRY)), end]);
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
    if (batch.length === 0) return;
    await this.send(batch, true);
    // The page may have stayed after all.
    if (this.maySend() && !this.inFlight && !this.timer)
      this.schedule(this.failures > 0 ? this.distance() : 0);
    this.tell();
  }

  /** From now on nothing waits for company, and tries come closer: the clock is running out. */
  hurry(): void {
    if (this.hurried) return;
    this.hurried = true;
    if (this.maySend()) void this.flush();
  }

  /** There is time again. */
  calm(): void {
    this.hurried = false;
  }

  /** The network is back, or the page is looked at again: no need to wait the rest of the distance. */
  wake(): void {
    if (this.failures > 0 && this.maySend()) void this.flush();
  }

  /**
   * The attempt has been submitted. What another tab of this browser has sent meanwhile is gone from the common store and
   * not missing; what nobody has sent stays there for the answer file.
   */
  async finish(): Promise<void> {
    this.block('closed');
    const { attemptId, store } = this.options;
    try {
      const kept = new Map((await store.read(attemptId)).map(({ slot, seq }) => [slot, seq]));
      for (const { slot, seq } of this.oldestFirst())
        if (this.kept && (kept.get(slot) ?? 0) < seq) this.unsent.delete(slot);
      if (this.unsent.size === 0) await store.clear(attemptId);
    } catch {
      // A device that keeps nothing has nothing to forget.
    }
    this.tell();
  }

  /** Sends what is left and ends; what does not arrive stays on this device for the next opening. */
  dispose(): void {
    void this.leave();
    this.disposed = true;
    this.cancel();
  }

  state(): OutboxState {
    return {
      status: this.blocked ?? this.status(),
      unsent: ascending(this.unsent.keys()),
      savedAt: this.savedAt,
      refused: ascending(this.refused),
      tooLate: ascending(this.tooLate),
      kept: this.kept,
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
    // A clock that was set back must not hold anything up.
    const left = Math.min(LONGEST_PAUSE, Math.max(0, this.pausingSince + LONGEST_PAUSE - now));
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
        this.acknowledge(batch, outcome.tooLate);
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

  private acknowledge(batch: readonly Answer[], tooLate: readonly number[]): void {
    for (const answer of batch) {
      if (this.unsent.get(answer.slot)?.seq === answer.seq) this.unsent.delete(answer.slot);
      if (tooLate.includes(answer.slot)) this.tooLate.add(answer.slot);
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

  /** 1, 2, 4 … 30 seconds, each up to a quarter longer by chance. */
  private distance(): number {
    const longest = this.hurried ? LONGEST_HURRIED_RETRY : LONGEST_RETRY;
    const plain = Math.min(longest, FIRST_RETRY * 2 ** Math.max(0, this.failures - 1));
    return Math.round(plain * (1 + (this.options.chance?.() ?? 0) / 4));
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.options.clock.after(milliseconds, resolve));
  }

  private tell(): void {
    this.options.changed(this.state());
  }
}
