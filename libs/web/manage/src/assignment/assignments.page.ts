/** The room of the assignments: what is asked of whom, and how far it is. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { ASSIGNMENT_STATES, type AssignmentRow, endpoints } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  NumberPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  TabsComponent,
} from '@tap-huan/web/ui';
import { listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { ASSIGNMENT_TONES, dueRuleWords } from './assignment-words';
import { injectAssignmentText } from './i18n/text';

@Component({
  selector: 'th-assignments-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    NumberPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    SelectComponent,
    StatusChipComponent,
    TabsComponent,
  ],
  templateUrl: './assignments.page.html',
  styleUrls: ['../list/list.scss', './assignment.scss'],
})
export class AssignmentsPage {
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    state: null as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly state = computed(
    () => oneOf(ASSIGNMENT_STATES, this.address.value().state) ?? null,
  );
  protected readonly states = computed(() =>
    ASSIGNMENT_STATES.map((value) => ({ value: value as string, label: this.t(`state.${value}`) })),
  );
  protected readonly list = read(endpoints.listAssignments, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      state: this.state() ?? undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly mayAssign = computed(() => this.store.can('enrolment.assign'));
  protected readonly columns = computed<TableColumn<AssignmentRow>[]>(() => [
    { key: 'name', title: this.t('list.name'), primary: true },
    { key: 'who', title: this.t('list.who'), width: '15rem' },
    { key: 'state', title: this.t('list.state'), width: '9rem' },
    { key: 'progress', title: this.t('list.progress'), width: '13rem' },
    { key: 'overdue', title: this.t('list.overdue'), numeric: true, width: '6rem' },
  ]);
  protected readonly byId = (row: AssignmentRow) => row.id;
  protected readonly tones = ASSIGNMENT_TONES;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected filter(state: string | null): void {
    this.address.set({ state, page: 1 });
  }

  protected due(row: AssignmentRow): string {
    return dueRuleWords(row, this.t);
  }

  /** Everybody of whom it is asked: neither exempt nor gone. */
  protected asked({ counts }: AssignmentRow): number {
    return counts.done + counts.due + counts.overdue + counts.waiting;
  }
}
