/** The room where files on their way are put to the test. */
import { signal } from '@angular/core';
import { describe, expect, it, jest } from '@jest/globals';
import type { AnswerResponse, AttemptFile } from '@tap-huan/contract';
import { acceptOf, filesOf, withFile, withoutFile } from './file-rules';
import { AnswerUploads, type UploadPort } from './uploads';

const offline = new Error('offline');
const file = (name: string) => new File(['x'], name);
const done = (name: string): AttemptFile => ({ id: name, name, size: 1 });

/** A page whose server answers when the test says so. */
function world() {
  const answers = new Map<number, AnswerResponse>();
  const waiting: { name: string; settle: (result: AttemptFile | Error) => void }[] = [];
  const port: UploadPort = {
    upload: (_slot, { name }, progress, abort) =>
      new Promise((resolve, reject) => {
        progress(0.5);
        abort.addEventListener('abort', () => reject(new Error('aborted')));
        waiting.push({
          name,
          settle: (result) => (result instanceof Error ? reject(result) : resolve(result)),
        });
      }),
    isOffline: (error) => error === offline,
    response: (slot) => answers.get(slot) ?? null,
    answer: (slot, response) => void answers.set(slot, response),
    online: signal(true),
  };
  const uploads = new AnswerUploads();
  uploads.start(port);
  return {
    uploads,
    waiting,
    names: (slot: number) => filesOf(answers.get(slot) ?? null).map(({ name }) => name),
    states: () => uploads.all().map(({ file: { name }, state }) => `${name} ${state}`),
  };
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('AnswerUploads', () => {
  it('sends one after another and names each in its answer', async () => {
    const { uploads, waiting, names, states } = world();
    uploads.take(3, [file('a'), file('b')]);
    uploads.take(5, [file('c')]);
    expect(states()).toEqual(['a sending', 'b waiting', 'c waiting']);
    expect(uploads.unsentSlots()).toEqual([3, 5]);
    for (const name of ['a', 'b', 'c']) {
      expect(waiting.at(-1)?.name).toBe(name);
      waiting.at(-1)?.settle(done(name));
      await turn();
    }
    expect([names(3), names(5), uploads.unsent()]).toEqual([['a', 'b'], ['c'], 0]);
  });

  it('keeps a file until there is a network again, in its place', async () => {
    const { uploads, waiting, names, states } = world();
    uploads.take(1, [file('a'), file('b')]);
    const settled = uploads.settle();
    waiting[0]?.settle(offline);
    await settled;
    expect(states()).toEqual(['a waiting', 'b waiting']);
    uploads.resume();
    expect(states()).toEqual(['a sending', 'b waiting']);
    waiting[1]?.settle(done('a'));
    await turn();
    waiting[2]?.settle(done('b'));
    await turn();
    expect(names(1)).toEqual(['a', 'b']);
  });

  it('tries again by itself', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const { uploads, waiting, states } = world();
    uploads.take(1, [file('a')]);
    waiting[0]?.settle(offline);
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
    expect(states()).toEqual(['a waiting']);
    jest.advanceTimersByTime(20_000);
    expect(states()).toEqual(['a sending']);
    uploads.ngOnDestroy();
    jest.useRealTimers();
  });

  it('goes on after a refused one, which may be sent again or given up', async () => {
    const { uploads, waiting, names, states } = world();
    uploads.take(1, [file('a'), file('b')]);
    waiting[0]?.settle(new Error('file_too_large'));
    await turn();
    expect(states()).toEqual(['a refused', 'b sending']);
    waiting[1]?.settle(done('b'));
    await turn();
    uploads.retry(uploads.all()[0]?.id ?? 0);
    expect(states()).toEqual(['a sending']);
    uploads.drop(uploads.all()[0]?.id ?? 0);
    await uploads.settle();
    expect([names(1), uploads.unsent()]).toEqual([['b'], 0]);
  });
});

describe('files of an answer', () => {
  it('are added once and removed by id', () => {
    const one = withFile(null, done('a'));
    expect(withFile(withFile(one, done('b')), done('a')).files.map(({ id }) => id)).toEqual([
      'b',
      'a',
    ]);
    expect(withoutFile(one, 'a')).toEqual({ kind: 'file_upload', files: [] });
  });

  it('come from the right dialog', () => {
    expect(acceptOf(['pdf', 'image'])).toBe('.pdf,image/*');
  });
});
