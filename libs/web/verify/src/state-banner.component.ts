/** The room of the answer in one word, large, with a mark that repeats it. */
import { Component, computed, input } from '@angular/core';
import { IconComponent, type IconName } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

export type ShownState = 'issued' | 'revoked' | 'replaced' | 'missing';
const ICONS: Record<ShownState, IconName> = {
  issued: 'verified',
  revoked: 'cancel',
  replaced: 'role',
  missing: 'search',
};

@Component({
  selector: 'th-state-banner',
  imports: [IconComponent],
  template: `
    <th-icon [name]="icon()" [size]="40" />
    <div>
      <h1>{{ t(word()) }}</h1>
      <p>{{ t(sentence()) }}</p>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      gap: var(--th-16);
      padding: var(--th-24);
      border-radius: var(--th-radius);
      background: var(--tint);
      color: var(--tone);
    }
    :host(.issued) {
      --tone: var(--th-celadon-deep);
      --tint: var(--th-celadon-tint);
    }
    :host(.revoked) {
      --tone: var(--th-vermilion);
      --tint: var(--th-vermilion-tint);
    }
    :host(.replaced),
    :host(.missing) {
      --tone: var(--th-amber);
      --tint: var(--th-amber-tint);
    }
    th-icon {
      margin-top: 4px;
    }
    h1 {
      font-size: var(--th-size-34);
      line-height: 1.4;
    }
    p {
      color: var(--th-ink);
    }
    @media (max-width: 719px) {
      :host {
        padding: var(--th-16);
      }
      h1 {
        font-size: var(--th-size-27);
      }
    }
  `,
  host: { '[class]': 'state()' },
})
export class StateBannerComponent {
  readonly state = input.required<ShownState>();
  protected readonly t = injectText();
  protected readonly icon = computed(() => ICONS[this.state()]);
  protected readonly word = computed(() => `state.${this.state()}` as const);
  protected readonly sentence = computed(() => `stateWords.${this.state()}` as const);
}
