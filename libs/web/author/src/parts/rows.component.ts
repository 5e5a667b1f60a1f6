/** The room of every list of rows that an author writes: options, pairs, steps, groups, variables, levels. */
import { CdkDrag, type CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  booleanAttribute,
  Component,
  contentChild,
  Directive,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  TemplateRef,
} from '@angular/core';
import { IconComponent, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { freeId } from './free-id';
import { moved } from './order';

export interface RowContext<T> {
  $implicit: T;
  /** 0, 1, … */
  at: number;
  /** Changes part of the row. */
  set: (part: Partial<T>) => void;
}

/** Draws one row: `<ng-template thRow [thRowOf]="rows()" let-row let-at="at" let-set="set">…`. */
@Directive({ selector: 'ng-template[thRow]' })
export class RowDirective<T> {
  /** Only for the type of `row`: give the rows. */
  readonly of = input<readonly T[]>(undefined, { alias: 'thRowOf' });
  readonly template = inject<TemplateRef<RowContext<T>>>(TemplateRef);

  static ngTemplateContextGuard<T>(
    _directive: RowDirective<T>,
    _context: unknown,
  ): _context is RowContext<T> {
    return true;
  }
}

// Rows may hold rows: only what is this list's own.
const rowAt = (id: string): string => `:scope > fieldset > ol > [data-row="${id}"]`;
const ADD = ':scope > fieldset > [data-tool="add"]';
const TYPED = ':is(input:not([type=radio], [type=checkbox]), textarea)';

/**
 * Rows that can be added, changed, removed (with undo) and, where `sortable`, put in order by drag or by keys.
 *
 *   <th-rows [rows]="options()" [make]="newOption" [name]="name" [legend]="…" [add]="…" (changed)="…">
 *     <ng-template thRow [thRowOf]="options()" let-option let-set="set">…</ng-template>
 *   </th-rows>
 */
@Component({
  selector: 'th-rows',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, IconComponent, NgTemplateOutlet],
  template: `
    <fieldset>
      <legend [class.th-hidden]="hideLegend()">{{ legend() }}</legend>
      @if (hint(); as hint) {
        <p class="hint">{{ hint }}</p>
      }
      <ol cdkDropList [cdkDropListDisabled]="!sortable()" (cdkDropListDropped)="drop($event)">
        @for (row of rows(); track row.id; let at = $index) {
          <li cdkDrag [cdkDragDisabled]="!sortable()" [attr.data-row]="row.id">
            @if (sortable()) {
              <span class="grip" cdkDragHandle [title]="t('rows.drag')"
                ><th-icon name="grip"
              /></span>
            }
            @if (numbered()) {
              <span class="number" aria-hidden="true">{{ at + 1 }}</span>
            }
            @if (template(); as drawn) {
              <div class="row">
                <ng-container
                  [ngTemplateOutlet]="drawn.template"
                  [ngTemplateOutletContext]="{ $implicit: row, at, set: setter(at) }"
                />
              </div>
            }
            <span class="tools">
              @if (sortable()) {
                <button
                  type="button"
                  class="th-button th-button--quiet th-button--small tool"
                  data-tool="up"
                  [disabled]="$first"
                  [attr.aria-label]="t('rows.up', { of: name()(at) })"
                  [title]="t('rows.upShort')"
                  (click)="step(at, -1)"
                >
                  <th-icon name="up" [size]="18" />
                </button>
                <button
                  type="button"
                  class="th-button th-button--quiet th-button--small tool"
                  data-tool="down"
                  [disabled]="$last"
                  [attr.aria-label]="t('rows.down', { of: name()(at) })"
                  [title]="t('rows.downShort')"
                  (click)="step(at, 1)"
                >
                  <th-icon name="down" [size]="18" />
                </button>
              }
              <button
                type="button"
                class="th-button th-button--quiet th-button--small tool"
                data-tool="remove"
                [disabled]="rows().length <= least()"
                [attr.aria-label]="t('rows.remove', { of: name()(at) })"
                [title]="t('rows.removeShort')"
                (click)="remove(at)"
              >
                <th-icon name="delete" [size]="18" />
              </button>
            </span>
          </li>
        }
      </ol>
      @if (rows().length < most()) {
        <button type="button" class="th-button th-button--small" data-tool="add" (click)="append()">
          <th-icon name="add" [size]="18" /> {{ add() }}
        </button>
      }
    </fieldset>
  `,
  styleUrl: './rows.component.scss',
  host: { '[class.plain]': '!sortable() && !numbered()' },
})
export class RowsComponent<T extends { id: string }> {
  readonly rows = input.required<readonly T[]>();
  readonly legend = input.required<string>();
  readonly hideLegend = input(false, { transform: booleanAttribute });
  readonly hint = input<string>();
  /** A new, empty row. */
  readonly make = input.required<(id: string) => T>();
  /** What a row is called in "Remove …": of the place 0, 1, … */
  readonly name = input.required<(at: number) => string>();
  /** Words of the button that adds a row. */
  readonly add = input.required<string>();
  readonly least = input(0);
  readonly most = input(12);
  readonly sortable = input(false, { transform: booleanAttribute });
  readonly numbered = input(false, { transform: booleanAttribute });
  readonly changed = output<readonly T[]>();

  /** Ahead of `rows` until the page is drawn again: two fields may be written before that. */
  private readonly latest = linkedSignal(() => this.rows());
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = injectText();
  protected readonly template = contentChild<RowDirective<T>>(RowDirective);

  protected setter(at: number) {
    return (part: Partial<T>) =>
      this.emit(this.latest().map((row, place) => (place === at ? { ...row, ...part } : row)));
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    this.emit(moved(this.latest(), event.previousIndex, event.currentIndex));
  }

  protected step(at: number, step: 1 | -1): void {
    const id = this.latest()[at]?.id ?? '';
    this.emit(moved(this.latest(), at, at + step));
    const tools = step === 1 ? ['down', 'up'] : ['up', 'down'];
    this.focus(...tools.map((tool) => `${rowAt(id)} > .tools [data-tool="${tool}"]`));
  }

  protected append(): void {
    const id = freeId(this.latest());
    this.emit([...this.latest(), this.make()(id)]);
    this.focus(`${rowAt(id)} ${TYPED}`);
  }

  protected remove(at: number): void {
    const row = this.latest()[at];
    if (!row) return;
    const words = this.t('rows.removed', { of: this.name()(at) });
    const next = this.latest()[at + 1] ?? this.latest()[at - 1];
    this.emit(this.latest().filter((_, place) => place !== at));
    this.focus(`${rowAt(next?.id ?? '')} > .tools [data-tool="remove"]`, ADD);
    if (JSON.stringify(row) !== JSON.stringify(this.make()(row.id)))
      this.toasts.undoable(words, () => this.bringBack(row, at));
  }

  private bringBack(row: T, at: number): void {
    const rows = this.latest();
    const taken = rows.some(({ id }) => id === row.id);
    const back = taken ? { ...row, id: freeId(rows) } : row;
    this.emit([...rows.slice(0, at), back, ...rows.slice(at)]);
  }

  private emit(rows: readonly T[]): void {
    this.latest.set(rows);
    this.changed.emit(rows);
  }

  /** Gives the focus to the first of these that can take it, once the page has the change. */
  private focus(...selectors: string[]): void {
    afterNextRender(
      () => {
        const targets = selectors.flatMap((selector) => [
          ...this.host.querySelectorAll<HTMLButtonElement>(selector),
        ]);
        targets.find((target) => !target.disabled)?.focus();
      },
      { injector: this.injector },
    );
  }
}
