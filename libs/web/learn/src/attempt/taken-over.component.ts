/** The room of a page that is read-only because another one writes. */
import { Component, input, output } from '@angular/core';
import { CalloutComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';

@Component({
  selector: 'th-taken-over',
  imports: [CalloutComponent],
  template: `
    <th-callout kind="warning" role="alert" [heading]="t('takenOver.heading')">
      <p>{{ t('takenOver.body') }}</p>
      @if (unsent(); as count) {
        <p>{{ t('takenOver.unsent', { count }) }}</p>
      }
      @if (failure(); as words) {
        <p class="bad">{{ words }}</p>
      }
      <button
        type="button"
        class="th-button th-button--primary"
        [attr.aria-busy]="claiming()"
        (click)="claim.emit()"
      >
        {{ t('takenOver.here') }}
      </button>
    </th-callout>
  `,
  styles: `
    :host {
      display: block;
      max-width: 42rem;
      margin-bottom: var(--th-24);
    }
    .th-button {
      margin-top: var(--th-12);
    }
    .bad {
      color: var(--th-vermilion);
    }
  `,
})
export class TakenOverComponent {
  /** Answers of this page that the server has not acknowledged. */
  readonly unsent = input(0);
  readonly claiming = input(false);
  /** Why claiming failed, as a sentence. */
  readonly failure = input<string | null>(null);
  readonly claim = output();
  protected readonly t = injectAttemptText();
}
