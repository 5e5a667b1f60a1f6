/** The room where a draft is saved by itself: after a pause, one save at a time, kept on this machine until acknowledged. */
import { signal } from '@angular/core';

/** What a failed save means. */
export type Verdict = 'stale' | 'offline' | 'refused';
export type SaverState = 'none' | 'dirty' | 'saving' | 'saved' | 'waiting' | 'failed';

export interface SaverPorts<T> {
  /** Sends the whole draft; resolves with its next revision. */
  send(value: T, revision: number): Promise<number>;
  verdictOf(error: unknown): Verdict;
  /** Where the server already holds exactly this (a reply was lost): its revision; else null. */
  heldAs(value: T): Promise<number | null>;
  copy: { keep(value: T, revision: number): void; forget(): void };
  /** Milliseconds without typing before a save. */
  pause: number;
  /** Milliseconds before the next try without network. */
  retry: number;
}

/**
 * Saves a draft behind the writer's back. `change` may be called at every key; nothing that it was given is dropped
 * before the server has acknowledged it or the writer has said so.
 */
export class DraftSaver<T> {
  readonly state = signal<SaverState>('none');
  /** Instant of the last save, ISO. */
  readonly savedAt = signal<string | null>(null);
  /** Why the last save was refused. */
  readonly failure = signal<unknown>(null);
  /** Somebody else has saved since: nothing is sent until `adopt` or `overwrite`. */
  readonly conflict = signal(false);

  private revision = 0;
  private unsent: T | null = null;
  private ready = true;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(private readonly ports: SaverPorts<T>) {}

  /** Begins at what the server holds. */
  begin(revision: number): void {
    this.revision = revision;
    this.unsent = null;
    this.conflict.set(false);
    this.failure.set(null);
    this.state.set('none');
  }

  /** The draft as it is now. While not `ready` (a field is wrong) it is kept here and not sent. */
  change(value: T, ready = true): void {
    this.unsent = value;
    this.ready = ready;
    this.ports.copy.keep(value, this.revision);
    if (this.conflict()) return;
    if (!this.running) this.state.set('dirty');
    this.plan(this.ports.pause);
  }

  /** Sends now what is unsent; resolves true where nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.unsent !== null) await this.send();
    return this.unsent === null;
  }

  /** A copy on this machine was written on another revision than the server's. */
  meet(value: T): void {
    this.unsent = value;
    this.conflict.set(true);
    this.state.set('failed');
  }

  /** The writer's text wins over the newer one. */
  async overwrite(revision: number): Promise<void> {
    this.revision = revision;
    this.conflict.set(false);
    await this.flush();
  }

  /** The server's text wins. */
  adopt(revision: number): void {
    this.ports.copy.forget();
    this.begin(revision);
  }

  /** The page goes: sends what is left, plans no more. */
  end(): void {
    void this.flush();
    this.ended = true;
    clearTimeout(this.timer);
  }

  private plan(pause: number): void {
    clearTimeout(this.timer);
    if (!this.ended && this.ready) this.timer = setTimeout(() => void this.flush(), pause);
  }

  private send(): Promise<void> {
    if (!this.ready || this.conflict()) return Promise.resolve();
    this.running ??= this.sendOnce().finally(() => (this.running = null));
    return this.running;
  }

  private async sendOnce(): Promise<void> {
    const value = this.unsent as T;
    this.state.set('saving');
    try {
      this.acknowledge(value, await this.ports.send(value, this.revision));
    } catch (error) {
      await this.explain(value, error);
    }
  }

  private acknowledge(value: T, revision: number): void {
    this.revision = revision;
    this.failure.set(null);
    this.savedAt.set(new Date().toISOString());
    if (this.unsent === value) {
      this.unsent = null;
      this.ports.copy.forget();
      this.state.set('saved');
      return;
    }
    if (this.unsent !== null) this.ports.copy.keep(this.unsent, revision);
    this.state.set('dirty');
    this.plan(this.ports.pause);
  }

  private async explain(value: T, error: unknown): Promise<void> {
    const verdict = this.ports.verdictOf(error);
    if (verdict === 'offline') {
      this.state.set('waiting');
      this.plan(this.ports.retry);
      return;
    }
    if (verdict === 'stale') {
      const held = await this.ports.heldAs(value).catch(() => null);
      if (held !== null) return this.acknowledge(value, held);
      this.conflict.set(true);
    }
    this.failure.set(error);
    this.state.set('failed');
  }
}
