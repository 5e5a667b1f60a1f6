/** The room where HR decides what of the training elsewhere counts. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, HOURS_STATES, type HoursCase } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatInstant,
  InstantPipe,
  MarksPipe,
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
import { entryFacts } from './entry-words';
import { HoursTabsComponent } from './hours-tabs.component';
import { ENTRY_TONES } from './hours-words';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-hours-proposals-page',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    HoursTabsComponent,
    InstantPipe,
    MarksPipe,
    PageHeaderComponent,
    RouterLink,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './proposals.page.html',
  styleUrl: '../list/list.scss',
})
export class HoursProposalsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly facts = entryFacts();
  protected readonly units = openUnits();
  protected readonly address = addressState({
    page: 1,
    search: '',
    unitId: null as string | null,
    xem: 'proposed',
  });
  protected readonly tones = ENTRY_TONES;
  protected readonly state = computed(
    () => oneOf(HOURS_STATES, this.address.value().xem) ?? 'proposed',
  );
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly list = read(endpoints.listHoursEntries, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      unitId: idOf(this.address.value().unitId),
      state: this.state(),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly mayDecide = computed(
    () => this.state() === 'proposed' && this.store.can('enrolment.assign'),
  );
  protected readonly states = computed(() =>
    HOURS_STATES.map((value) => ({ value, label: this.t(`entryState.${value}`) })),
  );
  protected readonly columns = computed<TableColumn<HoursCase>[]>(() => [
    { key: 'person', title: this.t('common.officer'), primary: true, width: '15rem' },
    { key: 'training', title: this.t('proposals.training') },
    { key: 'hours', title: this.t('proposals.hours'), numeric: true, width: '5.5rem' },
    { key: 'proof', title: this.t('proposals.proof'), width: '11rem' },
    { key: 'sent', title: this.t('proposals.sent'), width: '8rem', wideOnly: true },
    { key: 'actions', title: this.t('proposals.decision'), width: '13rem' },
  ]);
  protected readonly byId = (row: HoursCase) => row.id;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected show(state: string | null): void {
    this.selected.set(new Set());
    this.address.set({ xem: state ?? 'proposed', page: 1 });
  }

  protected fileUrl(mediaId: string): string {
    return this.api.fileUrl(endpoints.readHoursEvidence, { params: { mediaId } });
  }

  protected byline({ decidedByName, decidedAt }: HoursCase): string {
    const at = formatInstant(decidedAt);
    return decidedByName ? this.t('decidedBy', { name: decidedByName, at }) : at;
  }

  protected async approve(entryIds: string[]): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.decide(entryIds, 'approved', '');
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.busy.set(false);
    }
    this.refresh();
  }

  protected async reject(entryIds: string[]): Promise<void> {
    const { ReasonDialog } = await import('./reason.dialog');
    const data = {
      heading: this.t('proposals.rejectTitle', { count: entryIds.length }),
      hint: this.t('proposals.rejectHint'),
      confirm: this.t('proposals.reject'),
      act: (reason: string) => this.decide(entryIds, 'rejected', reason),
    };
    if (await this.dialogs.open<boolean>(ReasonDialog, { data })) this.refresh();
  }

  private async decide(
    entryIds: string[],
    decision: 'approved' | 'rejected',
    reason: string,
  ): Promise<void> {
    const { decided, skipped } = await this.api.call(endpoints.decideHours, {
      body: { entryIds, decision, reason },
    });
    const told = this.t(`proposals.${decision}`, { count: decided });
    this.toasts.tell(skipped ? `${told} ${this.t('common.skipped', { count: skipped })}` : told);
  }

  private refresh(): void {
    this.selected.set(new Set());
    this.list.reload();
  }
}
