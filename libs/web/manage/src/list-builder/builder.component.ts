/** The room where a list is put together: what a line is, columns, filters, order. */
import { Component, computed, input, model } from '@angular/core';
import {
  LIST_SUBJECTS,
  type ListColumn,
  type ListDefinition,
  type ListFilter,
  type ListSubject,
  TESTS_OF,
  type UnitRow,
} from '@tap-huan/contract';
import {
  DateInputComponent,
  IconComponent,
  InputDirective,
  SectionComponent,
  SelectComponent,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectRecordText } from '../record/i18n/text';
import { choicesOf } from './choices';
import { changedFilter, columnsOf, moved, typeOf, withFilter, withSubject } from './list-draft';

@Component({
  selector: 'th-list-builder',
  imports: [
    DateInputComponent,
    IconComponent,
    InputDirective,
    SectionComponent,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './builder.component.html',
  styleUrl: './builder.component.scss',
})
export class ListBuilderComponent {
  readonly definition = model.required<ListDefinition>();
  readonly units = input.required<readonly UnitRow[]>();
  protected readonly t = injectRecordText();
  protected readonly subjects = computed(() =>
    LIST_SUBJECTS.map((value) => ({ value, label: this.t(`listPage.subjects.${value}`) })),
  );
  private readonly all = computed(() =>
    columnsOf(this.definition().subject).map((value) => ({ value, label: this.nameOf(value) })),
  );
  protected readonly options = this.all;
  /** Columns that the list does not have yet. */
  protected readonly free = computed(() => {
    const taken = new Set(this.definition().columns);
    return this.all().filter(({ value }) => !taken.has(value));
  });
  protected readonly sort = computed(() => this.definition().sort[0]);

  protected nameOf(column: string): string {
    return this.t(`listColumn.${column as ListColumn}`);
  }

  protected typeOf(column: string) {
    return typeOf(this.definition().subject, column);
  }

  protected testsOf(column: string) {
    return TESTS_OF[this.typeOf(column)].map((value) => ({
      value,
      label: this.t(`test.${value}`),
    }));
  }

  protected choicesOf(column: string) {
    return choicesOf(this.t, column);
  }

  protected asks({ test }: ListFilter): boolean {
    return test !== 'empty' && test !== 'filled';
  }

  protected choose(subject: ListSubject | null): void {
    if (subject) this.definition.update((list) => withSubject(list, subject));
  }

  protected chooseUnit(unitId: string | null): void {
    this.definition.update((list) => ({ ...list, unitId }));
  }

  protected add(column: string | null): void {
    if (!column) return;
    this.definition.update((list) => ({ ...list, columns: [...list.columns, column] }));
  }

  protected takeOut(at: number): void {
    this.definition.update((list) => ({
      ...list,
      columns: list.columns.filter((_, index) => index !== at),
    }));
  }

  protected forward(at: number): void {
    this.definition.update((list) => ({ ...list, columns: moved(list.columns, at) }));
  }

  protected addFilter(): void {
    this.definition.update((list) => withFilter(list, 'fullName'));
  }

  protected removeFilter(at: number): void {
    this.definition.update((list) => ({
      ...list,
      filters: list.filters.filter((_, index) => index !== at),
    }));
  }

  protected change(at: number, part: Partial<ListFilter>): void {
    this.definition.update((list) => changedFilter(list, at, part));
  }

  protected type(at: number, event: Event): void {
    this.change(at, { values: [(event.target as HTMLInputElement).value] });
  }

  protected toggle(at: number, value: string): void {
    const present = this.definition().filters[at]?.values ?? [];
    this.change(at, {
      values: present.includes(value)
        ? present.filter((one) => one !== value)
        : [...present, value],
    });
  }

  protected sortBy(column: string | null): void {
    this.definition.update((list) => ({
      ...list,
      sort: column ? [{ column, down: list.sort[0]?.down ?? false }] : [],
    }));
  }

  protected turn(event: Event): void {
    const down = (event.target as HTMLInputElement).checked;
    this.definition.update((list) => ({
      ...list,
      sort: list.sort.map(({ column }) => ({ column, down })),
    }));
  }
}
