/** The room of the sentences about submitting and moving on, as the attempt stands. For the page's constructor. */
import { computed, inject, type Signal } from '@angular/core';
import { Problems } from '@tap-huan/web/api';
import { injectAttemptText } from '../i18n/attempt.text';
import type { DeskState } from './desk-state';
import { type SavedFacts, savedWords } from './saved-words';

export function attemptWords(desk: DeskState, facts: Signal<SavedFacts>) {
  const t = injectAttemptText();
  const problems = inject(Problems);
  const failed = computed(() => {
    const trouble = desk.trouble();
    return trouble?.kind === 'failed' ? problems.message(trouble.error) : null;
  });
  return {
    /** "lượt 2" */
    which: computed(() => {
      const view = desk.view();
      if (!view) return '';
      if (view.preview) return t('preview');
      return t(view.mode === 'practice' ? 'practice' : 'number', { number: view.number });
    }),
    /** Why the server would not take the last request. */
    failed,
    /** The wish to submit waits. */
    waiting: computed(() => {
      if (!desk.wish() || desk.phase() !== 'open') return null;
      const why = failed();
      if (desk.network.away()) return savedWords(t, facts());
      if (why) return t('wish.failed', { why });
      return desk.trouble() ? savedWords(t, facts()) : null;
    }),
    /** Leaving the part did not work. */
    advance: computed(() => {
      const trouble = desk.trouble();
      if (!trouble || desk.wish()) return null;
      return trouble.kind === 'unsent'
        ? t('part.unsent', { count: desk.saving().unsent.length })
        : t('part.failed', { why: failed() ?? '' });
    }),
  };
}
