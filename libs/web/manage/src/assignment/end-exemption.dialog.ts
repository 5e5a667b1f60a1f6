/** The room where an exemption ends before its day, with a reason. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, type ExceptionRow } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectAssignmentText } from './i18n/text';

/** Closes with true once it has ended. */
@Component({
  selector: 'th-end-exemption-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  template: `
    <th-dialog [heading]="t('end.title')">
      <form id="th-end" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t('end.consequence', { name: row.fullName, subject: row.subject }) }}</p>
        <th-field required [label]="t('end.reason')" [field]="form.reason">
          <textarea thInput rows="2" [formField]="form.reason"></textarea>
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('common.cancel') }}
      </button>
      <button
        thActions
        form="th-end"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('end.submit') }}
      </button>
    </th-dialog>
  `,
})
export class EndExemptionDialog {
  protected readonly row = inject<ExceptionRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  private readonly model = signal({ reason: '' });
  private readonly draft = draftOf(`exemption/${this.row.id}`, this.model);
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
      await this.api.call(endpoints.endExemption, {
        params: { exemptionId: this.row.id },
        body: { reason: this.model().reason },
      });
      this.draft.saved();
      this.toasts.tell(this.t('end.done', { name: this.row.fullName }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
