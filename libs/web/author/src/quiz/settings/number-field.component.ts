/** The room of a whole number with its unit, which may be empty where that means no limit. */
import { booleanAttribute, Component, input, linkedSignal, output } from '@angular/core';
import { FieldComponent, InputDirective } from '@tap-huan/web/ui';

/** `[value]` is null while the field is empty; `none` are the words that an empty field stands for. */
@Component({
  selector: 'th-number-field',
  imports: [FieldComponent, InputDirective],
  template: `
    <th-field [label]="label()" [hint]="hint()" [error]="error()" [hideLabel]="hideLabel()">
      <span class="line">
        <input
          #field
          thInput
          type="number"
          inputmode="numeric"
          step="1"
          autocomplete="off"
          [placeholder]="none()"
          [class.wide]="none()"
          [disabled]="disabled()"
          [value]="typed()"
          (input)="type(field.value)"
        />
        @if (unit(); as unit) {
          <span class="unit">{{ unit }}</span>
        }
        <ng-content />
      </span>
    </th-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-8);
    }
    input {
      width: 6.5rem;
      font-variant-numeric: tabular-nums;
    }
    .wide {
      width: 11rem;
    }
    .unit {
      color: var(--th-ink-2);
    }
  `,
})
export class NumberFieldComponent {
  readonly label = input.required<string>();
  readonly hideLabel = input(false, { transform: booleanAttribute });
  readonly hint = input<string>();
  readonly unit = input<string>();
  readonly none = input('');
  readonly value = input.required<number | null>();
  readonly error = input<string | null>(null);
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly changed = output<number | null>();
  /** Kept as typed while it means the same number. */
  protected readonly typed = linkedSignal<number | null, string>({
    source: this.value,
    computation: (value, before) =>
      before && meant(before.value) === value ? before.value : String(value ?? ''),
  });

  protected type(text: string): void {
    this.typed.set(text);
    this.changed.emit(meant(text));
  }
}

const meant = (text: string): number | null => (text.trim() === '' ? null : Number(text));
