/** The room where it is recorded that an officer leaves. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { endpoints, type OfficerProfile } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { injectPeopleText } from './i18n/text';

/** Closes with true once saved. */
@Component({
  selector: 'th-leave-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
  ],
  template: `
    <th-dialog [heading]="t('leave.title', { name: officer.fullName })">
      <form id="th-leave" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <p>{{ t('leave.intro') }}</p>
        @if (failure(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
        <th-field
          required
          [label]="t('leave.effectiveOn')"
          [hint]="t('post.effectiveHint')"
          [field]="form.effectiveOn"
        >
          <th-date-input [formField]="form.effectiveOn" />
        </th-field>
        <th-field
          required
          [label]="t('leave.reason')"
          [hint]="t('leave.reasonHint')"
          [field]="form.reason"
        >
          <input thInput autocomplete="off" [formField]="form.reason" />
        </th-field>
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ common('common.cancel') }}
      </button>
      <button
        thActions
        form="th-leave"
        class="th-button th-button--danger"
        [attr.aria-busy]="busy()"
      >
        {{ busy() ? common('common.saving') : t('leave.save') }}
      </button>
    </th-dialog>
  `,
})
export class LeaveDialog {
  protected readonly officer = inject<OfficerProfile>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectPeopleText();
  protected readonly common = injectText();
  private readonly model = signal({ effectiveOn: null as string | null, reason: '' });
  private readonly draft = draftOf(`leave/${this.officer.id}`, this.model);
  protected readonly form = form(this.model, (path) => {
    required(path.effectiveOn);
    required(path.reason);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.form().markAsTouched();
    const { effectiveOn, reason } = this.model();
    if (this.form().invalid() || effectiveOn === null) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { planned } = await this.api.call(endpoints.endPost, {
        params: { officerId: this.officer.id },
        body: { effectiveOn, reason },
      });
      this.draft.saved();
      this.toasts.tell(
        this.t(planned ? 'leave.savedPlanned' : 'leave.saved', {
          name: this.officer.fullName,
          day: formatDay(effectiveOn),
        }),
      );
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
