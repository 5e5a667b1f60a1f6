/** The room of "được giao vì …": the reason of a duty, the assignment that it came with, and its legal basis. */
import { Component, computed, input } from '@angular/core';
import type { AssignedBecause } from '@tap-huan/contract';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-assigned',
  template: `
    <span>{{ t('assigned.because', { reason: assigned().reason }) }}</span>
    @if (source(); as source) {
      <span class="source">{{ source }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      overflow-wrap: anywhere;
    }
    span {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class AssignedComponent {
  readonly assigned = input.required<AssignedBecause>();
  protected readonly t = injectText();
  /** An assignment is often called by its reason: that is not said twice. */
  protected readonly source = computed(() => {
    const { title, reason, legalBasis } = this.assigned();
    return [title === reason ? '' : title, legalBasis].filter(Boolean).join(' · ');
  });
}
