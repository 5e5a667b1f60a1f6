/** The room where saving by itself is put to the test: nothing typed is dropped. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DraftSaver, type Verdict } from './draft-saver';

type Send = (value: string, revision: number) => Promise<number>;

function world(send: Send, held: number | null = null) {
  const kept: { value: string | null; revision: number } = { value: null, revision: 0 };
  const saver = new DraftSaver<string>({
    send,
    verdictOf: (error) => (error as Error).message as Verdict,
    heldAs: () => Promise.resolve(held),
    copy: {
      keep: (value, revision) => Object.assign(kept, { value, revision }),
      forget: () => (kept.value = null),
    },
    pause: 1_000,
    retry: 5_000,
  });
  saver.begin(1);
  return { saver, kept };
}

const fails = (verdict: Verdict): Promise<number> => Promise.reject(new Error(verdict));

describe('DraftSaver', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves once after the last key, and forgets the copy when acknowledged', async () => {
    const send = jest.fn<Send>((_, revision) => Promise.resolve(revision + 1));
    const { saver, kept } = world(send);
    saver.change('a');
    await jest.advanceTimersByTimeAsync(900);
    saver.change('ab');
    expect(kept.value).toBe('ab');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(send.mock.calls).toEqual([['ab', 1]]);
    expect(saver.state()).toBe('saved');
    expect(kept.value).toBeNull();
  });

  it('keeps what is typed during a save, on the new revision, and sends it next', async () => {
    let answer: (revision: number) => void = () => undefined;
    const send = jest.fn<Send>(() => new Promise((resolve) => (answer = resolve)));
    const { saver, kept } = world(send);
    saver.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    saver.change('ab');
    answer(2);
    await jest.advanceTimersByTimeAsync(0);
    expect(kept).toEqual({ value: 'ab', revision: 2 });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(send.mock.calls[1]).toEqual(['ab', 2]);
  });

  it('waits without network and tries again', async () => {
    const send = jest
      .fn<Send>()
      .mockImplementationOnce(() => fails('offline'))
      .mockResolvedValue(2);
    const { saver, kept } = world(send);
    saver.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([saver.state(), kept.value]).toEqual(['waiting', 'a']);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(saver.state()).toBe('saved');
  });

  it('stops at a newer text of somebody else, until told which one wins', async () => {
    const send = jest
      .fn<Send>()
      .mockImplementationOnce(() => fails('stale'))
      .mockResolvedValue(8);
    const { saver, kept } = world(send);
    saver.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    saver.change('ab');
    await jest.advanceTimersByTimeAsync(9_000);
    expect([saver.conflict(), saver.state(), kept.value]).toEqual([true, 'failed', 'ab']);
    expect(send).toHaveBeenCalledTimes(1);
    await saver.overwrite(7);
    expect(send.mock.calls[1]).toEqual(['ab', 7]);
    expect([saver.conflict(), saver.state()]).toEqual([false, 'saved']);
  });

  it('finds its own text behind a lost reply', async () => {
    const { saver } = world(() => fails('stale'), 2);
    saver.change('a');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([saver.conflict(), saver.state()]).toEqual([false, 'saved']);
  });

  it('does not send what is not ready', async () => {
    const send = jest.fn<Send>(() => Promise.resolve(2));
    const { saver, kept } = world(send);
    saver.change('', false);
    expect(await saver.flush()).toBe(false);
    expect([send.mock.calls.length, kept.value]).toEqual([0, '']);
  });

  it('says so when a save is refused, and tries with the next change', async () => {
    const send = jest
      .fn<Send>()
      .mockImplementationOnce(() => fails('refused'))
      .mockResolvedValue(2);
    const { saver } = world(send);
    saver.change('a');
    expect(await saver.flush()).toBe(false);
    expect(saver.state()).toBe('failed');
    saver.change('b');
    expect(await saver.flush()).toBe(true);
    expect(saver.failure()).toBeNull();
  });
});
