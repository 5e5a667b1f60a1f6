/** The room of a page on which an officer takes a quiz, without a browser: numbers its answers and calls the endpoints. */
import { type AnswerResponse, endpoints, type OutputOf } from '@tap-huan/contract';
import type { Answer, Browser } from '@tap-huan/server/platform/testing';

/** What a page may say of an answer besides the response. */
interface Extra {
  seq?: number;
  typedAt?: string;
  certainty?: number | null;
  seconds?: number;
  flagged?: boolean;
}

export class Page {
  private seq = 0;

  constructor(
    private readonly browser: Browser,
    readonly attemptId: string,
    readonly clientId = 'page-one-0001',
  ) {}

  private get params() {
    return { attemptId: this.attemptId };
  }

  async open(): Promise<OutputOf<typeof endpoints.openAttempt>> {
    const view = await this.browser.call(endpoints.openAttempt, {
      params: this.params,
      body: { clientId: this.clientId },
    });
    this.seq = view.lastSeq;
    return view;
  }

  private given(slot: number, response: AnswerResponse | null, extra: Extra = {}) {
    this.seq += 1;
    return { slot, response, flagged: false, seq: this.seq, ...extra };
  }

  /** Saves one answer. */
  answer(slot: number, response: AnswerResponse | null, extra?: Extra) {
    return this.save([[slot, response, extra]]);
  }

  save(
    answers: readonly [number, AnswerResponse | null, Extra?][],
  ): Promise<Answer<OutputOf<typeof endpoints.saveAnswers>>> {
    return this.browser.try(endpoints.saveAnswers, {
      params: this.params,
      body: {
        clientId: this.clientId,
        answers: answers.map(([slot, response, extra]) => this.given(slot, response, extra)),
      },
    });
  }

  clock(): Promise<OutputOf<typeof endpoints.readAttemptClock>> {
    return this.browser.call(endpoints.readAttemptClock, {
      params: this.params,
      query: { clientId: this.clientId },
    });
  }

  advance(from: number): Promise<Answer<OutputOf<typeof endpoints.advanceAttempt>>> {
    return this.browser.try(endpoints.advanceAttempt, {
      params: this.params,
      body: { clientId: this.clientId, from },
    });
  }

  check(
    slot: number,
    response: AnswerResponse | null,
    extra?: Extra,
  ): Promise<Answer<OutputOf<typeof endpoints.checkAnswer>>> {
    return this.browser.try(endpoints.checkAnswer, {
      params: { ...this.params, slot: String(slot) },
      body: { clientId: this.clientId, answer: this.given(slot, response, extra) },
    });
  }

  hint(slot: number): Promise<Answer<OutputOf<typeof endpoints.askHint>>> {
    return this.browser.try(endpoints.askHint, {
      params: { ...this.params, slot: String(slot) },
      body: { clientId: this.clientId },
    });
  }

  submit(): Promise<OutputOf<typeof endpoints.submitAttempt>> {
    return this.browser.call(endpoints.submitAttempt, { params: this.params });
  }

  result(): Promise<Answer<OutputOf<typeof endpoints.readResult>>> {
    return this.browser.try(endpoints.readResult, { params: this.params });
  }
}
