/** The room of all quizzes that a supervisor or an inspector looks after, those being sat first. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type SupervisedQuizRow } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  formatInstant,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-supervised-quizzes-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  template: `
    <th-page-header [heading]="t('list.title')" [sub]="t('list.sub')" />
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        searchable
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('list.title')"
        [searchLabel]="t('list.search')"
        [(query)]="query"
      >
        <ng-template thCell="quiz" [thCellOf]="rows()" let-row>
          <a class="title" [routerLink]="['/khao-thi/giam-sat', row.quizId]">{{ row.quizTitle }}</a>
        </ng-template>
        <ng-template thCell="running" [thCellOf]="rows()" let-row>
          @if (row.running > 0) {
            <th-status-chip tone="active">{{ row.running }}</th-status-chip>
          } @else {
            0
          }
        </ng-template>
        <th-empty-state
          thEmpty
          icon="supervision"
          [heading]="t('list.none')"
          [hint]="t('list.noneHint')"
        />
      </th-table>
    }
  `,
  styles: `
    .title {
      display: inline-block;
      margin: calc(-1 * var(--th-8)) 0;
      padding: var(--th-8) 0;
      font-weight: 500;
    }
  `,
})
export class SupervisedQuizzesPage {
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listSupervisedQuizzes);
  protected readonly rows = computed(() =>
    this.list.hasValue() ? this.list.value().items : undefined,
  );
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: SupervisedQuizRow) => row.quizId;
  protected readonly columns = computed<TableColumn<SupervisedQuizRow>[]>(() => [
    {
      key: 'quiz',
      title: this.t('list.quiz'),
      text: (row) => row.quizTitle,
      sort: true,
      primary: true,
    },
    { key: 'course', title: this.t('list.course'), text: (row) => row.courseTitle ?? '' },
    {
      key: 'window',
      title: this.t('list.window'),
      text: (row) => this.windowOf(row),
      wideOnly: true,
      width: '14rem',
    },
    {
      key: 'running',
      title: this.t('list.running'),
      sort: (row) => row.running,
      numeric: true,
      width: '7rem',
    },
    {
      key: 'waiting',
      title: this.t('list.waiting'),
      text: (row) => row.submitted,
      numeric: true,
      width: '7rem',
    },
    {
      key: 'marked',
      title: this.t('list.marked'),
      text: (row) => row.marked,
      numeric: true,
      width: '8rem',
    },
  ]);

  private windowOf({ opensAt, closesAt }: SupervisedQuizRow): string {
    const parts = [
      ...(opensAt ? [this.t('list.from', { at: formatInstant(opensAt) })] : []),
      ...(closesAt ? [this.t('list.until', { at: formatInstant(closesAt) })] : []),
    ];
    return parts.length > 0 ? parts.join(' ') : this.t('list.always');
  }
}
