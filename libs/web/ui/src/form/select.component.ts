/** The room of the choice from a short list. */
import { booleanAttribute, Component, computed, inject, input, model, output } from '@angular/core';
import { FieldComponent } from './field.component';

export interface SelectOption<T> {
  value: T;
  label: string;
  disabled?: boolean;
}

/**
 * A native select over values of any type; `empty` is the words for "none" (null). Works with
 * `[(value)]` and with `[formField]`.
 *
 *   <th-select label="Trạng thái" [options]="states()" [(value)]="state" empty="Mọi trạng thái" />
 */
@Component({
  selector: 'th-select',
  template: `
    <select
      class="th-input"
      [attr.id]="field?.controlId"
      [attr.aria-label]="field ? null : label()"
      [attr.aria-describedby]="field?.describedBy()"
      [attr.aria-invalid]="field?.shownError() ? true : null"
      [disabled]="disabled()"
      (change)="choose($event)"
      (blur)="touch.emit()"
    >
      @if (empty() !== undefined) {
        <option value="" [selected]="chosen() === -1">{{ empty() }}</option>
      } @else if (chosen() === -1) {
        <option value="" selected disabled></option>
      }
      @for (option of options(); track $index) {
        <option [value]="$index" [selected]="chosen() === $index" [disabled]="!!option.disabled">
          {{ option.label }}
        </option>
      }
    </select>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class SelectComponent<T> {
  readonly options = input.required<readonly SelectOption<T>[]>();
  readonly value = model<T | null>(null);
  readonly label = input<string>();
  readonly empty = input<string>();
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly touch = output<void>();
  protected readonly field = inject(FieldComponent, { optional: true });
  protected readonly chosen = computed(() =>
    this.options().findIndex((option) => option.value === this.value()),
  );

  protected choose(event: Event): void {
    const raw = (event.target as HTMLSelectElement).value;
    this.value.set(raw === '' ? null : (this.options()[Number(raw)]?.value ?? null));
  }
}
