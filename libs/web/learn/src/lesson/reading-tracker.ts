/** The room where reading is followed: how far, and how many seconds. Knows neither Angular nor HTTP. */

export interface ReadingReport {
  /** 0 to 1. */
  position: number;
  /** Seconds since the last report. */
  seconds: number;
}

/** A stretch without scroll, key or touch longer than this is not reading any more (milliseconds). */
const ATTENTION = 5 * 60_000;
/** The contract takes no more at once. */
const MOST_SECONDS = 3_600;
/** Moves smaller than this are not worth a request of their own. */
const STEP = 0.005;

/** Collects position and time between reports. `now` is monotonic milliseconds. */
export class ReadingTracker {
  private position: number;
  private reported: number;
  private milliseconds = 0;
  private since: number | null;
  private lastSign: number;

  constructor(
    position: number,
    private readonly now: () => number,
  ) {
    this.position = this.reported = position;
    this.since = this.lastSign = now();
  }

  /** The person scrolled, typed or touched. */
  sign(): void {
    this.count();
    this.lastSign = this.now();
    this.since ??= this.now();
  }

  at(position: number): void {
    this.position = Math.min(1, Math.max(0, position));
    this.sign();
  }

  /** The page went out of sight (false) or came back. */
  seen(visible: boolean): void {
    this.count();
    this.since = visible ? this.now() : null;
    if (visible) this.lastSign = this.now();
  }

  /** What there is to report, or null where nothing has changed that matters. Begins the next stretch. */
  take(force = false): ReadingReport | null {
    this.count();
    const seconds = Math.min(MOST_SECONDS, Math.floor(this.milliseconds / 1_000));
    const movedFar = Math.abs(this.position - this.reported) >= STEP;
    if (!force && !movedFar && seconds < 60) return null;
    this.milliseconds -= seconds * 1_000;
    this.reported = this.position;
    return { position: Math.round(this.position * 10_000) / 10_000, seconds };
  }

  /** A report did not arrive: its seconds are counted again, and its position counts as not told. */
  giveBack({ seconds }: ReadingReport): void {
    this.milliseconds += seconds * 1_000;
    this.reported = -1;
  }

  private count(): void {
    if (this.since === null) return;
    const now = this.now();
    const until = Math.min(now, this.lastSign + ATTENTION);
    this.milliseconds += Math.max(0, until - this.since);
    this.since = now;
  }
}

/** How far down an element has been read, 0 to 1: its end at the lower edge of the window is 1. */
export function fractionRead(
  box: { top: number; height: number },
  window: { top: number; height: number },
): number {
  const way = box.height - (window.height - window.top);
  if (way <= 0) return 1;
  return Math.min(1, Math.max(0, (window.top - box.top) / way));
}

/** The scroll distance by which an element comes to stand at this fraction; the reverse of `fractionRead`. */
export function scrollTo(
  position: number,
  box: { top: number; height: number },
  window: { top: number; height: number },
): number {
  const way = Math.max(0, box.height - (window.height - window.top));
  return box.top + way * position - window.top;
}
