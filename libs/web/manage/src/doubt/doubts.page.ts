/** The room of completions whose ground was taken away by marking anew: each waits for a person's decision. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CompletionInDoubt, endpoints } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatInstant,
  IconComponent,
  InstantPipe,
  MarksPipe,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { DOUBT_TONES, doubtState } from './doubt-words';

@Component({
  selector: 'th-doubts-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  templateUrl: './doubts.page.html',
  styleUrl: '../list/list.scss',
})
export class DoubtsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ page: 1, search: '', xem: 'cho' });
  protected readonly onlyOpen = computed(() => this.address.value().xem !== 'tat-ca');
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly list = read(endpoints.listCompletionsInDoubt, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      open: this.onlyOpen() ? ('true' as const) : undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly mayDecide = computed(() => this.store.can('enrolment.assign'));
  protected readonly tones = DOUBT_TONES;
  protected readonly stateOf = doubtState;
  protected readonly byId = (row: CompletionInDoubt) => row.id;
  protected readonly columns = computed<TableColumn<CompletionInDoubt>[]>(() => [
    { key: 'person', title: this.t('doubt.person'), primary: true, width: '17rem' },
    { key: 'course', title: this.t('doubt.course') },
    { key: 'score', title: this.t('doubt.score'), numeric: true, width: '8rem' },
    { key: 'certificate', title: this.t('doubt.certificate'), width: '11rem' },
    { key: 'since', title: this.t('doubt.since'), width: '9.5rem', wideOnly: true },
    { key: 'state', title: this.t('doubt.state'), width: '12rem' },
    { key: 'actions', title: this.t('doubt.actions'), width: '8rem' },
  ]);

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected showAll(all: boolean): void {
    this.address.set({ xem: all ? 'tat-ca' : 'cho', page: 1 });
  }

  protected pdfUrl(certificateId: string): string {
    return this.api.fileUrl(endpoints.readCertificatePdf, { params: { certificateId } });
  }

  protected byline({ decidedByName, decidedAt }: CompletionInDoubt): string {
    const at = formatInstant(decidedAt);
    return decidedByName ? this.t('doubt.by', { name: decidedByName, at }) : at;
  }

  protected async decide(row: CompletionInDoubt): Promise<void> {
    const { DoubtDialog } = await import('./doubt.dialog');
    if (await this.dialogs.open<boolean>(DoubtDialog, { data: row })) this.list.reload();
  }
}
