/** The room of all quizzes that have results, those with something to check first. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnalysisRow, endpoints } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  injectLanguage,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { shownNumber, shownPercent, shownShare } from '../words/shown';

@Component({
  selector: 'th-analyses-page',
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
          <a class="title" [routerLink]="['/khao-thi/phan-tich', row.quizId]">{{
            row.quizTitle
          }}</a>
          @if (row.courseTitle) {
            <span class="course">{{ row.courseTitle }}</span>
          }
        </ng-template>
        <ng-template thCell="check" [thCellOf]="rows()" let-row>
          @if (row.questionsToCheck === null) {
            <th-status-chip tone="neutral">{{ t('list.computing') }}</th-status-chip>
          } @else if (row.questionsToCheck > 0) {
            <th-status-chip tone="warning">{{
              t('list.check', { count: row.questionsToCheck })
            }}</th-status-chip>
          } @else {
            <span class="th-muted">{{ t('list.nothing') }}</span>
          }
        </ng-template>
        <th-empty-state
          thEmpty
          icon="analysis"
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
    .course {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class AnalysesPage {
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly list = read(endpoints.listAnalyses);
  protected readonly rows = computed(() =>
    this.list.hasValue() ? this.list.value().items : undefined,
  );
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: AnalysisRow): string => row.quizId;

  protected readonly columns = computed<TableColumn<AnalysisRow>[]>(() => {
    const language = this.language();
    return [
      {
        key: 'quiz',
        title: this.t('list.quiz'),
        text: ({ quizTitle, courseTitle }) => `${quizTitle} ${courseTitle ?? ''}`,
        sort: ({ quizTitle }) => quizTitle,
        primary: true,
      },
      {
        key: 'attempts',
        title: this.t('figures.attempts.name'),
        text: ({ attempts }) => shownNumber(attempts, language, 0),
        sort: ({ attempts }) => attempts,
        numeric: true,
        width: '8rem',
      },
      {
        key: 'mean',
        title: this.t('figures.mean.name'),
        text: ({ mean }) => shownShare(mean, language),
        sort: ({ mean }) => mean,
        numeric: true,
        width: '9rem',
      },
      {
        key: 'passed',
        title: this.t('figures.passShare.name'),
        text: ({ passShare }) => shownShare(passShare, language),
        sort: ({ passShare }) => passShare,
        numeric: true,
        width: '7rem',
      },
      {
        key: 'cic',
        title: this.t('list.cic'),
        text: ({ cic }) => shownPercent(cic, language, 0),
        sort: ({ cic }) => cic,
        numeric: true,
        width: '8rem',
        wideOnly: true,
      },
      {
        key: 'check',
        title: this.t('list.toCheck'),
        sort: ({ questionsToCheck }) => questionsToCheck,
        width: '12rem',
      },
    ];
  });
}
