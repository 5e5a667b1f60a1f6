/** The room where a person, a unit or an audience gets other rules for one quiz. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, OVERRIDE_TARGETS } from '@tap-huan/contract';
import { Api, isFailure, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  instantOfLocal,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { overrideBody, overrideProblem } from './override-form';

/** Closes with true once saved. */
@Component({
  selector: 'th-override-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    UnitPickerComponent,
  ],
  templateUrl: './override.dialog.html',
  styles: `
    .targets {
      margin: 0;
      padding: 0;
      border: 0;
    }

    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--th-16);
    }
  `,
})
export class OverrideDialog {
  protected readonly data = inject<{ quizId: string }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly allUnits = kept(read(endpoints.listUnits));
  protected readonly units = computed(() =>
    (this.allUnits()?.items ?? []).filter(({ validTo }) => validTo === null),
  );
  protected readonly targets = OVERRIDE_TARGETS;
  protected readonly target = signal<(typeof OVERRIDE_TARGETS)[number]>('person');
  private readonly model = signal({
    staffCode: '',
    unitId: null as string | null,
    jobPosition: '',
    minutes: '',
    attempts: '',
    opensAt: '',
    closesAt: '',
    reason: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 500);
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  /** The sentence for a field that the server refused: our own where the code has one. */
  protected problem(path: string): string | null {
    const failure = this.failure();
    const code = isFailure(failure) ? overrideProblem(failure.issues, path) : null;
    return code ? this.t(`override.problem.${code}`) : this.problems.field(failure, path);
  }

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { affects } = await this.api.call(endpoints.createOverride, {
        params: { quizId: this.data.quizId },
        body: overrideBody(this.target(), {
          ...this.model(),
          opensAt: instantOfLocal(this.model().opensAt),
          closesAt: instantOfLocal(this.model().closesAt),
        }),
      });
      this.toasts.tell(this.t('override.saved', { n: affects }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
