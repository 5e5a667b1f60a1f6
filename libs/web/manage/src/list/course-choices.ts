/** The room of the courses that a filter offers. */
import { computed, inject, type Signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { kept, read, SessionStore } from '@tap-huan/web/api';
import type { SelectOption } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/**
 * For a page that looks at what was learned: published courses as options, those that take nobody new last. A course that the address names and that is not published any more
 * gets an option of its own, so that the filter in force is always seen.
 */
export function courseChoices(chosen: () => string | null): Signal<SelectOption<string>[]> {
  const store = inject(SessionStore);
  const t = injectText();
  const catalogue = read(endpoints.listCatalogue, () =>
    store.can('enrolment.assign') ? { query: { closed: 'true' as const } } : undefined,
  );
  const known = kept(catalogue);
  return computed(() => {
    const options = (known()?.items ?? []).map(({ id, code, title, closedOn }) => {
      const course = `${code} · ${title}`;
      return { value: id, label: closedOn ? t('common.closedCourse', { course }) : course };
    });
    const id = chosen();
    if (id && known() && !options.some(({ value }) => value === id)) {
      options.push({ value: id, label: t('common.otherCourse') });
    }
    return options;
  });
}
