/** The room of all enrolments of the scope: who learns what, how far, until when. */
import { Component, computed, effect, inject, Injector } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ENROLMENT_STATES, endpoints, type EnrolmentRow } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  PersonComponent,
  ProgressBarComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { courseChoices } from '../list/course-choices';
import { focusTable } from '../list/focus-table';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { DUE_TONES, isOpen, STATE_TONES } from './enrolment-words';

const DUES = ['overdue', 'soon'] as const;

@Component({
  selector: 'th-enrolments-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    PersonComponent,
    ProgressBarComponent,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './enrolments.page.html',
  styleUrls: ['../list/list.scss', './enrolments.page.scss'],
})
export class EnrolmentsPage {
  private readonly injector = inject(Injector);
  private readonly store = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    courseId: null as string | null,
    unitId: null as string | null,
    state: null as string | null,
    due: null as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly state = computed(
    () => oneOf(ENROLMENT_STATES, this.address.value().state) ?? null,
  );
  protected readonly due = computed(() => oneOf(DUES, this.address.value().due) ?? null);
  protected readonly filtered = computed(() => {
    const { courseId, unitId } = this.address.value();
    return [courseId, unitId, this.state(), this.due()].some((filter) => filter !== null);
  });
  protected readonly units = openUnits();
  protected readonly courses = courseChoices(() => this.address.value().courseId);
  protected readonly states = computed(() =>
    ENROLMENT_STATES.map((value) => ({ value: value as string, label: this.t(`state.${value}`) })),
  );
  protected readonly dues = computed(() =>
    DUES.map((value) => ({ value: value as string, label: this.t(`dueFilter.${value}`) })),
  );

  protected readonly list = read(endpoints.listEnrolments, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      courseId: idOf(this.address.value().courseId),
      unitId: idOf(this.address.value().unitId),
      state: this.state() ?? undefined,
      due: this.due() ?? undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly mayAssign = computed(() => this.store.can('enrolment.assign'));

  protected readonly columns = computed<TableColumn<EnrolmentRow>[]>(() => [
    {
      key: 'person',
      title: this.t('enrolment.person'),
      text: (row) => row.fullName,
      primary: true,
      width: '19rem',
    },
    { key: 'course', title: this.t('enrolment.course') },
    { key: 'progress', title: this.t('enrolment.progress'), width: '10rem' },
    { key: 'state', title: this.t('enrolment.state'), width: '9rem' },
    { key: 'due', title: this.t('enrolment.due'), width: '8.5rem' },
    {
      key: 'attempts',
      title: this.t('enrolment.attempts'),
      text: (row) => row.attemptsUsed,
      numeric: true,
      wideOnly: true,
    },
    { key: 'score', title: this.t('enrolment.score'), numeric: true },
    ...(this.mayAssign()
      ? [{ key: 'actions', title: this.t('enrolment.actions'), width: '5rem' }]
      : []),
  ]);
  protected readonly byId = (row: EnrolmentRow) => row.id;
  protected readonly tones = STATE_TONES;
  protected readonly dueTones = DUE_TONES;
  protected readonly isOpen = isOpen;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected filter(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected clear(): void {
    this.filter({ courseId: null, unitId: null, state: null, due: null, search: '' });
  }

  protected dueWords(row: EnrolmentRow): string {
    return this.t(`due.${row.dueState}`, { day: formatDay(row.dueOn) });
  }

  protected async withdraw(row: EnrolmentRow): Promise<void> {
    const { WithdrawDialog } = await import('./withdraw.dialog');
    if (!(await this.dialogs.open<boolean>(WithdrawDialog, { data: row }))) return;
    // The row's own button goes with its state.
    const wait = effect(
      () => {
        if (this.list.isLoading()) return;
        wait.destroy();
        focusTable(this.injector);
      },
      { injector: this.injector },
    );
    this.list.reload();
  }
}
