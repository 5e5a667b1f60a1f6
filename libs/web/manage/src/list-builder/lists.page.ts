/** The room of lists of one's own making: saved ones, the one at hand, and what it finds. */
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  endpoints,
  type ListCell,
  type ListDefinition,
  type OutputOf,
  type SavedList,
} from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatMarks,
  formatNumber,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { openUnits } from '../list/units';
import { injectRecordText } from '../record/i18n/text';
import { ReportsNavComponent } from '../record/reports-nav.component';
import { ListBuilderComponent } from './builder.component';
import { choicesOf } from './choices';
import { isComplete, newList, typeOf } from './list-draft';
import type { SaveListData } from './save.dialog';

type Row = OutputOf<typeof endpoints.runList>['rows'][number] & { key: string };
const PAGE_SIZE = 30;

@Component({
  selector: 'th-lists-page',
  imports: [
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    ListBuilderComponent,
    PageHeaderComponent,
    ReportsNavComponent,
    RouterLink,
    SectionComponent,
    SelectComponent,
  ],
  templateUrl: './lists.page.html',
  styleUrls: ['../list/list.scss', '../record/record.scss'],
})
export class ListsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly units = openUnits();
  protected readonly address = addressState({ list: null as string | null });
  protected readonly saved = read(endpoints.listSavedLists);
  protected readonly lists = kept(this.saved);
  protected readonly chosen = computed(() =>
    this.lists()?.items.find(({ id }) => id === this.address.value().list),
  );
  protected readonly choices = computed(() =>
    (this.lists()?.items ?? []).map((list) => ({
      value: list.id,
      label: list.own
        ? list.name
        : `${list.name} · ${this.t('listPage.sharedBy', { name: list.ownerName })}`,
    })),
  );
  /** What is being put together; another chosen list begins it anew. */
  protected readonly definition = linkedSignal<string | null, ListDefinition>({
    source: () => this.chosen()?.id ?? null,
    computation: () => this.chosen()?.definition ?? newList('officers'),
  });
  protected readonly complete = computed(() => isComplete(this.definition()));
  /** What was last asked for, with the page that is shown of it. */
  protected readonly asked = signal<{ definition: ListDefinition; page: number } | null>(null);
  protected readonly found = read(endpoints.runList, () => {
    const asked = this.asked();
    return asked ? { body: { ...asked, pageSize: PAGE_SIZE } } : undefined;
  });
  protected readonly page = kept(this.found);
  protected readonly query = computed<TableQuery>(() => ({
    page: this.asked()?.page ?? 1,
    pageSize: PAGE_SIZE,
    search: '',
    sort: null,
  }));
  protected readonly rows = computed(() =>
    this.page()?.rows.map((row, index): Row => ({ ...row, key: `${this.query().page}/${index}` })),
  );
  protected readonly byKey = ({ key }: Row) => key;
  protected readonly columns = computed<TableColumn<Row>[]>(() => {
    const list = this.asked()?.definition;
    return (list?.columns ?? []).map((column, index) => {
      const type = typeOf(list?.subject ?? 'officers', column);
      return {
        key: column,
        title: this.t(`listColumn.${column as 'fullName'}`),
        text: ({ cells }: Row) => this.wordsOf(cells[index] ?? null, column, type),
        numeric: type === 'number' || type === 'hours' || type === 'marks',
        primary: index === 0,
      };
    });
  });
  protected readonly excel = computed(() =>
    this.api.fileUrl(endpoints.exportList, {
      query: {
        definition: JSON.stringify(this.definition()),
        name: this.chosen()?.name ?? this.t('listPage.title'),
        language: this.language(),
      },
    }),
  );

  protected show(page = 1): void {
    if (!this.complete()) return;
    const definition = page === 1 ? this.definition() : this.asked()?.definition;
    if (definition) this.asked.set({ definition, page });
  }

  protected pick(id: string | null): void {
    this.address.set({ list: id });
    this.asked.set(null);
  }

  protected async save(list?: SavedList): Promise<void> {
    const { SaveListDialog } = await import('./save.dialog');
    const data: SaveListData = { list, definition: this.definition(), units: this.units() };
    const id = await this.dialogs.open<string>(SaveListDialog, { data });
    if (!id) return;
    this.saved.reload();
    this.address.set({ list: id });
  }

  protected async remove({ id, name }: SavedList): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('listPage.removeAsk', { name }),
      consequence: this.t('listPage.removeConsequence'),
      confirm: this.t('listPage.remove'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(endpoints.removeSavedList, { params: { listId: id } });
      this.toasts.tell(this.t('listPage.removed', { name }));
      this.pick(null);
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
    this.saved.reload();
  }

  private wordsOf(value: ListCell, column: string, type: ReturnType<typeof typeOf>): string {
    if (value === null || value === '') return '';
    switch (type) {
      case 'day':
        return formatDay(String(value));
      case 'number':
        return formatNumber(Number(value), this.language());
      case 'hours':
      case 'marks':
        return formatMarks(Number(value), this.language());
      case 'choice':
        return choicesOf(this.t, column).find((one) => one.value === value)?.label ?? String(value);
      case 'text':
        return column === 'birthDate' && String(value).includes('-')
          ? formatDay(String(value))
          : String(value);
    }
  }
}
