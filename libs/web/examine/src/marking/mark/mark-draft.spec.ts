/** The room where a mark that is being typed meets reloads, lost networks and second pages. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DeviceCopies } from './device-copies';
import { readMarkCopy, unsentTasks, writeMarkCopy } from './mark-copy';
import { MarkDraft, UndecidedDraft } from './mark-draft';
import type { DraftPorts, DraftView, MarkBody, MarkReply, ServerDraft } from './mark-draft.types';
import { marksOf, writeMarks } from './marks-text';

const EMPTY: ServerDraft = { awarded: null, levels: {}, comment: '', revision: 0, savedAt: null };
const AT = '2026-11-25T07:03:00.000Z';

class Shelf {
  private readonly kept = new Map<string, string>();
  get length() {
    return this.kept.size;
  }
  key = (at: number) => [...this.kept.keys()][at] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

let copies: DeviceCopies;
let server: ServerDraft;
let down: 'later' | 'never' | null;
let given: boolean;
let sent: MarkBody[];
let timers: { at: number; run: () => void }[];
let seen: DraftView;
/** The server is slow: replies wait for it. */
let slow: Promise<void> | null;

async function send(body: MarkBody): Promise<MarkReply> {
  sent.push(body);
  await slow;
  if (down) throw new Error(down);
  if (given) throw new Error('given');
  if (body.revision !== server.revision) throw new Error('stale');
  const { awarded, levels, comment } = body;
  server = { awarded, levels, comment, revision: server.revision + 1, savedAt: AT };
  if (body.final) given = true;
  const state = body.final ? 'done' : 'waiting';
  return { revision: server.revision, savedAt: AT, state, attemptMarked: false };
}

const ports: DraftPorts = {
  send,
  fresh: () => (down ? Promise.reject(new Error(down)) : Promise.resolve(server)),
  verdictOn: (error) => (error as Error).message as 'later' | 'stale' | 'given' | 'never',
  readCopy: () => readMarkCopy(copies, 't'),
  writeCopy: (copy) => writeMarkCopy(copies, 't', copy),
  marksOf: (typed) => marksOf(typed, 1_000),
  writeMarks: (marks) => writeMarks(marks, 'vi'),
  now: () => AT,
  after(milliseconds, run) {
    const timer = { at: milliseconds, run };
    timers.push(timer);
    return () => (timers = timers.filter((one) => one !== timer));
  },
  changed: (view) => (seen = view),
};

const open = () => {
  const draft = new MarkDraft(server, ports);
  seen = draft.view;
  return draft;
};
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
/** Lets the timers run out that are set now. */
const elapse = async () => {
  const due = timers;
  timers = [];
  for (const { run } of due) run();
  await settled();
};

beforeEach(() => {
  copies = new DeviceCopies(new Shelf(), 'me');
  server = EMPTY;
  down = null;
  given = false;
  sent = [];
  timers = [];
  slow = null;
});

describe('typing', () => {
  it('is kept here at once and sent together a moment later', async () => {
    const draft = open();
    expect(seen.state).toBe('none');
    draft.edit({ comment: 'R' });
    draft.edit({ comment: 'Rõ', awarded: '7,5' });
    expect(seen).toMatchObject({ state: 'dirty', kept: true });
    expect(readMarkCopy(copies, 't')?.fields.comment).toBe('Rõ');
    expect(unsentTasks(copies)).toEqual(['t']);
    await elapse();
    expect(sent).toEqual([{ awarded: 750, levels: {}, comment: 'Rõ', final: false, revision: 0 }]);
    expect(seen).toMatchObject({ state: 'saved', savedAt: AT });
    expect(unsentTasks(copies)).toEqual([]);
    draft.edit({ levels: { law: 'full' } });
    await elapse();
    expect(server).toMatchObject({ levels: { law: 'full' }, revision: 2 });
  });

  it('goes on while something is on its way', async () => {
    const draft = open();
    draft.edit({ comment: 'Một' });
    let reply: () => void = () => undefined;
    slow = new Promise((resolve) => (reply = resolve));
    await elapse();
    draft.edit({ comment: 'Một hai' });
    expect(seen.state).toBe('saving');
    reply();
    await settled();
    expect(seen.state).toBe('dirty');
    expect(readMarkCopy(copies, 't')).toMatchObject({
      revision: 1,
      fields: { comment: 'Một hai' },
    });
    await elapse();
    expect(server.comment).toBe('Một hai');
    expect(seen.state).toBe('saved');
  });

  it('keeps a mark that is none yet as it was typed', async () => {
    const draft = open();
    draft.edit({ awarded: '7,' });
    await elapse();
    expect(server.awarded).toBeNull();
    expect(draft.view.fields.awarded).toBe('7,');
  });
});

describe('without the network', () => {
  it('waits, tries again more and more seldom, and sends all once it is back', async () => {
    down = 'later';
    const draft = open();
    draft.edit({ comment: 'Ngoại tuyến' });
    await elapse();
    expect(seen.state).toBe('waiting');
    const pauses = [timers[0]?.at];
    await elapse();
    pauses.push(timers[0]?.at);
    expect(pauses).toEqual([3_000, 6_000]);
    draft.edit({ comment: 'Ngoại tuyến mà vẫn gõ' });
    down = null;
    await draft.save();
    expect(server.comment).toBe('Ngoại tuyến mà vẫn gõ');
    expect(seen.state).toBe('saved');
  });

  it('survives a reload', async () => {
    down = 'later';
    open().edit({ comment: 'Còn đây', awarded: '8' });
    await elapse();
    timers = [];
    down = null;
    open();
    expect(seen).toMatchObject({ restored: true, state: 'dirty', fields: { comment: 'Còn đây' } });
    await elapse();
    expect(server).toMatchObject({ comment: 'Còn đây', awarded: 800 });
    expect(unsentTasks(copies)).toEqual([]);
  });

  it('sends once more while leaving, and else leaves it on the device', async () => {
    const draft = open();
    draft.edit({ comment: 'Đi' });
    draft.leave();
    await settled();
    expect(server.comment).toBe('Đi');
    down = 'later';
    const other = open();
    other.edit({ comment: 'Đi nữa' });
    other.leave();
    await settled();
    expect(timers).toEqual([]);
    expect(unsentTasks(copies)).toEqual(['t']);
  });

  it('says so where the device keeps nothing', () => {
    copies = new DeviceCopies(null, 'me');
    open().edit({ comment: 'Không chỗ giữ' });
    expect(seen.kept).toBe(false);
  });
});

describe('a second page of the same person', () => {
  const elsewhere = () => {
    server = { ...server, comment: 'Trang kia', revision: server.revision + 1, savedAt: AT };
  };

  it.each(['mine', 'theirs'] as const)('lets the person choose: %s', async (choice) => {
    const draft = open();
    elsewhere();
    draft.edit({ comment: 'Trang này' });
    await elapse();
    expect(seen).toMatchObject({ state: 'conflict', other: { fields: { comment: 'Trang kia' } } });
    expect(server.comment).toBe('Trang kia');
    draft.edit({ comment: 'Trang này nữa' });
    expect(timers).toEqual([]);
    await expect(draft.give()).rejects.toThrow(UndecidedDraft);
    if (choice === 'mine') draft.keepMine();
    else draft.takeOther();
    await elapse();
    expect(server.comment).toBe(choice === 'mine' ? 'Trang này nữa' : 'Trang kia');
    expect(seen).toMatchObject({ state: 'saved', other: null });
  });

  it('asks again after a reload', async () => {
    const draft = open();
    elsewhere();
    draft.edit({ comment: 'Trang này' });
    await elapse();
    draft.edit({ comment: 'Trang này, thêm' });
    draft.leave();
    open();
    expect(seen).toMatchObject({
      state: 'conflict',
      fields: { comment: 'Trang này, thêm' },
      other: { fields: { comment: 'Trang kia' } },
    });
    expect(server.comment).toBe('Trang kia');
  });

  it('asks nothing where both say the same', async () => {
    const draft = open();
    elsewhere();
    draft.edit({ comment: 'Trang kia' });
    await elapse();
    expect(seen).toMatchObject({ state: 'saved', other: null });
    draft.edit({ awarded: '5' });
    await elapse();
    expect(server).toMatchObject({ awarded: 500, comment: 'Trang kia' });
  });
});

describe('giving the mark', () => {
  it('takes along what was typed last', async () => {
    const draft = open();
    draft.edit({ awarded: '9,25', comment: 'Tốt' });
    await draft.give();
    expect(sent).toEqual([{ awarded: 925, levels: {}, comment: 'Tốt', final: true, revision: 0 }]);
    expect(seen.state).toBe('given');
    expect(unsentTasks(copies)).toEqual([]);
    draft.edit({ comment: 'Không nhận nữa' });
    await elapse();
    expect(sent).toHaveLength(1);
  });

  it('loses nothing where the server is not reached', async () => {
    down = 'later';
    const draft = open();
    draft.edit({ awarded: '9' });
    await expect(draft.give()).rejects.toThrow('later');
    expect(seen.state).toBe('waiting');
    down = null;
    await elapse();
    expect(server).toMatchObject({ awarded: 900 });
    expect(given).toBe(false);
    await draft.give();
    expect(given).toBe(true);
  });

  it('keeps what a refusal would lose', async () => {
    const draft = open();
    draft.edit({ comment: 'Thiếu điểm' });
    down = 'never';
    await expect(draft.give()).rejects.toThrow('never');
    down = null;
    await elapse();
    expect(server.comment).toBe('Thiếu điểm');
    expect(seen.state).toBe('saved');
  });

  it('stops where the mark is not wanted any more', async () => {
    given = true;
    const draft = open();
    draft.edit({ comment: 'Muộn' });
    await elapse();
    expect(seen.state).toBe('given');
    expect(timers).toEqual([]);
  });
});
