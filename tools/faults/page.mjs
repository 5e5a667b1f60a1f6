/**
 * The room of a page that takes an exam, without a browser: it keeps what is typed until the server has acknowledged it,
 * sends what it keeps in one request at a time, and comes again when the network or the server is gone.
 */
import { answer } from '../bench/exam-course.mjs';

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Milliseconds without a reply after which a page gives a request up. */
const PATIENCE = 5_000;

export class Page {
  /** What was typed and is not acknowledged, by slot. */
  #outbox = new Map();
  #sending = null;
  /** What the server has acknowledged, by slot: the newest. */
  acknowledged = new Map();
  /** Slots that the server refused, as typed too late. */
  refused = new Set();
  /** Requests that were answered with success, and those that failed in whatever way. */
  replies = 0;
  failures = 0;
  typed = 0;

  /** @param {{ wire: import('../bench/wire.mjs').Wire, attemptId: string }} given */
  constructor({ wire, attemptId }) {
    this.wire = wire;
    this.attemptId = attemptId;
    this.clientId = `page-${attemptId.slice(0, 12)}`;
  }

  async open() {
    const sent = performance.now();
    const view = await this.wire.json('POST', `/api/attempts/${this.attemptId}/open`, {
      clientId: this.clientId,
    });
    // The server's clock runs on by the monotonic one; half of the way is for the reply.
    this.offset = Date.parse(view.serverNow) - (sent + performance.now()) / 2;
    this.slots = view.slots;
    this.seq = view.lastSeq;
    return view;
  }

  /** The server's clock, as the page knows it. */
  serverNow() {
    return performance.now() + this.offset;
  }

  /** The officer answers a question, or answers it anew. */
  type(place = this.typed) {
    this.seq += 1;
    this.typed += 1;
    const { slot, question } = this.slots[place % this.slots.length];
    this.#outbox.set(slot, {
      slot,
      response: answer(question, this.seq),
      flagged: false,
      seq: this.seq,
      typedAt: new Date(this.serverNow()).toISOString(),
      seconds: this.typed,
    });
    this.#sending ??= this.#send().finally(() => (this.#sending = null));
  }

  get waiting() {
    return this.#outbox.size;
  }

  /** Resolves when everything typed so far is acknowledged or refused. */
  async settled() {
    while (this.#outbox.size > 0) {
      this.#sending ??= this.#send().finally(() => (this.#sending = null));
      await this.#sending;
    }
  }

  async #send() {
    while (this.#outbox.size > 0) {
      const answers = [...this.#outbox.values()];
      const reply = await this.#try(answers);
      if (reply === null) {
        this.failures += 1;
        await wait(50 + Math.random() * 150);
        continue;
      }
      this.replies += 1;
      for (const given of answers) {
        if (reply.refused.includes(given.slot)) this.refused.add(given.slot);
        else this.acknowledged.set(given.slot, given);
        // What was typed meanwhile stays.
        if (this.#outbox.get(given.slot) === given) this.#outbox.delete(given.slot);
      }
    }
  }

  /** The reply, or null where there is none or the server cannot answer now. */
  async #try(answers) {
    const timer = setTimeout(() => this.wire.close(), PATIENCE);
    try {
      const body = JSON.stringify({ clientId: this.clientId, answers });
      const { status, text } = await this.wire.call(
        'PUT',
        `/api/attempts/${this.attemptId}/answers`,
        body,
      );
      if (status === 200) return JSON.parse(text);
      if (status < 500) throw new Refusal(`save: ${status} ${text}`);
      return null;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  submit() {
    return this.wire.json('POST', `/api/attempts/${this.attemptId}/submit`);
  }
}

/** The server said no, and coming again would not help. */
class Refusal extends Error {}
