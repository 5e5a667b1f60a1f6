/** The room of what the server does not hold yet: copies of unsent work on this machine. */
import { inject, Injectable } from '@angular/core';
import { SessionStore } from '@tap-huan/web/api';

/** What is written may be of these kinds. */
export type CopyKind = 'lesson' | 'quiz' | 'question' | 'course' | 'stimulus';

export interface KeptCopy<T> {
  value: T;
  /** The revision or version that it was written on. */
  revision: number;
  /** When, ISO instant. */
  at: string;
}

export interface LocalCopy<T> {
  read(): KeptCopy<T> | null;
  keep(value: T, revision: number): void;
  forget(): void;
}

/** Copies of unsent work, per account; local storage survives a closed tab and a crash. */
@Injectable({ providedIn: 'root' })
export class LocalCopies {
  private readonly session = inject(SessionStore);

  of<T>(kind: CopyKind, id: string): LocalCopy<T> {
    const key = `tap-huan.copy.1.${this.session.session()?.accountId ?? ''}.${kind}.${id}`;
    return {
      read: () => {
        try {
          return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptCopy<T> | null;
        } catch {
          return null;
        }
      },
      keep: (value, revision) => {
        try {
          localStorage.setItem(
            key,
            JSON.stringify({ value, revision, at: new Date().toISOString() }),
          );
        } catch {
          // No room or no storage: the work still stands on the page, and the page asks before it closes.
        }
      },
      forget: () => {
        try {
          localStorage.removeItem(key);
        } catch {
          // Nothing was kept.
        }
      },
    };
  }
}
