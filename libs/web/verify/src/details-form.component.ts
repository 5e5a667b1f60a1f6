/** The room of the three things that unlock the rest of a paper. */
import { Component, computed, input, output, signal } from '@angular/core';
import type { endpoints, RequestOf } from '@tap-huan/contract';
import { CalloutComponent, FieldComponent, InputDirective, parseBirthDate } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-details-form',
  imports: [CalloutComponent, FieldComponent, InputDirective],
  template: `
    <p class="th-muted">{{ t('details.hint') }}</p>
    <form novalidate (submit)="$event.preventDefault(); enter()">
      <th-field [label]="t('details.registerNo')" [error]="need(registerNo())">
        <input
          #number
          thInput
          autocomplete="off"
          spellcheck="false"
          placeholder="0012/2026/GCN-TH"
          maxlength="60"
          [value]="registerNo()"
          (input)="registerNo.set(number.value)"
        />
      </th-field>
      <th-field [label]="t('details.fullName')" [error]="need(fullName())">
        <input
          #name
          thInput
          autocomplete="off"
          maxlength="120"
          [value]="fullName()"
          (input)="fullName.set(name.value)"
        />
      </th-field>
      <th-field
        [label]="t('details.birthDate')"
        [hint]="t('details.birthHint')"
        [error]="birthError()"
      >
        <input
          #birth
          thInput
          autocomplete="off"
          inputmode="numeric"
          maxlength="10"
          placeholder="05/03/1985"
          [value]="typedBirth()"
          (input)="typedBirth.set(birth.value)"
        />
      </th-field>
      @if (failure(); as words) {
        <th-callout kind="error">{{ words }}</th-callout>
      }
      <button class="th-button" [attr.aria-busy]="busy()">
        {{ t(busy() ? 'details.submitting' : 'details.submit') }}
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--th-16);
      justify-items: start;
      margin-top: var(--th-16);
    }
    th-field,
    th-callout {
      width: 100%;
      max-width: 30rem;
    }
  `,
})
export class DetailsFormComponent {
  readonly busy = input(false);
  /** A sentence, or null. */
  readonly failure = input<string | null>(null);
  readonly entered = output<RequestOf<typeof endpoints.verifyDetails>['body']>();
  protected readonly t = injectText();
  protected readonly registerNo = signal('');
  protected readonly fullName = signal('');
  protected readonly typedBirth = signal('');
  private readonly tried = signal(false);
  protected readonly birthError = computed(
    () =>
      this.need(this.typedBirth()) ??
      (this.tried() && !parseBirthDate(this.typedBirth()) ? this.t('details.birthWrong') : null),
  );

  protected need(value: string): string | null {
    return this.tried() && value.trim() === '' ? this.t('details.need') : null;
  }

  protected enter(): void {
    this.tried.set(true);
    const birthDate = parseBirthDate(this.typedBirth());
    const registerNo = this.registerNo().trim();
    const fullName = this.fullName().normalize('NFC').trim();
    if (!birthDate || !registerNo || !fullName) return;
    this.entered.emit({ registerNo, fullName, birthDate });
  }
}
