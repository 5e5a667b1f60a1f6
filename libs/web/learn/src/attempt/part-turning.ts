/** The room of papers that are gone through forwards only: leaving a part, and being led out of it when its time is up. */
import { isFailure } from '@tap-huan/web/api';
import type { AttemptView } from '@tap-huan/contract';
import { type DeskState, sleep } from './desk-state';

/** How long (ms) leaving by hand waits for answers under way. */
const ROUND = 8_000;
/** A part that is over waits only this long: what was typed in time still counts when it comes later. */
const PART_ROUND = 3_000;
const REST = 2_000;

export interface PartTools {
  lay(view: AttemptView, sentAt: number): Promise<void>;
  /** The attempt takes nothing any more. */
  closed(): void;
}

export class PartTurning {
  constructor(
    private readonly desk: DeskState,
    private readonly tools: PartTools,
  ) {}

  /** Leaves the open part for good. @returns whether the next one is there */
  async advance(): Promise<boolean> {
    const { desk } = this;
    if (!desk.writable()) return false;
    desk.advancing.set(true);
    desk.trouble.set(null);
    try {
      const all = await desk.outbox?.drain(ROUND);
      if (desk.phase() !== 'open') return false;
      if (all) return await this.leave();
      desk.trouble.set({ kind: 'unsent' });
      return false;
    } catch (error) {
      this.take(error);
      return false;
    } finally {
      desk.advancing.set(false);
    }
  }

  /** The part's time is up: nothing is taken, and the next one opens by itself as soon as the server can be reached. */
  async over(): Promise<void> {
    const { desk } = this;
    if (desk.advancing() || desk.phase() === 'part_over') return;
    desk.phase.set('part_over');
    desk.outbox?.hurry();
    while (!desk.gone && desk.phase() === 'part_over') {
      await desk.outbox?.drain(PART_ROUND);
      if (desk.gone || desk.phase() !== 'part_over') return;
      try {
        await this.leave();
      } catch (error) {
        this.take(error);
        await sleep(REST);
      }
    }
  }

  private async leave(): Promise<boolean> {
    const { desk } = this;
    const part = desk.view()?.part;
    if (!part || !desk.line) return false;
    const sentAt = desk.clock.mark();
    const view = await desk.line.advance(part.index);
    await this.tools.lay(view, sentAt);
    desk.trouble.set(null);
    return view.part?.index !== part.index;
  }

  private take(error: unknown): void {
    const { desk } = this;
    desk.network.missed(error);
    if (isFailure(error, 'attempt_taken_over')) desk.phase.set('taken_over');
    else if (isFailure(error, 'attempt_closed')) this.tools.closed();
    else desk.trouble.set({ kind: 'failed', error });
  }
}
