/** The room of all banks that an instructor may use: the own ones and those that others share. */
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type BankRow, endpoints } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  IconComponent,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { BankSettingsPage } from './bank-settings.page';
import { NewBankPage } from './new-bank.page';

@Component({
  selector: 'th-banks-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  template: `
    <th-page-header [heading]="t('banks.title')" [sub]="t('banks.sub')">
      <button thActions type="button" class="th-button th-button--primary" (click)="create()">
        <th-icon name="add" /> {{ t('banks.create') }}
      </button>
    </th-page-header>
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        searchable
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('banks.title')"
        [searchLabel]="t('banks.search')"
        [(query)]="query"
        [loading]="list.isLoading()"
      >
        <ng-template thCell="name" [thCellOf]="rows()" let-row>
          <a class="name" [routerLink]="row.id">{{ row.name }}</a>
          @if (row.courseTitle) {
            <small>{{ t('banks.ofCourse', { title: row.courseTitle }) }}</small>
          }
        </ng-template>
        <ng-template thCell="toReview" [thCellOf]="rows()" let-row>
          @if (row.toReview > 0) {
            <th-status-chip tone="warning">
              {{ t('banks.toReview', { count: row.toReview }) }}
            </th-status-chip>
          } @else {
            <span class="th-muted">{{ t('banks.nothingToReview') }}</span>
          }
        </ng-template>
        <ng-template thCell="right" [thCellOf]="rows()" let-row>
          @if (row.own) {
            <button
              type="button"
              class="th-button th-button--quiet th-button--small"
              [attr.aria-label]="t('banks.shareOf', { name: row.name })"
              (click)="share(row)"
            >
              <th-icon name="people" [size]="18" /> {{ t('banks.share') }}
            </button>
          } @else {
            <span class="th-muted">{{
              t(row.right === 'edit' ? 'banks.rights.edit' : 'banks.rights.use')
            }}</span>
          }
        </ng-template>
        <th-empty-state
          thEmpty
          icon="question"
          [heading]="t('banks.none')"
          [hint]="t('banks.noneHint')"
        />
      </th-table>
    }
  `,
  styles: `
    .name {
      display: inline-block;
      padding: 2px 0;
    }
    small {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
  `,
})
export class BanksPage {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listBanks);
  private readonly answer = kept(this.list);
  protected readonly rows = computed(() => this.answer()?.items);
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: BankRow) => row.id;
  protected readonly columns = computed<TableColumn<BankRow>[]>(() => [
    {
      key: 'name',
      title: this.t('banks.name'),
      text: (row) => `${row.name} ${row.courseTitle ?? ''}`,
      sort: (row) => row.name,
      primary: true,
    },
    { key: 'unit', title: this.t('courses.unit'), text: (row) => row.unitName, sort: true },
    {
      key: 'questions',
      title: this.t('banks.questions'),
      text: (row) => row.questions,
      sort: (row) => row.questions,
      numeric: true,
      width: '7rem',
    },
    {
      key: 'toReview',
      title: this.t('banks.review'),
      sort: (row) => row.toReview,
      width: '12rem',
    },
    { key: 'right', title: this.t('banks.right'), width: '12rem' },
  ]);

  protected async create(): Promise<void> {
    const id = await this.dialogs.open<string>(NewBankPage);
    if (id) await this.router.navigate(['/soan', 'ngan-hang', id]);
  }

  protected async share(row: BankRow): Promise<void> {
    const data = { bankId: row.id };
    if (await this.dialogs.open<boolean>(BankSettingsPage, { data })) this.list.reload();
  }
}
