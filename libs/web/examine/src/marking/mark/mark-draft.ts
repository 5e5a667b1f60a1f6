/** The room of a mark while it is typed: kept on this device at every keystroke, and on the server a moment later. */
import type {
  DraftPorts,
  DraftState,
  DraftView,
  MarkBody,
  MarkFields,
  MarkReply,
  ServerDraft,
} from './mark-draft.types';

/** Milliseconds of typing that go to the server together. */
const TOGETHER = 1_000;
/** Milliseconds before the next try where the server is not reached. */
const AGAIN = [3_000, 6_000, 12_000, 30_000];

const same = (a: MarkFields, b: MarkFields): boolean =>
  a.awarded === b.awarded &&
  a.comment === b.comment &&
  Object.keys(a.levels).length === Object.keys(b.levels).length &&
  Object.entries(a.levels).every(([criterion, level]) => b.levels[criterion] === level);

/** The mark cannot be given before one of two drafts is chosen. */
export class UndecidedDraft extends Error {
  override readonly name = 'UndecidedDraft';
}

/** One marker's draft for one answer. `leave` ends it. */
export class MarkDraft {
  private fields: MarkFields;
  private revision: number;
  private savedAt: string | null;
  private state: DraftState;
  private dirty = false;
  private restored = false;
  private other: DraftView['other'] = null;
  private kept = true;
  private error: unknown = null;
  private flight: Promise<void> | null = null;
  private callOff: (() => void) | null = null;
  private failures = 0;
  private left = false;

  constructor(
    server: ServerDraft,
    private readonly ports: DraftPorts,
  ) {
    this.fields = this.fieldsOf(server);
    this.revision = server.revision;
    this.savedAt = server.savedAt;
    this.state = server.savedAt ? 'saved' : 'none';
    this.takeUpCopy();
  }

  get view(): DraftView {
    const { fields, state, savedAt, restored, other, kept, error } = this;
    return { fields, state, savedAt, restored, other, kept, error };
  }

  /** Something was typed or chosen. */
  edit(part: Partial<MarkFields>): void {
    if (this.state === 'given') return;
    this.fields = { ...this.fields, ...part };
    this.restored = false;
    this.noteUnsent();
  }

  /** Sends now what waits, without waiting for more. */
  async save(): Promise<void> {
    await this.flight;
    if (this.dirty) await this.fly(false);
  }

  /** The network is back. */
  async online(): Promise<void> {
    if (this.state === 'waiting') await this.save();
  }

  /** Goes on with what is shown; the server's draft is given up. */
  keepMine(): void {
    if (!this.other) return;
    this.other = null;
    this.noteUnsent();
  }

  /** Goes on with the server's draft; what is shown is given up. */
  takeOther(): void {
    if (!this.other) return;
    this.fields = this.other.fields;
    this.savedAt = this.other.at;
    this.other = null;
    this.nothingUnsent();
  }

  /** Gives the mark. @throws what the server answered; then the draft is still there */
  async give(): Promise<MarkReply> {
    this.stopTimer();
    await this.flight;
    if (this.other) throw new UndecidedDraft();
    this.show('saving');
    try {
      const reply = await this.ports.send(this.body(true), false);
      this.savedAt = reply.savedAt;
      this.dirty = false;
      this.kept = this.ports.writeCopy(null);
      this.show('given');
      return reply;
    } catch (error) {
      // The refused request carried the draft, too, but may not have left it there.
      this.dirty = true;
      await this.meet(error);
      if (this.state === 'failed') this.sendIn(0);
      throw error;
    }
  }

  /** The page goes on to something else: what is unsent is sent once more, or stays on this device. */
  leave(): void {
    this.stopTimer();
    this.left = true;
    if (this.dirty && !this.other && !this.flight) void this.fly(true);
  }

  /** What an earlier visit left on this device. */
  private takeUpCopy(): void {
    const copy = this.ports.readCopy();
    if (!copy) return;
    const theirs = this.fields;
    if (same(copy.fields, theirs)) {
      this.ports.writeCopy(null);
      return;
    }
    this.fields = copy.fields;
    this.restored = true;
    this.dirty = true;
    if (copy.revision === this.revision) {
      this.state = 'dirty';
      this.sendIn(0);
    } else {
      this.other = { fields: theirs, at: this.savedAt };
      this.state = 'conflict';
    }
  }

  private noteUnsent(): void {
    this.dirty = true;
    this.keepCopy();
    this.show(this.other ? 'conflict' : this.flight ? 'saving' : 'dirty');
    if (!this.callOff) this.sendIn(TOGETHER);
  }

  private nothingUnsent(): void {
    this.dirty = false;
    this.restored = false;
    this.kept = this.ports.writeCopy(null);
    this.stopTimer();
    this.show('saved');
  }

  private fly(leaving: boolean): Promise<void> {
    this.flight ??= this.send(leaving).finally(() => {
      this.flight = null;
      if (this.dirty && this.state === 'dirty') this.sendIn(TOGETHER);
    });
    return this.flight;
  }

  private async send(leaving: boolean): Promise<void> {
    if (this.other || this.state === 'given') return;
    this.stopTimer();
    const sent = this.fields;
    this.show('saving');
    try {
      const { revision, savedAt } = await this.ports.send(this.body(false), leaving);
      this.revision = revision;
      this.savedAt = savedAt;
      this.failures = 0;
      if (this.fields === sent) this.nothingUnsent();
      else {
        this.keepCopy();
        this.show('dirty');
      }
    } catch (error) {
      await this.meet(error);
    }
  }

  /** What to do about a refusal. */
  private async meet(error: unknown): Promise<void> {
    this.keepCopy();
    switch (this.ports.verdictOn(error)) {
      case 'stale':
        return this.compare();
      case 'given':
        return this.show('given', error);
      case 'never':
        return this.show('failed', error);
      case 'later':
        this.show('waiting', error);
        this.sendIn(AGAIN[Math.min(this.failures, AGAIN.length - 1)] ?? TOGETHER);
        this.failures += 1;
    }
  }

  /** Another page of the same person has saved meanwhile. */
  private async compare(): Promise<void> {
    try {
      const server = await this.ports.fresh();
      const theirs = this.fieldsOf(server);
      this.revision = server.revision;
      if (same(theirs, this.fields)) {
        this.savedAt = server.savedAt;
        this.nothingUnsent();
        return;
      }
      this.other = { fields: theirs, at: server.savedAt };
      this.show('conflict');
    } catch (error) {
      this.show('waiting', error);
      this.sendIn(AGAIN[0] ?? TOGETHER);
    }
  }

  private body(final: boolean): MarkBody {
    const { awarded, levels, comment } = this.fields;
    return {
      awarded: this.ports.marksOf(awarded),
      levels: { ...levels },
      comment,
      final,
      revision: this.revision,
    };
  }

  private fieldsOf({ awarded, levels, comment }: ServerDraft): MarkFields {
    return { awarded: this.ports.writeMarks(awarded), levels, comment };
  }

  private keepCopy(): void {
    const { fields } = this;
    // What is not chosen yet is asked about again after a reload.
    const revision = this.other ? -1 : this.revision;
    this.kept = this.ports.writeCopy({ fields, revision, at: this.ports.now() });
  }

  private sendIn(milliseconds: number): void {
    this.stopTimer();
    if (this.left || this.other) return;
    this.callOff = this.ports.after(milliseconds, () => {
      this.callOff = null;
      void this.save();
    });
  }

  private stopTimer(): void {
    this.callOff?.();
    this.callOff = null;
  }

  private show(state: DraftState, error: unknown = null): void {
    this.state = state;
    this.error = error;
    this.ports.changed(this.view);
  }
}
