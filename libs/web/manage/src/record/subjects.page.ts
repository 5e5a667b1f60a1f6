/** The room of the courses and programmes that somebody of the own scope has taken. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type SubjectRow } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  NumberPipe,
  PageHeaderComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';
import { ReportsNavComponent } from './reports-nav.component';

@Component({
  selector: 'th-subjects-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    NumberPipe,
    PageHeaderComponent,
    ReportsNavComponent,
  ],
  template: `
    <th-page-header [heading]="t('subjects.title')" [sub]="t('subjects.sub')" />
    <th-reports-nav />
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        searchable
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('subjects.caption')"
        [searchLabel]="t('subjects.search')"
      >
        <ng-template thCell="title" [thCellOf]="rows()" let-row>
          <a [routerLink]="['/quan-ly/bao-cao/khoa', row.subjectId]">{{ row.title }}</a>
          <span class="sub">{{ t(kinds[row.kind]) }} · {{ row.code }}</span>
        </ng-template>
        <ng-template thCell="enrolled" [thCellOf]="rows()" let-row>
          {{ row.enrolled | thNumber }}
        </ng-template>
        <ng-template thCell="completed" [thCellOf]="rows()" let-row>
          {{ row.completed | thNumber }}
        </ng-template>
        <ng-template thCell="last" [thCellOf]="rows()" let-row>{{
          row.lastOn | thDay
        }}</ng-template>
        <th-empty-state
          thEmpty
          icon="book"
          [heading]="t('subjects.none')"
          [hint]="t('subjects.noneHint')"
        />
      </th-table>
    }
  `,
  styleUrl: '../list/list.scss',
})
export class SubjectsPage {
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly list = read(endpoints.listSubjects);
  protected readonly rows = computed(() =>
    this.list.hasValue() ? this.list.value().items : undefined,
  );
  protected readonly kinds = {
    course: 'subjects.kind.course',
    programme: 'subjects.kind.programme',
  } as const;
  protected readonly byId = ({ subjectId }: SubjectRow) => subjectId;
  protected readonly columns = computed<TableColumn<SubjectRow>[]>(() => [
    {
      key: 'title',
      title: this.t('column.training'),
      text: ({ code, title }) => `${title} ${code}`,
      primary: true,
      sort: true,
    },
    {
      key: 'enrolled',
      title: this.t('column.enrolled'),
      numeric: true,
      sort: (r) => r.enrolled,
      width: '8rem',
    },
    {
      key: 'completed',
      title: this.t('column.completed'),
      numeric: true,
      sort: (r) => r.completed,
      width: '9rem',
    },
    { key: 'last', title: this.t('column.last'), sort: (r) => r.lastOn ?? '', width: '9rem' },
  ]);
}
