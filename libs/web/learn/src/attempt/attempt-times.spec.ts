/** The room where the deadlines that the server tells are tried. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AttemptTimes } from './attempt-times';

const START = Date.parse('2026-11-25T07:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => START + minutes * MINUTE;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();
const told = (deadline: number | null, closesAt: number | null, part: number | null = null) => ({
  deadline: deadline === null ? null : iso(deadline),
  closesAt: closesAt === null ? null : iso(closesAt),
  partDeadline: part === null ? null : iso(part),
});

describe('AttemptTimes', () => {
  let times: AttemptTimes;
  beforeEach(() => {
    times = new AttemptTimes();
  });

  it('follows every reply, and tells when the deadline moved', () => {
    expect(times.hear(told(30, 40), at(0))).toBe(false);
    expect(times.left()).toBe(1_800);
    expect(times.hear(told(30, 40), at(10))).toBe(false);
    expect(times.hear(told(40, 50), at(10))).toBe(true);
    expect(times.left()).toBe(1_800);
    times.tick(at(40));
    expect([times.left(), times.graceOver()]).toEqual([0, false]);
    times.tick(at(50) + 1);
    expect([times.left(), times.graceOver()]).toEqual([0, true]);
  });

  it('knows no end where there is none', () => {
    times.hear(told(null, null), at(0));
    expect([times.left(), times.nearest(), times.takenUntil()]).toEqual([null, null, null]);
  });

  it('gives a part its own clock only where it ends before the paper', () => {
    times.hear(told(30, 40, 10), at(0));
    expect([times.partLeft(), times.nearest(), times.takenUntil()]).toEqual([600, 600, at(20)]);
    times.hear(told(30, 40, 30), at(0));
    expect([times.partLeft(), times.nearest()]).toEqual([null, 1_800]);
  });

  it('does not take the end of an earlier part for that of the open one', () => {
    times.hear(told(30, 40, 10), at(0));
    times.hear(told(30, 40, 20), at(9));
    times.hear(told(30, 40, 10), at(10), false);
    expect(times.partLeft()).toBe(600);
  });

  it('shows an extension once, and an old one not at all', () => {
    const extension = { minutes: 10, reason: 'Mất điện', at: iso(5) };
    times.hear({ ...told(40, 50), extension }, at(6));
    expect(times.extension()).toEqual(extension);
    times.extension.set(null);
    times.hear({ ...told(40, 50), extension }, at(7));
    expect(times.extension()).toBeNull();
    const second = { ...extension, at: iso(20) };
    times.hear({ ...told(50, 60), extension: second }, at(39));
    expect(times.extension()).toEqual(second);
    const later = new AttemptTimes();
    later.hear({ ...told(40, 50), extension }, at(16));
    expect(later.extension()).toBeNull();
  });
});
