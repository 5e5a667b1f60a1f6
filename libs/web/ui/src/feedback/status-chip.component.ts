/** The room of states in words: the colour only repeats what the word says. */
import { Component, input } from '@angular/core';

export type Tone = 'neutral' | 'active' | 'good' | 'warning' | 'bad' | 'gold';

/**
 * A short state: `<th-status-chip tone="warning">Còn 5 ngày</th-status-chip>`.
 * neutral: not begun, closed · active: going on · good: done · warning: due soon · bad: overdue, failed · gold: distinction.
 */
@Component({
  selector: 'th-status-chip',
  template: `<span class="dot" aria-hidden="true"></span><span><ng-content /></span>`,
  styles: `
    :host {
      --tone: var(--th-ink-2);
      --tint: var(--th-sunken);
      display: inline-flex;
      align-items: baseline;
      gap: var(--th-8);
      padding: 2px 10px;
      border-radius: 999px;
      background: var(--tint);
      color: var(--tone);
      font-size: var(--th-size-13);
      font-weight: 500;
      line-height: 1.55;
    }
    :host(.active) {
      --tone: var(--th-celadon-deep);
      --tint: var(--th-celadon-tint);
    }
    :host(.good) {
      --tone: var(--th-celadon-deep);
      --tint: var(--th-celadon-tint);
    }
    :host(.warning) {
      --tone: var(--th-amber);
      --tint: var(--th-amber-tint);
    }
    :host(.bad) {
      --tone: var(--th-vermilion);
      --tint: var(--th-vermilion-tint);
    }
    :host(.gold) {
      --tone: var(--th-gold-text);
      --tint: var(--th-gold-tint);
    }
    .dot {
      flex: none;
      width: 7px;
      height: 7px;
      border: 1.5px solid currentColor;
      border-radius: 50%;
      translate: 0 -1px;
    }
    :host(.good) .dot,
    :host(.bad) .dot,
    :host(.gold) .dot {
      background: currentColor;
    }
    :host(.active) .dot,
    :host(.warning) .dot {
      background: linear-gradient(90deg, currentColor 50%, transparent 50%);
    }
  `,
  host: { '[class]': 'tone()' },
})
export class StatusChipComponent {
  readonly tone = input<Tone>('neutral');
}
