/** The room of the own password. */
import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Problems, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  FieldComponent,
  InputDirective,
  PageHeaderComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-change-password-page',
  imports: [FormField, FieldComponent, InputDirective, PageHeaderComponent, CalloutComponent],
  template: `
    <th-page-header [heading]="t('password.title')" [sub]="first() ? t('password.first') : null" />
    <form class="th-stack" novalidate (submit)="$event.preventDefault(); save()">
      <input
        class="th-hidden"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        readonly
        [value]="username()"
      />
      @if (failure(); as error) {
        <th-callout kind="error">{{ problems.message(error) }}</th-callout>
      }
      <th-field [label]="t('password.current')">
        <input thInput type="password" autocomplete="current-password" [formField]="form.current" />
      </th-field>
      <th-field
        [label]="t('password.next')"
        [hint]="t('password.nextHint')"
        [error]="tried() && short() ? t('password.short') : null"
      >
        <input thInput type="password" autocomplete="new-password" [formField]="form.next" />
      </th-field>
      <th-field
        [label]="t('password.repeat')"
        [error]="tried() && differ() ? t('password.differ') : null"
      >
        <input thInput type="password" autocomplete="new-password" [formField]="form.repeat" />
      </th-field>
      <div>
        <button class="th-button th-button--primary" [attr.aria-busy]="busy()">
          {{ t('password.submit') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      max-width: 26rem;
    }
  `,
})
export class ChangePasswordPage {
  readonly tiep = input<string>();
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly model = signal({ current: '', next: '', repeat: '' });
  protected readonly form = form(this.model);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly username = computed(() => this.store.session()?.username ?? '');
  protected readonly first = computed(() => this.store.session()?.mustChangePassword ?? false);
  protected readonly short = computed(() => this.model().next.length < 8);
  protected readonly differ = computed(() => this.model().next !== this.model().repeat);

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.busy() || this.short() || this.differ()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.store.changePassword(this.model().current, this.model().next);
      this.toasts.tell(this.t('password.done'));
      const next = this.tiep();
      await this.router.navigateByUrl(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
