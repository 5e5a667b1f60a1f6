/** The room where the log of facts is put to the test. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Fact, FACT_PAUSE, FACT_RETRY, FactLog, type FactStore } from './fact-log';
import { iso, settle, TestClock } from './testing/outbox-bench';

class MemoryFacts implements FactStore {
  readonly rows = new Map<number, Fact>();
  private last = 0;
  async read() {
    return [...this.rows].map(([id, fact]) => ({ id, fact }));
  }
  async keep(_attemptId: string, fact: Fact) {
    this.rows.set((this.last += 1), fact);
    return this.last;
  }
  async forget(ids: readonly number[]) {
    ids.forEach((id) => this.rows.delete(id));
  }
}

let clock: TestClock;
let store: MemoryFacts;
let sent: { facts: Fact[]; leaving: boolean }[];
let works: boolean;
let log: FactLog;

const make = () =>
  new FactLog({
    attemptId: 'a',
    store,
    clock,
    send: async (facts, leaving) => {
      sent.push({ facts: [...facts], leaving });
      return works;
    },
  });

beforeEach(() => {
  clock = new TestClock();
  store = new MemoryFacts();
  sent = [];
  works = true;
  log = make();
});

describe('FactLog', () => {
  it('keeps each fact at once and tells several together, with the time of each', async () => {
    log.add('focus_lost');
    await clock.pass(1_000);
    log.add('focus_back', { seconds: 12.4 });
    log.add('pasted', { slot: 3 });
    expect(store.rows.size).toBe(3);
    await clock.pass(FACT_PAUSE);
    expect(sent).toEqual([
      {
        leaving: false,
        facts: [
          { kind: 'focus_lost', at: iso(0), slot: null, seconds: null },
          { kind: 'focus_back', at: iso(1_000), slot: null, seconds: 12 },
          { kind: 'pasted', at: iso(1_000), slot: 3, seconds: null },
        ],
      },
    ]);
    await settle();
    expect(store.rows.size).toBe(0);
  });

  it('keeps them while there is no network and tells them when it is back', async () => {
    works = false;
    log.add('went_offline');
    await clock.pass(FACT_PAUSE + 2 * FACT_RETRY);
    expect(sent).toHaveLength(3);
    expect(store.rows.size).toBe(1);
    works = true;
    log.add('came_online', { seconds: 43 });
    log.wake();
    await clock.pass(0);
    expect(sent.at(-1)?.facts.map(({ kind }) => kind)).toEqual(['went_offline', 'came_online']);
    await settle();
    expect(store.rows.size).toBe(0);
    await clock.pass(10 * FACT_RETRY);
    expect(sent).toHaveLength(4);
  });

  it('takes up what an earlier page left behind', async () => {
    works = false;
    log.add('copied', { slot: 1 });
    log.dispose();
    await settle();
    expect(sent.at(-1)?.leaving).toBe(true);
    works = true;
    log = make();
    await log.open();
    await clock.pass(FACT_PAUSE);
    expect(sent.at(-1)?.facts).toMatchObject([{ kind: 'copied', slot: 1 }]);
    await settle();
    expect(store.rows.size).toBe(0);
  });

  it('tells no more at once than the contract takes', async () => {
    for (let i = 0; i < 130; i += 1) log.add('copied');
    await clock.pass(FACT_PAUSE);
    await clock.pass(0);
    expect(sent.map(({ facts }) => facts.length)).toEqual([100, 30]);
  });
});
