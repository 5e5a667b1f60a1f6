/** The room of the words in the browser's tab. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { Texts } from '../i18n/texts';

/**
 * The title of the page. Routes give a key as `title: 'learn.home.title'` (scope.key); a page that knows
 * a better one, such as the course's name, sets `own`; it holds until the next page.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly texts = inject(Texts);
  private readonly key = signal<string | null>(null);
  readonly own = signal<string | null>(null);
  readonly words = computed(() => {
    const own = this.own();
    const key = this.key();
    if (own || !key) return own ?? '';
    const dot = key.indexOf('.');
    return this.texts.translate(key.slice(0, dot), key.slice(dot + 1));
  });

  /** For the router: a new page, its key or nothing. */
  arrive(key: string | null): void {
    this.own.set(null);
    this.key.set(key);
  }
}
