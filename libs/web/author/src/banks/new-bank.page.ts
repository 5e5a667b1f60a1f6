/** The room where a bank of its own is made: a dialog. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import { endpoints } from '@tap-huan/contract';
import { Api, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** Closes with the id of the new bank, or undefined. */
@Component({
  selector: 'th-new-bank-page',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    UnitPickerComponent,
  ],
  template: `
    <form novalidate (submit)="$event.preventDefault(); create()">
      <th-dialog [heading]="t('banks.create')">
        <div class="th-stack">
          @if (failure(); as error) {
            <th-callout kind="error">{{ problems.message(error) }}</th-callout>
          }
          <th-field
            [label]="t('banks.name')"
            [hint]="t('banks.nameHint')"
            [field]="form.name"
            required
          >
            <input thInput autocomplete="off" [formField]="form.name" />
          </th-field>
          <th-field
            [label]="t('courses.unit')"
            [hint]="t('banks.unitHint')"
            [field]="form.unitId"
            required
          >
            <th-unit-picker [units]="rows()" [formField]="form.unitId" />
          </th-field>
        </div>
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button
          thActions
          type="submit"
          class="th-button th-button--primary"
          [attr.aria-busy]="busy()"
        >
          {{ t('banks.create') }}
        </button>
      </th-dialog>
    </form>
  `,
})
export class NewBankPage {
  private readonly api = inject(Api);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly units = read(endpoints.listUnits);
  protected readonly rows = computed(() => (this.units.hasValue() ? this.units.value().items : []));
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly model = signal({ name: '', unitId: ownUnit(inject(SessionStore)) });
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 200);
    required(path.unitId);
  });

  protected create(): void {
    void submit(this.form, async () => {
      const { name, unitId } = this.model();
      if (this.busy() || unitId === null) return;
      this.busy.set(true);
      this.failure.set(null);
      try {
        const { id } = await this.api.call(endpoints.createBank, { body: { name, unitId } });
        this.ref.close(id);
      } catch (error) {
        this.failure.set(error);
      } finally {
        this.busy.set(false);
      }
    });
  }
}

/** The unit where one is an instructor. */
const ownUnit = (store: SessionStore): string | null =>
  store.session()?.grants.find(({ role }) => role === 'instructor')?.unitId ?? null;
