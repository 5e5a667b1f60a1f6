/** The room of handing in: the last answers are brought, then the paper is submitted, however long the network takes. */
import type { AttemptView } from '@tap-huan/contract';
import { isFailure } from '@tap-huan/web/api';
import { wishes } from './answer-store';
import { type DeskState, sleep } from './desk-state';

/** How long (ms) one round of bringing the last answers waits before it looks again how things stand. */
const ROUND = 8_000;
const REST = 2_500;

export class HandIn {
  private pursuing = false;

  constructor(
    private readonly desk: DeskState,
    private readonly end: () => void,
  ) {}

  /** Submits; without a network as soon as there is one. */
  submit(): void {
    const { desk } = this;
    if (!desk.writable()) return;
    desk.wish.set(true);
    desk.trouble.set(null);
    const last = desk.outbox?.answers().reduce((most, { seq }) => Math.max(most, seq), 0) ?? 0;
    if (desk.line) void wishes.keep(desk.line.attemptId, last);
    void this.pursue();
  }

  /** Back to the paper: the wish to submit is taken back. */
  goOn(): void {
    this.desk.wish.set(false);
    this.desk.trouble.set(null);
    this.forget();
  }

  forget(): void {
    if (this.desk.line) void wishes.forget(this.desk.line.attemptId);
  }

  /** An earlier page wished to submit and had no network. Where somebody has written since, the wish is out of date. */
  async takeUp(view: AttemptView): Promise<void> {
    const lastSeq = await wishes.read(view.id);
    if (lastSeq === null || this.desk.phase() !== 'open') return;
    if (view.lastSeq > lastSeq) return this.forget();
    this.desk.wish.set(true);
    void this.pursue();
  }

  /** Until it is done, taken back, or done elsewhere. */
  async pursue(): Promise<void> {
    if (this.pursuing) return;
    this.pursuing = true;
    this.desk.submitting.set(true);
    while (this.wanted()) {
      const all = await this.desk.outbox?.drain(ROUND);
      if (!this.wanted()) break;
      if (all || this.beyondHope()) await this.bring();
      else {
        this.desk.trouble.set({ kind: 'unsent' });
        await sleep(REST);
      }
    }
    this.pursuing = false;
    this.desk.submitting.set(false);
  }

  private async bring(): Promise<void> {
    try {
      await this.desk.line?.submit();
      this.end();
    } catch (error) {
      this.desk.network.missed(error);
      this.desk.trouble.set({ kind: 'failed', error });
      // The server knows no such attempt: asking on would not help.
      if (isFailure(error, 'not_found')) this.desk.phase.set('failed');
      else await sleep(REST);
    }
  }

  private wanted(): boolean {
    const phase = this.desk.phase();
    return !this.desk.gone && (phase === 'over' || (phase === 'open' && this.desk.wish()));
  }

  /** What is still here can not count any more: the server said so, or the grace is over. */
  private beyondHope(): boolean {
    const closesAt = this.desk.times.closesAt();
    const graceOver = closesAt !== null && this.desk.clock.now() > closesAt;
    return this.desk.saving().status === 'closed' || (this.desk.phase() === 'over' && graceOver);
  }
}
