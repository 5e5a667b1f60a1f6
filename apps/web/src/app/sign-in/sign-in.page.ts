/** The room of signing in: one column, nothing else. */
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { routes } from '@tap-huan/contract';
import { read, SessionStore } from '@tap-huan/web/api';
import { LanguageSwitchComponent, LogoComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { CredentialsFormComponent } from './credentials-form.component';

@Component({
  selector: 'th-sign-in-page',
  imports: [RouterLink, LanguageSwitchComponent, LogoComponent, CredentialsFormComponent],
  templateUrl: './sign-in.page.html',
  styleUrl: './sign-in.page.scss',
})
export class SignInPage {
  /** Where to go afterwards (`?tiep=`). */
  readonly tiep = input<string>();
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly t = injectText();
  protected readonly about = read(routes.readAbout);
  protected readonly known = computed(() =>
    this.about.hasValue() ? this.about.value() : undefined,
  );
  protected readonly username = signal('');
  protected readonly password = signal('');

  protected fill(account: { username: string; password: string }): void {
    this.username.set(account.username);
    this.password.set(account.password);
  }

  protected entered(): void {
    const next = this.tiep();
    // Only addresses of our own: "//elsewhere" is not one.
    void this.router.navigateByUrl(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
  }

  protected choose(language: 'vi' | 'en'): void {
    void this.store.chooseLanguage(language);
  }
}
