/** The room of dragging by pointer: something picked up here and let go over a place that takes it. */
import { DestroyRef, Directive, ElementRef, inject, input, output } from '@angular/core';
import { edgeSpeed, farEnough } from './drag-rules';

/** How long a finger rests before it drags; a shorter touch scrolls the page or is a tap. */
const REST_MS = 220;

/**
 * Makes an element draggable by mouse, pen or a resting finger: `<button [thDragItem]="off" (dropped)="…">`.
 * Places that take it carry `data-drop="…"`; taps, clicks and keys stay what they are. Escape ends a drag without a change.
 */
@Directive({
  selector: '[thDragItem]',
  host: {
    '(pointerdown)': 'down($event)',
    '(contextmenu)': 'noMenu($event)',
    '(dragstart)': '$event.preventDefault()',
    '[style.touch-action]': "thDragItem() ? null : 'manipulation'",
    '[style.-webkit-touch-callout]': "'none'",
  },
})
export class DragItemDirective {
  /** True: not draggable at present. */
  readonly thDragItem = input.required<boolean>();
  /** Began to move. */
  readonly lifted = output();
  /** The place below it, `data-drop`; null over none. */
  readonly hovered = output<string | null>();
  /** Let go: over which place. Null: over none, or given up. */
  readonly dropped = output<string | null>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private ghost: HTMLElement | null = null;
  private start = { x: 0, y: 0 };
  private grip = { x: 0, y: 0 };
  private over: string | null = null;
  private rest = 0;
  private frame = 0;
  private scroll = 0;
  private listening: AbortController | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.clear());
    // Registered before any touch begins: only so a browser asks it whether the page may scroll.
    this.element.addEventListener(
      'touchmove',
      (event) => {
        if (this.ghost && event.cancelable) event.preventDefault();
      },
      { passive: false },
    );
  }

  protected down(event: PointerEvent): void {
    if (this.thDragItem() || event.button !== 0 || this.listening) return;
    this.start = { x: event.clientX, y: event.clientY };
    this.listening = new AbortController();
    const { signal } = this.listening;
    const byFinger = event.pointerType === 'touch';
    document.addEventListener('pointermove', (next) => this.move(next, byFinger), { signal });
    document.addEventListener('pointerup', (next) => this.up(next), { signal });
    document.addEventListener('pointercancel', () => this.giveUp(), { signal });
    document.addEventListener('keydown', (key) => key.key === 'Escape' && this.giveUp(), {
      signal,
      capture: true,
    });
    if (byFinger) this.rest = window.setTimeout(() => this.lift(), REST_MS);
  }

  /** A resting finger drags; it does not open a menu. */
  protected noMenu(event: Event): void {
    if (this.listening) event.preventDefault();
  }

  private move(event: PointerEvent, byFinger: boolean): void {
    const at = { x: event.clientX, y: event.clientY };
    if (!this.ghost) {
      if (!farEnough(this.start, at)) return;
      // A finger that moves before it rests scrolls.
      if (byFinger) return this.end();
      this.lift();
    }
    event.preventDefault();
    this.carry(at);
  }

  private lift(): void {
    const box = this.element.getBoundingClientRect();
    this.grip = { x: this.start.x - box.left, y: this.start.y - box.top };
    const ghost = this.element.cloneNode(true) as HTMLElement;
    ghost.removeAttribute('id');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.inert = true;
    Object.assign(ghost.style, {
      position: 'fixed',
      zIndex: '1000',
      left: '0',
      top: '0',
      margin: '0',
      width: `${box.width}px`,
      pointerEvents: 'none',
      outline: '1px solid var(--th-celadon)',
      boxShadow: 'var(--th-shadow)',
      opacity: '0.95',
    });
    this.element.parentElement?.append(ghost);
    this.ghost = ghost;
    this.element.style.opacity = '0.4';
    getSelection()?.removeAllRanges();
    this.carry(this.start);
    this.lifted.emit();
  }

  private carry(at: { x: number; y: number }): void {
    if (!this.ghost) return;
    this.ghost.style.transform = `translate(${at.x - this.grip.x}px, ${at.y - this.grip.y}px)`;
    const below = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-drop]');
    const over = below?.dataset['drop'] ?? null;
    if (over !== this.over) this.hovered.emit(over);
    this.over = over;
    this.scroll = edgeSpeed(at.y, window.innerHeight);
    if (this.scroll && !this.frame) this.frame = requestAnimationFrame(() => this.glide());
  }

  /** Near the edge of the screen the page moves on below the pointer. */
  private glide(): void {
    this.frame = 0;
    if (!this.ghost || !this.scroll) return;
    window.scrollBy(0, this.scroll);
    this.frame = requestAnimationFrame(() => this.glide());
  }

  private up(event: PointerEvent): void {
    if (!this.ghost) return this.end();
    this.carry({ x: event.clientX, y: event.clientY });
    const { over } = this;
    // The click that follows belongs to the drag.
    const swallow = (click: Event) => {
      click.stopPropagation();
      click.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    this.end();
    this.dropped.emit(over);
  }

  private giveUp(): void {
    const dragging = this.ghost !== null;
    this.end();
    if (dragging) this.dropped.emit(null);
  }

  private end(): void {
    const dragging = this.ghost !== null;
    this.clear();
    if (dragging) this.hovered.emit(null);
  }

  private clear(): void {
    clearTimeout(this.rest);
    cancelAnimationFrame(this.frame);
    this.listening?.abort();
    this.listening = null;
    this.frame = this.scroll = 0;
    this.ghost?.remove();
    this.ghost = null;
    this.over = null;
    this.element.style.opacity = '';
  }
}
