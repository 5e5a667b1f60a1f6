/** The room of the year: who has enough hours and who is short, by unit and by name. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  endpoints,
  type HoursRow,
  STAFF_CATEGORIES,
  type UnitHoursRow,
  YEAR_STATES,
} from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { HoursTabsComponent } from './hours-tabs.component';
import { YEAR_TONES, yearOf, yearsToChoose } from './hours-words';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-hours-year-page',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    HoursTabsComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    RouterLink,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './year.page.html',
  styleUrls: ['../list/list.scss', './year.page.scss'],
})
export class HoursYearPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    nam: 0,
    unitId: null as string | null,
    nhom: null as string | null,
    ketQua: null as string | null,
  });
  protected readonly tones = YEAR_TONES;
  protected readonly years = yearsToChoose();
  protected readonly year = computed(() => yearOf(this.address.value().nam));
  protected readonly unitId = computed(() => idOf(this.address.value().unitId));
  protected readonly state = computed(() => oneOf(YEAR_STATES, this.address.value().ketQua));
  protected readonly staff = computed(() => oneOf(STAFF_CATEGORIES, this.address.value().nhom));
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  private readonly filters = computed(() => ({
    year: this.year(),
    unitId: this.unitId(),
    state: this.state(),
    staffCategory: this.staff(),
    search: searchOf(this.query()),
  }));
  protected readonly list = read(endpoints.listHours, () => ({
    query: { ...this.filters(), page: this.query().page, pageSize: this.query().pageSize },
  }));
  protected readonly byUnit = read(endpoints.readHoursByUnit, () => ({
    query: { year: this.year(), unitId: this.unitId() },
  }));
  protected readonly units = kept(this.byUnit);
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly mayRecord = computed(() => this.store.can('enrolment.assign'));
  protected readonly filtered = computed(
    () => this.unitId() !== undefined || this.state() !== undefined || this.staff() !== undefined,
  );
  protected readonly states = computed(() =>
    YEAR_STATES.map((value) => ({ value, label: this.t(`state.${value}`) })),
  );
  protected readonly staffs = computed(() =>
    STAFF_CATEGORIES.map((value) => ({ value, label: this.t(`staff.${value}`) })),
  );
  protected readonly fileUrl = computed(() =>
    this.api.fileUrl(endpoints.exportHours, { query: this.filters() }),
  );
  protected readonly columns = computed<TableColumn<HoursRow>[]>(() => [
    { key: 'person', title: this.t('common.officer'), primary: true, width: '18rem' },
    { key: 'unit', title: this.t('common.unit'), text: (row) => row.unitName },
    { key: 'counted', title: this.t('year.counted'), numeric: true, width: '7rem' },
    {
      key: 'required',
      title: this.t('year.required'),
      numeric: true,
      width: '7rem',
      wideOnly: true,
    },
    { key: 'missing', title: this.t('year.missing'), numeric: true, width: '7rem' },
    {
      key: 'proposed',
      title: this.t('year.proposed'),
      numeric: true,
      width: '7rem',
      wideOnly: true,
    },
    { key: 'state', title: this.t('common.state'), width: '10rem' },
  ]);
  protected readonly byId = (row: HoursRow) => row.officerId;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected go(unitId: string | null): void {
    this.address.set({ unitId, page: 1 });
  }

  protected coverage({ met, obliged }: UnitHoursRow): string {
    return obliged === 0 ? this.t('year.nobody') : this.t('year.met', { met, obliged });
  }

  protected async record(): Promise<void> {
    const { EntryDialog } = await import('./entry.dialog');
    const data = { officerIds: [...this.selected()] };
    if (!(await this.dialogs.open<boolean>(EntryDialog, { data, wide: true }))) return;
    this.selected.set(new Set());
    this.list.reload();
    this.byUnit.reload();
  }
}
