/** The room of all quizzes in which something waits for a marker; what waits longest comes first. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type MarkingQueueRow } from '@tap-huan/contract';
import { addressState, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  PageHeaderComponent,
  ProgressBarComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { allQuizzes, daysBetween, hasWork, placeOfWork, tasksOf } from './queue-rows';
import { SegmentsComponent } from './segments.component';

@Component({
  selector: 'th-queues-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    PageHeaderComponent,
    ProgressBarComponent,
    SegmentsComponent,
  ],
  templateUrl: './queues.page.html',
  styleUrl: './queue.scss',
})
export class QueuesPage {
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ xem: 'co-viec' });
  protected readonly view = computed(() =>
    this.address.value().xem === 'tat-ca' ? 'tat-ca' : 'co-viec',
  );
  protected readonly views = computed(() => [
    { value: 'co-viec' as const, label: this.t('queues.open') },
    { value: 'tat-ca' as const, label: this.t('queues.all') },
  ]);
  protected readonly queues = read(endpoints.listMarkingQueues);
  /** Quizzes that nobody marks by hand: their keys can be wrong, too. */
  protected readonly quizzes = read(endpoints.listSupervisedQuizzes, () =>
    this.view() === 'tat-ca' ? {} : undefined,
  );
  protected readonly error = computed(() => this.queues.error() ?? this.quizzes.error());
  protected readonly rows = computed(() => {
    if (!this.queues.hasValue()) return undefined;
    const { items } = this.queues.value();
    if (this.view() === 'co-viec') return items.filter(hasWork);
    return this.quizzes.hasValue() ? allQuizzes(items, this.quizzes.value().items) : undefined;
  });
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: MarkingQueueRow) => row.quizId;
  protected readonly total = tasksOf;
  protected readonly columns = computed<TableColumn<MarkingQueueRow>[]>(() => [
    {
      key: 'quiz',
      title: this.t('queues.quiz'),
      text: ({ quizTitle, courseTitle }) => `${quizTitle} ${courseTitle ?? ''}`,
      primary: true,
    },
    this.count('waiting', ({ waiting }) => waiting),
    this.count('second', ({ second }) => second),
    this.count('toAgree', ({ toAgree }) => toAgree),
    this.count('appeals', ({ openAppeals }) => openAppeals),
    {
      key: 'oldest',
      title: this.t('queues.oldest'),
      text: ({ oldestAt }) => (oldestAt ? this.waited(oldestAt) : ''),
      width: '7.5rem',
    },
    { key: 'done', title: this.t('queues.done'), width: '15rem' },
  ]);

  protected link(row: MarkingQueueRow): string[] {
    return ['/khao-thi/cham-diem', ...placeOfWork(row)];
  }

  protected again(): void {
    this.queues.reload();
    this.quizzes.reload();
  }

  private count(
    key: 'waiting' | 'second' | 'toAgree' | 'appeals',
    of: (row: MarkingQueueRow) => number,
  ): TableColumn<MarkingQueueRow> {
    return {
      key,
      title: this.t(`queues.${key}`),
      sort: of,
      text: of,
      numeric: true,
      width: '7rem',
    };
  }

  private waited(since: string): string {
    const days = daysBetween(since, Date.now());
    return days === 0 ? this.t('queues.today') : this.t('queues.days', { n: days });
  }
}
