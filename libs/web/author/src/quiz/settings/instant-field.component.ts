/** The room of a day with a time, on Vietnam's clock. */
import { Component, input, output } from '@angular/core';
import { FieldComponent, InputDirective, instantOfLocal, localOfInstant } from '@tap-huan/web/ui';

/** `[value]` is an ISO instant, null where there is none. */
@Component({
  selector: 'th-instant-field',
  imports: [FieldComponent, InputDirective],
  template: `
    <th-field [label]="label()" [hint]="hint()" [error]="error()">
      <input
        #field
        thInput
        type="datetime-local"
        max="9999-12-31T23:59"
        [value]="local()"
        (change)="type(field)"
      />
    </th-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    input {
      max-width: 16rem;
    }
  `,
})
export class InstantFieldComponent {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly value = input.required<string | null>();
  readonly error = input<string | null>(null);
  readonly changed = output<string | null>();

  protected local(): string {
    return localOfInstant(this.value());
  }

  /** While only some of its parts are typed, the field has no value and nothing is told. */
  protected type(field: HTMLInputElement): void {
    if (!field.validity.badInput) this.changed.emit(instantOfLocal(field.value));
  }
}
