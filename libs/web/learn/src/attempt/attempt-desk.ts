/** The room where an attempt is worked on: answers, clock, saving, take-over, parts and submission come together here. */
import { computed, DestroyRef, inject, Injectable } from '@angular/core';
import type { AnswerResponse, AttemptView } from '@tap-huan/contract';
import { Api, UnsavedWork } from '@tap-huan/web/api';
import { AnswerOutbox } from './answer-outbox';
import { ApiAnswerSender } from './answer-sender';
import { fileKeys, IndexedAnswerStore } from './answer-store';
import { AttemptLine } from './attempt-line';
import type { TimesHeard } from './attempt-times';
import { Circumstances } from './circumstances';
import { claimClientId } from './client-id';
import { after, DeskState, monotonic } from './desk-state';
import { HandIn } from './hand-in';
import type { Answer, Given, OutboxState } from './outbox.types';
import { PartTurning } from './part-turning';
import { TimeSpent } from './time-spent';

/** From so many seconds before the end on, every change goes at once. */
const HURRY = 5;
/** How often (ms) a page that hears nothing asks for the time; an extension is to be seen within ten seconds. */
const ASK_EVERY = 6_500;
/** Seconds on other questions that are worth telling along with an answer. */
const WORTH_TELLING = 5;

const NO_ANSWER: Given = { response: null, flagged: false, certainty: null };

/** Provided by the attempt's page; lives and ends with it. */
@Injectable()
export class AttemptDesk extends DeskState {
  private readonly api = inject(Api);
  private readonly store = new IndexedAnswerStore();
  private readonly spent = new TimeSpent(monotonic);
  private readonly handIn = new HandIn(this, () => this.end());
  private readonly parts = new PartTurning(this, {
    lay: (view, sentAt) => this.lay(view, sentAt),
    closed: () => this.closed(),
  });
  private circumstances: Circumstances | null = null;
  /** Monotonic instants: when the paper or its present part was laid out, and when the server is to be asked again. */
  private laidAt = 0;
  private askAt = Infinity;

  constructor() {
    super();
    this.network.changed = (away, seconds) => {
      this.circumstances?.met(away, seconds);
      if (!away) this.outbox?.wake();
    };
    const beat = setInterval(() => this.tick(), 250);
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      clearInterval(beat);
      this.circumstances?.end();
      this.outbox?.dispose();
    });
    // Asked before closing only where the device itself cannot keep what is unsent.
    inject(UnsavedWork).watch(
      computed(() => !this.saving().kept && this.saving().unsent.length > 0),
    );
  }

  /** Opens the attempt, or claims it back from another page. Calling it again after a failure is fine. */
  async open(attemptId: string): Promise<void> {
    if (this.claiming()) return;
    this.claiming.set(true);
    this.failure.set(null);
    try {
      this.line ??= new AttemptLine(this.api, attemptId, await claimClientId());
      const sentAt = this.clock.mark();
      const view = await this.line.open();
      if (this.gone) return;
      this.clock.sample(view.serverNow, sentAt);
      await this.lay(view, sentAt);
      if (this.phase() !== 'open') return;
      this.circumstances?.opened();
      // The reason of an extension comes with the clock only.
      void this.ask();
      await this.handIn.takeUp(view);
    } catch (error) {
      this.network.missed(error);
      this.failure.set(error);
      if (this.phase() === 'opening') this.phase.set('failed');
    } finally {
      this.claiming.set(false);
    }
  }

  answer(slot: number, response: AnswerResponse | null): void {
    this.write(slot, { response });
  }

  flag(slot: number): void {
    this.write(slot, { flagged: !this.given().get(slot)?.flagged });
  }

  sure(slot: number, certainty: number): void {
    this.write(slot, { certainty });
  }

  /** The question that is looked at; null is none. */
  look(slot: number | null): void {
    this.spent.look(slot);
  }

  /** Numbers an answer for a check in practice. */
  stamp(slot: number): Answer | undefined {
    const given = this.given().get(slot) ?? NO_ANSWER;
    return this.outbox?.stamp(slot, given, this.spent.seconds(slot));
  }

  /** Submits; without a network as soon as there is one. */
  submit(): void {
    this.tellSeconds(null);
    this.handIn.submit();
  }

  /** Back to the paper: the wish to submit is taken back. */
  goOn(): void {
    this.handIn.goOn();
  }

  /** Leaves the open part for good. @returns whether the next one is there */
  advance(): Promise<boolean> {
    this.tellSeconds(null);
    return this.parts.advance();
  }

  /** A fact that only the page knows of. */
  downloaded(): void {
    this.circumstances?.downloaded();
  }

  /** Asks the server for the time, and whether this page still writes. */
  async ask(): Promise<void> {
    if (!this.line || this.phase() === 'ended') return;
    this.askAt = Infinity;
    const sentAt = this.clock.mark();
    try {
      const reply = await this.line.clock();
      if (this.gone) return;
      this.hear(reply, sentAt);
      if (reply.phase === 'submitted' || reply.phase === 'marked') this.end();
      else if (!reply.writer && sentAt >= this.laidAt && this.phase() === 'open')
        this.phase.set('taken_over');
    } catch (error) {
      this.network.missed(error);
    } finally {
      this.rest();
    }
  }

  private write(slot: number, part: Partial<Given>): void {
    const given = { ...(this.given().get(slot) ?? NO_ANSWER), ...part };
    if (!this.writable() || !this.outbox?.record(slot, given, this.spent.seconds(slot))) return;
    this.given.update((all) => new Map(all).set(slot, given));
    this.trouble.set(null);
    this.tellSeconds(slot);
  }

  /** Seconds spent on other questions go along with an answer; never on their own, and not when time or network are short. */
  private tellSeconds(except: number | null): void {
    const { outbox } = this;
    const left = this.times.nearest();
    const short = this.saving().status === 'waiting' || (left !== null && left <= HURRY);
    if (!outbox || short || !this.writable()) return;
    const known = new Map(outbox.answers().map((answer) => [answer.slot, answer]));
    const checked = new Set(this.view()?.checks.map(({ slot }) => slot));
    for (const { slot } of this.view()?.slots ?? []) {
      const answer = known.get(slot);
      const seconds = this.spent.seconds(slot);
      if (slot === except || checked.has(slot) || seconds < (answer?.seconds ?? 0) + WORTH_TELLING)
        continue;
      outbox.record(slot, this.given().get(slot) ?? NO_ANSWER, seconds, answer?.typedAt);
    }
  }

  /** Lays the paper, or its next part, out with the newest answers of server and device. */
  private async lay(view: AttemptView, sentAt: number): Promise<void> {
    this.outbox ??= this.makeOutbox(view);
    const saved = view.answers.map(({ savedAt }) => savedAt).sort();
    const answers = await this.outbox.open({
      answers: view.answers.map(({ savedAt, ...answer }) => ({ ...answer, typedAt: savedAt })),
      lastSeq: view.lastSeq,
      savedAt: saved.at(-1) ?? null,
    });
    for (const { slot, seconds } of answers) this.spent.restore(slot, seconds);
    // What was given to earlier parts stays known: the server tells of the open one only.
    this.given.update((known) => {
      const all = new Map(known);
      for (const { slot, response, flagged, certainty } of answers)
        all.set(slot, { response, flagged, certainty });
      return all;
    });
    // Replies to earlier requests speak of another part and another writer; from here on they do not count.
    this.laidAt = this.clock.mark();
    this.view.set(view);
    this.hear({ ...view, partDeadline: view.part?.deadline ?? null }, sentAt, true);
    if (view.phase !== 'open') return this.end();
    void fileKeys.keep(view.id, view.answerFileKey);
    this.circumstances ??= this.makeCircumstances(view);
    this.phase.set('open');
    this.tick();
  }

  private makeOutbox(view: AttemptView): AnswerOutbox {
    return new AnswerOutbox({
      attemptId: view.id,
      startedAt: Date.parse(view.startedAt),
      store: this.store,
      sender: new ApiAnswerSender(
        this.api,
        this.line as AttemptLine,
        this.clock,
        (reply, sentAt) => this.hear(reply, sentAt),
        (error) => this.network.missed(error),
      ),
      clock: { now: () => this.clock.now(), after },
      changed: (state) => this.heed(state),
      chance: Math.random,
    });
  }

  private makeCircumstances(view: AttemptView): Circumstances {
    return new Circumstances({
      line: this.line as AttemptLine,
      // Facts are for exams; nobody inspects practice or a preview.
      recorded: view.mode === 'exam' && !view.preview,
      clock: { now: () => this.clock.now(), after },
      monotonic,
      heard: {
        here: (present) => this.spent.here(present),
        // Into the background: send now, a phone may not come back. Out of it: go on, and set the clock.
        visible: (visible) => (visible ? this.wake() : void this.outbox?.leave()),
        leaving: () => void this.outbox?.leave(),
        online: () => this.wake(),
        openedElsewhere: () => void this.ask(),
      },
    });
  }

  private heed(state: OutboxState): void {
    this.saving.set(state);
    const phase = this.phase();
    if (state.status === 'taken_over' && ['open', 'part_over', 'over'].includes(phase))
      this.phase.set('taken_over');
    if (state.status === 'closed' && phase === 'open') this.closed();
  }

  /** Every reply carries the server's clock, and the deadlines as they stand now. */
  private hear(
    reply: TimesHeard & { serverNow: string },
    sentAt: number,
    present = sentAt >= this.laidAt,
  ): void {
    this.clock.sample(reply.serverNow, sentAt);
    this.network.heard();
    const moved = this.times.hear(reply, this.clock.now(), present);
    this.rest();
    const timeAgain = this.times.left() !== 0 && this.times.partLeft() !== 0;
    if (timeAgain && (this.phase() === 'over' || this.phase() === 'part_over')) this.reopen();
    if (moved && reply.extension === undefined) void this.ask();
  }

  /** The time was extended after it had run out here. */
  private reopen(): void {
    this.phase.set('open');
    if (this.saving().status === 'closed' && this.line) void this.open(this.line.attemptId);
  }

  private rest(): void {
    // Not all at once: a thousand pages were opened in the same second.
    this.askAt = monotonic() + ASK_EVERY * (0.9 + Math.random() / 5);
  }

  private tick(): void {
    this.spent.beat();
    this.network.beat();
    this.times.tick(this.clock.now());
    if (monotonic() >= this.askAt) void this.ask();
    const phase = this.phase();
    const { left, partLeft, nearest } = this.times;
    if (phase === 'part_over' && left() === 0) this.closed();
    if (phase !== 'open') return;
    if ((nearest() ?? Infinity) <= HURRY) this.outbox?.hurry();
    else this.outbox?.calm();
    if (left() === 0 || (partLeft() === 0 && this.view()?.part?.last)) this.closed();
    else if (partLeft() === 0) void this.parts.over();
  }

  /** Nothing is taken any more: the last answers go, then the paper is handed in. */
  private closed(): void {
    this.phase.set('over');
    this.outbox?.hurry();
    void this.handIn.pursue();
  }

  private end(): void {
    // First the end, then the outbox: its "closed" would otherwise be taken for news.
    this.phase.set('ended');
    this.handIn.forget();
    void this.circumstances?.flush();
    void this.outbox?.finish();
  }

  private wake(): void {
    this.outbox?.wake();
    this.tick();
    void this.ask();
  }
}
