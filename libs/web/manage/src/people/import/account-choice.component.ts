/** The room where HR chooses what a list does with accounts, with the numbers before the eyes. */
import { Component, computed, input, model } from '@angular/core';
import type { ImportAccounts } from '@tap-huan/contract';
import { injectPeopleText } from '../i18n/text';

@Component({
  selector: 'th-account-choice',
  template: `
    <fieldset>
      <legend>{{ t('accounts.heading') }}</legend>
      @if (accounts().joining > 0) {
        <label class="th-check">
          <input type="checkbox" [checked]="open()" (change)="open.set(!open())" />
          <span>
            {{ t('accounts.open', { count: accounts().joining }) }}
            <span class="sub">{{ t('accounts.openHint') }} {{ how() }}</span>
          </span>
        </label>
      }
      @if (accounts().leaving > 0) {
        <label class="th-check">
          <input type="checkbox" [checked]="lock()" (change)="lock.set(!lock())" />
          <span>{{ t('accounts.lock', { count: accounts().leaving }) }}</span>
        </label>
      }
      @if (accounts().beyond > 0) {
        <p class="sub">{{ t('accounts.beyond', { count: accounts().beyond }) }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--th-8);
      margin: var(--th-16) 0 0;
      padding: var(--th-12) var(--th-16);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
    }
    legend {
      padding: 0 var(--th-8);
      font-weight: 600;
    }
    .sub {
      display: block;
      margin: 0;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class AccountChoiceComponent {
  readonly accounts = input.required<ImportAccounts>();
  readonly open = model(false);
  readonly lock = model(false);
  protected readonly t = injectPeopleText();
  protected readonly how = computed(() => {
    const { joining, withMail, mailOn } = this.accounts();
    return mailOn
      ? this.t('accounts.byMail', { mail: withMail, paper: joining - withMail })
      : this.t('accounts.byPaper');
  });
}
