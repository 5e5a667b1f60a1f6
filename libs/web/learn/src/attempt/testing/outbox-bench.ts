/** The room of the bench on which the outbox is tried: a clock that the test holds, a device, a server. */
import type { AnswerResponse } from '@tap-huan/contract';
import type { Answer, AnswerSender, AnswerStore, Given, SendOutcome } from '../outbox.types';

export const text = (value: string): AnswerResponse => ({ kind: 'short_answer', text: value });
export const give = (response: AnswerResponse | null, flagged = false): Given => ({
  response,
  flagged,
  certainty: null,
});
/** The attempt began at this instant of the server's clock; `clock.time` counts from here. */
export const START = Date.parse('2026-11-25T07:00:00Z');
export const iso = (time: number) => new Date(START + time).toISOString();
export const SAVED: SendOutcome = { kind: 'saved', savedAt: '2026-11-25T07:03:00Z', tooLate: [] };
export const UNREACHABLE: SendOutcome = { kind: 'unreachable' };

/** Lets promises settle; timers move only by `clock.pass`. */
export const settle = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};

export class TestClock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];
  now = () => START + this.time + this.skew;
  /** How far the page's idea of the server's clock is off. */
  skew = 0;
  after = (milliseconds: number, run: () => void) => {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((each) => each !== timer));
  };
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settle();
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await settle();
    }
    this.time = end;
  }
  get set(): number {
    return this.timers.length;
  }
}

export class MemoryStore implements AnswerStore {
  readonly rows = new Map<number, Answer>();
  broken = false;
  private check() {
    if (this.broken) throw new Error('no storage');
  }
  async read() {
    this.check();
    return [...this.rows.values()];
  }
  async keep(_attemptId: string, answer: Answer) {
    this.check();
    this.rows.set(answer.slot, answer);
  }
  async forget(_attemptId: string, answers: readonly Answer[]) {
    this.check();
    for (const { slot, seq } of answers)
      if ((this.rows.get(slot)?.seq ?? Infinity) <= seq) this.rows.delete(slot);
  }
  async clear() {
    this.rows.clear();
  }
}

/** A server that answers when the test says so, or at once by `reply`. */
export class TestSender implements AnswerSender {
  readonly sent: { answers: Answer[]; leaving: boolean }[] = [];
  reply: ((answers: readonly Answer[]) => SendOutcome) | null = () => SAVED;
  /** What the server holds: the newest of each slot, as the real one. */
  readonly held = new Map<number, Answer>();
  private readonly open: ((outcome: SendOutcome) => void)[] = [];
  atOnce = 0;
  most = 0;

  send(answers: readonly Answer[], leaving: boolean): Promise<SendOutcome> {
    this.sent.push({ answers: [...answers], leaving });
    if (!leaving) this.most = Math.max(this.most, (this.atOnce += 1));
    const outcome = this.reply
      ? Promise.resolve(this.reply(answers))
      : new Promise<SendOutcome>((resolve) => this.open.push(resolve));
    return outcome.then((result) => {
      if (!leaving) this.atOnce -= 1;
      if (result.kind === 'saved') {
        for (const answer of answers) {
          if ((this.held.get(answer.slot)?.seq ?? 0) < answer.seq)
            this.held.set(answer.slot, answer);
        }
      }
      return result;
    });
  }

  async answer(outcome: SendOutcome): Promise<void> {
    this.open.shift()?.(outcome);
    await settle();
  }

  get texts(): string[][] {
    return this.sent.map(({ answers }) =>
      answers.map(({ response }) => (response?.kind === 'short_answer' ? response.text : '')),
    );
  }
}
