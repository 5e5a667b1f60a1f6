/** The room where the page's idea of the server's clock is put to the test. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock';

const START = Date.parse('2026-11-25T07:00:00Z');
const iso = (milliseconds: number) => new Date(START + milliseconds).toISOString();

describe('ServerClock', () => {
  let monotonic: number;
  let clock: ServerClock;
  beforeEach(() => {
    monotonic = 50;
    clock = new ServerClock(() => monotonic);
  });

  it('follows the server between replies', () => {
    const sentAt = clock.mark();
    clock.sample(iso(0), sentAt);
    monotonic += 90_000;
    expect(clock.now()).toBe(START + 90_000);
    expect(clock.age()).toBe(90_000);
  });

  it('never shows more time than there is, however slow the line', () => {
    const sentAt = clock.mark();
    // Two seconds to the server, one back.
    monotonic += 3_000;
    clock.sample(iso(2_000), sentAt);
    expect(clock.now()).toBeGreaterThanOrEqual(START + 3_000);
    expect(clock.now()).toBe(START + 5_000);
  });

  it('takes the tighter bound of a quicker reply, and does not loosen it again', () => {
    let sentAt = clock.mark();
    monotonic += 3_000;
    clock.sample(iso(2_000), sentAt);
    sentAt = clock.mark();
    monotonic += 20;
    clock.sample(iso(3_010), sentAt);
    expect(clock.now()).toBe(START + 3_030);
    sentAt = clock.mark();
    monotonic += 2_000;
    clock.sample(iso(4_000), sentAt);
    expect(clock.now()).toBe(START + 5_030);
  });

  it('catches up after the device slept and its monotonic clock with it', () => {
    clock.sample(iso(0), clock.mark());
    monotonic += 1_000;
    const sentAt = clock.mark();
    monotonic += 100;
    clock.sample(iso(600_000), sentAt);
    expect(clock.now()).toBe(START + 600_100);
  });
});
