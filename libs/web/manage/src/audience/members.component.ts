/** The room of the members of a rule: how many, in how many units, and who. */
import { Component, computed, input, output } from '@angular/core';
import type { AudienceMember, endpoints, OutputOf } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  formatNumber,
  injectLanguage,
  PersonComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectAudienceText } from './i18n/text';

type Members = OutputOf<typeof endpoints.previewAudience>;

@Component({
  selector: 'th-members',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    PersonComponent,
    StatusChipComponent,
  ],
  template: `
    <p class="count th-figures" aria-live="polite" [class.loading]="loading()">{{ count() }}</p>
    <th-table
      searchable
      dense
      [columns]="columns()"
      [rows]="members()?.items"
      [total]="members()?.total"
      [rowKey]="byId"
      [caption]="t('preview.caption')"
      [searchLabel]="t('preview.search')"
      [query]="query()"
      [loading]="loading()"
      (queryChange)="queryChange.emit($event)"
    >
      <ng-template thCell="person" [thCellOf]="members()?.items" let-row>
        <th-person [name]="row.fullName" [sub]="row.staffCode + ' · ' + row.unitName" />
      </ng-template>
      <ng-template thCell="position" [thCellOf]="members()?.items" let-row>
        {{ row.jobPosition }}
        @if (row.leadership) {
          <span class="sub">{{ row.leadership }}</span>
        }
        @if (row.named) {
          <th-status-chip>{{ t('preview.named') }}</th-status-chip>
        }
      </ng-template>
      <ng-template thCell="actions" [thCellOf]="members()?.items" let-row>
        <button
          type="button"
          class="th-button th-button--quiet th-button--small"
          [attr.aria-label]="t('preview.excludeOf', { name: row.fullName })"
          (click)="excluded.emit(row)"
        >
          {{ t('preview.exclude') }}
        </button>
      </ng-template>
      <th-empty-state
        thEmpty
        compact
        icon="people"
        [heading]="t('preview.nobody')"
        [hint]="t('preview.nobodyHint')"
      />
    </th-table>
  `,
  styles: `
    .count {
      margin: 0 0 var(--th-12);
      font-size: var(--th-size-21);
      font-weight: 600;
    }
    .loading {
      opacity: 0.55;
    }
    .sub {
      display: block;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class MembersComponent {
  readonly members = input.required<Members | undefined>();
  readonly query = input.required<TableQuery>();
  readonly loading = input(false);
  readonly queryChange = output<TableQuery>();
  readonly excluded = output<AudienceMember>();
  protected readonly t = injectAudienceText();
  private readonly language = injectLanguage();
  protected readonly columns = computed<TableColumn<AudienceMember>[]>(() => [
    { key: 'person', title: this.t('preview.person'), primary: true },
    { key: 'position', title: this.t('preview.position') },
    { key: 'actions', title: this.t('preview.actions'), width: '6rem' },
  ]);
  protected readonly byId = (row: AudienceMember) => row.id;
  protected readonly count = computed(() => {
    const members = this.members();
    if (!members) return '…';
    return this.t('preview.count', {
      count: formatNumber(members.members, this.language()),
      units: formatNumber(members.units, this.language()),
    });
  });
}
