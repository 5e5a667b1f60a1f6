/** The room where the outbox is put to the test: slow, broken and stolen connections, on a clock that the test holds. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerResponse } from '@tap-huan/contract';
import { AnswerOutbox } from './answer-outbox';
import {
  type Answer,
  FIRST_RETRY,
  LONGEST_PAUSE,
  LONGEST_RETRY,
  type OutboxState,
  PAUSE,
} from './outbox.types';
import {
  give,
  iso,
  MemoryStore,
  SAVED,
  settle,
  START,
  TestClock,
  TestSender,
  text,
  UNREACHABLE,
} from './testing/outbox-bench';

let clock: TestClock;
let store: MemoryStore;
let sender: TestSender;
let states: OutboxState[];
let outbox: AnswerOutbox;

const make = () =>
  new AnswerOutbox({
    attemptId: 'a',
    startedAt: START,
    store,
    sender,
    clock,
    changed: (state) => states.push(state),
  });
const open = (answers: Answer[] = [], lastSeq = 0) =>
  outbox.open({ answers, lastSeq, savedAt: null });
const kept = (slot: number, seq: number, value = `#${slot}.${seq}`): Answer => ({
  slot,
  response: text(value),
  flagged: false,
  certainty: null,
  seq,
  typedAt: iso(seq),
  seconds: 0,
});

beforeEach(async () => {
  clock = new TestClock();
  store = new MemoryStore();
  sender = new TestSender();
  states = [];
  outbox = make();
  await open();
});

describe('saving', () => {
  it('keeps a change on the device at once and sends it after a pause', async () => {
    clock.time = 5_000;
    outbox.record(1, give(text('a')));
    await settle();
    expect(store.rows.get(1)?.response).toEqual(text('a'));
    expect(outbox.state()).toMatchObject({ status: 'pending', unsent: [1] });
    await clock.pass(PAUSE - 1);
    expect(sender.sent).toHaveLength(0);
    await clock.pass(1);
    expect(sender.sent).toHaveLength(1);
    expect(outbox.state()).toMatchObject({
      status: 'idle',
      unsent: [],
      savedAt: '2026-11-25T07:03:00Z',
    });
    expect(store.rows.size).toBe(0);
  });

  it('coalesces: of several changes to a question only the newest goes, in the order of change', async () => {
    outbox.record(2, give(text('b')));
    outbox.record(1, give(text('a')));
    outbox.record(2, give(text('bb'), true));
    await clock.pass(PAUSE);
    expect(sender.texts).toEqual([['a', 'bb']]);
    expect(sender.sent[0]?.answers[1]).toMatchObject({ slot: 2, flagged: true });
  });

  it('saves someone who never stops typing', async () => {
    for (let i = 0; i < 12; i += 1) {
      outbox.record(1, give(text('x'.repeat(i))));
      await clock.pass(PAUSE - 100);
    }
    expect(clock.time).toBeGreaterThan(LONGEST_PAUSE);
    expect(sender.sent.length).toBeGreaterThanOrEqual(1);
  });

  it('has one request under way; changes meanwhile follow in one more', async () => {
    sender.reply = null;
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    expect(outbox.state().status).toBe('saving');
    outbox.record(1, give(text('aa')));
    outbox.record(2, give(text('b')));
    outbox.record(1, give(text('aaa')));
    await clock.pass(10_000);
    expect(sender.sent).toHaveLength(1);
    await sender.answer(SAVED);
    expect(outbox.state()).toMatchObject({ unsent: [1, 2] });
    expect(store.rows.get(1)?.response).toEqual(text('aaa'));
    await clock.pass(0);
    expect(sender.texts).toEqual([['a'], ['b', 'aaa']]);
    await sender.answer(SAVED);
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [] });
    expect(store.rows.size).toBe(0);
    expect(sender.most).toBe(1);
  });

  it('numbers by time, always above the last', async () => {
    await open([], 40);
    clock.time = 10;
    outbox.record(1, give(text('a')));
    outbox.record(2, give(text('b')));
    clock.time = 9_000.7;
    outbox.record(3, give(text('c')));
    await clock.pass(PAUSE);
    expect(sender.sent[0]?.answers.map(({ seq }) => seq)).toEqual([41, 42, 9_000]);
  });

  it('sends no more than the contract takes at once', async () => {
    for (let slot = 1; slot <= 250; slot += 1) outbox.record(slot, give(text('x')));
    await clock.pass(PAUSE);
    await clock.pass(0);
    expect(sender.sent.map(({ answers }) => answers.length)).toEqual([200, 50]);
  });

  it('goes at once when the clock runs out', async () => {
    outbox.record(1, give(text('a')));
    outbox.hurry();
    await settle();
    expect(sender.sent).toHaveLength(1);
    outbox.record(1, give(text('b')));
    await clock.pass(0);
    expect(sender.texts).toEqual([['a'], ['b']]);
  });
});

describe('a bad network', () => {
  it('keeps all, tries again at growing distances, and sends the newest of each', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    expect(outbox.state()).toMatchObject({ status: 'waiting', unsent: [1], kept: true });
    outbox.record(1, give(text('aa')));
    outbox.record(2, give(text('b')));
    // New changes do not hammer a server that is away.
    await clock.pass(FIRST_RETRY - 1);
    expect(sender.sent).toHaveLength(1);
    await clock.pass(1);
    expect(sender.texts[1]).toEqual(['aa', 'b']);
    await clock.pass(2 * FIRST_RETRY);
    expect(sender.sent).toHaveLength(3);
    sender.reply = () => SAVED;
    await clock.pass(4 * FIRST_RETRY);
    expect(sender.sent).toHaveLength(4);
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [] });
    expect(sender.held.get(1)?.response).toEqual(text('aa'));
  });

  it('never waits longer than the longest distance', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(600_000);
    const before = sender.sent.length;
    await clock.pass(LONGEST_RETRY);
    expect(sender.sent.length).toBe(before + 1);
  });

  it('goes at once when the network is back', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(120_000);
    sender.reply = () => SAVED;
    const before = sender.sent.length;
    outbox.wake();
    await settle();
    expect(sender.sent.length).toBe(before + 1);
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [] });
    await clock.pass(120_000);
    expect(sender.sent.length).toBe(before + 1);
  });

  it('takes a reply that got lost for unsent, and repeats the same number', async () => {
    const lost = sender.send.bind(sender);
    let first = true;
    sender.send = async (answers, leaving) => {
      const outcome = await lost(answers, leaving);
      if (!first) return outcome;
      first = false;
      throw new Error('connection reset');
    };
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE + FIRST_RETRY);
    expect(sender.sent.map(({ answers }) => answers[0]?.seq)).toEqual(
      [1, 1].map(() => sender.sent[0]?.answers[0]?.seq),
    );
    expect(outbox.state().unsent).toEqual([]);
  });

  it('says so where the device keeps nothing, and still sends', async () => {
    store.broken = true;
    outbox.record(1, give(text('a')));
    await settle();
    expect(outbox.state().kept).toBe(false);
    await clock.pass(PAUSE);
    expect(sender.held.get(1)?.response).toEqual(text('a'));
  });
});

describe('leaving the page', () => {
  it('sends everything once more, also what is under way', async () => {
    sender.reply = null;
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    outbox.record(2, give(text('b')));
    void outbox.leave();
    expect(sender.sent[1]).toMatchObject({ leaving: true });
    expect(sender.texts[1]).toEqual(['a', 'b']);
    await sender.answer(SAVED);
    await sender.answer(SAVED);
    await clock.pass(0);
    expect(outbox.state().unsent).toEqual([]);
    expect(sender.sent).toHaveLength(2);
  });

  it('keeps the request under what may outlive a page; the rest stays on the device', async () => {
    for (let slot = 1; slot <= 100; slot += 1) outbox.record(slot, give(text('ố'.repeat(500))));
    await outbox.leave();
    const [first] = sender.sent;
    expect(new TextEncoder().encode(JSON.stringify(first?.answers)).length).toBeLessThan(60_000);
    expect(store.rows.size).toBe(100 - (first?.answers.length ?? 0));
  });

  it('goes on where the page stays after all', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    clock.pass(0);
    await outbox.leave();
    sender.reply = () => SAVED;
    await clock.pass(LONGEST_PAUSE);
    expect(outbox.state().unsent).toEqual([]);
  });

  it('ends: no timer stays, nothing is taken, what did not arrive is kept', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    outbox.dispose();
    await clock.pass(60_000);
    expect(sender.sent).toHaveLength(1);
    expect(clock.set).toBe(0);
    expect(outbox.record(1, give(text('b')))).toBe(false);
    expect(store.rows.get(1)?.response).toEqual(text('a'));
  });
});

describe('another page', () => {
  it('stops writing when taken over, and keeps what it could not send', async () => {
    sender.reply = () => ({ kind: 'taken_over' });
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    expect(outbox.state()).toMatchObject({ status: 'taken_over', unsent: [1] });
    expect(outbox.record(1, give(text('b')))).toBe(false);
    await clock.pass(60_000);
    expect(sender.sent).toHaveLength(1);
    expect(store.rows.get(1)?.response).toEqual(text('a'));
  });

  it('claims again: what is newer here goes, what is newer there stays', async () => {
    clock.time = 100;
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('early here')));
    clock.time = 900;
    outbox.record(2, give(text('late here')));
    sender.reply = () => ({ kind: 'taken_over' });
    await clock.pass(PAUSE);
    sender.reply = () => SAVED;
    const there = [kept(1, 500, 'later there'), kept(2, 600, 'earlier there')];
    const merged = await open(there, 600);
    expect(new Map(merged.map(({ slot, response }) => [slot, response]))).toEqual(
      new Map([
        [1, text('later there')],
        [2, text('late here')],
      ]),
    );
    await clock.pass(0);
    expect(sender.texts.at(-1)).toEqual(['late here']);
    expect(store.rows.size).toBe(0);
    expect(outbox.record(1, give(text('again')))).toBe(true);
    await clock.pass(PAUSE);
    expect(sender.held.get(1)?.response).toEqual(text('again'));
  });
});

describe('reopening', () => {
  it('shows and sends what an earlier page left behind', async () => {
    store.rows.set(3, kept(3, 70, 'from before'));
    store.rows.set(1, kept(1, 10, 'stale'));
    outbox = make();
    const merged = await open([kept(1, 20, 'server'), kept(3, 30, 'server')], 30);
    expect(merged.find(({ slot }) => slot === 3)?.response).toEqual(text('from before'));
    expect(merged.find(({ slot }) => slot === 1)?.response).toEqual(text('server'));
    await clock.pass(0);
    expect(sender.texts).toEqual([['from before']]);
    expect(store.rows.size).toBe(0);
    outbox.record(2, give(text('next')));
    await clock.pass(PAUSE);
    expect(sender.sent[1]?.answers[0]?.seq).toBeGreaterThan(70);
  });

  it('forgets what the server acknowledged without our hearing it', async () => {
    store.rows.set(1, kept(1, 20));
    outbox = make();
    await open([kept(1, 20)], 20);
    await clock.pass(60_000);
    expect(sender.sent).toHaveLength(0);
    expect(store.rows.size).toBe(0);
  });

  it('opens where the device cannot be read', async () => {
    store.broken = true;
    outbox = make();
    const merged = await open([kept(1, 20)], 20);
    expect(merged).toHaveLength(1);
    expect(outbox.state().kept).toBe(false);
  });
});

describe('the end', () => {
  it('brings everything before the deadline', async () => {
    sender.reply = null;
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    outbox.record(2, give(text('b')));
    const drained = outbox.drain(3_000);
    await sender.answer(SAVED);
    await sender.answer(SAVED);
    await expect(drained).resolves.toBe(true);
    expect(sender.held.size).toBe(2);
  });

  it('does not wait for ever', async () => {
    sender.reply = null;
    outbox.record(1, give(text('a')));
    const drained = outbox.drain(3_000);
    await clock.pass(3_000);
    await expect(drained).resolves.toBe(false);
  });

  it('tries again while it waits', async () => {
    let tries = 0;
    sender.reply = () => ((tries += 1) < 3 ? UNREACHABLE : SAVED);
    outbox.record(1, give(text('a')));
    const drained = outbox.drain(15_000);
    await clock.pass(5_000);
    await expect(drained).resolves.toBe(true);
  });

  it('knows when the attempt is closed, and how many answers came too late', async () => {
    sender.reply = () => ({ kind: 'closed' });
    outbox.record(1, give(text('a')));
    outbox.record(2, give(text('b')));
    await clock.pass(PAUSE);
    expect(outbox.state()).toMatchObject({ status: 'closed', unsent: [1, 2] });
    await expect(outbox.drain(1_000)).resolves.toBe(false);
    await outbox.finish();
    // They stay on the device, for the answer file.
    expect(outbox.state()).toMatchObject({ status: 'closed', unsent: [1, 2], kept: true });
    expect(store.rows.size).toBe(2);
    expect(outbox.answers().map(({ response }) => response)).toEqual([text('a'), text('b')]);
    await clock.pass(60_000);
    expect(sender.sent).toHaveLength(1);
  });

  it('leaves nothing on the device once all is with the server', async () => {
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    await outbox.finish();
    expect(outbox.state()).toMatchObject({ status: 'closed', unsent: [] });
    expect(store.rows.size).toBe(0);
  });

  it('does not miss what another tab of this browser has sent from the common store', async () => {
    sender.reply = () => ({ kind: 'taken_over' });
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    store.rows.clear();
    await outbox.finish();
    expect(outbox.state().unsent).toEqual([]);
  });
});

describe('an answer that the server will never take', () => {
  it('is set aside by name; the others go', async () => {
    sender.reply = (answers) =>
      answers.some(({ slot }) => slot === 2) ? { kind: 'refused', slots: [2] } : SAVED;
    outbox.record(1, give(text('a')));
    outbox.record(2, give(text('bad')));
    outbox.record(3, give(text('c')));
    await clock.pass(PAUSE);
    await clock.pass(0);
    expect(sender.texts).toEqual([
      ['a', 'bad', 'c'],
      ['a', 'c'],
    ]);
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [], refused: [2] });
    sender.reply = () => SAVED;
    outbox.record(2, give(text('good')));
    await clock.pass(PAUSE);
    expect(outbox.state().refused).toEqual([]);
  });

  it('is found one by one where the server names none', async () => {
    sender.reply = (answers) =>
      answers.some(({ slot }) => slot === 2) ? { kind: 'refused', slots: [] } : SAVED;
    for (const slot of [1, 2, 3]) outbox.record(slot, give(text(`${slot}`)));
    await clock.pass(PAUSE);
    await clock.pass(1_000);
    expect([...sender.held.keys()]).toEqual([1, 3]);
    expect(outbox.state()).toMatchObject({ unsent: [], refused: [2] });
  });
});

describe('any course of events', () => {
  it('ends with the newest answer of every question on the server', async () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    sender.reply = () => (random() < 0.4 ? UNREACHABLE : SAVED);
    const newest = new Map<number, AnswerResponse>();
    for (let i = 0; i < 300; i += 1) {
      const slot = 1 + Math.floor(random() * 8);
      newest.set(slot, text(`v${i}`));
      outbox.record(slot, give(text(`v${i}`)));
      await clock.pass(Math.floor(random() * 900));
      if (random() < 0.05) outbox.wake();
      if (random() < 0.05) void outbox.leave();
      if (random() < 0.03) {
        outbox.dispose();
        await settle();
        outbox = make();
        const last = Math.max(0, ...[...sender.held.values()].map(({ seq }) => seq));
        await open([...sender.held.values()], last);
      }
    }
    sender.reply = () => SAVED;
    await clock.pass(LONGEST_RETRY + PAUSE);
    expect(new Map([...sender.held].map(([slot, { response }]) => [slot, response]))).toEqual(
      newest,
    );
    expect(store.rows.size).toBe(0);
    expect(sender.most).toBe(1);
  });
});
