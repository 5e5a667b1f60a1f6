/** Sessions that are remembered for a moment. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SetClock } from '@tap-huan/server/platform';
import { KNOWN_FOR, type KnownSession, KnownSessions } from './known-sessions';

const NOW = new Date('2026-11-23T02:00:00Z');
const session = (accountId: string): KnownSession => ({
  sessionId: `session of ${accountId}`,
  accountId,
  grants: [],
  expiresAt: new Date('2026-11-30T02:00:00Z'),
  seenAt: NOW,
});

describe('known sessions', () => {
  let clock: SetClock;
  let known: KnownSessions;
  beforeEach(() => {
    clock = new SetClock(NOW);
    known = new KnownSessions(clock);
  });

  it('are known for five seconds', () => {
    known.put('t', session('a'));
    clock.advance(KNOWN_FOR - 1);
    expect(known.get('t')?.accountId).toBe('a');
    clock.advance(1);
    expect(known.get('t')).toBeNull();
  });

  it('are forgotten with their account, and not those of others', () => {
    known.put('t1', session('a'));
    known.put('t2', session('a'));
    known.put('t3', session('b'));
    known.forget('a');
    expect([known.get('t1'), known.get('t2'), known.get('t3')?.accountId]).toEqual([
      null,
      null,
      'b',
    ]);
  });

  it('do not come back from a request that had read the old rows', () => {
    known.forget('a');
    known.put('t', session('a'));
    expect(known.get('t')).toBeNull();
    clock.advance(KNOWN_FOR);
    known.put('t', session('a'));
    expect(known.get('t')?.accountId).toBe('a');
  });

  it('are ten thousand at most, the oldest goes', () => {
    for (let count = 0; count <= 10_000; count += 1) known.put(`t${count}`, session('a'));
    expect(known.get('t0')).toBeNull();
    expect(known.get('t1')?.accountId).toBe('a');
    expect(known.get('t10000')?.accountId).toBe('a');
  });
});
