/** The room of the words that tell whether work is kept. */
import { Component, computed, input } from '@angular/core';
import { formatTime } from '../format/format';
import { injectUiText } from '../i18n/text';
import { IconComponent } from '../icon/icon.component';
import type { IconName } from '../icon/icons';

export type SavedState = 'none' | 'dirty' | 'saving' | 'saved' | 'waiting' | 'failed';

/**
 * Saved 14:03 · saving · waiting for the network.
 *
 *   <th-saved-state [state]="state()" [at]="savedAt()" />   at: ISO instant of the last save
 */
@Component({
  selector: 'th-saved-state',
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
    :host(.waiting) {
      color: var(--th-amber);
    }
    :host(.failed) {
      color: var(--th-vermilion);
    }
  `,
  host: { role: 'status', '[class]': 'state()' },
})
export class SavedStateComponent {
  readonly state = input.required<SavedState>();
  readonly at = input<string | Date | null>();
  protected readonly t = injectUiText();
  protected readonly icon = computed<IconName>(
    () =>
      (
        ({
          none: 'check',
          dirty: 'write',
          saving: 'save',
          saved: 'check',
          waiting: 'offline',
          failed: 'alert',
        }) as const
      )[this.state()],
  );
  protected readonly words = computed(() => {
    const state = this.state();
    const time = this.at() ? formatTime(this.at()) : null;
    if (state === 'saved' || (state === 'none' && time))
      return this.t('saved.at', { time: time ?? '' });
    return this.t(`saved.${state}`);
  });
}
