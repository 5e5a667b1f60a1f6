/** The room where a category is put elsewhere: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import type { CategoryRow } from '@tap-huan/contract';
import { DialogFrameComponent, FieldComponent, SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { categoryOptions, mayMove } from './category-tree';

export interface MoveData {
  categories: readonly CategoryRow[];
  row: CategoryRow;
}

/** Closes with the new parent (`{ parentId }`), or undefined. */
@Component({
  selector: 'th-move-category',
  imports: [DialogFrameComponent, FieldComponent, SelectComponent],
  template: `
    <form novalidate (submit)="$event.preventDefault(); done()">
      <th-dialog [heading]="t('categories.moveOf', { name: data.row.name })">
        <th-field [label]="t('categories.below')">
          <th-select [empty]="t('categories.top')" [options]="options()" [(value)]="parentId" />
        </th-field>
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button
          thActions
          type="submit"
          class="th-button th-button--primary"
          [disabled]="!possible()"
        >
          {{ t('categories.moveHere') }}
        </button>
      </th-dialog>
    </form>
  `,
})
export class MoveCategoryComponent {
  protected readonly data = inject<MoveData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<{ parentId: string | null }>>(DialogRef);
  protected readonly t = injectText();
  protected readonly parentId = signal(this.data.row.parentId);
  protected readonly options = computed(() =>
    categoryOptions(this.data.categories, this.data.row.id),
  );
  protected readonly possible = computed(() =>
    mayMove(this.data.categories, this.data.row.id, this.parentId()),
  );

  protected done(): void {
    if (this.possible()) this.ref.close({ parentId: this.parentId() });
  }
}
