/** The room of how an attempt stands on this page: what the parts of the desk share and what the page shows. */
import { computed, signal } from '@angular/core';
import type { AttemptView } from '@tap-huan/contract';
import type { AnswerOutbox } from './answer-outbox';
import type { AttemptLine } from './attempt-line';
import { AttemptTimes } from './attempt-times';
import { Network } from './network';
import { type Given, NOTHING_SENT, type OutboxState } from './outbox.types';
import { countsOf, standingOf } from './paper-state';
import { ServerClock } from './server-clock';

/**
 * opening · open: answers are taken · part_over: the part's time is up, the next one is awaited · taken_over: read-only ·
 * over: time is up, the result is awaited · ended: there is a result · failed: could not be opened.
 */
export type DeskPhase =
  'opening' | 'open' | 'part_over' | 'taken_over' | 'over' | 'ended' | 'failed';
/** unsent: answers have to reach the server first. */
export type DeskTrouble = { kind: 'unsent' } | { kind: 'failed'; error: unknown };

export const monotonic = (): number => performance.now();
/** Runs once after so many milliseconds; the reply cancels it. */
export const after = (milliseconds: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};
export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((done) => void after(milliseconds, done));

export class DeskState {
  readonly clock = new ServerClock(monotonic);
  readonly times = new AttemptTimes();
  readonly network = new Network(monotonic);
  outbox: AnswerOutbox | null = null;
  line: AttemptLine | null = null;
  gone = false;

  readonly phase = signal<DeskPhase>('opening');
  readonly view = signal<AttemptView | null>(null);
  readonly given = signal<ReadonlyMap<number, Given>>(new Map());
  readonly saving = signal<OutboxState>(NOTHING_SENT);
  readonly failure = signal<unknown>(null);
  readonly claiming = signal(false);
  readonly submitting = signal(false);
  /** The officer is leaving the open part. */
  readonly advancing = signal(false);
  /** The officer has asked to submit; kept while there is no network. */
  readonly wish = signal(false);
  readonly trouble = signal<DeskTrouble | null>(null);

  readonly standing = computed(() => standingOf(this.view()?.slots ?? [], this.given()));
  readonly counts = computed(() => countsOf(this.standing()));
  readonly writable = computed(() => this.phase() === 'open' && !this.wish() && !this.advancing());
}
