/** The room of what is saved as a version: typed here, kept on this machine, sent when the writer says so. */
import { computed, signal } from '@angular/core';
import type { LocalCopy } from './local-copies';

export interface VersionedPorts<T> {
  /** Where the work is kept until it is saved. */
  copy(): LocalCopy<unknown>;
  /** A copy as it can be shown now, or null where it does not belong here. */
  revive(kept: unknown, held: T): T | null;
  /** Whether there is nothing in it that would be missed. */
  isUntouched(value: T): boolean;
  /** Shows a value that did not come from typing: the editors begin anew. */
  shown(value: T): void;
}

/**
 * One thing that is written in versions. Every key is kept on this machine; `save` sends the whole as the version after
 * `version`, and what is typed meanwhile stays unsaved.
 */
export class VersionedDraft<T> {
  /** As on screen; null while it is on its way. */
  readonly value = signal<T | null>(null);
  /** The newest version that the text is written on; 0 for what is new. */
  readonly version = signal(0);
  /** When the text was typed that came back from this machine. */
  readonly restoredAt = signal<string | null>(null);
  readonly saving = signal(false);
  /** Instant of the last save, ISO. */
  readonly savedAt = signal<string | null>(null);
  readonly failure = signal<unknown>(null);
  /** As the server holds it. */
  readonly held = signal<T | null>(null);
  readonly dirty = computed(() => JSON.stringify(this.value()) !== JSON.stringify(this.held()));

  constructor(private readonly ports: VersionedPorts<T>) {}

  /** Begins at what the server holds, or at what was typed on this machine and not saved. */
  open(held: T, version: number): void {
    this.held.set(held);
    this.version.set(version);
    this.restoredAt.set(null);
    const copy = this.ports.copy().read();
    const kept = copy && this.ports.revive(copy.value, held);
    if (!copy || !kept) return this.show(held);
    this.version.set(copy.revision);
    this.restoredAt.set(copy.at);
    this.show(kept);
  }

  change(part: Partial<T>): void {
    const before = this.value();
    if (before === null) return;
    const value = { ...before, ...part };
    this.value.set(value);
    if (this.dirty() && !this.ports.isUntouched(value))
      this.ports.copy().keep(value, this.version());
    else this.ports.copy().forget();
  }

  /** Gives up what was typed and not saved. */
  discard(): void {
    const held = this.held();
    this.ports.copy().forget();
    this.restoredAt.set(null);
    this.failure.set(null);
    if (held !== null) this.show(held);
  }

  /** Sends what is on screen; `send` resolves with its version. False where it failed. */
  async save(send: (value: T) => Promise<number>): Promise<boolean> {
    const value = this.value();
    if (value === null || this.saving()) return false;
    this.saving.set(true);
    this.failure.set(null);
    try {
      this.version.set(await send(value));
      this.held.set(value);
      this.savedAt.set(new Date().toISOString());
      this.restoredAt.set(null);
      // What was typed while it was on its way stays unsaved.
      if (this.dirty()) this.ports.copy().keep(this.value(), this.version());
      else this.ports.copy().forget();
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.saving.set(false);
    }
  }

  /** What is on screen is to follow this version, whoever wrote it. */
  follow(version: number): void {
    this.version.set(version);
    this.failure.set(null);
  }

  private show(value: T): void {
    this.value.set(value);
    this.ports.shown(value);
  }
}
