/** The room of short news at the foot of the page, with Undo where a thing can be undone. */
import { Component, inject, Injectable, signal } from '@angular/core';
import { injectUiText } from '../i18n/text';

interface Toast {
  id: number;
  words: string;
  tone: 'plain' | 'error';
  /** Milliseconds; null stays until closed. */
  lasts: number | null;
  action?: { label: string; run: () => void };
}

/** Tells short news: `toasts.tell('Đã lưu')`, `toasts.undoable('Đã gỡ bài học', () => restore())`. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly present = signal<Toast | null>(null);
  private timer?: ReturnType<typeof setTimeout>;
  private count = 0;

  /** News that needs no answer; gone after 5 s. */
  tell(words: string): void {
    this.show({ words, tone: 'plain', lasts: 5_000 });
  }

  /** A failure, already as a sentence; stays until closed. */
  fail(words: string): void {
    this.show({ words, tone: 'error', lasts: null });
  }

  /** Says what was done and offers to undo it for 10 s. `label` is "Hoàn tác" unless told. */
  undoable(words: string, undo: () => void, label?: string): void {
    this.show({ words, tone: 'plain', lasts: 10_000, action: { label: label ?? '', run: undo } });
  }

  close(): void {
    clearTimeout(this.timer);
    this.present.set(null);
  }

  /** While the pointer or the focus is on it, it stays. */
  hold(): void {
    clearTimeout(this.timer);
  }

  /** Pointer and focus are gone again: from here on it has its whole time. */
  release(): void {
    clearTimeout(this.timer);
    const lasts = this.present()?.lasts;
    if (lasts) this.timer = setTimeout(() => this.present.set(null), lasts);
  }

  private show(toast: Omit<Toast, 'id'>): void {
    this.present.set({ ...toast, id: ++this.count });
    this.release();
  }
}

/** The one place where toasts appear; the shell holds it. */
@Component({
  selector: 'th-toast-outlet',
  template: `
    <div class="area" aria-live="polite">
      @if (toasts.present(); as toast) {
        <div
          class="toast"
          [class.error]="toast.tone === 'error'"
          (mouseenter)="toasts.hold()"
          (mouseleave)="toasts.release()"
          (focusin)="toasts.hold()"
          (focusout)="toasts.release()"
        >
          <span>{{ toast.words }}</span>
          @if (toast.action; as action) {
            <button type="button" (click)="toasts.close(); action.run()">
              {{ action.label || t('undo') }}
            </button>
          }
          <button type="button" (click)="toasts.close()">{{ t('close') }}</button>
        </div>
      }
    </div>
  `,
  styles: `
    .area {
      position: fixed;
      z-index: 1100;
      inset: auto var(--th-16) calc(var(--th-24) + var(--th-bar)) var(--th-16);
      display: flex;
      justify-content: center;
      pointer-events: none;
    }
    .toast {
      pointer-events: auto;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-12);
      max-width: 40rem;
      padding: var(--th-4) var(--th-8) var(--th-4) var(--th-16);
      border-radius: var(--th-radius);
      background: light-dark(#1e2421, #e9ede8);
      color: light-dark(#faf7f0, #151a18);
      box-shadow: var(--th-shadow);
      font-size: var(--th-size-15);
      animation: rise var(--th-calm) ease-out;
    }
    .toast.error {
      background: light-dark(#8f2718, #f6b7aa);
    }
    span {
      flex: 1 1 auto;
    }
    button {
      min-height: var(--th-target);
      padding: 0 var(--th-12);
      border: 0;
      border-radius: 6px;
      background: transparent;
      font-weight: 600;
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, currentColor 14%, transparent);
    }
    button:focus-visible {
      outline-color: currentColor;
      outline-offset: -3px;
    }
    @keyframes rise {
      from {
        translate: 0 12px;
        opacity: 0;
      }
    }
  `,
})
export class ToastOutletComponent {
  protected readonly toasts = inject(Toasts);
  protected readonly t = injectUiText();
}
