/** The room where leaving a part is tried: by hand, by the clock, without a network. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView } from '@tap-huan/contract';
import type { SendOutcome } from './outbox.types';

class ApiFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
jest.unstable_mockModule('@tap-huan/web/api', () => ({
  isFailure: (error: unknown, code?: string) =>
    error instanceof ApiFailure && (code === undefined || error.code === code),
}));
const { AnswerOutbox } = await import('./answer-outbox');
const { DeskState, after } = await import('./desk-state');
const { PartTurning } = await import('./part-turning');
const { give, MemoryStore, TestSender, text } = await import('./testing/outbox-bench');

const view = (index: number) =>
  ({ part: { index, from: index + 1, to: index + 1, last: false } }) as AttemptView;
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

let desk: InstanceType<typeof DeskState>;
let parts: InstanceType<typeof PartTurning>;
let sender: InstanceType<typeof TestSender>;
let asked: number[];
let failing: string | null;
let closed: number;

beforeEach(async () => {
  jest.useFakeTimers();
  desk = new DeskState();
  sender = new TestSender();
  asked = [];
  failing = null;
  closed = 0;
  desk.outbox = new AnswerOutbox({
    attemptId: 'a',
    startedAt: 0,
    store: new MemoryStore(),
    sender,
    clock: { now: () => 1_000, after },
    changed: (state) => desk.saving.set(state),
  });
  await desk.outbox.open({ answers: [], lastSeq: 0, savedAt: null });
  desk.line = {
    attemptId: 'a',
    advance: async (from: number) => {
      asked.push(from);
      if (failing) throw new ApiFailure(failing);
      return view(from + 1);
    },
  } as never;
  desk.view.set(view(0));
  desk.phase.set('open');
  parts = new PartTurning(desk, {
    lay: async (next) => {
      desk.view.set(next);
      desk.phase.set('open');
    },
    closed: () => {
      closed += 1;
      desk.phase.set('over');
    },
  });
});
afterEach(() => {
  desk.gone = true;
  desk.outbox?.dispose();
  jest.useRealTimers();
});

describe('leaving by hand', () => {
  it('brings the answers first, then asks for the next part', async () => {
    desk.outbox?.record(1, give(text('a')));
    const left = parts.advance();
    await pass(10);
    await expect(left).resolves.toBe(true);
    expect([sender.held.size, asked, desk.view()?.part?.index]).toEqual([1, [0], 1]);
  });

  it('stays where answers cannot be sent: nothing is closed behind them', async () => {
    sender.reply = (): SendOutcome => ({ kind: 'unreachable' });
    desk.outbox?.record(1, give(text('a')));
    const left = parts.advance();
    await pass(9_000);
    await expect(left).resolves.toBe(false);
    expect([asked, desk.trouble(), desk.writable()]).toEqual([[], { kind: 'unsent' }, true]);
  });
});

describe('the end of its time', () => {
  it('opens the next part by itself, also after a while without a network', async () => {
    failing = 'offline';
    void parts.over();
    await pass(9_000);
    expect([desk.phase(), desk.writable()]).toEqual(['part_over', false]);
    expect(asked.length).toBeGreaterThan(2);
    failing = null;
    await pass(3_000);
    expect([desk.phase(), desk.view()?.part?.index]).toEqual(['open', 1]);
    expect(asked.every((from) => from === 0)).toBe(true);
  });

  it('does not wait for answers that cannot be sent: they count when they come later', async () => {
    sender.reply = (): SendOutcome => ({ kind: 'unreachable' });
    desk.outbox?.record(1, give(text('a')));
    void parts.over();
    await pass(4_000);
    expect([asked, desk.phase()]).toEqual([[0], 'open']);
    expect(desk.saving().unsent).toEqual([1]);
  });

  it('ends with the attempt', async () => {
    failing = 'attempt_closed';
    void parts.over();
    await pass(100);
    expect([closed, desk.phase()]).toEqual([1, 'over']);
  });

  it('ends where another page writes', async () => {
    failing = 'attempt_taken_over';
    void parts.over();
    await pass(100);
    expect(desk.phase()).toBe('taken_over');
  });
});
