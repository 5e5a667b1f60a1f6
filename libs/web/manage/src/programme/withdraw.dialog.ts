/** The room where an officer is taken off a programme: what goes, what stays, and why. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, type ProgrammeEnrolmentRow } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectProgrammeText } from './i18n/text';

/** Closes with true once withdrawn. */
@Component({
  selector: 'th-withdraw-from-programme-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  template: `
    <th-dialog [heading]="t('withdraw.title')">
      <form id="th-leave" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t('withdraw.consequence', { name: row.fullName }) }}</p>
        <th-field
          required
          [label]="t('withdraw.reason')"
          [field]="form.reason"
          [error]="problems.field(failure(), 'reason')"
        >
          <textarea thInput rows="2" [formField]="form.reason"></textarea>
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('withdraw.cancel') }}
      </button>
      <button
        thActions
        form="th-leave"
        class="th-button th-button--danger"
        [attr.aria-busy]="busy()"
      >
        {{ t('withdraw.submit') }}
      </button>
    </th-dialog>
  `,
})
export class WithdrawFromProgrammeDialog {
  protected readonly row = inject<ProgrammeEnrolmentRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  private readonly model = signal({ reason: '' });
  private readonly draft = draftOf(`programme/withdraw/${this.row.id}`, this.model);
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 500);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.withdrawFromProgramme, {
        params: { programmeEnrolmentId: this.row.id },
        body: { reason: this.model().reason },
      });
      this.draft.saved();
      this.toasts.tell(this.t('withdraw.done', { name: this.row.fullName }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
