/** The room where a list gets its name, and is shared. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, type ListDefinition, type SavedList, type UnitRow } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectRecordText } from '../record/i18n/text';

export interface SaveListData {
  /** The own list that is changed; a new one is made where it is missing. */
  list: SavedList | undefined;
  definition: ListDefinition;
  units: readonly UnitRow[];
}

/** Closes with the list's id once saved. */
@Component({
  selector: 'th-save-list-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    UnitPickerComponent,
  ],
  template: `
    <th-dialog [heading]="t('listPage.dialog')">
      <form
        id="th-save-list"
        class="th-stack"
        novalidate
        (submit)="$event.preventDefault(); save()"
      >
        <th-field
          required
          [label]="t('listPage.name')"
          [field]="form.name"
          [error]="problems.field(failure(), 'name')"
        >
          <input thInput [formField]="form.name" />
        </th-field>
        <th-field required [label]="t('listPage.unit')" [field]="form.unitId">
          <th-unit-picker [units]="data.units" [formField]="form.unitId" />
        </th-field>
        <label class="th-check">
          <input type="checkbox" [formField]="form.shared" />
          <span>
            {{ t('listPage.share') }}
            <span class="explain">{{ t('listPage.shareHint') }}</span>
          </span>
        </label>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('listPage.cancel') }}
      </button>
      <button
        thActions
        form="th-save-list"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('listPage.save') }}
      </button>
    </th-dialog>
  `,
  styles: `
    .explain {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class SaveListDialog {
  protected readonly data = inject<SaveListData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  private readonly model = signal({
    name: this.data.list?.name ?? '',
    unitId: this.data.list?.unitId ?? this.data.units[0]?.id ?? (null as string | null),
    shared: this.data.list?.shared ?? false,
  });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 120);
    required(path.unitId);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { name, unitId, shared } = this.model();
    if (this.busy() || unitId === null || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    const body = { name, unitId, shared, definition: this.data.definition };
    try {
      const id = await this.send(body);
      this.toasts.tell(this.t('listPage.savedNow', { name }));
      this.ref.close(id);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async send(body: {
    name: string;
    unitId: string;
    shared: boolean;
    definition: ListDefinition;
  }): Promise<string> {
    const { list } = this.data;
    if (!list) return (await this.api.call(endpoints.createSavedList, { body })).id;
    await this.api.call(endpoints.updateSavedList, {
      params: { listId: list.id },
      body: { ...body, revision: list.revision },
    });
    return list.id;
  }
}
