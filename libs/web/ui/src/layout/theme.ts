/** The room of light and dark: as the device says, or as the person chose on it. */
import { Injectable, signal } from '@angular/core';

export type ThemeChoice = 'auto' | 'light' | 'dark';
const STORED = 'tap-huan.theme';

/** The choice of light or dark; `auto` follows the device. Remembered on this device. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly choice = signal<ThemeChoice>('auto');

  constructor() {
    let stored: string | null = null;
    try {
      stored = localStorage.getItem(STORED);
    } catch {
      // No storage: auto.
    }
    if (stored === 'light' || stored === 'dark') this.choose(stored);
  }

  choose(choice: ThemeChoice): void {
    this.choice.set(choice);
    const root = document.documentElement;
    if (choice === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = choice;
    try {
      localStorage.setItem(STORED, choice);
    } catch {
      // No storage: holds for this visit.
    }
  }
}
