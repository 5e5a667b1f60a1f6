/** The room where saving in versions is put to the test: nothing typed is dropped. */
import { describe, expect, it } from '@jest/globals';
import type { KeptCopy } from './local-copies';
import { VersionedDraft } from './versioned-draft';

interface Text {
  title: string;
}

function world(kept: KeptCopy<unknown> | null = null) {
  const shown: string[] = [];
  const store = { kept };
  const draft = new VersionedDraft<Text>({
    copy: () => ({
      read: () => store.kept,
      keep: (value, revision) => (store.kept = { value, revision, at: 'now' }),
      forget: () => (store.kept = null),
    }),
    revive: (value) => (typeof (value as Text).title === 'string' ? (value as Text) : null),
    isUntouched: ({ title }) => title === '',
    shown: ({ title }) => shown.push(title),
  });
  draft.open({ title: 'a' }, 3);
  return { draft, store, shown };
}

describe('VersionedDraft', () => {
  it('keeps what is typed until it is saved', async () => {
    const { draft, store } = world();
    draft.change({ title: 'ab' });
    expect(store.kept).toMatchObject({ value: { title: 'ab' }, revision: 3 });
    expect(await draft.save(() => Promise.resolve(4))).toBe(true);
    expect([draft.version(), draft.dirty(), store.kept]).toEqual([4, false, null]);
    expect(draft.savedAt()).not.toBeNull();
  });

  it('keeps what is typed during a save, on the new version', async () => {
    const { draft, store } = world();
    draft.change({ title: 'ab' });
    await draft.save(() => {
      draft.change({ title: 'abc' });
      return Promise.resolve(4);
    });
    expect(draft.dirty()).toBe(true);
    expect(store.kept).toMatchObject({ value: { title: 'abc' }, revision: 4 });
  });

  it('keeps everything when a save fails', async () => {
    const { draft, store } = world();
    draft.change({ title: 'ab' });
    expect(await draft.save(() => Promise.reject(new Error('stale')))).toBe(false);
    expect([draft.version(), draft.saving(), draft.dirty()]).toEqual([3, false, true]);
    expect(store.kept).not.toBeNull();
    draft.follow(7);
    expect([draft.version(), draft.failure()]).toEqual([7, null]);
  });

  it('brings back what was typed, on the version that it was written on', () => {
    const { draft, shown } = world({ value: { title: 'x' }, revision: 2, at: 'then' });
    expect([draft.value()?.title, draft.version(), draft.restoredAt()]).toEqual(['x', 2, 'then']);
    draft.discard();
    expect(draft.value()?.title).toBe('a');
    expect(shown).toEqual(['x', 'a']);
  });

  it('leaves alone a copy of another shape', () => {
    const { draft } = world({ value: {}, revision: 2, at: 'then' });
    expect([draft.value()?.title, draft.version()]).toEqual(['a', 3]);
  });

  it('keeps nothing of what is as before', () => {
    const { draft, store } = world();
    draft.change({ title: 'ab' });
    draft.change({ title: 'a' });
    expect(store.kept).toBeNull();
    draft.change({ title: '' });
    expect(store.kept).toBeNull();
  });
});
