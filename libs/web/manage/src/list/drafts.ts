/** The room of forms that were left half filled in: a closed dialog keeps what was typed, in memory only. */
import { DestroyRef, inject, Injectable, type WritableSignal } from '@angular/core';
import { SessionStore } from '@tap-huan/web/api';

@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(SessionStore);
  private readonly kept = new Map<string, unknown>();

  take(name: string): unknown {
    const key = this.keyOf(name);
    const value = this.kept.get(key);
    this.kept.delete(key);
    return value;
  }

  keep(name: string, value: unknown): void {
    this.kept.set(this.keyOf(name), value);
  }

  private keyOf(name: string): string {
    return `${this.session.session()?.accountId}/${name}`;
  }
}

export interface Draft {
  /** True where an earlier, unsaved content was put back. */
  readonly restored: boolean;
  /** Call it once the content is saved: then nothing is kept. */
  saved(): void;
}

/**
 * For a dialog's field: puts back what was typed before under that name, and keeps what is there when the
 * dialog closes unsaved and changed.
 */
export function draftOf<T>(name: string, model: WritableSignal<T>): Draft {
  const drafts = inject(Drafts);
  const untouched = JSON.stringify(model());
  const before = drafts.take(name) as T | undefined;
  if (before !== undefined) model.set(before);
  let saved = false;
  inject(DestroyRef).onDestroy(() => {
    if (!saved && JSON.stringify(model()) !== untouched) drafts.keep(name, model());
  });
  return { restored: before !== undefined, saved: () => (saved = true) };
}
