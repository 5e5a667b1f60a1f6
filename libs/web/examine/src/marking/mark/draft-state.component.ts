/** The room of the words that tell where a typed mark is: on this device, on the way, on the server. */
import { Component, computed, input } from '@angular/core';
import { formatTime, IconComponent, type IconName } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { DraftState, DraftView } from './mark-draft.types';

const ICONS: Record<DraftState, IconName> = {
  none: 'write',
  dirty: 'write',
  saving: 'save',
  saved: 'check',
  waiting: 'offline',
  conflict: 'alert',
  failed: 'alert',
  given: 'done',
};

@Component({
  selector: 'th-draft-state',
  imports: [IconComponent],
  template: `<th-icon [name]="icon()" [size]="16" /><span>{{ words() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-variant-numeric: tabular-nums;
    }
    :host(.waiting),
    :host(.conflict) {
      color: var(--th-amber);
    }
    :host(.failed) {
      color: var(--th-vermilion);
    }
  `,
  host: { role: 'status', '[class]': 'view().state' },
})
export class DraftStateComponent {
  readonly view = input.required<Pick<DraftView, 'state' | 'savedAt' | 'kept'>>();
  protected readonly t = injectText();
  protected readonly icon = computed(() => ICONS[this.view().state]);
  protected readonly words = computed(() => {
    const { state, savedAt, kept } = this.view();
    if (state === 'saved') return this.t('draft.saved', { at: formatTime(savedAt) });
    return this.t(state === 'waiting' && !kept ? 'draft.waitingBare' : `draft.${state}`);
  });
}
