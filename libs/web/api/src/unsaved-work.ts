/** The room that knows whether the page holds work that the server does not have yet. */
import { computed, DestroyRef, inject, Injectable, type Signal, signal } from '@angular/core';

/** Pages with unsent work are watched, so that closing the tab asks first. */
@Injectable({ providedIn: 'root' })
export class UnsavedWork {
  private readonly sources = signal<readonly Signal<boolean>[]>([]);
  readonly any = computed(() => this.sources().some((source) => source()));

  constructor() {
    addEventListener('beforeunload', (event) => {
      if (this.any()) event.preventDefault();
    });
  }

  /** For a component: `inject(UnsavedWork).watch(computed(() => this.state() === 'waiting'))`. Ends with it. */
  watch(unsaved: Signal<boolean>): void {
    this.sources.update((list) => [...list, unsaved]);
    inject(DestroyRef).onDestroy(() =>
      this.sources.update((list) => list.filter((source) => source !== unsaved)),
    );
  }
}
