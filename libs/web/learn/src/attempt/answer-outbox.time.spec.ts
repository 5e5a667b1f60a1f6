/** The room where the outbox is tried against time: deadlines, grace, parts, and clocks that are wrong. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AnswerOutbox } from './answer-outbox';
import {
  type Answer,
  asGiven,
  FIRST_RETRY,
  LONGEST_HURRIED_RETRY,
  LONGEST_PAUSE,
  LONGEST_RETRY,
  PAUSE,
  type SendOutcome,
} from './outbox.types';
import { ServerClock } from './server-clock';
import {
  give,
  iso,
  MemoryStore,
  settle,
  START,
  TestClock,
  TestSender,
  text,
  UNREACHABLE,
} from './testing/outbox-bench';

const MINUTE = 60_000;

let clock: TestClock;
let store: MemoryStore;
let sender: TestSender;
let outbox: AnswerOutbox;

const make = (chance?: () => number) =>
  new AnswerOutbox({
    attemptId: 'a',
    startedAt: START,
    store,
    sender,
    clock,
    changed: () => undefined,
    chance,
  });

/** The rule of the server: typed by the deadline and here before the end of the grace. */
function ruledBy(deadline: number, grace: number) {
  return (answers: readonly Answer[]): SendOutcome => {
    if (clock.time > deadline + grace) return { kind: 'closed' };
    const late = ({ typedAt }: Answer) =>
      Math.min(Date.parse(typedAt), START + clock.time) > START + deadline;
    const tooLate = answers.filter(late).map(({ slot }) => slot);
    return { kind: 'saved', savedAt: iso(clock.time), tooLate };
  };
}

beforeEach(async () => {
  clock = new TestClock();
  store = new MemoryStore();
  sender = new TestSender();
  outbox = make();
  await outbox.open({ answers: [], lastSeq: 0, savedAt: null });
});

describe('what goes along with an answer', () => {
  it('is when it was typed, how long was spent, and how sure somebody is', async () => {
    clock.time = 90_000;
    outbox.record(3, { response: text('a'), flagged: true, certainty: 2 }, 41.7);
    await clock.pass(PAUSE);
    const [answer] = sender.sent[0]?.answers ?? [];
    expect(answer && asGiven(answer)).toEqual({
      slot: 3,
      response: text('a'),
      flagged: true,
      certainty: 2,
      seq: 90_000,
      typedAt: iso(90_000),
      seconds: 42,
    });
  });

  it('keeps the time of the words where only the seconds grew', async () => {
    clock.time = 1_000;
    outbox.record(1, give(text('a')), 4);
    await clock.pass(PAUSE);
    clock.time = 60_000;
    outbox.record(1, give(text('a')), 30, iso(1_000));
    await clock.pass(PAUSE);
    expect(sender.sent[1]?.answers[0]).toMatchObject({
      seq: 60_000,
      typedAt: iso(1_000),
      seconds: 30,
    });
  });

  it('stays what it was when it is sent much later, by another page', async () => {
    clock.time = 10_000;
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')), 7);
    await clock.pass(PAUSE);
    outbox.dispose();
    await settle();
    clock.time = 5 * MINUTE;
    sender.reply = null;
    outbox = make();
    await outbox.open({ answers: [], lastSeq: 0, savedAt: null });
    await clock.pass(0);
    expect(sender.sent.at(-1)?.answers[0]).toMatchObject({ typedAt: iso(10_000), seconds: 7 });
  });
});

describe('the deadline', () => {
  it('is for typing: what was typed before it counts when it arrives within the grace', async () => {
    const rule = ruledBy(10 * MINUTE, 10 * MINUTE);
    clock.time = 9 * MINUTE;
    sender.reply = () => UNREACHABLE;
    for (let slot = 1; slot <= 8; slot += 1) outbox.record(slot, give(text(`${slot}`)));
    await clock.pass(2 * MINUTE);
    expect(outbox.state()).toMatchObject({ status: 'waiting', unsent: [1, 2, 3, 4, 5, 6, 7, 8] });
    sender.reply = rule;
    outbox.wake();
    await settle();
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [], tooLate: [] });
    expect(sender.held.size).toBe(8);
    expect(store.rows.size).toBe(0);
  });

  it('tells which answers came after it, and takes the others', async () => {
    sender.reply = ruledBy(MINUTE, MINUTE);
    clock.time = MINUTE - 1;
    outbox.record(1, give(text('in time')));
    clock.time = MINUTE + 1;
    outbox.record(2, give(text('too late')));
    await clock.pass(PAUSE);
    expect(outbox.state()).toMatchObject({ status: 'idle', unsent: [], tooLate: [2], refused: [] });
    // Told once: it is not sent again.
    await clock.pass(MINUTE / 2);
    expect(sender.sent).toHaveLength(1);
  });

  it('takes the word back where the answer is given anew and taken', async () => {
    sender.reply = (answers) => ({
      kind: 'saved',
      savedAt: iso(0),
      tooLate: answers.map(({ slot }) => slot),
    });
    outbox.record(2, give(text('a')));
    await clock.pass(PAUSE);
    expect(outbox.state().tooLate).toEqual([2]);
    sender.reply = ruledBy(MINUTE, 0);
    outbox.record(2, give(text('b')));
    await clock.pass(PAUSE);
    expect(outbox.state().tooLate).toEqual([]);
  });

  it('closes after the grace: nothing is tried any more, everything is kept for the file', async () => {
    clock.time = MINUTE - 500;
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(3 * MINUTE);
    sender.reply = ruledBy(MINUTE, MINUTE);
    outbox.wake();
    await settle();
    expect(outbox.state()).toMatchObject({ status: 'closed', unsent: [1] });
    expect(store.rows.get(1)?.typedAt).toBe(iso(MINUTE - 500));
    expect(outbox.answers()).toMatchObject([{ slot: 1, response: text('a') }]);
  });

  it('goes on after an extension: opening again takes up what was kept', async () => {
    sender.reply = () => ({ kind: 'closed' });
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    expect(outbox.record(1, give(text('b')))).toBe(false);
    sender.reply = ruledBy(10 * MINUTE, 0);
    await outbox.open({ answers: [], lastSeq: 0, savedAt: null });
    await clock.pass(0);
    expect(sender.held.get(1)?.response).toEqual(text('a'));
    expect(outbox.record(1, give(text('b')))).toBe(true);
  });

  it('brings tries closer together while it is near', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(5 * MINUTE);
    outbox.hurry();
    await clock.pass(LONGEST_RETRY);
    const before = sender.sent.length;
    await clock.pass(5 * LONGEST_HURRIED_RETRY);
    expect(sender.sent.length - before).toBe(5);
    outbox.calm();
    await clock.pass(LONGEST_HURRIED_RETRY);
    const calm = sender.sent.length;
    await clock.pass(LONGEST_RETRY);
    expect(sender.sent.length - calm).toBe(1);
  });
});

describe('a check in practice', () => {
  it('carries the answer itself; what waited for the same question need not go any more', async () => {
    sender.reply = () => UNREACHABLE;
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    const stamped = outbox.stamp(1, give(text('a')), 12);
    expect(stamped.seq).toBeGreaterThan(sender.sent[0]?.answers[0]?.seq ?? Infinity);
    outbox.delivered(stamped);
    await settle();
    expect(outbox.state().unsent).toEqual([]);
    expect(store.rows.size).toBe(0);
  });

  it('does not swallow what was typed while it was under way', async () => {
    const stamped = outbox.stamp(1, give(text('a')));
    outbox.record(1, give(text('ab')));
    outbox.delivered(stamped);
    expect(outbox.state().unsent).toEqual([1]);
    await clock.pass(PAUSE);
    expect(sender.held.get(1)?.response).toEqual(text('ab'));
  });
});

describe('clocks', () => {
  it('numbers on when the estimate of the server clock is put back, and holds nothing up', async () => {
    clock.time = 60_000;
    outbox.record(1, give(text('a')));
    clock.skew = -30_000;
    outbox.record(1, give(text('ab')));
    await clock.pass(LONGEST_PAUSE);
    expect(sender.sent).toHaveLength(1);
    expect(sender.sent[0]?.answers[0]).toMatchObject({
      seq: 60_001,
      response: text('ab'),
      typedAt: iso(30_000),
    });
  });

  it('knows nothing of the clock of the device, however it jumps', async () => {
    const real = Date.now;
    let monotonic = 5_000;
    const server = new ServerClock(() => monotonic);
    server.sample(iso(0), server.mark());
    outbox = new AnswerOutbox({
      attemptId: 'a',
      startedAt: START,
      store,
      sender,
      clock: { now: () => server.now(), after: clock.after },
      changed: () => undefined,
    });
    await outbox.open({ answers: [], lastSeq: 0, savedAt: null });
    const typed: string[] = [];
    try {
      for (const wrong of [0, -3 * 3_600_000, 86_400_000, -400 * 86_400_000]) {
        Date.now = () => real() + wrong;
        monotonic += 10_000;
        outbox.record(1, give(text(`${wrong}`)));
        typed.push(outbox.answers()[0]?.typedAt ?? '');
      }
    } finally {
      Date.now = real;
    }
    expect(typed).toEqual([10_000, 20_000, 30_000, 40_000].map(iso));
    await clock.pass(LONGEST_PAUSE);
    expect(sender.sent[0]?.answers[0]?.seq).toBe(40_000);
  });
});

describe('many devices whose network comes back together', () => {
  it('spread their tries by up to a quarter', async () => {
    sender.reply = () => UNREACHABLE;
    outbox = make(() => 1);
    await outbox.open({ answers: [], lastSeq: 0, savedAt: null });
    outbox.record(1, give(text('a')));
    await clock.pass(PAUSE);
    await clock.pass(FIRST_RETRY * 1.25 - 1);
    expect(sender.sent).toHaveLength(1);
    await clock.pass(1);
    expect(sender.sent).toHaveLength(2);
  });
});
