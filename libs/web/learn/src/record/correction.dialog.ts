/** The room where an officer asks for a correction. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { type Correction, routes } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectMyRecordText } from './i18n/text';

type Field = Correction['field'];
const FIELDS: readonly Field[] = [
  'full_name',
  'birth_date',
  'contact',
  'unit',
  'position',
  'training',
  'hours',
  'other',
];

/** What was typed and not sent is there again when the dialog is opened next; in memory only. */
let unsent = { field: null as Field | null, present: '', wanted: '', ground: '' };

/** Closes with true once sent. */
@Component({
  selector: 'th-correction-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
  ],
  template: `
    <th-dialog [heading]="t('privacy.correct')">
      <form
        id="th-correction"
        class="th-stack"
        novalidate
        (submit)="$event.preventDefault(); send()"
      >
        <th-field required [label]="t('privacy.field')" [field]="form.field">
          <th-select [options]="fields()" empty="–" [formField]="form.field" />
        </th-field>
        <th-field [label]="t('privacy.present')" [field]="form.present">
          <input thInput [formField]="form.present" />
        </th-field>
        <th-field
          required
          [label]="t('privacy.wanted')"
          [field]="form.wanted"
          [error]="problems.field(failure(), 'wanted')"
        >
          <input thInput [formField]="form.wanted" />
        </th-field>
        <th-field
          required
          [label]="t('privacy.ground')"
          [hint]="t('privacy.groundHint')"
          [field]="form.ground"
          [error]="problems.field(failure(), 'ground')"
        >
          <textarea thInput rows="3" [formField]="form.ground"></textarea>
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('privacy.cancel') }}
      </button>
      <button
        thActions
        form="th-correction"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('privacy.send') }}
      </button>
    </th-dialog>
  `,
})
export class CorrectionDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectMyRecordText();
  protected readonly fields = computed(() =>
    FIELDS.map((value) => ({ value, label: this.t(`fields.${value}`) })),
  );
  private readonly model = signal(unsent);
  protected readonly form = form(this.model, (path) => {
    required(path.field);
    maxLength(path.present, 500);
    required(path.wanted);
    maxLength(path.wanted, 500);
    required(path.ground);
    maxLength(path.ground, 1_000);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    this.ref.closed.subscribe((sent) => {
      unsent = sent ? { field: null, present: '', wanted: '', ground: '' } : this.model();
    });
  }

  protected async send(): Promise<void> {
    this.form().markAsTouched();
    const { field, ...texts } = this.model();
    if (this.busy() || field === null || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { acknowledgeBy } = await this.api.call(routes.askCorrection, {
        body: { field, ...texts },
      });
      this.toasts.tell(this.t('privacy.asked', { day: formatDay(acknowledgeBy) }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
