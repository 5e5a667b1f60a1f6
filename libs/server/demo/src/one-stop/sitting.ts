/** The room of one officer at one paper: opens it, answers, is interrupted, hands in – as the page does. */
import {
  type AnswerResponse,
  type AttemptEventKind,
  type AttemptFile,
  type AttemptView,
  endpoints,
  type GivenAnswer,
} from '@tap-huan/contract';
import type { Academy } from '../academy';
import type { DemoPerson, SentFile } from '../person';

const MINUTE = 60_000;

/** What is kept of an answer besides the response. */
export type Kept = Partial<Pick<GivenAnswer, 'certainty' | 'flagged' | 'seconds' | 'typedAt'>>;

export class Sitting {
  private seq = 0;
  private readonly begun: number;

  private constructor(
    private readonly academy: Academy,
    readonly person: DemoPerson,
    readonly attemptId: string,
    private clientId: string,
  ) {
    this.begun = academy.clock.now().getTime();
  }

  /** Presses Start, and opens the paper. */
  static async begin(
    academy: Academy,
    person: DemoPerson,
    params: { enrolmentId: string; lessonId: string },
  ): Promise<Sitting> {
    const { attemptId } = await person.call(endpoints.startAttempt, { params, body: {} });
    const sitting = new Sitting(academy, person, attemptId, `demo-${attemptId.slice(0, 8)}`);
    await sitting.open();
    return sitting;
  }

  open(): Promise<AttemptView> {
    const { params, clientId } = this;
    return this.person.call(endpoints.openAttempt, { params, body: { clientId } });
  }

  /** The clock shows so many minutes after the start. */
  at(minutes: number): this {
    this.academy.clock.set(this.moment(minutes));
    return this;
  }

  moment(minutes: number): Date {
    return new Date(this.begun + minutes * MINUTE);
  }

  /** Saves answers in the order of their slots. */
  async save(
    answers: readonly ({ slot: number; response: AnswerResponse | null } & Kept)[],
  ): Promise<void> {
    if (answers.length === 0) return;
    const given = answers.map(({ slot, response, ...kept }) => {
      this.seq += 1;
      return {
        flagged: false,
        seconds: 0,
        certainty: null,
        ...kept,
        slot,
        response,
        seq: this.seq,
      };
    });
    const { params, clientId } = this;
    const { refused } = await this.person.call(endpoints.saveAnswers, {
      params,
      body: { clientId, answers: given },
    });
    if (refused.length > 0) throw new Error(`Slots ${refused.join(', ')} came too late.`);
  }

  /** Facts that the page tells, at minutes after the start. */
  async tell(
    facts: readonly (readonly [kind: AttemptEventKind, minutes: number, seconds?: number])[],
  ): Promise<void> {
    const { params, clientId } = this;
    const events = facts.map(([kind, minutes, seconds = null]) => ({
      kind,
      at: this.moment(minutes).toISOString(),
      seconds,
    }));
    await this.person.call(endpoints.recordAttemptEvents, { params, body: { clientId, events } });
  }

  /** The officer goes on at another device, which becomes the writer. */
  async moveToOtherDevice(): Promise<void> {
    this.clientId = `${this.clientId}-2`;
    await this.open();
  }

  handIn(slot: number, file: SentFile): Promise<AttemptFile> {
    const params = { ...this.params, slot };
    return this.person.upload(endpoints.uploadAnswerFile, file, params);
  }

  /** Practice: how this answer would do. */
  async check(slot: number, response: AnswerResponse | null): Promise<void> {
    this.seq += 1;
    const { clientId, seq } = this;
    const params = { ...this.params, slot };
    const answer = { slot, response, flagged: false, seq };
    await this.person.call(endpoints.checkAnswer, { params, body: { clientId, answer } });
  }

  /** Practice: the next hint. */
  async hint(slot: number): Promise<void> {
    const { clientId } = this;
    const params = { ...this.params, slot };
    await this.person.call(endpoints.askHint, { params, body: { clientId } });
  }

  /** Leaves the open part for good. */
  async advance(from: number): Promise<void> {
    const { params, clientId } = this;
    await this.person.call(endpoints.advanceAttempt, { params, body: { clientId, from } });
  }

  async submit(): Promise<void> {
    await this.person.call(endpoints.submitAttempt, { params: this.params });
    await this.academy.settle();
  }

  private get params(): { attemptId: string } {
    return { attemptId: this.attemptId };
  }
}
