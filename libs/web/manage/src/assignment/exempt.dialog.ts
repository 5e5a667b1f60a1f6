/** The room where officers are excused, with reason, legal basis and period. */
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
  selector: 'th-exempt-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
  ],
  templateUrl: './exempt.dialog.html',
  styleUrl: './assignment.scss',
})
export class ExemptDialog {
  protected readonly data = inject<ChosenOfficers>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  private readonly model = signal({
    reason: '',
    legalBasis: '',
    validFrom: today(new Date()) as string | null,
    validTo: null as string | null,
  });
  private readonly draft = draftOf('assignment/exempt', this.model);
  protected readonly everywhere = signal(false);
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 500);
    maxLength(path.legalBasis, 500);
    required(path.validFrom);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { reason, legalBasis, validFrom, validTo } = this.model();
    if (this.busy() || this.form().invalid() || validFrom === null) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { assignmentId, officerIds, all } = this.data;
      const { exempted, skipped } = await this.api.call(endpoints.exemptOfficers, {
        params: { assignmentId },
        body: {
          ...{ officerIds, all, everywhere: this.everywhere() },
          ...{ reason, legalBasis, validFrom, validTo },
        },
      });
      this.draft.saved();
      const told = [this.t('exempt.done', { count: exempted })];
      if (skipped) told.push(this.t('exempt.skipped', { count: skipped }));
      this.toasts.tell(told.join(' '));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
