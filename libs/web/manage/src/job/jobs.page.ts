/** The room of jobs that failed for good: why, and once more. */
import { Component, computed, inject, signal } from '@angular/core';
import { type DeadJob, endpoints } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  type TableColumn,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-jobs-page',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
  ],
  template: `
    <th-page-header [heading]="t('job.title')" [sub]="t('job.sub')">
      <button
        thActions
        type="button"
        class="th-button"
        [attr.aria-busy]="list.isLoading()"
        (click)="list.reload()"
      >
        <th-icon name="jobs" [size]="18" /> {{ t('job.refresh') }}
      </button>
    </th-page-header>

    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('job.caption')"
        [loading]="list.isLoading()"
      >
        <ng-template thCell="handler" [thCellOf]="rows()" let-row>
          <span class="name">{{ row.handler }}</span>
          <span class="sub">{{ row.event }}</span>
        </ng-template>
        <ng-template thCell="reason" [thCellOf]="rows()" let-row>
          <span class="reason">{{ row.reason }}</span>
        </ng-template>
        <ng-template thCell="failedAt" [thCellOf]="rows()" let-row>
          {{ row.failedAt | thInstant }}
        </ng-template>
        <ng-template thCell="actions" [thCellOf]="rows()" let-row>
          <button
            type="button"
            class="th-button th-button--small"
            [disabled]="busy().has(row.id)"
            [attr.aria-label]="t('job.retryOf', { name: row.handler })"
            (click)="retry(row)"
          >
            {{ t('job.retry') }}
          </button>
        </ng-template>
        <th-empty-state thEmpty icon="done" [heading]="t('job.none')" [hint]="t('job.noneHint')" />
      </th-table>
    }
  `,
  styleUrl: '../list/list.scss',
  styles: `
    .name {
      font-weight: 500;
    }
    .reason {
      display: -webkit-box;
      max-width: 40rem;
      overflow: hidden;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
    }
  `,
})
export class JobsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listDeadJobs);
  private readonly known = kept(this.list);
  protected readonly rows = computed(() => this.known()?.items);
  protected readonly busy = signal<ReadonlySet<string>>(new Set());
  protected readonly columns = computed<TableColumn<DeadJob>[]>(() => [
    { key: 'handler', title: this.t('job.handler'), primary: true },
    { key: 'reason', title: this.t('job.reason') },
    {
      key: 'attempts',
      title: this.t('job.attempts'),
      text: (row) => row.attempts,
      numeric: true,
      width: '6rem',
    },
    { key: 'failedAt', title: this.t('job.failedAt'), width: '9.5rem' },
    { key: 'actions', title: this.t('job.actions'), width: '8rem' },
  ]);
  protected readonly byId = (row: DeadJob) => row.id;

  protected async retry({ id }: DeadJob): Promise<void> {
    this.busy.update((busy) => new Set(busy).add(id));
    try {
      await this.api.call(endpoints.retryJob, { params: { jobId: id } });
      this.toasts.tell(this.t('job.retried'));
      this.list.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.busy.update((busy) => new Set([...busy].filter((one) => one !== id)));
    }
  }
}
