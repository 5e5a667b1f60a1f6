/** The room of the officers: found, added, changed, and enrolled one by one or all at once. */
import { Component, computed, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type OfficerRow, STAFF_CATEGORIES } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  PersonComponent,
  SelectComponent,
  type TableColumn,
  type TableQuery,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { focusTable } from '../list/focus-table';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import type { EnrolDialogData } from './enrol.dialog';
import { injectPeopleText } from './i18n/text';
import type { OfficerDialogData } from './officer.dialog';

@Component({
  selector: 'th-people-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    PersonComponent,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './people.page.html',
  styleUrl: '../list/list.scss',
})
export class PeoplePage {
  private readonly injector = inject(Injector);
  private readonly store = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly p = injectPeopleText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    unitId: null as string | null,
    tinhTrang: '',
    doiTuong: '',
    lanhDao: '',
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly units = openUnits();
  protected readonly state = computed(() =>
    this.address.value().tinhTrang === 'da-thoi' ? ('left' as const) : ('present' as const),
  );
  protected readonly category = computed(
    () => oneOf(STAFF_CATEGORIES, this.address.value().doiTuong) ?? null,
  );
  protected readonly onlyLeaders = computed(() => this.address.value().lanhDao === '1');
  protected readonly states = computed(() => [
    { value: '', label: this.p('list.present') },
    { value: 'da-thoi', label: this.p('list.left') },
  ]);
  protected readonly categories = computed(() =>
    STAFF_CATEGORIES.map((value) => ({ value, label: this.p(`category.${value}`) })),
  );
  protected readonly isFiltered = computed(
    () =>
      this.address.value().unitId !== null ||
      this.state() === 'left' ||
      this.category() !== null ||
      this.onlyLeaders(),
  );
  protected readonly list = read(endpoints.listOfficers, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      unitId: idOf(this.address.value().unitId),
      state: this.state(),
      staffCategory: this.category() ?? undefined,
      leaders: this.onlyLeaders() ? ('true' as const) : undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());

  protected readonly mayManage = computed(() => this.store.can('officer.manage'));
  protected readonly mayAccommodate = computed(() => this.store.can('accommodation.manage'));
  protected readonly mayEnrol = computed(() => this.store.can('enrolment.assign'));
  protected readonly mayFollow = computed(() => this.store.can('completion.read'));

  protected readonly columns = computed<TableColumn<OfficerRow>[]>(() => [
    {
      key: 'name',
      title: this.t('people.name'),
      text: (row) => row.fullName,
      primary: true,
      width: '16rem',
    },
    { key: 'birth', title: this.t('people.birth'), wideOnly: true, width: '7.5rem' },
    {
      key: 'position',
      title: this.t('people.position'),
      text: (row) => (row.leadership ? `${row.leadership} · ${row.jobPosition}` : row.jobPosition),
      width: '11rem',
    },
    { key: 'unit', title: this.t('people.unit'), text: (row) => row.unitName, width: '11rem' },
    {
      key: 'account',
      title: this.t('people.account'),
      text: (row) => this.t(row.accountId ? 'people.accountYes' : 'people.accountNo'),
      wideOnly: true,
      width: '6.5rem',
    },
    { key: 'actions', title: this.t('people.actions'), width: '16rem' },
  ]);
  protected readonly byId = (row: OfficerRow) => row.id;

  protected subOf(row: OfficerRow): string {
    if (row.leftOn === null) return row.staffCode;
    return `${row.staffCode} · ${this.p('list.leftOn', { day: formatDay(row.leftOn) })}`;
  }

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected async edit(officer?: OfficerRow): Promise<void> {
    const { OfficerDialog } = await import('./officer.dialog');
    const data: OfficerDialogData = {
      officer,
      units: this.units(),
      unitId: this.address.value().unitId,
    };
    if (await this.dialogs.open<boolean>(OfficerDialog, { data })) this.list.reload();
  }

  protected async accommodate(officer: OfficerRow): Promise<void> {
    const { AccommodationDialog } = await import('./accommodation.dialog');
    await this.dialogs.open<boolean>(AccommodationDialog, { data: officer, wide: true });
  }

  /** Those selected, or else a whole unit. */
  protected async enrol(officerIds: readonly string[]): Promise<void> {
    const { EnrolDialog } = await import('./enrol.dialog');
    const data: EnrolDialogData = {
      officerIds,
      units: this.units(),
      unitId: this.address.value().unitId,
    };
    if (!(await this.dialogs.open<boolean>(EnrolDialog, { data }))) return;
    this.selected.set(new Set());
    focusTable(this.injector);
  }
}
