/** The room of the bell in the header: how many notices are unread, and the way to them. */
import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { UnreadNotices } from './unread-notices';

/** Milliseconds between two looks at the clock. */
const TICK = 60_000;
/** Above it the number does not matter. */
const MOST = 99;

@Component({
  selector: 'th-bell',
  imports: [IconComponent, RouterLink],
  template: `
    <a routerLink="/thong-bao" [attr.aria-label]="words()">
      <th-icon name="bell" [size]="22" />
      @if (unread.count()) {
        <span class="count th-figures" aria-hidden="true">{{ shown() }}</span>
      }
      <span class="word" aria-hidden="true">{{ t('notice.title') }}</span>
    </a>
  `,
  styles: `
    a {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-width: var(--th-target);
      min-height: var(--th-target);
      padding: 0 var(--th-12);
      border-radius: var(--th-radius);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      text-decoration: none;
    }
    a:hover {
      background: var(--th-sunken);
      color: var(--th-ink);
    }
    .count {
      position: absolute;
      top: 2px;
      left: 24px;
      min-width: 18px;
      padding: 0 4px;
      border-radius: 9px;
      background: var(--th-celadon);
      color: var(--th-on-celadon);
      font-size: 12px;
      font-weight: 600;
      line-height: 18px;
      text-align: center;
    }
    @media (max-width: 719px) {
      .word {
        display: none;
      }
    }
  `,
})
export class BellPage {
  /** Whose bell it is. */
  readonly accountId = input.required<string>();
  /** Where the person is: each new page is a chance to look. */
  readonly url = input.required<string>();
  protected readonly unread = inject(UnreadNotices);
  protected readonly t = injectText();
  protected readonly shown = computed(() =>
    this.unread.count() > MOST ? `${MOST}+` : String(this.unread.count()),
  );
  protected readonly words = computed(() =>
    this.unread.count() === 0
      ? this.t('notice.title')
      : this.t('notice.unread', { count: this.unread.count() }),
  );
  private before: string | null = null;

  constructor() {
    effect(() => {
      const account = this.accountId();
      this.url();
      if (this.before !== account) this.unread.forget();
      this.before = account;
      this.look();
    });
    const timer = setInterval(() => this.look(), TICK);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Whoever sits an examination is not to be disturbed, and their line is not to be used. */
  private look(): void {
    if (!this.url().startsWith('/hoc/lam-bai/')) void this.unread.look();
  }
}
