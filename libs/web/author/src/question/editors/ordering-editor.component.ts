/** The room of the items of an ordering question, in the right order. */
import { Component, input, output } from '@angular/core';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { newItem, type OrderingForm } from '../forms/order-form';

@Component({
  selector: 'th-ordering-editor',
  imports: [RowDirective, RowsComponent],
  template: `
    <th-rows
      sortable
      numbered
      [rows]="form().items"
      [make]="newItem"
      [name]="name"
      [legend]="t('question.items')"
      [add]="t('question.addItem')"
      [least]="2"
      (changed)="changed.emit({ items: $event })"
    >
      <ng-template thRow [thRowOf]="form().items" let-item let-at="at" let-set="set">
        <textarea
          #text
          class="th-input low"
          rows="1"
          [attr.aria-label]="t('question.itemOf', { number: at + 1 })"
          [placeholder]="t('question.itemOf', { number: at + 1 })"
          [value]="item.text"
          (input)="set({ text: text.value })"
        ></textarea>
      </ng-template>
    </th-rows>
    <label class="th-check">
      <input
        #adjacent
        type="checkbox"
        [checked]="form().scoring === 'adjacent'"
        (change)="changed.emit({ scoring: adjacent.checked ? 'adjacent' : 'exact' })"
      />
      <span>
        {{ t('question.adjacent') }}
        <small>{{ t('question.adjacentHint') }}</small>
      </span>
    </label>
  `,
  styleUrl: './editor.scss',
})
export class OrderingEditorComponent {
  readonly form = input.required<OrderingForm>();
  readonly changed = output<Partial<OrderingForm>>();
  protected readonly t = injectText();
  protected readonly newItem = newItem;
  protected readonly name = (at: number) => this.t('rows.item', { number: at + 1 });
}
