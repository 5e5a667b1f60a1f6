/** The room where the time spent on questions is counted by a clock that the test holds. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { TimeSpent } from './time-spent';

describe('TimeSpent', () => {
  let now: number;
  let spent: TimeSpent;
  const pass = (seconds: number) => {
    for (let i = 0; i < seconds * 4; i += 1) {
      now += 250;
      spent.beat();
    }
  };
  beforeEach(() => {
    now = 1_000;
    spent = new TimeSpent(() => now);
  });

  it('counts for the question that is looked at', () => {
    pass(5);
    spent.look(1);
    pass(10);
    spent.look(2);
    pass(3);
    spent.look(1);
    pass(1);
    spent.look(null);
    pass(60);
    expect([spent.seconds(1), spent.seconds(2), spent.seconds(3)]).toEqual([11, 3, 0]);
  });

  it('stops while nobody is there', () => {
    spent.look(1);
    pass(4);
    spent.here(false);
    pass(100);
    spent.here(true);
    pass(2);
    expect(spent.seconds(1)).toBe(6);
  });

  it('does not take a device that slept for somebody who thought', () => {
    spent.look(1);
    pass(4);
    now += 3_600_000;
    spent.beat();
    expect(spent.seconds(1)).toBe(6);
  });

  it('goes on from what the server knows', () => {
    spent.restore(1, 90);
    spent.look(1);
    pass(5);
    spent.restore(1, 30);
    expect(spent.seconds(1)).toBe(95);
  });
});
