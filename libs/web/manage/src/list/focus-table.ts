/** The room of the focus after a row's own button has gone: the table takes it, so that the keyboard keeps its place. */
import { afterNextRender, type Injector } from '@angular/core';

/** Call it after a dialog that took its opener away; does nothing where something has the focus. */
export function focusTable(injector: Injector): void {
  afterNextRender(
    () => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('th-table .frame')?.focus({ preventScroll: true });
    },
    { injector },
  );
}
