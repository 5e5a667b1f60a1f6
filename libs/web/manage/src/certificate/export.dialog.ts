/** The room where a ZIP of certificates is asked for: which unit, which period. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { endpoints, type UnitRow } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  SelectComponent,
  type SelectOption,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { inOrder, periodOf } from './period';

export interface ExportDialogData {
  /** What the list is filtered by. */
  filled: { unitId?: string; courseId?: string; from?: string; to?: string };
  units: readonly UnitRow[];
  courses: readonly SelectOption<string>[];
}

/** Closes with true once the queue has it. */
@Component({
  selector: 'th-export-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './export.dialog.html',
  styles: `
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: var(--th-12);
    }
  `,
})
export class ExportDialog {
  protected readonly data = inject<ExportDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly today = today(new Date());
  private readonly year = periodOf('year', this.today);
  private readonly model = signal({
    unitId: this.data.filled.unitId ?? this.top(),
    courseId: this.data.filled.courseId ?? null,
    from: (this.data.filled.from ?? this.year.from) as string | null,
    to: (this.data.filled.to ?? this.year.to) as string | null,
  });
  protected readonly form = form(this.model, (path) => {
    required(path.unitId);
    required(path.from);
    required(path.to);
  });
  protected readonly presets = ['month', 'quarter', 'year'] as const;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly wrongOrder = computed(() => !inOrder(this.model().from, this.model().to));

  protected choose(preset: (typeof this.presets)[number]): void {
    this.model.update((model) => ({ ...model, ...periodOf(preset, this.today) }));
  }

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { unitId, courseId, from, to } = this.model();
    if (this.busy() || this.wrongOrder() || !unitId || !from || !to) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.requestExport, { body: { unitId, courseId, from, to } });
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** The only unit at the top of the scope, where there is one. */
  private top(): string | null {
    const known = new Set(this.data.units.map(({ id }) => id));
    const tops = this.data.units.filter(({ parentId }) => !parentId || !known.has(parentId));
    return tops.length === 1 ? (tops[0]?.id ?? null) : null;
  }
}
