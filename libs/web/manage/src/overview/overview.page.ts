/** The room of HR's first look: where are we not at 100 %? */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  NumberPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SectionComponent,
  SkeletonComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { DoubtNoticePage } from '../doubt/doubt-notice.page';
import { injectText } from '../i18n/text';
import { AnswerComponent, type Overview } from './answer.component';
import { whereBehind } from './areas';
import { BehindComponent } from './behind.component';

type CourseLine = Overview['courses'][number];

@Component({
  selector: 'th-overview-page',
  imports: [
    RouterLink,
    AnswerComponent,
    BehindComponent,
    CellDirective,
    DataTableComponent,
    DoubtNoticePage,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    NumberPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    SectionComponent,
    SkeletonComponent,
  ],
  templateUrl: './overview.page.html',
  styles: `
    .late {
      color: var(--th-vermilion);
    }
  `,
})
export class OverviewPage {
  protected readonly problems = inject(Problems);
  private readonly store = inject(SessionStore);
  protected readonly t = injectText();
  protected readonly overview = read(endpoints.readOverview);
  protected readonly coverage = read(endpoints.readCoverage, () => ({ query: {} }));
  protected readonly known = kept(this.overview);
  private readonly rows = kept(this.coverage);
  protected readonly where = computed(() => {
    const rows = this.rows();
    return rows && whereBehind(rows.items);
  });
  protected readonly mayEnrol = computed(() => this.store.can('enrolment.assign'));

  protected readonly columns = computed<TableColumn<CourseLine>[]>(() => [
    { key: 'course', title: this.t('common.course'), text: (row) => row.title, primary: true },
    { key: 'done', title: this.t('overview.courseDone'), width: '15rem' },
    { key: 'enrolments', title: this.t('overview.courseEnrolled'), numeric: true, wideOnly: true },
    { key: 'overdue', title: this.t('overview.courseOverdue'), numeric: true },
    { key: 'mean', title: this.t('overview.courseMean'), numeric: true },
  ]);
  protected readonly byId = (row: CourseLine) => row.courseId;
}
