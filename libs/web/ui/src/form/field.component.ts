/** The room of the form field: label above, control, hint, error; wired for screen readers. */
import { booleanAttribute, Component, computed, Directive, inject, input } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { injectUiText } from '../i18n/text';
import { errorSentence } from './error-sentence';

/** A signal-forms field of any value: only its state is read. */
type FieldLike = () => {
  touched(): boolean;
  errors(): readonly ValidationError.WithOptionalFieldTree[];
};

let count = 0;

/**
 * Wraps one control. With `field` (a signal-forms field) it shows the first error once touched; `error`
 * shows a sentence of the page's own, e.g. from the server, and wins.
 *
 *   <th-field label="Họ và tên" hint="Như trong hồ sơ" [field]="form.fullName" required>
 *     <input thInput [formField]="form.fullName" />
 *   </th-field>
 */
@Component({
  selector: 'th-field',
  template: `
    <label [attr.for]="controlId" [class.th-hidden]="hideLabel()">
      {{ label() }}
      @if (required()) {
        <span class="required">({{ t('required') }})</span>
      }
    </label>
    @if (hint(); as hint) {
      <p class="hint" [id]="hintId">{{ hint }}</p>
    }
    <ng-content />
    <p class="error" [id]="errorId" aria-live="polite">{{ shownError() ?? '' }}</p>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    label {
      display: block;
      margin-bottom: var(--th-4);
      font-size: var(--th-size-15);
      font-weight: 500;
    }
    .required {
      color: var(--th-ink-3);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
    .hint {
      margin-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .error {
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
    .error:not(:empty) {
      margin-top: var(--th-4);
    }
  `,
})
export class FieldComponent {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly required = input(false, { transform: booleanAttribute });
  readonly hideLabel = input(false, { transform: booleanAttribute });
  readonly field = input<FieldLike | null>(null);

  readonly controlId = `th-control-${++count}`;
  readonly hintId = `${this.controlId}-hint`;
  readonly errorId = `${this.controlId}-error`;
  protected readonly t = injectUiText();

  readonly shownError = computed<string | null>(() => {
    const own = this.error();
    if (own) return own;
    const state = this.field()?.();
    const first = state?.touched() ? state.errors()[0] : undefined;
    return first ? errorSentence(first, this.t) : null;
  });
  readonly describedBy = computed(
    () =>
      [this.hint() ? this.hintId : '', this.shownError() ? this.errorId : '']
        .filter(Boolean)
        .join(' ') || null,
  );
}

/** Clothes and wiring for a native control inside (or outside) a th-field: input, textarea, select. */
@Directive({
  selector: 'input[thInput], textarea[thInput], select[thInput]',
  host: {
    class: 'th-input',
    '[attr.id]': 'id() ?? field?.controlId',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.shownError() ? true : null',
  },
})
export class InputDirective {
  readonly id = input<string>();
  protected readonly field = inject(FieldComponent, { optional: true });
}
