/** The room where a reason is asked before something is rejected, ended or taken out. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

export interface ReasonQuestion {
  heading: string;
  hint: string;
  confirm: string;
  /** Does what was asked; a failure keeps the dialog and what was typed. */
  act: (reason: string) => Promise<void>;
}

/** Closes with true once it is done. */
@Component({
  selector: 'th-reason-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  template: `
    <th-dialog [heading]="question.heading">
      <form id="th-reason" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ question.hint }}</p>
        <th-field required [label]="t('common.reason')" [field]="form.reason">
          <textarea thInput rows="3" [formField]="form.reason"></textarea>
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
        form="th-reason"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ question.confirm }}
      </button>
    </th-dialog>
  `,
})
export class ReasonDialog {
  protected readonly question = inject<ReasonQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 500);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const reason = this.model().reason.trim();
    if (this.busy() || reason === '' || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.question.act(reason);
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
