/** The room of the fields that say until when: how the due date is counted, grace, and whether it comes again. */
import { Component, computed, input, output } from '@angular/core';
import {
  DateInputComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  type SelectOption,
} from '@tap-huan/web/ui';
import {
  type AssignmentModel,
  BOUNDS,
  DUE_KINDS,
  type Gap,
  type NumberField,
} from './assignment-model';
import { injectAssignmentText } from './i18n/text';

@Component({
  selector: 'th-due-fields',
  imports: [DateInputComponent, FieldComponent, InputDirective, SelectComponent],
  templateUrl: './due-fields.component.html',
  styleUrl: './assignment.scss',
  host: { class: 'th-stack' },
})
export class DueFieldsComponent {
  readonly model = input.required<AssignmentModel>();
  readonly gaps = input.required<readonly Gap[]>();
  readonly courses = input.required<SelectOption<string>[]>();
  readonly changed = output<Partial<AssignmentModel>>();

  protected readonly t = injectAssignmentText();
  protected readonly kinds = DUE_KINDS;
  protected readonly bounds = BOUNDS;
  /** Labels and hints of the numbers that are always there. */
  protected readonly days = computed(() => [
    {
      field: 'graceDays' as const,
      label: this.t('form.graceDays'),
      hint: this.t('form.graceHint'),
    },
    { field: 'lateDays' as const, label: this.t('form.lateDays'), hint: this.t('form.lateHint') },
  ]);

  protected number(field: NumberField, typed: string): void {
    this.changed.emit({ [field]: typed.trim() === '' ? null : Number(typed) });
  }

  protected gap(field: Gap): string | null {
    if (!this.gaps().includes(field)) return null;
    const bounds = BOUNDS[field as NumberField] as readonly [number, number] | undefined;
    return bounds
      ? this.t('form.range', { from: bounds[0], to: bounds[1] })
      : this.t('form.required');
  }
}
