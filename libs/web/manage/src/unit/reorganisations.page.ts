/** The room of all reorganisations: planned, waiting for their day, carried out, withdrawn. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type ReorganisationRow } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatNumber,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  Toasts,
} from '@tap-huan/web/ui';
import { injectUnitText } from './i18n/text';

/** A tone for each state; the words say it too. */
export const STATE_TONES = {
  draft: 'neutral',
  scheduled: 'active',
  applied: 'good',
  undone: 'neutral',
} as const;

@Component({
  selector: 'th-reorganisations-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  templateUrl: './reorganisations.page.html',
  styleUrl: '../list/list.scss',
})
export class ReorganisationsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectUnitText();
  protected readonly list = read(endpoints.listReorganisations);
  private readonly known = kept(this.list);
  protected readonly rows = computed(() => this.known()?.items);
  protected readonly tones = STATE_TONES;
  protected readonly byId = (row: ReorganisationRow) => row.id;
  protected readonly columns = computed<TableColumn<ReorganisationRow>[]>(() => [
    { key: 'title', title: this.t('list.name'), primary: true },
    { key: 'day', title: this.t('list.day'), width: '9rem' },
    { key: 'what', title: this.t('list.what') },
    { key: 'state', title: this.t('list.state'), width: '13rem' },
    { key: 'actions', title: this.t('list.actions'), width: '8rem' },
  ]);

  protected figures({ figures }: ReorganisationRow): string {
    if (!figures) return '–';
    const words = (number: number) => formatNumber(number, this.language());
    const { begin, end, change, officers } = figures;
    return this.t('list.figures', {
      begin: words(begin),
      end: words(end),
      change: words(change),
      officers: words(officers),
    });
  }

  protected async undo(row: ReorganisationRow): Promise<void> {
    const name = row.title;
    const applied = row.state === 'applied';
    const sure = await this.dialogs.confirm({
      heading: this.t(applied ? 'undo.heading' : 'undo.withdrawHeading', { name }),
      consequence: this.t(applied ? 'undo.consequence' : 'undo.withdrawConsequence'),
      confirm: this.t(applied ? 'undo.confirm' : 'undo.withdrawConfirm'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(endpoints.undoReorganisation, { params: { reorganisationId: row.id } });
      this.toasts.tell(this.t(applied ? 'undo.done' : 'undo.withdrawn', { name }));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
    this.list.reload();
  }
}
