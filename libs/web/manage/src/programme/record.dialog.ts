/** The room where attendance and conduct are recorded, for one officer or many. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectProgrammeText } from './i18n/text';

export interface RecordData {
  programmeId: string;
  /** Of the programme enrolments. */
  ids: readonly string[];
}

/** Closes with true once recorded. */
@Component({
  selector: 'th-record-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    InputDirective,
    SelectComponent,
  ],
  template: `
    <th-dialog [heading]="t('record.title')">
      <form id="th-record" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t('record.whom', { count: data.ids.length }) }}</p>
        <th-field [label]="t('record.attendance')" [error]="wrong() ? t('record.wrong') : null">
          <input
            #percent
            thInput
            inputmode="numeric"
            autocomplete="off"
            [value]="attendance()"
            (input)="attendance.set(percent.value)"
          />
        </th-field>
        <th-field [label]="t('record.conduct')">
          <th-select [options]="choices()" [empty]="t('record.keep')" [(value)]="conduct" />
        </th-field>
        @if (empty()) {
          <th-callout kind="warning">{{ t('record.nothing') }}</th-callout>
        }
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('record.cancel') }}
      </button>
      <button
        thActions
        form="th-record"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('record.submit') }}
      </button>
    </th-dialog>
  `,
})
export class RecordDialog {
  protected readonly data = inject<RecordData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly attendance = signal('');
  protected readonly conduct = signal<boolean | null>(null);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly choices = computed(() => [
    { value: true, label: this.t('record.ok') },
    { value: false, label: this.t('record.bad') },
  ]);
  protected readonly wrong = computed(() => {
    const text = this.attendance().trim();
    return text !== '' && !(/^\d{1,3}$/.test(text) && Number(text) <= 100);
  });
  protected readonly empty = computed(
    () => this.tried() && this.attendance().trim() === '' && this.conduct() === null,
  );

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.busy() || this.wrong() || this.empty()) return;
    this.busy.set(true);
    this.failure.set(null);
    const percent = this.attendance().trim();
    try {
      const outcome = await this.api.call(endpoints.recordProgrammeConduct, {
        params: { programmeId: this.data.programmeId },
        body: {
          ids: [...this.data.ids],
          ...(percent === '' ? {} : { attendancePercent: Number(percent) }),
          ...(this.conduct() === null ? {} : { conductOk: this.conduct() }),
        },
      });
      this.toasts.tell(this.t('record.done', outcome));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
