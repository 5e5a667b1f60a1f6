/** The room of the person's own menu: role, language, background, password, sign out. */
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Role, SessionView } from '@tap-huan/contract';
import { SessionStore } from '@tap-huan/web/api';
import {
  IconComponent,
  initialsOf,
  LanguageSwitchComponent,
  Theme,
  type ThemeChoice,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { homeOf } from './places';

@Component({
  selector: 'th-account-menu',
  imports: [IconComponent, LanguageSwitchComponent, RouterLink],
  template: `
    <button
      type="button"
      class="person"
      popovertarget="th-account"
      [attr.aria-label]="t('account.menu') + ': ' + session().fullName"
    >
      <span class="words">
        <span class="name">{{ session().fullName }}</span>
        @if (store.role(); as role) {
          <span class="role">{{ t(roleKey(role)) }}</span>
        }
      </span>
      <span class="mark" aria-hidden="true">{{ initials() }}</span>
    </button>

    <div #menu class="th-menu" id="th-account" popover>
      <p class="who">
        <strong>{{ session().fullName }}</strong>
        <span>{{ session().username }}</span>
      </p>
      @if (store.roles().length > 1) {
        <div class="th-menu-line"></div>
        <div role="group" aria-labelledby="th-roles">
          <span class="th-menu-label" id="th-roles">{{ t('role.label') }}</span>
          @for (role of store.roles(); track role) {
            <button
              type="button"
              class="th-menu-item"
              [attr.aria-pressed]="role === store.role()"
              (click)="menu.hidePopover(); switchTo(role)"
            >
              <th-icon [name]="role === store.role() ? 'check' : 'role'" /> {{ t(roleKey(role)) }}
            </button>
          }
        </div>
      }
      <div class="th-menu-line"></div>
      <span class="th-menu-label" aria-hidden="true">{{ t('language.label') }}</span>
      <th-language-switch [label]="t('language.label')" (choose)="store.chooseLanguage($event)" />
      <span class="th-menu-label" id="th-themes">{{ t('theme.label') }}</span>
      <div class="themes" role="group" aria-labelledby="th-themes">
        @for (choice of choices; track choice) {
          <button
            type="button"
            [attr.aria-pressed]="theme.choice() === choice"
            (click)="theme.choose(choice)"
          >
            {{ t(themeKey(choice)) }}
          </button>
        }
      </div>
      <div class="th-menu-line"></div>
      <a class="th-menu-item" routerLink="/doi-mat-khau" (click)="menu.hidePopover()">
        <th-icon name="lock" /> {{ t('account.changePassword') }}
      </a>
      <button type="button" class="th-menu-item" (click)="menu.hidePopover(); signOut()">
        <th-icon name="sign-out" /> {{ t('account.signOut') }}
      </button>
    </div>
  `,
  styleUrl: './account-menu.component.scss',
})
export class AccountMenuComponent {
  readonly session = input.required<SessionView>();
  protected readonly store = inject(SessionStore);
  protected readonly theme = inject(Theme);
  private readonly router = inject(Router);
  protected readonly t = injectText();
  protected readonly choices: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
  protected readonly initials = computed(() => initialsOf(this.session().fullName));

  protected roleKey(role: Role) {
    return `role.${role}` as const;
  }

  protected themeKey(choice: ThemeChoice) {
    return `theme.${choice}` as const;
  }

  protected switchTo(role: Role): void {
    this.store.chooseRole(role);
    void this.router.navigateByUrl(homeOf(role));
  }

  protected async signOut(): Promise<void> {
    await this.store.signOut();
    await this.router.navigateByUrl('/dang-nhap');
  }
}
