/** The room where a programme begins: code, title and whose it is; the rest is written in its draft. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { endpoints, type ProgrammeContent, type UnitRow } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectProgrammeText } from './i18n/text';

export interface CreateProgrammeData {
  units: readonly UnitRow[];
}

/** Forty periods are the yearly minimum and a week: Decree 171/2025/NĐ-CP art. 16.3. */
const EMPTY: Omit<ProgrammeContent, 'title'> = {
  ...{
    summary: '',
    audience: '',
    hours: 40,
    contentGroup: 'job_position',
    deliveryForm: 'blended',
  },
  ...{ legalBasis: [], sets: [], validityMonths: null },
  completion: {
    ...{ minimumPercent: 50, attendancePercent: null, conduct: false },
    ...{ minimumMinutes: null, minutesCap: null },
  },
};

/** Closes with the id of the programme. */
@Component({
  selector: 'th-create-programme-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    UnitPickerComponent,
  ],
  template: `
    <th-dialog [heading]="t('create.title')">
      <form id="th-create" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <th-field
          required
          [label]="t('create.code')"
          [hint]="t('create.codeHint')"
          [field]="form.code"
          [error]="codeError()"
        >
          <input thInput autocomplete="off" [formField]="form.code" />
        </th-field>
        <th-field required [label]="t('create.name')" [field]="form.title">
          <textarea thInput rows="2" [formField]="form.title"></textarea>
        </th-field>
        <th-field required [label]="t('create.unit')" [field]="form.unitId">
          <th-unit-picker [units]="data.units" [formField]="form.unitId" />
        </th-field>
        @if (failure() && !codeError()) {
          <th-callout kind="error">{{ problems.message(failure()) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('create.cancel') }}
      </button>
      <button
        thActions
        form="th-create"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('create.submit') }}
      </button>
    </th-dialog>
  `,
})
export class CreateProgrammeDialog {
  protected readonly data = inject<CreateProgrammeData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  private readonly model = signal({
    code: '',
    title: '',
    unitId: this.data.units[0]?.id ?? (null as string | null),
  });
  private readonly draft = draftOf('programme/new', this.model);
  protected readonly form = form(this.model, (path) => {
    required(path.code);
    maxLength(path.code, 40);
    required(path.title);
    minLength(path.title, 3);
    maxLength(path.title, 300);
    required(path.unitId);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly codeError = computed(() => {
    const failure = this.failure();
    return isFailure(failure, 'programme_code_taken')
      ? this.problems.message(failure)
      : this.problems.field(failure, 'code');
  });

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { code, title, unitId } = this.model();
    if (this.busy() || this.form().invalid() || !unitId) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { id } = await this.api.call(endpoints.createProgramme, {
        body: { code, unitId, content: { ...EMPTY, title } },
      });
      this.draft.saved();
      this.toasts.tell(this.t('create.done', { code: code.trim() }));
      this.ref.close(id);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
