/** The room where handing in is tried: offline, at the deadline, within the grace and beyond it. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AttemptView } from '@tap-huan/contract';
import type { Answer, SendOutcome } from './outbox.types';

class ApiFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
// The real module brings Angular's router with it; only the shape of a failure is needed here.
jest.unstable_mockModule('@tap-huan/web/api', () => ({
  isFailure: (error: unknown, code?: string) =>
    error instanceof ApiFailure && (code === undefined || error.code === code),
}));
const kept = new Map<string, number>();
jest.unstable_mockModule('./answer-store', () => ({
  wishes: {
    keep: async (id: string, seq: number) => void kept.set(id, seq),
    read: async (id: string) => kept.get(id) ?? null,
    forget: async (id: string) => void kept.delete(id),
  },
}));
const { AnswerOutbox } = await import('./answer-outbox');
const { DeskState, after } = await import('./desk-state');
const { HandIn } = await import('./hand-in');
const { give, MemoryStore, TestSender, text } = await import('./testing/outbox-bench');

const START = Date.parse('2026-11-25T07:00:00Z');
const MINUTE = 60_000;
const iso = (time: number) => new Date(START + time).toISOString();

let desk: InstanceType<typeof DeskState>;
let handIn: InstanceType<typeof HandIn>;
let sender: InstanceType<typeof TestSender>;
let store: InstanceType<typeof MemoryStore>;
let submitted: number;
let reachable: boolean;

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(async () => {
  jest.useFakeTimers({ now: START });
  kept.clear();
  reachable = true;
  submitted = 0;
  desk = new DeskState();
  desk.clock.sample(iso(0), desk.clock.mark());
  sender = new TestSender();
  store = new MemoryStore();
  const saved = (answers: readonly Answer[]): SendOutcome => {
    if (!reachable) return { kind: 'unreachable' };
    const closesAt = desk.times.closesAt();
    if (closesAt !== null && desk.clock.now() > closesAt) return { kind: 'closed' };
    return { kind: 'saved', savedAt: iso(answers.length), tooLate: [] };
  };
  sender.reply = saved;
  desk.outbox = new AnswerOutbox({
    attemptId: 'a',
    startedAt: START,
    store,
    sender,
    clock: { now: () => desk.clock.now(), after },
    changed: (state) => desk.saving.set(state),
  });
  desk.line = {
    attemptId: 'a',
    submit: async () => {
      if (!reachable) throw new ApiFailure('offline');
      submitted += 1;
    },
  } as never;
  await desk.outbox.open({ answers: [], lastSeq: 0, savedAt: null });
  desk.phase.set('open');
  handIn = new HandIn(desk, () => {
    desk.phase.set('ended');
    void desk.outbox?.finish();
  });
});
afterEach(() => {
  desk.gone = true;
  desk.outbox?.dispose();
  jest.useRealTimers();
});

const timed = (deadline: number, closesAt: number) =>
  desk.times.hear(
    { deadline: iso(deadline), closesAt: iso(closesAt), partDeadline: null },
    desk.clock.now(),
  );

describe('submitting', () => {
  it('brings the last answers first', async () => {
    desk.outbox?.record(1, give(text('a')));
    handIn.submit();
    await pass(50);
    expect(sender.held.get(1)?.response).toEqual(text('a'));
    expect([submitted, desk.phase(), desk.submitting()]).toEqual([1, 'ended', false]);
  });

  it('keeps the wish without a network, takes no changes meanwhile, and submits when it is back', async () => {
    desk.outbox?.record(1, give(text('a')));
    reachable = false;
    handIn.submit();
    await pass(20_000);
    expect([submitted, desk.wish(), desk.writable()]).toEqual([0, true, false]);
    expect(desk.trouble()).toEqual({ kind: 'unsent' });
    expect(kept.has('a')).toBe(true);
    reachable = true;
    await pass(20_000);
    expect([submitted, desk.phase()]).toEqual([1, 'ended']);
    expect(sender.held.size).toBe(1);
  });

  it('lets the officer take the wish back', async () => {
    reachable = false;
    handIn.submit();
    await pass(3_000);
    handIn.goOn();
    expect([desk.wish(), desk.writable(), kept.size]).toEqual([false, true, 0]);
    reachable = true;
    await pass(60_000);
    expect([submitted, desk.submitting()]).toEqual([0, false]);
  });

  it('takes up the wish of an earlier page, unless somebody has written since', async () => {
    kept.set('a', 500);
    await handIn.takeUp({ id: 'a', lastSeq: 501 } as AttemptView);
    expect([desk.wish(), kept.size]).toEqual([false, 0]);
    kept.set('a', 500);
    await handIn.takeUp({ id: 'a', lastSeq: 500 } as AttemptView);
    await pass(50);
    expect(submitted).toBe(1);
  });

  it('says what is wrong and tries again where the server is in trouble', async () => {
    let failing = true;
    desk.line = {
      attemptId: 'a',
      submit: async () => {
        if (failing) throw new ApiFailure('internal');
        submitted += 1;
      },
    } as never;
    handIn.submit();
    await pass(100);
    expect(desk.trouble()).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
    failing = false;
    await pass(3_000);
    expect(submitted).toBe(1);
  });
});

describe('the deadline', () => {
  const close = () => {
    desk.phase.set('over');
    desk.outbox?.hurry();
    void handIn.pursue();
  };

  it('brings what is left and submits by itself', async () => {
    timed(MINUTE, 11 * MINUTE);
    desk.outbox?.record(1, give(text('last word')));
    close();
    await pass(100);
    expect([submitted, sender.held.size]).toEqual([1, 1]);
  });

  it('keeps trying within the grace, and counts what arrives in it', async () => {
    timed(MINUTE, 11 * MINUTE);
    await pass(MINUTE - 1_000);
    reachable = false;
    desk.outbox?.record(1, give(text('typed in time')));
    await pass(1_000);
    close();
    await pass(5 * MINUTE);
    expect([submitted, desk.saving().unsent]).toEqual([0, [1]]);
    reachable = true;
    await pass(10_000);
    expect([submitted, desk.saving().unsent]).toEqual([1, []]);
    expect(sender.held.get(1)?.typedAt).toBe(iso(MINUTE - 1_000));
  });

  it('goes on trying after the grace; what came too late stays on the device for the file', async () => {
    timed(MINUTE, 2 * MINUTE);
    await pass(MINUTE - 1_000);
    reachable = false;
    desk.outbox?.record(1, give(text('a')));
    await pass(1_000);
    close();
    await pass(10 * MINUTE);
    expect([submitted, desk.phase()]).toEqual([0, 'over']);
    reachable = true;
    await pass(15_000);
    expect([submitted, desk.phase()]).toEqual([1, 'ended']);
    expect(desk.saving().unsent).toEqual([1]);
    expect(store.rows.size).toBe(1);
    expect(desk.outbox?.answers()).toMatchObject([{ slot: 1, response: text('a') }]);
  });

  it('stops where the time was extended meanwhile', async () => {
    timed(MINUTE, 2 * MINUTE);
    reachable = false;
    desk.outbox?.record(1, give(text('a')));
    close();
    await pass(10_000);
    desk.phase.set('open');
    reachable = true;
    await pass(30_000);
    expect([submitted, desk.submitting(), desk.saving().unsent]).toEqual([0, false, []]);
  });
});
