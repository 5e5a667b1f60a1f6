/** The room where reading is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { fractionRead, ReadingTracker, scrollTo } from './reading-tracker';

const make = (position = 0) => {
  const clock = { time: 0 };
  const tracker = new ReadingTracker(position, () => clock.time);
  return { tracker, pass: (seconds: number) => (clock.time += seconds * 1_000) };
};

describe('ReadingTracker', () => {
  it('reports a move with the seconds since the last report', () => {
    const { tracker, pass } = make();
    pass(12.4);
    tracker.at(0.25);
    expect(tracker.take()).toEqual({ position: 0.25, seconds: 12 });
    pass(3);
    expect(tracker.take()).toBeNull();
    tracker.at(0.3);
    // The fraction of a second left over is not lost.
    expect(tracker.take()).toEqual({ position: 0.3, seconds: 3 });
  });

  it('reports time alone once a minute', () => {
    const { tracker, pass } = make(0.5);
    pass(59);
    expect(tracker.take()).toBeNull();
    pass(1);
    expect(tracker.take()).toEqual({ position: 0.5, seconds: 60 });
  });

  it('does not count time out of sight, nor time without a sign of life', () => {
    const { tracker, pass } = make();
    pass(10);
    tracker.seen(false);
    pass(1_000);
    tracker.seen(true);
    pass(5);
    expect(tracker.take(true)).toEqual({ position: 0, seconds: 15 });
    pass(4_000);
    expect(tracker.take(true)?.seconds).toBe(300 - 5);
    pass(100);
    tracker.sign();
    pass(10);
    expect(tracker.take(true)?.seconds).toBe(10);
  });

  it('counts again what did not arrive', () => {
    const { tracker, pass } = make();
    pass(20);
    tracker.at(0.4);
    const report = tracker.take();
    if (report) tracker.giveBack(report);
    pass(1);
    expect(tracker.take()).toEqual({ position: 0.4, seconds: 21 });
  });

  it('keeps within what the contract takes', () => {
    const { tracker, pass } = make();
    for (let i = 0; i < 20; i += 1) {
      pass(290);
      tracker.at(2);
    }
    expect(tracker.take()).toEqual({ position: 1, seconds: 3_600 });
  });
});

describe('fractionRead and scrollTo', () => {
  const window = { top: 56, height: 768 };
  it.each([
    [56, 3_000, 0],
    [200, 3_000, 0],
    [768 - 3_000, 3_000, 1],
    [56 - (3_000 - 712) / 2, 3_000, 0.5],
    [56, 300, 1],
  ])('an element at %f, %i high: %f', (top, height, fraction) => {
    expect(fractionRead({ top, height }, window)).toBeCloseTo(fraction, 10);
  });

  it('undo each other', () => {
    const box = { top: 120, height: 4_000 };
    const by = scrollTo(0.37, box, window);
    expect(fractionRead({ top: box.top - by, height: box.height }, window)).toBeCloseTo(0.37, 10);
  });
});
