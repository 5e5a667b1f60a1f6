/** The room where officers get a later due date, with a reason. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints } from '@tap-huan/contract';
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
import type { ChosenOfficers } from './chosen-officers';
import { injectAssignmentText } from './i18n/text';

/** Closes with true once it is granted. */
@Component({
  selector: 'th-extend-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
  ],
  template: `
    <th-dialog [heading]="t('extend.title')">
      <form id="th-extend" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t(data.all ? 'extend.whoAll' : 'extend.who', { count: data.count }) }}</p>
        <th-field required [label]="t('extend.day')" [field]="form.toDay">
          <th-date-input [from]="today" [formField]="form.toDay" />
        </th-field>
        <th-field required [label]="t('extend.reason')" [field]="form.reason">
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
        form="th-extend"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('extend.submit') }}
      </button>
    </th-dialog>
  `,
})
export class ExtendDialog {
  protected readonly data = inject<ChosenOfficers>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly today = today(new Date());
  private readonly model = signal({ toDay: null as string | null, reason: '' });
  private readonly draft = draftOf('assignment/extend', this.model);
  protected readonly form = form(this.model, (path) => {
    required(path.toDay);
    required(path.reason);
    maxLength(path.reason, 500);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { toDay, reason } = this.model();
    if (this.busy() || this.form().invalid() || toDay === null) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { assignmentId, officerIds, all } = this.data;
      const { extended, skipped } = await this.api.call(endpoints.extendCases, {
        params: { assignmentId },
        body: { officerIds, all, toDay, reason },
      });
      this.draft.saved();
      const told = [this.t('extend.done', { count: extended })];
      if (skipped) told.push(this.t('extend.skipped', { count: skipped }));
      this.toasts.tell(told.join(' '));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
