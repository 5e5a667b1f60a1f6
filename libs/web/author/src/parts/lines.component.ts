/** The room of short lists that are typed one a line: legal basis, accepted answers, distractors. */
import {
  booleanAttribute,
  Component,
  inject,
  input,
  linkedSignal,
  model,
  output,
} from '@angular/core';
import { FieldComponent } from '@tap-huan/web/ui';
import { linesOf } from './lines';

/** A text area whose value is its lines, trimmed, without empty ones. Works with `[(value)]` and `[formField]`. */
@Component({
  selector: 'th-lines',
  template: `
    <textarea
      #area
      class="th-input"
      [attr.id]="field?.controlId"
      [attr.aria-describedby]="field?.describedBy()"
      [attr.aria-invalid]="field?.shownError() ? true : null"
      [rows]="rows()"
      [disabled]="disabled()"
      [value]="typed()"
      (input)="type(area.value)"
      (blur)="touch.emit()"
    ></textarea>
  `,
  styles: `
    :host {
      display: block;
    }
    textarea {
      min-height: 0;
    }
  `,
})
export class LinesComponent {
  readonly value = model<readonly string[]>([]);
  readonly rows = input(3);
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly touch = output<void>();
  protected readonly field = inject(FieldComponent, { optional: true });
  /** What stands in the area: kept as typed while it means the same lines. */
  protected readonly typed = linkedSignal<readonly string[], string>({
    source: this.value,
    computation: (lines, before) => {
      const text = before?.value ?? '';
      const same = JSON.stringify(linesOf(text)) === JSON.stringify(lines);
      return same ? text : lines.join('\n');
    },
  });

  protected type(text: string): void {
    this.typed.set(text);
    this.value.set(linesOf(text));
  }
}
