/** The room around the public pages: the mark, the language, and nothing that robots may keep. */
import { Component, DestroyRef, inject } from '@angular/core';
import { Meta } from '@angular/platform-browser';
import { RouterLink, RouterOutlet } from '@angular/router';
import { SessionStore } from '@tap-huan/web/api';
import { LanguageSwitchComponent, LogoComponent } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-verify-frame',
  imports: [LanguageSwitchComponent, LogoComponent, RouterLink, RouterOutlet],
  template: `
    <header>
      <a class="brand" routerLink="/xac-minh">
        <th-logo [size]="32" /> <span>{{ t('product') }}</span>
      </a>
      <th-language-switch (choose)="store.chooseLanguage($event)" />
    </header>
    <main>
      <router-outlet />
    </main>
    <footer>
      <a routerLink="/">{{ t('signIn') }}</a>
    </footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-height: 100dvh;
      padding: var(--th-8) var(--th-16) var(--th-16);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--th-8);
      margin-right: calc(-1 * var(--th-12));
    }
    .brand {
      display: inline-flex;
      align-items: center;
      gap: var(--th-12);
      min-height: var(--th-target);
      color: var(--th-ink);
      font-size: var(--th-size-17);
      font-weight: 600;
      text-decoration: none;
    }
    main {
      flex: 1;
      width: 100%;
      max-width: 42rem;
      margin: 0 auto;
      padding: var(--th-24) 0 var(--th-32);
    }
    footer {
      font-size: var(--th-size-13);
      text-align: center;
    }
    footer a {
      display: inline-flex;
      align-items: center;
      min-height: var(--th-target);
    }
    @media print {
      footer,
      th-language-switch {
        display: none;
      }
    }
  `,
})
export class FramePage {
  protected readonly store = inject(SessionStore);
  protected readonly t = injectText();

  constructor() {
    const meta = inject(Meta);
    meta.addTag({ name: 'robots', content: 'noindex' });
    inject(DestroyRef).onDestroy(() => meta.removeTag('name="robots"'));
  }
}
