/** The room of the stimuli of a bank: cases, tables and films that several questions share. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type StimulusRow } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  formatInstantDay,
  IconComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { BankStore } from '../bank/bank.store';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-stimuli-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
  ],
  template: `
    <div class="head">
      <p class="th-muted">{{ t('stimulus.hint') }}</p>
      @if (store.editable()) {
        <a class="th-button th-button--primary" routerLink="moi">
          <th-icon name="add" /> {{ t('stimulus.write') }}
        </a>
      }
    </div>
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        searchable
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('stimulus.title')"
        [searchLabel]="t('stimulus.search')"
        [(query)]="query"
        [loading]="list.isLoading()"
      >
        <ng-template thCell="title" [thCellOf]="rows()" let-row>
          <a class="title" [routerLink]="row.id">{{ row.title }}</a>
        </ng-template>
        <th-empty-state
          thEmpty
          icon="file"
          [heading]="t('stimulus.none')"
          [hint]="t('stimulus.noneHint')"
        />
      </th-table>
    }
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--th-8) var(--th-24);
      margin-bottom: var(--th-16);
    }
    .head p {
      flex: 1 1 24rem;
      max-width: 44rem;
    }
    .title {
      display: inline-block;
      margin: calc(-1 * var(--th-8)) 0;
      padding: var(--th-8) 0;
    }
  `,
})
export class StimuliPage {
  protected readonly store = inject(BankStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listStimuli, () => {
    const bankId = this.store.bankId();
    return bankId === null ? undefined : { params: { bankId } };
  });
  private readonly answer = kept(this.list);
  protected readonly rows = computed(() => this.answer()?.items);
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: StimulusRow) => row.id;
  protected readonly columns = computed<TableColumn<StimulusRow>[]>(() => [
    { key: 'title', title: this.t('stimulus.name'), text: (row) => row.title, primary: true },
    {
      key: 'questions',
      title: this.t('banks.questions'),
      text: (row) => row.questions,
      sort: (row) => row.questions,
      numeric: true,
      width: '8rem',
    },
    {
      key: 'version',
      title: this.t('bank.version'),
      text: (row) => row.version,
      numeric: true,
      wideOnly: true,
      width: '8rem',
    },
    {
      key: 'updatedAt',
      title: this.t('bank.updated'),
      text: (row) => formatInstantDay(row.updatedAt),
      sort: (row) => row.updatedAt,
      width: '8rem',
    },
  ]);
}
