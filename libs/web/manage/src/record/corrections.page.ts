/** The room of HR's queue: officers who ask for their data to be corrected. */
import { Component, computed, inject, Injector } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CorrectionRow, endpoints } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  InstantPipe,
  PageHeaderComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
  type Tone,
} from '@tap-huan/web/ui';
import { focusTable } from '../list/focus-table';
import { listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { injectRecordText } from './i18n/text';
import { ReportsNavComponent } from './reports-nav.component';

const TONES: Record<CorrectionRow['state'], Tone> = {
  asked: 'warning',
  acknowledged: 'active',
  corrected: 'good',
  declined: 'neutral',
};

@Component({
  selector: 'th-corrections-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    InstantPipe,
    PageHeaderComponent,
    ReportsNavComponent,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './corrections.page.html',
  styleUrls: ['../list/list.scss'],
})
export class CorrectionsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    state: 'open' as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly state = computed(() =>
    oneOf(['open', 'closed'] as const, this.address.value().state),
  );
  protected readonly list = read(endpoints.listCorrections, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      state: this.state(),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly mayFollow = computed(() => this.store.can('completion.read'));
  protected readonly tones = TONES;
  protected readonly byId = ({ id }: CorrectionRow) => id;
  protected readonly states = computed(() => [
    { value: 'open', label: this.t('corrections.open') },
    { value: 'closed', label: this.t('corrections.closed') },
    { value: 'all', label: this.t('corrections.all') },
  ]);
  protected readonly columns = computed<TableColumn<CorrectionRow>[]>(() => [
    {
      key: 'person',
      title: this.t('column.person'),
      text: (r) => r.fullName,
      primary: true,
      width: '15rem',
    },
    { key: 'what', title: this.t('corrections.what') },
    { key: 'asked', title: this.t('corrections.asked'), width: '9rem', wideOnly: true },
    { key: 'state', title: this.t('corrections.state'), width: '13rem' },
    { key: 'actions', title: this.t('corrections.actions'), width: '16rem' },
  ]);

  protected limitOf(row: CorrectionRow): string {
    const day = formatDay(row.acknowledgeBy);
    return this.t(row.late ? 'corrections.late' : 'corrections.by', { day });
  }

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected async acknowledge({ id }: CorrectionRow): Promise<void> {
    try {
      await this.api.call(endpoints.acknowledgeCorrection, { params: { correctionId: id } });
      this.toasts.tell(this.t('corrections.acknowledged'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
    this.list.reload();
    focusTable(this.injector);
  }

  protected async answer(row: CorrectionRow): Promise<void> {
    const { AnswerDialog } = await import('./answer.dialog');
    if (!(await this.dialogs.open<boolean>(AnswerDialog, { data: row }))) return;
    this.list.reload();
    focusTable(this.injector);
  }
}
