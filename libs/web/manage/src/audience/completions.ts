/** The room of what a rule may ask to be completed: courses and approved programmes, in one list. */
import { computed, type Signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { kept, read } from '@tap-huan/web/api';

/** A course or a programme; `key` tells them apart in one list. */
export interface Completable {
  key: string;
  kind: 'course' | 'programme';
  id: string;
  code: string;
  title: string;
}

/** For a page or dialog: courses first, then programmes; empty until they are here. */
export function completables(): Signal<Completable[]> {
  const courses = kept(
    read(endpoints.listCatalogue, () => ({ query: { closed: 'true' as const } })),
  );
  const programmes = kept(read(endpoints.listProgrammeCatalogue));
  return computed(() => [
    ...(courses()?.items ?? []).map(({ id, code, title }) => ({
      ...{ key: `course/${id}`, kind: 'course' as const, id, code, title },
    })),
    ...(programmes()?.items ?? []).map(({ id, code, title }) => ({
      ...{ key: `programme/${id}`, kind: 'programme' as const, id, code, title },
    })),
  ]);
}
