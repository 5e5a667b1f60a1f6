/** The room of the time that is spent on each question: counted only while somebody looks at it. */

/** A gap longer than this (ms) between two beats is a device that slept, not somebody who thought. */
const LONGEST_BEAT = 2_000;

/** Fed by a regular beat; the clock is a monotonic one, in milliseconds. */
export class TimeSpent {
  private readonly spent = new Map<number, number>();
  private at: number | null = null;
  private beatAt: number;
  private present = true;

  constructor(private readonly monotonic: () => number) {
    this.beatAt = monotonic();
  }

  /** What the server knows from before. Milliseconds counted here are kept where they are more. */
  restore(slot: number, seconds: number): void {
    this.spent.set(slot, Math.max(seconds * 1_000, this.spent.get(slot) ?? 0));
  }

  /** The question that is looked at from now on; null is none (the review, a closed part). */
  look(slot: number | null): void {
    this.beat();
    this.at = slot;
  }

  /** Whether the page is looked at at all. */
  here(present: boolean): void {
    this.beat();
    this.present = present;
  }

  beat(): void {
    const now = this.monotonic();
    const passed = Math.max(0, Math.min(now - this.beatAt, LONGEST_BEAT));
    this.beatAt = now;
    if (this.present && this.at !== null)
      this.spent.set(this.at, (this.spent.get(this.at) ?? 0) + passed);
  }

  /** Whole seconds spent on a question. */
  seconds(slot: number): number {
    return Math.floor((this.spent.get(slot) ?? 0) / 1_000);
  }

  slots(): number[] {
    return [...this.spent.keys()];
  }
}
