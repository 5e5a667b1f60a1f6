/** The room of the questions of a bank: found, chosen, and changed many at once. */
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type CategoryRow,
  endpoints,
  type QuestionKind,
  type QuestionRow,
} from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  IconComponent,
  StatusChipComponent,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { FilesMenuComponent } from '../question-files/files-menu.component';
import { questionLink } from '../question/question-places';
import { BankStore } from './bank.store';
import { type BulkBody, type BulkChange, undoOf } from './bulk-edit';
import { BulkEditComponent } from './bulk-edit.component';
import { categoryPath } from './category-tree';
import { CategoryTreeComponent } from './category-tree.component';
import { fits, isFiltered, NO_FILTERS, queryOf } from './filters';
import { KindMenuComponent } from './kind-menu.component';
import { MoveCategoryComponent } from './move-category.component';
import { questionColumns } from './question-columns';
import { QuestionFiltersComponent } from './question-filters.component';

@Component({
  selector: 'th-questions-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CategoryTreeComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FilesMenuComponent,
    IconComponent,
    KindMenuComponent,
    QuestionFiltersComponent,
    StatusChipComponent,
  ],
  templateUrl: './questions.page.html',
  styleUrl: './questions.page.scss',
})
export class QuestionsPage {
  /** The course whose tab this is; without it the bank stands for itself. */
  readonly courseId = input<string>();
  protected readonly store = inject(BankStore);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState(NO_FILTERS);
  /** On a wide screen the categories stand open at the side. */
  protected readonly wide = matchMedia('(min-width: 960px)').matches;
  protected readonly list = read(endpoints.listQuestions, () => {
    const bankId = this.store.bankId();
    const query = queryOf(this.address.value());
    return bankId === null ? undefined : { params: { bankId }, query };
  });
  private readonly answer = kept(this.list);
  protected readonly rows = computed(() =>
    this.answer()?.items.filter((row) => fits(row, this.address.value())),
  );
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  /** Questions that were to be retired and stayed. */
  protected readonly stayed = signal<readonly QuestionRow[]>([]);
  protected readonly filtered = computed(() => isFiltered(this.address.value()));
  protected readonly query = computed<TableQuery>(() => {
    const { trang, xep } = this.address.value();
    const [key = '', direction] = xep.split(':');
    const sort = key
      ? { key, direction: direction === 'desc' ? ('desc' as const) : ('asc' as const) }
      : null;
    return { ...FIRST_PAGE, page: trang, sort };
  });
  protected readonly columns = computed(() => questionColumns(this.t));
  protected readonly byId = (row: QuestionRow) => row.id;
  protected readonly titleOf = (row: QuestionRow) => row.title;
  /** The category that is looked at, for files of it. */
  protected readonly category = computed(
    () => this.store.categories().find(({ id }) => id === this.address.value().dm) ?? null,
  );
  private readonly front = computed(() => ({
    courseId: this.courseId() ?? null,
    bankId: this.store.bankId(),
  }));

  protected linkOf(row: QuestionRow): string[] {
    return questionLink(this.front(), row.id);
  }

  protected factsOf(row: QuestionRow): string {
    const place = categoryPath(this.store.categories(), row.categoryId).join(' › ');
    return [this.t(`kinds.${row.kind}`), this.t(`difficulty.${row.difficulty}`), place]
      .filter(Boolean)
      .join(' · ');
  }

  protected ask({ page, sort }: TableQuery): void {
    this.address.set({ trang: page, xep: sort ? `${sort.key}:${sort.direction}` : '' });
  }

  /** A new question goes to the category that is looked at. */
  protected write(kind: QuestionKind): void {
    const queryParams = { dm: queryOf(this.address.value()).categoryId ?? null };
    void this.router.navigate(questionLink(this.front(), 'moi', kind), { queryParams });
  }

  protected async edit(): Promise<void> {
    const rows = (this.rows() ?? []).filter(({ id }) => this.selected().has(id));
    const bank = this.store.bank();
    if (!bank || rows.length === 0) return;
    const tags = bank.tags.map(({ tag }) => tag);
    const data = { categories: bank.categories, tags, rows };
    const change = await this.dialogs.open<BulkChange>(BulkEditComponent, { data });
    if (change) await this.apply(rows, change);
  }

  protected async askMove(row: CategoryRow): Promise<void> {
    const data = { categories: this.store.categories(), row };
    const place = await this.dialogs.open<{ parentId: string | null }>(MoveCategoryComponent, {
      data,
    });
    if (place) await this.store.move(row.id, place.parentId);
  }

  protected async removeCategory(row: CategoryRow): Promise<void> {
    const done = await this.store.remove(row.id);
    if (done && this.address.value().dm === row.id) this.address.set({ dm: '', trang: 1 });
    if (done) this.list.reload();
  }

  private async apply(rows: readonly QuestionRow[], change: BulkChange): Promise<void> {
    const questionIds = rows.map(({ id }) => id);
    const done = await this.send({ ...change, questionIds });
    if (!done) return;
    const inUse = new Set(done.inUse);
    this.stayed.set(rows.filter(({ id }) => inUse.has(id)));
    this.selected.set(inUse);
    const back = undoOf(
      rows.filter(({ id }) => !inUse.has(id)),
      change,
    );
    this.toasts.undoable(this.t('bulk.done', { count: done.changed }), () => void this.undo(back));
  }

  private async undo(bodies: readonly BulkBody[]): Promise<void> {
    for (const body of bodies) if (!(await this.send(body))) return;
    this.toasts.tell(this.t('bulk.undone'));
  }

  private async send(body: BulkBody): Promise<{ changed: number; inUse: string[] } | null> {
    try {
      const params = { bankId: this.store.bankId() ?? '' };
      return await this.api.call(endpoints.editQuestions, { params, body });
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
      return null;
    } finally {
      this.list.reload();
      this.store.reload();
    }
  }
}
