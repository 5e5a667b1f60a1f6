/** The room where a unit is chosen: a tree that opens, with a search that needs no diacritics. */
import {
  booleanAttribute,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { injectUiText } from '../i18n/text';
import { IconComponent } from '../icon/icon.component';
import { FieldComponent } from './field.component';
import {
  matches,
  openRows,
  searchRows,
  type UnitLike,
  type UnitNode,
  unitPath,
  unitTree,
} from './unit-tree';

/**
 * Chooses one unit; the value is its id or null. Works with `[(value)]` and with `[formField]`.
 *
 *   <th-unit-picker [units]="units()" [(value)]="unitId" empty="Mọi đơn vị" />
 */
@Component({
  selector: 'th-unit-picker',
  imports: [IconComponent],
  templateUrl: './unit-picker.component.html',
  styleUrl: './unit-picker.component.scss',
  host: {
    '(keydown.escape)': 'close($event)',
    '(focusout)': 'left($event)',
  },
})
export class UnitPickerComponent {
  readonly units = input.required<readonly UnitLike[]>();
  readonly value = model<string | null>(null);
  readonly label = input<string>();
  /** Words for "no unit chosen"; where absent, a unit must be chosen. */
  readonly empty = input<string>();
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly touch = output<void>();
  protected readonly t = injectUiText();
  protected readonly field = inject(FieldComponent, { optional: true });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly searchBox = viewChild<ElementRef<HTMLInputElement>>('search');

  protected readonly isOpen = signal(false);
  protected readonly typed = signal('');
  protected readonly active = signal(0);
  protected readonly treeId = `th-units-${Math.random().toString(36).slice(2)}`;

  private readonly tree = computed(() => unitTree(this.units()));
  protected readonly expanded = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.tree().map((node) => node.unit.id)),
  );
  protected readonly rows = computed<UnitNode[]>(() =>
    this.typed().trim()
      ? searchRows(this.tree(), this.typed())
      : openRows(this.tree(), this.expanded()),
  );
  protected readonly chosen = computed(() => this.units().find((unit) => unit.id === this.value()));
  protected readonly path = computed(() => {
    const id = this.value();
    return id ? unitPath(this.units(), id).slice(0, -1).join(' › ') : '';
  });

  constructor() {
    effect(() => {
      if (this.isOpen()) this.searchBox()?.nativeElement.focus();
    });
  }

  protected open(): void {
    if (this.disabled()) return;
    this.typed.set('');
    this.reveal(this.value());
    this.isOpen.set(true);
    this.active.set(
      Math.max(
        0,
        this.rows().findIndex((row) => row.unit.id === this.value()),
      ),
    );
  }

  /** The first that matches is at hand for Enter; nodes above it are only context. */
  protected type(text: string): void {
    this.typed.set(text);
    this.active.set(
      Math.max(
        0,
        this.rows().findIndex((row) => matches(row, text)),
      ),
    );
  }

  protected isContext(node: UnitNode): boolean {
    return this.typed().trim() !== '' && !matches(node, this.typed());
  }

  protected close(event?: Event): void {
    if (!this.isOpen()) return;
    event?.stopPropagation();
    this.isOpen.set(false);
    this.host.nativeElement.querySelector<HTMLElement>('.chosen')?.focus();
  }

  protected left(event: FocusEvent): void {
    if (this.host.nativeElement.contains(event.relatedTarget as Node | null)) return;
    if (this.isOpen()) this.isOpen.set(false);
    this.touch.emit();
  }

  protected choose(id: string | null): void {
    this.value.set(id);
    this.close();
  }

  protected toggle(node: UnitNode, open?: boolean): void {
    const next = new Set(this.expanded());
    if (open ?? !next.has(node.unit.id)) next.add(node.unit.id);
    else next.delete(node.unit.id);
    this.expanded.set(next);
  }

  protected key(event: KeyboardEvent): void {
    const rows = this.rows();
    const row = rows[this.active()];
    const searching = this.typed().trim() !== '';
    if (event.key === 'ArrowDown') this.active.set(Math.min(rows.length - 1, this.active() + 1));
    else if (event.key === 'ArrowUp') this.active.set(Math.max(0, this.active() - 1));
    else if (event.key === 'Enter' && row) this.choose(row.unit.id);
    else if (event.key === 'ArrowRight' && row && !searching) this.toggle(row, true);
    else if (event.key === 'ArrowLeft' && row && !searching) this.toggle(row, false);
    else return;
    event.preventDefault();
    queueMicrotask(() =>
      this.host.nativeElement
        .querySelector(`#${this.treeId}-${this.active()}`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  /** Opens every node above the chosen one. */
  private reveal(id: string | null): void {
    const byId = new Map(this.units().map((unit) => [unit.id, unit]));
    const next = new Set(this.expanded());
    for (let unit = byId.get(id ?? ''); unit?.parentId; unit = byId.get(unit.parentId)) {
      if (next.has(unit.parentId)) break;
      next.add(unit.parentId);
    }
    this.expanded.set(next);
  }
}
