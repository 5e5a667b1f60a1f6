/** The room of the programmes of the own scope: drafts, approved ones, and by which decision. */
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints, type ProgrammeRow } from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
} from '@tap-huan/web/ui';
import { openUnits } from '../list/units';
import type { CreateProgrammeData } from './create-programme.dialog';
import { injectProgrammeText } from './i18n/text';

@Component({
  selector: 'th-programmes-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  templateUrl: './programmes.page.html',
  styleUrl: '../list/list.scss',
})
export class ProgrammesPage {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  private readonly units = openUnits();
  protected readonly address = addressState({ xem: '' });
  protected readonly archived = computed(() => this.address.value().xem === 'luu-tru');
  protected readonly list = read(endpoints.listProgrammes, () => ({
    query: { archived: this.archived() ? ('true' as const) : undefined },
  }));
  private readonly known = kept(this.list);
  protected readonly rows = computed(() => this.known()?.items);
  protected readonly columns = computed<TableColumn<ProgrammeRow>[]>(() => [
    {
      key: 'programme',
      title: this.t('list.programme'),
      text: (row) => `${row.code} ${row.title}`,
      sort: (row) => row.title,
      primary: true,
    },
    {
      key: 'hours',
      title: this.t('list.hours'),
      text: (row) => row.hours,
      sort: true,
      numeric: true,
      width: '6rem',
    },
    {
      key: 'courses',
      title: this.t('list.courses'),
      text: (row) => row.courses,
      numeric: true,
      width: '6rem',
      wideOnly: true,
    },
    {
      key: 'form',
      title: this.t('list.form'),
      text: (row) => this.t(`form.${row.deliveryForm}`),
      width: '7rem',
      wideOnly: true,
    },
    {
      key: 'decision',
      title: this.t('list.decision'),
      text: (row) => this.decision(row),
      width: '12rem',
    },
    { key: 'state', title: this.t('list.state'), width: '14rem' },
    { key: 'actions', title: this.t('list.actions'), width: '7rem' },
  ]);
  protected readonly byId = (row: ProgrammeRow) => row.id;

  protected decision({ decisionNo, decidedOn }: ProgrammeRow): string {
    if (!decisionNo) return this.t('list.noDecision');
    return this.t('decision', { no: decisionNo, day: formatDay(decidedOn) });
  }

  protected stateOf({ draftNumber, approvedNumber }: ProgrammeRow): string {
    if (approvedNumber === null) return this.t('state.draft', { number: draftNumber ?? 1 });
    if (draftNumber === null) return this.t('state.approved', { number: approvedNumber });
    return this.t('state.both', { approved: approvedNumber, draft: draftNumber });
  }

  protected async add(): Promise<void> {
    const { CreateProgrammeDialog } = await import('./create-programme.dialog');
    const data: CreateProgrammeData = { units: this.units() };
    const id = await this.dialogs.open<string>(CreateProgrammeDialog, { data });
    if (id) await this.router.navigate(['/quan-ly/chuong-trinh', id]);
  }
}
