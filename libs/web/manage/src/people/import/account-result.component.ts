/** The room where it is told what a list has done with accounts, and codes are asked for. */
import { Component, computed, input, output } from '@angular/core';
import type { ImportAccounts } from '@tap-huan/contract';
import { injectPeopleText } from '../i18n/text';

@Component({
  selector: 'th-account-result',
  template: `
    <section [attr.aria-label]="t('accounts.heading')">
      <p>{{ words() }}</p>
      <div class="th-row">
        @if (accounts().toHand > 0) {
          <button
            type="button"
            class="th-button th-button--primary"
            [attr.aria-busy]="busy()"
            (click)="draw.emit(false)"
          >
            {{ t('accounts.draw', { count: accounts().toHand }) }}
          </button>
        } @else if (accounts().unused > 0) {
          <button
            type="button"
            class="th-button"
            [attr.aria-busy]="busy()"
            (click)="draw.emit(true)"
          >
            {{ t('accounts.again', { count: accounts().unused }) }}
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    section {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
      margin-bottom: var(--th-24);
    }
    p {
      margin: 0;
    }
  `,
})
export class AccountResultComponent {
  readonly accounts = input.required<ImportAccounts>();
  readonly busy = input(false);
  /** True: anew, also for those who were told before. */
  readonly draw = output<boolean>();
  protected readonly t = injectPeopleText();
  protected readonly words = computed(() => {
    const accounts = this.accounts();
    return (['opened', 'mailed', 'waiting', 'toHand', 'locked'] as const)
      .filter((what) => accounts[what] > 0)
      .map((what) => this.t(`accounts.${what}`, { count: accounts[what] }))
      .join(' · ');
  });
}
