/** The room of how the paper is shown: size, contrast, one question at a time, the clock. */
import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  linkedSignal,
  signal,
} from '@angular/core';
import { type ScreenSettings, USUAL_SCREEN } from '@tap-huan/contract';

export const TEXT_SIZES = [100, 125, 150, 200] as const;

/** As the officer's accommodation has it, and as the officer changes it on the page; the latter is for this visit. */
@Injectable()
export class Screen {
  /** From the attempt. */
  readonly given = signal<ScreenSettings>(USUAL_SCREEN, {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly settings = linkedSignal(this.given);
  readonly sizes = computed(() =>
    [...new Set([...TEXT_SIZES, this.given().textPercent])].sort((a, b) => a - b),
  );

  constructor() {
    const root = document.documentElement;
    // All sizes are in rem: one place makes everything larger, the strip and the menus too.
    effect(() => {
      const { textPercent, highContrast } = this.settings();
      root.style.fontSize = textPercent === 100 ? '' : `${textPercent}%`;
      root.toggleAttribute('data-high-contrast', highContrast);
    });
    // The page says itself, and more exactly, what a lost network means for the answers.
    root.toggleAttribute('data-tells-offline', true);
    inject(DestroyRef).onDestroy(() => {
      root.removeAttribute('data-tells-offline');
      root.style.fontSize = '';
      root.removeAttribute('data-high-contrast');
    });
  }

  set(part: Partial<ScreenSettings>): void {
    this.settings.update((all) => ({ ...all, ...part }));
  }
}
