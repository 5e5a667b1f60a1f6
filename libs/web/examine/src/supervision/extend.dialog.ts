/** The room where running attempts get more time: how much, for whom, and why. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, max, maxLength, min, required } from '@angular/forms/signals';
import { endpoints, type SupervisedAttempt } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

export interface ExtendDialogData {
  quizId: string;
  /** Null: everybody who sits it. */
  attempt: SupervisedAttempt | null;
}

/** Closes with true once extended. */
@Component({
  selector: 'th-extend-dialog',
  imports: [CalloutComponent, DialogFrameComponent, FieldComponent, FormField, InputDirective],
  template: `
    <th-dialog [heading]="t('extend.title')">
      <form id="th-extend" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>
          {{
            data.attempt
              ? t('extend.whomOne', { name: data.attempt.fullName })
              : t('extend.whomAll')
          }}
        </p>
        <th-field required [label]="t('extend.minutes')" [field]="form.minutes">
          <input thInput type="number" inputmode="numeric" [formField]="form.minutes" />
        </th-field>
        <th-field required [label]="t('extend.reason')" [field]="form.reason">
          <textarea thInput rows="2" [formField]="form.reason"></textarea>
        </th-field>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('cancel') }}
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
  protected readonly data = inject<ExtendDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly model = signal({ minutes: 10, reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.minutes);
    min(path.minutes, 1);
    max(path.minutes, 600);
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
    const { quizId, attempt } = this.data;
    try {
      const { attempts } = await this.api.call(endpoints.extendAttempts, {
        params: { quizId },
        body: { ...this.model(), attemptId: attempt?.attemptId ?? null },
      });
      this.toasts.tell(this.t('extend.done', { n: attempts }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
