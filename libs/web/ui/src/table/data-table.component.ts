/** The room of the data table: sort, search, pages, selection; a list of cards on a phone. */
import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  Directive,
  effect,
  inject,
  input,
  model,
  TemplateRef,
  untracked,
} from '@angular/core';
import { SearchFieldComponent } from '../form/search-field.component';
import { formatNumber } from '../format/format';
import { injectUiText } from '../i18n/text';
import { injectLanguage } from '../i18n/texts';
import { IconComponent } from '../icon/icon.component';
import { EmptyStateComponent } from '../feedback/states.component';
import { FIRST_PAGE, localPage, type TableColumn, type TableQuery } from './table.types';

/** Draws the cells of one column: `<ng-template thCell="fullName" [thCellOf]="rows()" let-row>…`. */
@Directive({ selector: 'ng-template[thCell]' })
export class CellDirective<Row> {
  readonly key = input.required<string>({ alias: 'thCell' });
  /** Only for the type of `row`: give the rows of the table. */
  readonly of = input<readonly Row[]>(undefined, { alias: 'thCellOf' });
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _directive: CellDirective<Row>,
    _context: unknown,
  ): _context is { $implicit: Row } {
    return true;
  }
}

/**
 * The product's one table. Two ways to feed it:
 * - paged by the server: `[rows]` is the page, `[total]` the count; watch `[(query)]` and ask again;
 * - rows at hand: `[rows]` is everything, no `[total]`; it searches, sorts and pages by itself.
 *
 * Slots: `[thToolbar]` (filters, beside the search), `[thBulk]` (actions on the selection), `[thEmpty]`
 * (what stands in an empty table). `rowKey` must be unique; selection is a set of those keys.
 */
@Component({
  selector: 'th-table',
  imports: [NgTemplateOutlet, SearchFieldComponent, IconComponent, EmptyStateComponent],
  templateUrl: './data-table.component.html',
  styleUrl: './data-table.component.scss',
  host: { '[class.dense]': 'dense()' },
})
export class DataTableComponent<Row> {
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  readonly rows = input.required<readonly Row[] | undefined>();
  readonly rowKey = input.required<(row: Row) => string>();
  /** What the table shows, for screen readers. */
  readonly caption = input.required<string>();
  /** Rows on the server; absent where `rows` is everything. */
  readonly total = input<number>();
  readonly query = model<TableQuery>(FIRST_PAGE);
  readonly loading = input(false, { transform: booleanAttribute });
  readonly searchable = input(false, { transform: booleanAttribute });
  readonly searchLabel = input('');
  readonly selectable = input(false, { transform: booleanAttribute });
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** False for a row that cannot be selected: it has no box. */
  readonly selectableRow = input<(row: Row) => boolean>(() => true);
  /** Name of a row for "Select row …"; the first column's text unless told. */
  readonly rowName = input<(row: Row) => string>();
  readonly dense = input(false, { transform: booleanAttribute });
  /** True where filters outside the search are set, so that "nothing found" is said, not "nothing yet". */
  readonly filtered = input(false, { transform: booleanAttribute });

  protected readonly t = injectUiText();
  private readonly language = injectLanguage();
  private readonly cells = contentChildren<CellDirective<Row>>(CellDirective);

  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.key(), cell.template])),
  );
  protected readonly primary = computed(
    () => this.columns().find((column) => column.primary)?.key ?? this.columns()[0]?.key,
  );
  protected readonly page = computed(() => {
    const rows = this.rows() ?? [];
    const total = this.total();
    if (total !== undefined) return { items: [...rows], total };
    return localPage(rows, this.columns(), this.query());
  });
  protected readonly waiting = computed(() => this.rows() === undefined);
  protected readonly skeletons = computed(() =>
    Array.from({ length: Math.min(8, this.query().pageSize) }),
  );
  protected readonly sortable = computed(() => this.columns().filter((column) => column.sort));
  protected readonly pages = computed(() =>
    Math.max(1, Math.ceil(this.page().total / this.query().pageSize)),
  );
  protected readonly searching = computed(() => this.query().search !== '' || this.filtered());
  protected readonly range = computed(() => {
    const { page, pageSize } = this.query();
    const number = (value: number) => formatNumber(value, this.language());
    const total = this.page().total;
    return this.t('table.range', {
      from: number(Math.min(total, (page - 1) * pageSize + 1)),
      to: number(Math.min(total, page * pageSize)),
      total: number(total),
    });
  });
  /** Of the rows of the page that can be selected. */
  protected readonly pageKeys = computed(() => {
    const mayBe = this.selectableRow();
    return this.page()
      .items.filter((row) => mayBe(row))
      .map((row) => this.rowKey()(row));
  });
  protected readonly allSelected = computed(
    () => this.pageKeys().length > 0 && this.pageKeys().every((key) => this.selected().has(key)),
  );
  protected readonly someSelected = computed(() =>
    this.pageKeys().some((key) => this.selected().has(key)),
  );

  constructor() {
    // Fewer rows than before: stand on the last page that exists.
    effect(() => {
      const { pages, waiting } = { pages: this.pages(), waiting: this.waiting() || this.loading() };
      const query = untracked(this.query);
      if (!waiting && query.page > pages) this.query.set({ ...query, page: pages });
    });
  }

  protected textOf(column: TableColumn<Row>, row: Row): string {
    const value = column.text?.(row);
    return typeof value === 'number' ? formatNumber(value, this.language()) : (value ?? '');
  }

  protected nameOf(row: Row): string {
    const column = this.columns()[0];
    return this.rowName()?.(row) ?? (column ? this.textOf(column, row) : '');
  }

  protected search(text: string): void {
    if (text !== this.query().search)
      this.query.update((query) => ({ ...query, search: text, page: 1 }));
  }

  protected goTo(page: number): void {
    this.query.update((query) => ({ ...query, page }));
  }

  /** Ascending, descending, as the server sends it. */
  protected sortBy(key: string): void {
    this.query.update((query) => {
      const now = query.sort?.key === key ? query.sort.direction : null;
      const next = now === null ? 'asc' : now === 'asc' ? 'desc' : null;
      return { ...query, page: 1, sort: next ? { key, direction: next } : null };
    });
  }

  protected sortFrom(value: string): void {
    const [key, direction] = value.split(':');
    this.query.update((query) => ({
      ...query,
      page: 1,
      sort: key ? { key, direction: direction === 'desc' ? 'desc' : 'asc' } : null,
    }));
  }

  protected directionOf(key: string): 'ascending' | 'descending' | 'none' {
    const sort = this.query().sort;
    if (sort?.key !== key) return 'none';
    return sort.direction === 'asc' ? 'ascending' : 'descending';
  }

  protected select(key: string, on: boolean): void {
    const next = new Set(this.selected());
    if (on) next.add(key);
    else next.delete(key);
    this.selected.set(next);
  }

  protected selectPage(on: boolean): void {
    const next = new Set(this.selected());
    for (const key of this.pageKeys()) {
      if (on) next.add(key);
      else next.delete(key);
    }
    this.selected.set(next);
  }

  protected clearSelection(): void {
    this.selected.set(new Set());
  }
}
