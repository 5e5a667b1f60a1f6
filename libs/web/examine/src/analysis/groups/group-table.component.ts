/** The room of groups of officers as a table with bars. */
import { Component, computed, input, output, signal } from '@angular/core';
import {
  CellDirective,
  DataTableComponent,
  FIRST_PAGE,
  injectLanguage,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { FilterAddress } from '../quiz/filter-address';
import { shownMarks, shownShare } from '../words/shown';

export interface Group {
  id: string;
  name: string;
  attempts: number;
  /** Hundredths on the scale of ten. */
  mean: number;
  /** 0..1 */
  passShare: number;
  /** What looks at this group alone; null where none does. */
  filter: Partial<FilterAddress> | null;
}

@Component({
  selector: 'th-group-table',
  imports: [CellDirective, DataTableComponent],
  template: `
    <th-table
      [columns]="columns()"
      [rows]="groups()"
      [rowKey]="byId"
      [caption]="caption()"
      [searchable]="groups().length > 10"
      [searchLabel]="t('groups.search')"
      [(query)]="query"
    >
      <ng-template thCell="name" [thCellOf]="groups()" let-row>
        @if (row.filter; as filter) {
          <button type="button" class="link" [title]="t('groups.look')" (click)="look.emit(filter)">
            {{ row.name }}
          </button>
        } @else {
          {{ row.name }}
        }
      </ng-template>
      <ng-template thCell="mean" [thCellOf]="groups()" let-row>
        <span class="bar" aria-hidden="true"
          ><span [style.inline-size.%]="row.mean / 10"></span
        ></span>
        <span class="value">{{ marks(row.mean) }}</span>
      </ng-template>
      <ng-template thCell="passShare" [thCellOf]="groups()" let-row>
        <span class="bar gold" aria-hidden="true"
          ><span [style.inline-size.%]="row.passShare * 100"></span
        ></span>
        <span class="value">{{ share(row.passShare) }}</span>
      </ng-template>
    </th-table>
  `,
  styles: `
    .link {
      min-height: var(--th-target);
      margin: calc(-1 * var(--th-8)) 0;
      padding: 0;
      border: 0;
      background: none;
      color: var(--th-celadon);
      font: inherit;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
    .bar {
      display: inline-block;
      width: calc(100% - 4.5rem);
      min-width: 3rem;
      height: 12px;
      border-radius: 3px;
      background: var(--th-sunken);
      vertical-align: middle;
    }
    .bar span {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--th-celadon);
    }
    .bar.gold span {
      background: var(--th-gold);
    }
    .value {
      display: inline-block;
      width: 4rem;
      text-align: end;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class GroupTableComponent {
  readonly groups = input.required<readonly Group[]>();
  readonly caption = input.required<string>();
  /** Title of the column of names. */
  readonly name = input.required<string>();
  readonly look = output<Partial<FilterAddress>>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly byId = (row: Group): string => row.id;

  protected readonly columns = computed<TableColumn<Group>[]>(() => [
    { key: 'name', title: this.name(), text: ({ name }) => name, sort: true, primary: true },
    {
      key: 'attempts',
      title: this.t('figures.attempts.name'),
      text: ({ attempts }) => attempts,
      sort: true,
      numeric: true,
      width: '8rem',
    },
    { key: 'mean', title: this.t('groups.mean'), sort: ({ mean }) => mean, width: '16rem' },
    {
      key: 'passShare',
      title: this.t('figures.passShare.name'),
      sort: ({ passShare }) => passShare,
      width: '16rem',
    },
  ]);

  protected marks(value: number): string {
    return shownMarks(value, this.language());
  }

  protected share(value: number): string {
    return shownShare(value, this.language());
  }
}
