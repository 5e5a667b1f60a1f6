/** The room where a day is put into the working calendar. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, type HolidayKind } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectHolidayText } from './i18n/text';

/** Closes with the day once saved. */
@Component({
  selector: 'th-holiday-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
  ],
  template: `
    <th-dialog [heading]="t('form.title')">
      <form id="th-holiday" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
        <th-field required [label]="t('day')" [field]="form.day">
          <th-date-input [formField]="form.day" />
        </th-field>
        <th-field required [label]="t('kind')" [field]="form.kind">
          <th-select [options]="kinds()" [formField]="form.kind" />
        </th-field>
        <th-field required [label]="t('form.nameVi')" [field]="form.nameVi">
          <input thInput autocomplete="off" [formField]="form.nameVi" />
        </th-field>
        <th-field required [label]="t('form.nameEn')" [field]="form.nameEn">
          <input thInput autocomplete="off" lang="en" [formField]="form.nameEn" />
        </th-field>
        <th-field [label]="t('form.note')" [hint]="t('form.noteHint')" [field]="form.note">
          <input thInput autocomplete="off" [formField]="form.note" />
        </th-field>
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ common('common.cancel') }}
      </button>
      <button
        thActions
        form="th-holiday"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ busy() ? common('common.saving') : t('form.save') }}
      </button>
    </th-dialog>
  `,
})
export class HolidayDialog {
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectHolidayText();
  protected readonly common = injectText();
  private readonly model = signal({
    day: null as string | null,
    kind: 'holiday' as HolidayKind | null,
    nameVi: '',
    nameEn: '',
    note: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.day);
    required(path.kind);
    required(path.nameVi);
    maxLength(path.nameVi, 120);
    required(path.nameEn);
    maxLength(path.nameEn, 120);
    maxLength(path.note, 300);
  });
  protected readonly kinds = computed(() => [
    { value: 'holiday', label: this.t('form.kindHoliday') },
    { value: 'working_swap', label: this.t('form.kindSwap') },
  ]);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { day, kind, nameVi, nameEn, note } = this.model();
    if (this.busy() || this.form().invalid() || day === null || kind === null) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.addHoliday, {
        body: { day, kind, nameVi, nameEn, note: note.trim() || null },
      });
      this.toasts.tell(this.t('form.saved', { day: formatDay(day) }));
      this.ref.close(day);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
