/** The room that ties a saver to the life of a page. */
import { computed, DestroyRef, inject } from '@angular/core';
import { UnsavedWork } from '@tap-huan/web/api';
import type { DraftSaver } from './draft-saver';

/**
 * For a field of a page: the tab asks before closing while something is unsent; what is left goes out when the page is
 * hidden, when the network is back, and when the page ends.
 */
export function autosave<T>(saver: DraftSaver<T>): DraftSaver<T> {
  inject(UnsavedWork).watch(computed(() => saver.state() !== 'none' && saver.state() !== 'saved'));
  const flush = () => void saver.flush();
  const hidden = () => document.visibilityState === 'hidden' && flush();
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', hidden);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', hidden);
    saver.end();
  });
  return saver;
}
