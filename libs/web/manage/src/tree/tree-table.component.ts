/** The room of the foldable table over a tree: a treegrid by keyboard, a list on a phone. */
import { NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  Component,
  computed,
  contentChildren,
  ElementRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import {
  CellDirective,
  formatNumber,
  IconComponent,
  injectLanguage,
  type TableColumn,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { TreeRow } from './tree-rows';

/** A row folded or opened. */
export interface Fold {
  id: string;
  open: boolean;
}

/**
 * Rows of a tree with columns, drawn like `th-table`: the same columns, the same `thCell` templates. The first
 * column carries the tree; a `primary` one stands without its title on a phone. Arrow keys walk the rows and fold them; Tab goes into the links of the present row.
 */
@Component({
  selector: 'th-tree-table',
  imports: [NgTemplateOutlet, IconComponent],
  templateUrl: './tree-table.component.html',
  styleUrl: './tree-table.component.scss',
})
export class TreeTableComponent<T> {
  readonly columns = input.required<readonly TableColumn<T>[]>();
  /** Undefined while loading. */
  readonly rows = input.required<readonly TreeRow<T>[] | undefined>();
  readonly caption = input.required<string>();
  readonly nameOf = input.required<(item: T) => string>();
  readonly fold = output<Fold>();

  protected readonly t = injectText();
  private readonly language = injectLanguage();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly cells = contentChildren<CellDirective<T>>(CellDirective);
  protected readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.key(), cell.template])),
  );
  protected readonly bones = Array.from({ length: 8 });
  private readonly chosen = signal<string | null>(null);
  /** The one row that Tab reaches. */
  protected readonly active = computed(() => {
    const rows = this.rows() ?? [];
    return rows.find((row) => row.id === this.chosen())?.id ?? rows[0]?.id;
  });

  constructor() {
    // Only the present row's links are on the way of Tab; the arrow keys reach the other rows.
    afterRenderEffect(() => {
      this.rows();
      const active = this.active();
      for (const row of this.host.querySelectorAll<HTMLElement>('tbody tr[data-row]')) {
        const here = row.dataset['row'] === active;
        for (const stop of row.querySelectorAll<HTMLElement>('a, td button:not(.twist)')) {
          if (here) stop.removeAttribute('tabindex');
          else stop.tabIndex = -1;
        }
      }
    });
  }

  protected textOf(column: TableColumn<T>, item: T): string {
    const value = column.text?.(item);
    return typeof value === 'number' ? formatNumber(value, this.language()) : (value ?? '');
  }

  protected enter(row: TreeRow<T>): void {
    this.chosen.set(row.id);
  }

  protected twist(row: TreeRow<T>): void {
    this.chosen.set(row.id);
    this.fold.emit({ id: row.id, open: !row.open });
  }

  protected key(event: KeyboardEvent, row: TreeRow<T>): void {
    // Keys inside a cell belong to what has the focus there.
    if (event.target !== event.currentTarget) return;
    const rows = this.rows() ?? [];
    const at = rows.indexOf(row);
    if (event.key === 'ArrowRight' && row.expandable && !row.open) {
      this.fold.emit({ id: row.id, open: true });
    } else if (event.key === 'ArrowLeft' && row.open) {
      this.fold.emit({ id: row.id, open: false });
    } else {
      const next = this.target(event.key, at);
      if (next === undefined) return;
      this.focusRow(rows[next]?.id);
    }
    event.preventDefault();
  }

  private target(key: string, at: number): number | undefined {
    const rows = this.rows() ?? [];
    const level = rows[at]?.level ?? 0;
    if (key === 'ArrowDown' || key === 'ArrowRight') return Math.min(rows.length - 1, at + 1);
    if (key === 'ArrowUp') return Math.max(0, at - 1);
    if (key === 'Home') return 0;
    if (key === 'End') return rows.length - 1;
    if (key !== 'ArrowLeft') return undefined;
    for (let above = at - 1; above >= 0; above--) {
      if ((rows[above]?.level ?? 0) < level) return above;
    }
    return at;
  }

  private focusRow(id: string | undefined): void {
    if (id === undefined) return;
    this.chosen.set(id);
    this.host.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`)?.focus();
  }
}
