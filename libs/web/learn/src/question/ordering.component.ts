/** The room of "in which order": two buttons on each item, and dragging for those who like it. */
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { PaperOf, ResponseOf } from '@tap-huan/contract';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { DragOrder } from './drag-order';
import { inOrder, moved } from './order';

@Component({
  selector: 'th-ordering',
  imports: [IconComponent],
  templateUrl: './ordering.component.html',
  styleUrl: './ordering.component.scss',
})
export class OrderingComponent {
  readonly question = input.required<PaperOf<'ordering'>>();
  readonly response = input.required<ResponseOf<'ordering'> | null>();
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  readonly changed = output<ResponseOf<'ordering'>>();
  protected readonly t = injectText();
  private readonly injector = inject(Injector);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly rows = viewChildren<ElementRef<HTMLElement>>('row');
  private readonly dragging = signal<DragOrder | null>(null);
  private asked = false;
  private gone = false;

  protected readonly items = computed(() =>
    inOrder(this.question().items, this.response()?.order ?? []),
  );
  protected readonly untouched = computed(() => (this.response()?.order ?? []).length === 0);
  /** What a screen reader is told after a move. */
  protected readonly said = signal('');

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.dragging()?.dispose();
    });
    afterRenderEffect(() => {
      const rows = this.readonly() ? [] : this.rows().map(({ nativeElement }) => nativeElement);
      this.dragging()?.renew(rows);
    });
  }

  /** Dragging is fetched when a pointer comes near: whoever sorts by buttons pays nothing for it. */
  protected async approach(): Promise<void> {
    if (this.asked || this.readonly()) return;
    this.asked = true;
    const module = await import('./drag-order').catch(() => null);
    this.asked = module !== null;
    if (!module || this.gone) return;
    this.dragging.set(
      module.dragOrder(this.injector, this.list().nativeElement, (from, to) => this.move(from, to)),
    );
  }

  protected step(event: Event, from: number, by: number): void {
    if (!this.move(from, from + by)) return;
    const pressed = event.currentTarget as HTMLElement;
    // Moving an element takes the focus from it.
    afterNextRender(() => pressed.focus(), { injector: this.injector });
  }

  protected keep(): void {
    this.emit(this.items().map(({ id }) => id));
  }

  private move(from: number, to: number): boolean {
    const items = this.items();
    const next = moved(items, from, to);
    if (next === items || this.readonly()) return false;
    this.emit(next.map(({ id }) => id));
    const text = items[from]?.text ?? '';
    this.said.set(this.t('answer.moved', { text, at: to + 1, total: items.length }));
    return true;
  }

  private emit(order: string[]): void {
    this.changed.emit({ kind: 'ordering', order });
  }
}
