/** The room of the questions in the Rasch model: difficulty, error, and whether they fit. */
import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RaschAnalysis } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  FIRST_PAGE,
  injectLanguage,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { shownFixed } from '../words/shown';

export type RaschRow = RaschAnalysis['items'][number] & {
  number: number;
  title: string;
  link: string[] | null;
  /** Null where it has no fit. */
  fits: boolean | null;
};

@Component({
  selector: 'th-rasch-table',
  imports: [RouterLink, CellDirective, DataTableComponent, StatusChipComponent],
  template: `
    <th-table
      [columns]="columns()"
      [rows]="rows()"
      [rowKey]="byKey"
      [caption]="t('rasch.items')"
      [(query)]="query"
    >
      <ng-template thCell="title" [thCellOf]="rows()" let-row>
        <strong class="number">{{ t('items.numbered', { number: row.number }) }}</strong>
        @if (row.link; as link) {
          <a queryParamsHandling="preserve" [routerLink]="link">{{ row.title }}</a>
        } @else {
          {{ row.title }}
        }
      </ng-template>
      <ng-template thCell="fit" [thCellOf]="rows()" let-row>
        @if (row.extreme) {
          <th-status-chip tone="neutral">{{
            t(row.extreme === 'all_right' ? 'rasch.allRight' : 'rasch.allWrong')
          }}</th-status-chip>
        } @else if (row.fits === false) {
          <th-status-chip tone="warning">{{ t('rasch.misfit') }}</th-status-chip>
        } @else {
          <span class="th-muted">{{ t('rasch.fits') }}</span>
        }
      </ng-template>
    </th-table>
  `,
  styles: `
    .number {
      margin-inline-end: var(--th-4);
    }
    a {
      line-height: 2;
    }
  `,
})
export class RaschTableComponent {
  readonly rows = input.required<readonly RaschRow[]>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly query = signal<TableQuery>({
    ...FIRST_PAGE,
    pageSize: 100,
    sort: { key: 'difficulty', direction: 'desc' },
  });
  protected readonly byKey = (row: RaschRow): string => row.key;

  protected readonly columns = computed<TableColumn<RaschRow>[]>(() => {
    const number = (
      key: 'difficulty' | 'standardError' | 'infit' | 'outfit',
      title: string,
      wideOnly = false,
    ) => ({
      ...{ key, title, wideOnly, numeric: true, width: '7rem' },
      text: (row: RaschRow) => shownFixed(row[key], this.language(), 2),
      sort: (row: RaschRow) => row[key],
    });
    return [
      { key: 'title', title: this.t('items.question'), text: ({ title }) => title, primary: true },
      number('difficulty', this.t('rasch.difficulty')),
      number('standardError', this.t('rasch.error'), true),
      number('infit', this.t('rasch.infit')),
      number('outfit', this.t('rasch.outfit')),
      { key: 'fit', title: this.t('rasch.fit'), width: '9rem' },
    ];
  });
}
