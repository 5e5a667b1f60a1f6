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
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { AnswerPart } from './answer-part';
import type { DragOrder } from './drag-order';
import { inOrder, moved } from './order';

@Component({
  selector: 'th-ordering',
  imports: [IconComponent],
  templateUrl: './ordering.component.html',
  styleUrl: './ordering.component.scss',
})
export class OrderingComponent extends AnswerPart<'ordering'> {
  protected readonly t = injectQuestionText();
  private readonly injector = inject(Injector);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly rows = viewChildren<ElementRef<HTMLElement>>('row');
  private readonly dragging = signal<DragOrder | null>(null);
  private asked = false;
  private gone = false;

  protected readonly items = computed(() =>
    inOrder(this.question().items, this.answer()?.order ?? []),
  );
  protected readonly draggable = computed(() => !this.readonly() && !this.withoutDragging());
  protected readonly untouched = computed(() => (this.answer()?.order ?? []).length === 0);
  /** What a screen reader is told after a move. */
  protected readonly said = signal('');

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.dragging()?.dispose();
    });
    afterRenderEffect(() => {
      const rows = !this.draggable() ? [] : this.rows().map(({ nativeElement }) => nativeElement);
      this.dragging()?.renew(rows);
    });
  }

  /** Dragging is fetched when a pointer comes near: whoever sorts by buttons pays nothing for it. */
  protected async approach(): Promise<void> {
    if (this.asked || !this.draggable()) return;
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
    this.give({ kind: 'ordering', order });
  }
}
