/** The room of the leaders' twelve months: alerts, deadlines, exemptions. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, LEADER_STATES, type LeaderRow } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  DayPipe,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { HoursTabsComponent } from './hours-tabs.component';
import { LEADER_TONES } from './hours-words';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-hours-leaders-page',
  imports: [
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    HoursTabsComponent,
    IconComponent,
    PageHeaderComponent,
    RouterLink,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './leaders.page.html',
  styleUrl: '../list/list.scss',
  styles: `
    .law {
      margin: var(--th-8) 0 var(--th-16);
    }
  `,
})
export class HoursLeadersPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly units = openUnits();
  protected readonly tones = LEADER_TONES;
  protected readonly address = addressState({
    page: 1,
    search: '',
    unitId: null as string | null,
    ketQua: null as string | null,
  });
  protected readonly state = computed(() => oneOf(LEADER_STATES, this.address.value().ketQua));
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  private readonly filters = computed(() => ({
    unitId: idOf(this.address.value().unitId),
    state: this.state(),
    search: searchOf(this.query()),
  }));
  protected readonly list = read(endpoints.listLeaders, () => ({
    query: { ...this.filters(), page: this.query().page, pageSize: this.query().pageSize },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly mayExempt = computed(() => this.store.can('enrolment.assign'));
  protected readonly fileUrl = computed(() =>
    this.api.fileUrl(endpoints.exportLeaders, { query: this.filters() }),
  );
  private readonly counts = computed(
    () => new Map((this.page()?.counts ?? []).map(({ state, officers }) => [state, officers])),
  );
  protected readonly alert = computed(() => {
    const [overdue, soon] = [this.counts().get('overdue') ?? 0, this.counts().get('soon') ?? 0];
    return overdue + soon > 0 ? this.t('leaders.alert', { overdue, soon }) : '';
  });
  protected readonly unknown = computed(() => {
    const count = this.counts().get('unknown') ?? 0;
    return count > 0 ? this.t('leaders.unknown', { count }) : '';
  });
  protected readonly states = computed(() =>
    LEADER_STATES.map((value) => ({
      value,
      label: `${this.t(`leaderState.${value}`)} (${this.counts().get(value) ?? 0})`,
    })),
  );
  protected readonly columns = computed<TableColumn<LeaderRow>[]>(() => [
    { key: 'person', title: this.t('common.officer'), primary: true, width: '16rem' },
    { key: 'post', title: this.t('leaders.post'), text: (row) => row.leadership },
    { key: 'appointed', title: this.t('leaders.appointed'), width: '8rem' },
    { key: 'due', title: this.t('leaders.due'), width: '10rem' },
    { key: 'status', title: this.t('leaders.status'), width: '13rem' },
    { key: 'actions', title: this.t('common.actions'), width: '8rem' },
  ]);
  protected readonly byId = (row: LeaderRow) => row.officerId;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected time({ daysLeft, doneOn }: LeaderRow): string {
    if (doneOn !== null) return this.t('leaders.done', { day: formatDay(doneOn) });
    if (daysLeft === null) return '';
    return this.t(daysLeft < 0 ? 'leaders.over' : 'leaders.left', { days: Math.abs(daysLeft) });
  }

  protected async exempt(officerIds: string[]): Promise<void> {
    const { ExemptDialog } = await import('./exempt.dialog');
    if (!(await this.dialogs.open<boolean>(ExemptDialog, { data: officerIds }))) return;
    this.selected.set(new Set());
    this.list.reload();
  }

  protected async end({ fullName: name, exemption }: LeaderRow): Promise<void> {
    if (!exemption) return;
    const { ReasonDialog } = await import('./reason.dialog');
    const data = {
      heading: this.t('leaders.endTitle', { name }),
      hint: this.t('leaders.endHint'),
      confirm: this.t('leaders.end'),
      act: async (reason: string) => {
        await this.api.call(endpoints.endLeaderExemption, {
          params: { exemptionId: exemption.id },
          body: { reason },
        });
        this.toasts.tell(this.t('leaders.ended'));
      },
    };
    if (await this.dialogs.open<boolean>(ReasonDialog, { data })) this.list.reload();
  }
}
