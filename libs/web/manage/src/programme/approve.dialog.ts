/** The room where a draft is approved: number and day of the decision, and what follows. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, type Programme } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectProgrammeText } from './i18n/text';

/** Closes with true once approved. */
@Component({
  selector: 'th-approve-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
  ],
  template: `
    <th-dialog [heading]="t('approve.title')">
      <form id="th-approve" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t('approve.consequence', { number: programme.number }) }}</p>
        <th-field
          required
          [label]="t('approve.no')"
          [hint]="t('approve.noHint')"
          [field]="form.decisionNo"
          [error]="problems.field(failure(), 'decisionNo')"
        >
          <input thInput autocomplete="off" [formField]="form.decisionNo" />
        </th-field>
        <th-field required [label]="t('approve.day')" [field]="form.decidedOn">
          <th-date-input [to]="today" [formField]="form.decidedOn" />
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('approve.cancel') }}
      </button>
      <button
        thActions
        form="th-approve"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('approve.submit') }}
      </button>
    </th-dialog>
  `,
})
export class ApproveDialog {
  protected readonly programme = inject<Programme>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly today = today(new Date());
  private readonly model = signal({ decisionNo: '', decidedOn: null as string | null });
  private readonly draft = draftOf(`programme/approve/${this.programme.id}`, this.model);
  protected readonly form = form(this.model, (path) => {
    required(path.decisionNo);
    maxLength(path.decisionNo, 100);
    required(path.decidedOn);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { decisionNo, decidedOn } = this.model();
    if (this.busy() || this.form().invalid() || !decidedOn) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { number } = await this.api.call(endpoints.approveProgramme, {
        params: { programmeId: this.programme.id },
        body: { decisionNo, decidedOn, revision: this.programme.revision },
      });
      this.draft.saved();
      this.toasts.tell(this.t('approve.done', { number }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
