/** The room where an attempt is worked on: answers, clock, saving, take-over and submission come together here. */
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { type AnswerResponse, type AttemptView, endpoints } from '@tap-huan/contract';
import { Api, isFailure, UnsavedWork } from '@tap-huan/web/api';
import { AnswerOutbox, type OutboxState } from './answer-outbox';
import { ApiAnswerSender } from './answer-sender';
import { IndexedAnswerStore } from './answer-store';
import { claimClientId } from './client-id';
import { countsOf, type Given, standingOf } from './paper-state';
import { ServerClock } from './server-clock';

/**
 * opening · open: answers are taken · taken_over: read-only · over: time is up, the result is awaited ·
 * ended: there is a result · failed: could not be opened.
 */
export type DeskPhase = 'opening' | 'open' | 'taken_over' | 'over' | 'ended' | 'failed';
export type SubmitTrouble = { kind: 'unsent'; count: number } | { kind: 'failed'; error: unknown };

/** From so many seconds before the end on, every change goes at once. */
const HURRY = 5;
/** How long the end of time waits for answers under way: a late reply cannot count. */
const LAST_WAIT = 4_000;
const SUBMIT_WAIT = 15_000;
/** A page looked at again after so long asks the server how things stand. */
const STALE = 5_000;
const RETRY_RESULT = 5_000;

const NOTHING_SENT: OutboxState = {
  status: 'idle',
  unsent: 0,
  savedAt: null,
  refused: [],
  kept: true,
};

/** Provided by the attempt's page; lives and ends with it. */
@Injectable()
export class AttemptDesk {
  private readonly api = inject(Api);
  private readonly clock = new ServerClock(() => performance.now());
  private readonly store = new IndexedAnswerStore();
  private outbox: AnswerOutbox | null = null;
  private sender: ApiAnswerSender | null = null;
  private attemptId = '';
  private clientId = '';
  private gone = false;

  readonly phase = signal<DeskPhase>('opening');
  readonly view = signal<AttemptView | null>(null);
  readonly given = signal<ReadonlyMap<number, Given>>(new Map());
  readonly saving = signal<OutboxState>(NOTHING_SENT);
  readonly failure = signal<unknown>(null);
  readonly claiming = signal(false);
  readonly submitting = signal(false);
  readonly trouble = signal<SubmitTrouble | null>(null);
  /** Answers that came too late to count. */
  readonly late = signal(0);
  private readonly deadline = signal<number | null>(null);
  /** Whole seconds left; null without a limit. */
  readonly left = signal<number | null>(null);
  readonly standing = computed(() => standingOf(this.view()?.slots ?? [], this.given()));
  readonly counts = computed(() => countsOf(this.standing()));

  constructor() {
    const beat = setInterval(() => this.tick(), 250);
    const stops = [
      on(document, 'visibilitychange', () => this.looked(document.visibilityState === 'visible')),
      on(window, 'pagehide', () => void this.outbox?.leave()),
      on(window, 'online', () => this.outbox?.wake()),
    ];
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      clearInterval(beat);
      stops.forEach((stop) => stop());
      this.outbox?.dispose();
    });
    // Asked before closing only where the device itself cannot keep what is unsent.
    inject(UnsavedWork).watch(computed(() => !this.saving().kept && this.saving().unsent > 0));
  }

  /** Opens the attempt, or claims it back from another page. Calling it again after a failure is fine. */
  async open(attemptId: string): Promise<void> {
    if (this.claiming()) return;
    this.claiming.set(true);
    this.failure.set(null);
    try {
      this.attemptId = attemptId;
      this.clientId ||= await claimClientId();
      const sentAt = this.clock.mark();
      const request = { params: { attemptId }, body: { clientId: this.clientId } };
      const view = await this.api.call(endpoints.openAttempt, request);
      if (this.gone) return;
      this.hear(view, sentAt);
      await this.lay(view);
    } catch (error) {
      this.failure.set(error);
      if (this.phase() === 'opening') this.phase.set('failed');
    } finally {
      this.claiming.set(false);
    }
  }

  answer(slot: number, response: AnswerResponse | null): void {
    this.write(slot, { response, flagged: this.given().get(slot)?.flagged ?? false });
  }

  flag(slot: number): void {
    const own = this.given().get(slot);
    this.write(slot, { response: own?.response ?? null, flagged: !own?.flagged });
  }

  /** Sends what is left and submits. Where answers cannot be sent, nothing is submitted: they would not count. */
  async submit(): Promise<void> {
    if (this.submitting() || this.phase() !== 'open') return;
    this.submitting.set(true);
    this.trouble.set(null);
    try {
      if (!(await this.outbox?.drain(SUBMIT_WAIT)) && this.phase() === 'open') {
        this.trouble.set({ kind: 'unsent', count: this.saving().unsent });
        return;
      }
      if (this.phase() === 'open') await this.fetchResult();
    } catch (error) {
      this.trouble.set({ kind: 'failed', error });
    } finally {
      this.submitting.set(false);
      if (this.saving().status === 'closed') void this.close();
    }
  }

  /** Time is up or the attempt is closed: asks for the result until there is one. */
  async close(): Promise<void> {
    if (this.phase() === 'ended' || this.submitting()) return;
    this.phase.set('over');
    this.submitting.set(true);
    this.failure.set(null);
    try {
      await this.outbox?.drain(LAST_WAIT);
      this.late.set(this.saving().unsent);
      await this.fetchResult();
    } catch (error) {
      this.failure.set(error);
      if (!isFailure(error, 'not_found'))
        setTimeout(() => !this.gone && void this.close(), RETRY_RESULT);
    } finally {
      this.submitting.set(false);
    }
  }

  private async fetchResult(): Promise<void> {
    await this.api.call(endpoints.submitAttempt, { params: { attemptId: this.attemptId } });
    // First the end, then the outbox: its "closed" would otherwise be taken for news.
    this.phase.set('ended');
    await this.outbox?.finish();
  }

  private write(slot: number, given: Given): void {
    if (this.phase() !== 'open' || !this.outbox?.record(slot, given.response, given.flagged))
      return;
    this.given.update((all) => new Map(all).set(slot, given));
    this.trouble.set(null);
  }

  /** Lays the paper out with the newest answers of server and device. */
  private async lay(view: AttemptView): Promise<void> {
    if (view.phase !== 'open') {
      await this.store.clear(view.id).catch(() => undefined);
      this.phase.set('ended');
      return;
    }
    this.outbox ??= this.makeOutbox(view);
    const savedAt =
      view.answers
        .map((answer) => answer.savedAt)
        .sort()
        .at(-1) ?? null;
    const answers = await this.outbox.open({
      answers: view.answers,
      lastSeq: view.lastSeq,
      savedAt,
    });
    this.given.set(
      new Map(answers.map(({ slot, response, flagged }) => [slot, { response, flagged }])),
    );
    this.view.set(view);
    this.phase.set('open');
    this.tick();
  }

  private makeOutbox(view: AttemptView): AnswerOutbox {
    const startedAt = Date.parse(view.startedAt);
    this.sender = new ApiAnswerSender(
      this.api,
      view.id,
      this.clientId,
      this.clock,
      (reply, sentAt) => this.hear(reply, sentAt),
    );
    return new AnswerOutbox({
      attemptId: view.id,
      store: this.store,
      sender: this.sender,
      clock: {
        now: () => this.clock.now() - startedAt,
        after: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
      },
      changed: (state) => this.heed(state),
    });
  }

  private heed(state: OutboxState): void {
    this.saving.set(state);
    if (state.status === 'taken_over' && this.phase() === 'open') this.phase.set('taken_over');
    if (state.status === 'closed' && this.phase() === 'open') void this.close();
  }

  /** Every reply carries the server's clock, and the deadline as it stands now. */
  private hear(reply: { serverNow: string; deadline: string | null }, sentAt: number): void {
    this.clock.sample(reply.serverNow, sentAt);
    this.deadline.set(reply.deadline === null ? null : Date.parse(reply.deadline));
  }

  private tick(): void {
    const deadline = this.deadline();
    const left =
      deadline === null ? null : Math.max(0, Math.ceil((deadline - this.clock.now()) / 1_000));
    this.left.set(left);
    if (left === null || this.phase() !== 'open') return;
    if (left <= HURRY) this.outbox?.hurry();
    if (left === 0) void this.close();
  }

  /** Into the background: send now, a phone may not come back. Out of it: go on, and set the clock. */
  private looked(visible: boolean): void {
    if (!visible) {
      void this.outbox?.leave();
      return;
    }
    this.outbox?.wake();
    this.tick();
    if (this.phase() === 'open' && this.clock.age() > STALE) void this.ask();
  }

  /**
   * Repeats an answer that the server has. That changes nothing there, but tells the clock, the deadline, and whether
   * another page writes now.
   */
  private async ask(): Promise<void> {
    const view = this.view();
    const first = view?.slots[0];
    if (!view || !first || this.saving().unsent > 0) return;
    const known = view.answers[0] ?? { slot: first.slot, response: null, flagged: false, seq: 1 };
    const outcome = await this.sender?.send([known], false);
    if (outcome?.kind === 'taken_over' && this.phase() === 'open') this.phase.set('taken_over');
    if (outcome?.kind === 'closed') void this.close();
  }
}

function on(target: EventTarget, name: string, heard: () => void): () => void {
  target.addEventListener(name, heard);
  return () => target.removeEventListener(name, heard);
}
