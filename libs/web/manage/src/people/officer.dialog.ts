/** The room where an officer is added or changed. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import {
  EMAIL,
  endpoints,
  type OfficerRow,
  PHONE,
  STAFF_CATEGORIES,
  type StaffCategory,
  type UnitRow,
} from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  parseBirthDate,
  SelectComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { injectPeopleText } from './i18n/text';

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
  email: '',
  phone: '',
  // Only asked of a new officer: afterwards a post changes from a day on.
  rank: '',
  leadership: '',
  appointedOn: null as string | null,
  staffCategory: 'cong_chuc' as StaffCategory | null,
};

/** Closes with true once saved. */
@Component({
  selector: 'th-officer-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
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
  protected readonly p = injectPeopleText();
  protected readonly categories = computed(() =>
    STAFF_CATEGORIES.map((value) => ({ value, label: this.p(`category.${value}`) })),
  );

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
    validate(path.email, ({ value }) =>
      value().trim() === '' || EMAIL.test(value().trim())
        ? null
        : { kind: 'email', message: this.p('officer.emailWrong') },
    );
    validate(path.phone, ({ value }) =>
      value().trim() === '' || PHONE.test(value().trim())
        ? null
        : { kind: 'phone', message: this.p('officer.phoneWrong') },
    );
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
    const { birth, unitId, email, phone, ...rest } = this.model();
    const birthDate = parseBirthDate(birth);
    if (this.form().invalid() || !birthDate || !unitId) return;
    const { staffCode, fullName, jobPosition } = rest;
    const body = {
      ...{ staffCode, fullName, jobPosition, birthDate, unitId },
      email: email.trim() || null,
      phone: phone.trim() || null,
    };
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { officer } = this.data;
      if (officer) {
        await this.api.call(endpoints.updateOfficer, { params: { officerId: officer.id }, body });
      } else await this.api.call(endpoints.createOfficer, { body: { ...body, ...postOf(rest) } });
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
      email: officer.email ?? '',
      phone: officer.phone ?? '',
      rank: officer.rank ?? '',
      leadership: officer.leadership ?? '',
      appointedOn: officer.appointedOn,
      staffCategory: officer.staffCategory,
    };
  }
}

/** Of the post what a new officer begins with; without a day the appointment counts from the beginning. */
function postOf(model: Pick<typeof SAVE, 'rank' | 'leadership' | 'appointedOn' | 'staffCategory'>) {
  const leadership = model.leadership.trim() || null;
  return {
    rank: model.rank.trim() || null,
    leadership,
    staffCategory: model.staffCategory ?? ('cong_chuc' as const),
    ...(leadership !== null && model.appointedOn !== null
      ? { appointedOn: model.appointedOn }
      : {}),
  };
}
