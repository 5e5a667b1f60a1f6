/** The room where HR records why leaders need not take the programme. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, LEADER_GROUNDS } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

type Ground = (typeof LEADER_GROUNDS)[number];

/** Closes with true once recorded. */
@Component({
  selector: 'th-exempt-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
  ],
  template: `
    <th-dialog [heading]="t('leaders.exemptTitle', { count: officerIds.length })">
      <form id="th-exempt" class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
        <th-field required [label]="t('leaders.ground')" [field]="form.ground">
          <th-select [options]="grounds()" [formField]="form.ground" />
        </th-field>
        <th-field [label]="t('leaders.documentNo')" [field]="form.documentNo">
          <input thInput [formField]="form.documentNo" />
        </th-field>
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
        form="th-exempt"
        class="th-button th-button--primary"
        [attr.aria-busy]="busy()"
      >
        {{ t('leaders.save') }}
      </button>
    </th-dialog>
  `,
})
export class ExemptDialog {
  protected readonly officerIds = inject<string[]>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly grounds = computed(() =>
    LEADER_GROUNDS.map((value) => ({ value, label: this.t(`leaders.grounds.${value}`) })),
  );
  private readonly model = signal({
    ground: 'old_certificate' as Ground | null,
    documentNo: '',
    reason: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.ground);
    required(path.reason);
    maxLength(path.reason, 500);
    maxLength(path.documentNo, 100);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { ground, ...rest } = this.model();
    if (this.busy() || ground === null || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { exempted, skipped } = await this.api.call(endpoints.exemptLeaders, {
        body: { officerIds: this.officerIds, ground, ...rest },
      });
      const told = this.t('leaders.exempted', { count: exempted });
      this.toasts.tell(skipped ? `${told} ${this.t('common.skipped', { count: skipped })}` : told);
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
