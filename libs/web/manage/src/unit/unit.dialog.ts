/** The room where a unit is made, renamed, given another kind, or moved. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { endpoints, UNIT_KINDS, type UnitRow } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { isTop, possibleParents, USUAL_BELOW } from './unit-moves';

export interface UnitDialogData {
  /** The unit to change; absent: a new one. */
  unit?: UnitRow;
  /** Where a new one belongs. */
  parent?: UnitRow;
  /** All open units of the scope. */
  units: readonly UnitRow[];
}

/** Closes with the id of the unit once saved. */
@Component({
  selector: 'th-unit-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './unit.dialog.html',
})
export class UnitDialog {
  protected readonly data = inject<UnitDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  protected readonly top = !!this.data.unit && isTop(this.data.unit, this.data.units);
  protected readonly parents = this.data.unit
    ? possibleParents(this.data.units, this.data.unit.id)
    : this.data.units;
  private readonly model = signal(this.initial());
  private readonly draft = draftOf(
    `unit/${this.data.unit?.id ?? `below-${this.data.parent?.id}`}`,
    this.model,
  );
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    minLength(path.name, 2);
    required(path.code);
    if (!this.top) required(path.parentId);
  });
  protected readonly kinds = computed(() =>
    UNIT_KINDS.filter((kind) => kind !== 'district' || kind === this.data.unit?.kind).map(
      (value) => ({ value, label: this.t(`kind.${value}`) }),
    ),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly codeError = computed(() => {
    const failure = this.failure();
    return isFailure(failure, 'unit_code_taken')
      ? this.problems.message(failure)
      : this.problems.field(failure, 'code');
  });
  protected readonly general = computed(() => {
    const failure = this.failure();
    return failure && !isFailure(failure, 'unit_code_taken') ? failure : null;
  });
  protected readonly renamed = computed(
    () => this.data.unit && this.model().name.trim() !== this.data.unit.name,
  );

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const id = await this.send();
      this.draft.saved();
      const words = this.data.unit ? 'unit.saved' : 'unit.added';
      this.toasts.tell(this.t(words, { name: this.model().name.trim() }));
      this.ref.close(id);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async send(): Promise<string> {
    const { name, code, kind, parentId } = this.model();
    const { unit } = this.data;
    if (unit) {
      // A null parent leaves a top unit where it is.
      const body = { name, code, kind, parentId: this.top ? null : parentId };
      await this.api.call(endpoints.updateUnit, { params: { unitId: unit.id }, body });
      return unit.id;
    }
    const body = { name, code, kind, parentId: parentId ?? '' };
    return (await this.api.call(endpoints.createUnit, { body })).id;
  }

  private initial() {
    const { unit, parent } = this.data;
    return {
      name: unit?.name ?? '',
      code: unit?.code ?? '',
      kind: unit?.kind ?? USUAL_BELOW[parent?.kind ?? 'division'],
      parentId: unit ? unit.parentId : (parent?.id ?? null),
    };
  }
}
