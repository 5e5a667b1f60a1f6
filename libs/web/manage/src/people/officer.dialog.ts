/** The room where an officer is added or changed. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { endpoints, type OfficerRow, type UnitRow } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  parseBirthDate,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';

export interface OfficerDialogData {
  /** Absent: a new one. */
  officer?: OfficerRow;
  units: readonly UnitRow[];
  /** Where a new officer belongs unless told otherwise. */
  unitId: string | null;
}

const SAVE = {
  staffCode: '',
  fullName: '',
  birth: '',
  jobPosition: '',
  unitId: null as string | null,
};

/** Closes with true once saved. */
@Component({
  selector: 'th-officer-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    UnitPickerComponent,
  ],
  templateUrl: './officer.dialog.html',
})
export class OfficerDialog {
  protected readonly data = inject<OfficerDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  private readonly model = signal(this.initial());
  protected readonly draft = draftOf(`officer/${this.data.officer?.id ?? 'new'}`, this.model);
  protected readonly restored = signal(this.draft.restored);
  protected readonly form = form(this.model, (path) => {
    required(path.fullName);
    required(path.staffCode);
    required(path.birth);
    validate(path.birth, ({ value }) =>
      value() === '' || parseBirthDate(value())
        ? null
        : { kind: 'birth', message: this.t('officer.birthWrong') },
    );
    required(path.jobPosition);
    required(path.unitId);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly codeError = computed(() => {
    const failure = this.failure();
    return isFailure(failure, 'staff_code_taken')
      ? this.problems.message(failure)
      : this.problems.field(failure, 'staffCode');
  });
  /** Failures that belong to no field. */
  protected readonly general = computed(() => {
    const failure = this.failure();
    return failure && !isFailure(failure, 'staff_code_taken') ? failure : null;
  });
  protected readonly moved = computed(
    () => this.data.officer && this.model().unitId !== this.data.officer.unitId,
  );

  protected startOver(): void {
    this.model.set(this.initial());
    this.restored.set(false);
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.form().markAsTouched();
    const { birth, unitId, ...rest } = this.model();
    const birthDate = parseBirthDate(birth);
    if (this.form().invalid() || !birthDate || !unitId) return;
    const body = { ...rest, birthDate, unitId };
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { officer } = this.data;
      if (officer) {
        await this.api.call(endpoints.updateOfficer, { params: { officerId: officer.id }, body });
      } else await this.api.call(endpoints.createOfficer, { body });
      this.draft.saved();
      const words = officer ? 'officer.saved' : 'officer.added';
      this.toasts.tell(this.t(words, { name: body.fullName.trim() }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private initial(): typeof SAVE {
    const { officer, unitId } = this.data;
    if (!officer) return { ...SAVE, unitId };
    return {
      staffCode: officer.staffCode,
      fullName: officer.fullName,
      birth: officer.birthDate ? formatDay(officer.birthDate) : '',
      jobPosition: officer.jobPosition,
      unitId: officer.unitId,
    };
  }
}
