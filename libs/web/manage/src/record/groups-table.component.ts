/** The room of a table of groups: persons, completions, periods. */
import { Component, computed, input } from '@angular/core';
import type { GroupCount } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  MarksPipe,
  NumberPipe,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';

@Component({
  selector: 'th-groups-table',
  imports: [CellDirective, DataTableComponent, EmptyStateComponent, MarksPipe, NumberPipe],
  template: `
    <th-table dense [columns]="columns()" [rows]="rows()" [rowKey]="byKey" [caption]="caption()">
      <ng-template thCell="persons" [thCellOf]="rows()" let-row>{{
        row.persons | thNumber
      }}</ng-template>
      <ng-template thCell="trainings" [thCellOf]="rows()" let-row>{{
        row.trainings | thNumber
      }}</ng-template>
      <ng-template thCell="hours" [thCellOf]="rows()" let-row>{{
        row.hours | thMarks
      }}</ng-template>
      <th-empty-state thEmpty compact icon="chart" [heading]="none()" />
    </th-table>
  `,
})
export class GroupsTableComponent {
  readonly rows = input.required<readonly GroupCount[]>();
  readonly caption = input.required<string>();
  readonly none = input.required<string>();
  /** Words for a group's key. */
  readonly name = input.required<(key: string) => string>();
  protected readonly t = injectRecordText();
  protected readonly columns = computed<TableColumn<GroupCount>[]>(() => {
    const name = this.name();
    return [
      { key: 'key', title: this.t('column.group'), text: ({ key }) => name(key), primary: true },
      { key: 'persons', title: this.t('column.persons'), numeric: true, width: '8rem' },
      { key: 'trainings', title: this.t('column.trainings'), numeric: true, width: '10rem' },
      { key: 'hours', title: this.t('column.hours'), numeric: true, width: '8rem' },
    ];
  });
  protected readonly byKey = ({ key }: GroupCount) => key;
}
