/** The room of the officers on a programme: how far each is, what HR has recorded, and who is put on it. */
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { endpoints, ENROLMENT_STATES, type ProgrammeEnrolmentRow } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  PersonComponent,
  ProgressBarComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  TabsComponent,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { DUE_TONES, isOpen, STATE_TONES } from '../enrolment/enrolment-words';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import type { ProgrammeEnrolData } from './enrol.dialog';
import { injectProgrammeText } from './i18n/text';
import type { RecordData } from './record.dialog';

@Component({
  selector: 'th-programme-people-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    PersonComponent,
    ProgressBarComponent,
    SelectComponent,
    StatusChipComponent,
    TabsComponent,
    UnitPickerComponent,
  ],
  templateUrl: './people.page.html',
  styleUrls: ['../list/list.scss', '../enrolment/enrolments.page.scss'],
})
export class ProgrammePeoplePage {
  readonly programmeId = input.required<string>();
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly units = openUnits();
  protected readonly address = addressState({
    ...{ page: 1, search: '', unitId: null as string | null, state: null as string | null },
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly state = computed(
    () => oneOf(ENROLMENT_STATES, this.address.value().state) ?? null,
  );
  protected readonly filtered = computed(
    () => this.state() !== null || this.address.value().unitId !== null,
  );
  protected readonly programme = read(endpoints.readProgramme, () => ({
    params: { programmeId: this.programmeId() },
    query: {},
  }));
  protected readonly head = kept(this.programme);
  protected readonly approved = computed(
    () => this.head()?.versions.some(({ state }) => state === 'approved') ?? true,
  );
  protected readonly mayEnrol = computed(
    () => this.store.can('enrolment.assign') && this.approved() && !this.head()?.archivedAt,
  );
  protected readonly list = read(endpoints.listProgrammeEnrolments, () => ({
    params: { programmeId: this.programmeId() },
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      unitId: idOf(this.address.value().unitId),
      state: this.state() ?? undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly states = computed(() =>
    ENROLMENT_STATES.map((value) => ({
      value: value as string,
      label: this.t(`enrolmentState.${value}`),
    })),
  );
  protected readonly columns = computed<TableColumn<ProgrammeEnrolmentRow>[]>(() => [
    { key: 'person', title: this.t('people.person'), primary: true, width: '19rem' },
    { key: 'progress', title: this.t('people.progress'), width: '10rem' },
    { key: 'state', title: this.t('people.state'), width: '9rem' },
    { key: 'due', title: this.t('people.due'), width: '9rem' },
    { key: 'record', title: this.t('people.record') },
    { key: 'actions', title: this.t('people.actions'), width: '9rem' },
  ]);
  protected readonly byId = (row: ProgrammeEnrolmentRow) => row.id;
  protected readonly open = isOpen;
  protected readonly tones = STATE_TONES;
  protected readonly dueTones = DUE_TONES;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected filter(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected dueWords(row: ProgrammeEnrolmentRow): string {
    return this.t(`due.${row.dueState}`, { day: formatDay(row.dueOn) });
  }

  protected recordWords({ attendancePercent, conductOk }: ProgrammeEnrolmentRow): string {
    const words = [
      ...(attendancePercent === null
        ? []
        : [this.t('people.attendance', { percent: attendancePercent })]),
      ...(conductOk === null ? [] : [this.t(conductOk ? 'people.conductOk' : 'people.conductBad')]),
    ];
    return words.length ? words.join(' · ') : this.t('people.nothing');
  }

  protected async enrol(): Promise<void> {
    const { ProgrammeEnrolDialog } = await import('./enrol.dialog');
    const data: ProgrammeEnrolData = { programmeId: this.programmeId() };
    if (await this.dialogs.open<boolean>(ProgrammeEnrolDialog, { data })) this.list.reload();
  }

  protected async record(): Promise<void> {
    const { RecordDialog } = await import('./record.dialog');
    const data: RecordData = { programmeId: this.programmeId(), ids: [...this.selected()] };
    if (!(await this.dialogs.open<boolean>(RecordDialog, { data }))) return;
    this.selected.set(new Set());
    this.list.reload();
  }

  protected async withdraw(row: ProgrammeEnrolmentRow): Promise<void> {
    const { WithdrawFromProgrammeDialog } = await import('./withdraw.dialog');
    if (await this.dialogs.open<boolean>(WithdrawFromProgrammeDialog, { data: row })) {
      this.list.reload();
    }
  }

  protected async show(row: ProgrammeEnrolmentRow): Promise<void> {
    const { ProgressDialog } = await import('./progress.dialog');
    await this.dialogs.open(ProgressDialog, { data: row, wide: true });
  }
}
