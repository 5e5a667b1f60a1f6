/** The room of how strictly typed words are compared. */
import { Component, input, output } from '@angular/core';
import { injectText } from '../../i18n/text';
import type { AcceptedForm } from '../forms/words-form';

@Component({
  selector: 'th-leniency',
  template: `
    <label class="th-check">
      <input
        #caseless
        type="checkbox"
        [checked]="ignoreCase()"
        (change)="changed.emit({ ignoreCase: caseless.checked })"
      />
      {{ t('question.ignoreCase') }}
    </label>
    <label class="th-check">
      <input
        #markless
        type="checkbox"
        [checked]="ignoreDiacritics()"
        (change)="changed.emit({ ignoreDiacritics: markless.checked })"
      />
      <span>
        {{ t('question.ignoreDiacritics') }}
        <small class="th-muted">{{ t('question.ignoreDiacriticsHint') }}</small>
      </span>
    </label>
  `,
  styles: `
    small {
      display: block;
    }
  `,
})
export class LeniencyComponent {
  readonly ignoreCase = input.required<boolean>();
  readonly ignoreDiacritics = input.required<boolean>();
  readonly changed = output<Partial<Pick<AcceptedForm, 'ignoreCase' | 'ignoreDiacritics'>>>();
  protected readonly t = injectText();
}
