/** The room of the officers of one assignment: found, explained, given more time, excused. */
import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { type AssignmentRow, type CaseRow, endpoints } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  PersonComponent,
  ProgressBarComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf, type ListState, listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { CASE_TONES, dueCell } from './assignment-words';
import type { ChosenOfficers } from './chosen-officers';
import { injectAssignmentText } from './i18n/text';

interface CasesAddress extends ListState {
  state: string | null;
  unitId: string | null;
}

@Component({
  selector: 'th-cases',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PersonComponent,
    ProgressBarComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './cases.component.html',
  styleUrls: ['../list/list.scss', './assignment.scss'],
})
export class CasesComponent {
  readonly assignment = input.required<AssignmentRow>();
  readonly state = input.required<CaseRow['state'] | null>();
  readonly address = input.required<CasesAddress>();
  /** Address of the list as a file. */
  readonly sheet = input.required<string>();
  readonly addressChange = output<Partial<CasesAddress>>();
  /** Whether it may be asked why somebody is not in the list. */
  readonly mayAsk = input(false);
  /** Why is whoever was searched for not in the list? */
  readonly asked = output<string>();
  /** Somebody stands otherwise now. */
  readonly changed = output();

  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly units = openUnits();
  protected readonly query = computed(() => tableQueryOf(this.address()));
  protected readonly filter = computed(() => ({
    state: this.state() ?? undefined,
    unitId: idOf(this.address().unitId),
    search: searchOf(this.query()),
  }));
  protected readonly list = read(endpoints.listCases, () => ({
    params: { assignmentId: this.assignment().id },
    query: { ...this.filter(), page: this.query().page, pageSize: this.query().pageSize },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly mayChange = computed(
    () => this.assignment().own && this.assignment().state !== 'ended',
  );
  protected readonly filtered = computed(
    () => this.state() !== null || this.address().unitId !== null,
  );
  protected readonly columns = computed<TableColumn<CaseRow>[]>(() => [
    { key: 'person', title: this.t('cases.person'), text: (row) => row.fullName, primary: true },
    { key: 'state', title: this.t('cases.state'), width: '10rem' },
    { key: 'due', title: this.t('cases.due'), width: '10rem' },
    { key: 'progress', title: this.t('cases.progress'), width: '10rem' },
    { key: 'actions', title: this.t('cases.actions'), width: '14rem' },
  ]);
  /** By officer: that is who is chosen. */
  protected readonly byOfficer = (row: CaseRow) => row.officerId;
  protected readonly tones = CASE_TONES;
  protected readonly open = ({ state }: CaseRow) => state === 'due' || state === 'overdue';
  protected readonly excusable = (row: CaseRow) => this.open(row) || row.state === 'waiting';

  constructor() {
    let before = '';
    // The assignment was read anew, so that its people may stand otherwise too.
    effect(() => {
      const { id } = this.assignment();
      if (id === before) untracked(() => this.list.reload());
      before = id;
    });
  }

  protected turn(query: TableQuery): void {
    this.addressChange.emit(listStateOf(query));
  }

  protected due(row: CaseRow): { day: string; sub: string } {
    return dueCell(row, this.t);
  }

  protected async why(row: CaseRow): Promise<void> {
    const { CaseDialog } = await import('./case.dialog');
    await this.dialogs.open(CaseDialog, { data: row.id, wide: true });
  }

  protected async extend(officerIds: readonly string[] | null): Promise<void> {
    const { ExtendDialog } = await import('./extend.dialog');
    await this.ask(
      await this.dialogs.open<boolean>(ExtendDialog, { data: this.chosen(officerIds) }),
    );
  }

  protected async exempt(officerIds: readonly string[] | null): Promise<void> {
    const { ExemptDialog } = await import('./exempt.dialog');
    await this.ask(
      await this.dialogs.open<boolean>(ExemptDialog, { data: this.chosen(officerIds) }),
    );
  }

  /** Null: all that the filter finds. */
  private chosen(officerIds: readonly string[] | null): ChosenOfficers {
    return {
      assignmentId: this.assignment().id,
      count: officerIds?.length ?? this.page()?.total ?? 0,
      officerIds: officerIds ? [...officerIds] : [],
      all: officerIds ? null : this.filter(),
    };
  }

  private ask(done: boolean | undefined): void {
    if (!done) return;
    this.selected.set(new Set());
    this.changed.emit();
  }
}
