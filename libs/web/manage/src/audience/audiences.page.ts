/** The room of the saved audiences: what each asks, and how many it means today. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AudienceRow, endpoints } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  NumberPipe,
  PageHeaderComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { completables } from './completions';
import { injectAudienceText } from './i18n/text';
import { injectRuleWords } from './rule-words';

@Component({
  selector: 'th-audiences-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    NumberPipe,
    PageHeaderComponent,
  ],
  templateUrl: './audiences.page.html',
  styleUrl: '../list/list.scss',
})
export class AudiencesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAudienceText();
  private readonly ruleWords = injectRuleWords();
  private readonly units = openUnits();
  private readonly completables = completables();
  protected readonly address = addressState({ page: 1, search: '', xem: '' });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly archived = computed(() => this.address.value().xem === 'luu-tru');
  protected readonly list = read(endpoints.listAudiences, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      archived: this.archived() ? ('true' as const) : undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly columns = computed<TableColumn<AudienceRow>[]>(() => [
    { key: 'name', title: this.t('list.name'), primary: true, width: '18rem' },
    { key: 'rule', title: this.t('list.rule') },
    { key: 'members', title: this.t('list.members'), numeric: true, width: '7rem' },
    { key: 'updated', title: this.t('list.updated'), width: '9rem', wideOnly: true },
    { key: 'actions', title: this.t('list.actions'), width: '8rem' },
  ]);
  protected readonly byId = (row: AudienceRow) => row.id;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected words({ rule }: AudienceRow): string {
    const title = (key: string) =>
      this.completables().find((one) => one.key === key)?.title ?? null;
    return this.ruleWords(rule, {
      unit: (id) => this.units().find((unit) => unit.id === id)?.name ?? null,
      course: (id) => title(`course/${id}`),
      programme: (id) => title(`programme/${id}`),
    }).join(' · ');
  }

  protected async put({ id, name }: AudienceRow, archived: boolean): Promise<void> {
    try {
      const params = { audienceId: id };
      await this.api.call(endpoints.archiveAudience, { params, body: { archived } });
      this.toasts.tell(this.t(archived ? 'list.archiveDone' : 'list.restoreDone', { name }));
      this.list.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }
}
