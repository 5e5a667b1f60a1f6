/** The room of practice: one question is checked at a time, or a hint is asked for. */
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { CheckedSlot } from '@tap-huan/contract';
import { isFailure } from '@tap-huan/web/api';
import { AttemptDesk } from './attempt-desk';

type Busy = { slot: number; what: 'check' | 'hint' };

/** Provided by the attempt's page beside its desk. */
@Injectable()
export class PracticeDesk {
  private readonly desk = inject(AttemptDesk);
  private readonly checks = linkedSignal<ReadonlyMap<number, CheckedSlot>>(
    () => new Map(this.desk.view()?.checks.map((check) => [check.slot, check])),
  );
  private readonly busy = signal<Busy | null>(null);
  private readonly failures = signal<ReadonlyMap<number, unknown>>(new Map());
  private readonly hintless = signal<ReadonlySet<number>>(new Set());
  readonly rules = computed(() => this.desk.view()?.practice ?? null);

  of(slot: number): CheckedSlot | null {
    return this.checks().get(slot) ?? null;
  }

  finished(slot: number): boolean {
    return this.of(slot)?.finished ?? false;
  }

  does(slot: number, what: Busy['what']): boolean {
    const busy = this.busy();
    return busy?.slot === slot && busy.what === what;
  }

  failure(slot: number): unknown {
    return this.failures().get(slot) ?? null;
  }

  hasHints(slot: number): boolean {
    return !this.hintless().has(slot) && (this.of(slot)?.hintsLeft ?? 1) > 0;
  }

  /** The check carries the answer, so that it judges what is on the screen. */
  async check(slot: number): Promise<void> {
    const { line, outbox } = this.desk;
    await this.run({ slot, what: 'check' }, async () => {
      const answer = this.desk.stamp(slot);
      if (!line || !answer) return;
      this.put(await line.check(answer));
      outbox?.delivered(answer);
    });
  }

  async hint(slot: number): Promise<void> {
    const { line } = this.desk;
    await this.run({ slot, what: 'hint' }, async () => {
      if (line) this.put(await line.hint(slot));
    });
  }

  private async run(busy: Busy, work: () => Promise<void>): Promise<void> {
    if (this.busy() || !this.desk.writable()) return;
    this.busy.set(busy);
    this.fail(busy.slot, null);
    try {
      await work();
    } catch (error) {
      if (isFailure(error, 'no_hints_left'))
        this.hintless.update((all) => new Set(all).add(busy.slot));
      else this.fail(busy.slot, error);
      if (isFailure(error, 'attempt_taken_over') || isFailure(error, 'attempt_closed'))
        void this.desk.ask();
    } finally {
      this.busy.set(null);
    }
  }

  private put(check: CheckedSlot): void {
    this.checks.update((all) => new Map(all).set(check.slot, check));
  }

  private fail(slot: number, error: unknown): void {
    this.failures.update((all) => new Map(all).set(slot, error));
  }
}
