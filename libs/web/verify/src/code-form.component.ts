/** The room of the field for a code, with a sentence on what to mend. */
import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { FieldComponent, InputDirective } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { codeIn, codeProblem } from './typed-code';

@Component({
  selector: 'th-code-form',
  imports: [FieldComponent, InputDirective],
  template: `
    <form novalidate (submit)="$event.preventDefault(); enter()">
      <th-field [label]="t('enter.code')" [hint]="t('enter.hint')" [error]="error()">
        <input
          #field
          thInput
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          inputmode="text"
          placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
          [value]="typed()"
          (input)="typed.set(field.value); tried.set(false)"
        />
      </th-field>
      <button class="th-button th-button--primary">{{ t('enter.submit') }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--th-16);
      justify-items: start;
    }
    th-field {
      width: 100%;
      max-width: 30rem;
    }
    input {
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.06em;
      text-transform: uppercase;
    }
    input::placeholder {
      letter-spacing: 0.06em;
    }
  `,
})
export class CodeFormComponent {
  readonly code = input('');
  readonly entered = output<string>();
  protected readonly t = injectText();
  protected readonly typed = linkedSignal(() => this.code());
  protected readonly tried = signal(false);
  protected readonly error = computed(() => {
    const problem = this.tried() ? codeProblem(codeIn(this.typed())) : null;
    return problem && this.t(`malformed.${problem.kind}`, { ...problem });
  });

  protected enter(): void {
    this.tried.set(true);
    const code = codeIn(this.typed());
    if (codeProblem(code) === null) this.entered.emit(code);
  }
}
