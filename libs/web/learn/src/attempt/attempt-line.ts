/** The room of what an attempt asks the server, besides saving answers. */
import { type AttemptClock, type AttemptView, type CheckedSlot, routes } from '@tap-huan/contract';
import { type Api } from '@tap-huan/web/api';
import type { Fact } from './fact-log';
import { type Answer, asGiven } from './outbox.types';

/** A dead line may hold a request for minutes; after so long (ms) it is given up. */
const PATIENCE = 12_000;

/** One attempt, as one writer. Each call rejects as the client does. */
export class AttemptLine {
  constructor(
    private readonly api: Api,
    readonly attemptId: string,
    readonly clientId: string,
  ) {}

  private get params() {
    return { attemptId: this.attemptId };
  }

  private get body() {
    return { clientId: this.clientId };
  }

  open(): Promise<AttemptView> {
    return this.api.call(routes.openAttempt, { params: this.params, body: this.body });
  }

  clock(): Promise<AttemptClock> {
    const request = { params: this.params, query: this.body };
    return patiently((signal) =>
      this.api.call(routes.readAttemptClock, request, { signal, quiet: true }),
    );
  }

  advance(from: number): Promise<AttemptView> {
    const request = { params: this.params, body: { ...this.body, from } };
    return patiently((signal) => this.api.call(routes.advanceAttempt, request, { signal }));
  }

  /** The result itself is read by its page. */
  async submit(): Promise<void> {
    await this.api.call(routes.submitAttempt, { params: this.params });
  }

  check(answer: Answer): Promise<CheckedSlot> {
    return this.api.call(routes.checkAnswer, {
      params: { ...this.params, slot: answer.slot },
      body: { ...this.body, answer: asGiven(answer) },
    });
  }

  hint(slot: number): Promise<CheckedSlot> {
    return this.api.call(routes.askHint, {
      params: { ...this.params, slot },
      body: this.body,
    });
  }

  async tell(facts: readonly Fact[], leaving: boolean): Promise<void> {
    await this.api.call(
      routes.recordAttemptEvents,
      { params: this.params, body: { ...this.body, events: [...facts] } },
      { keepalive: leaving, quiet: true },
    );
  }
}

async function patiently<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await call(patience.signal);
  } finally {
    clearTimeout(timer);
  }
}
