/** The room of user name and password: on the sign-in page and in the dialog that asks again. */
import {
  Component,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { isFailure, Problems, SessionStore } from '@tap-huan/web/api';
import { FieldComponent, IconComponent, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-credentials-form',
  imports: [FieldComponent, InputDirective, IconComponent],
  template: `
    <form class="th-stack" novalidate (submit)="$event.preventDefault(); submit()">
      @if (failure(); as error) {
        <p class="failure" role="alert"><th-icon name="alert" /> {{ problems.message(error) }}</p>
      }
      <th-field [label]="t('signIn.username')">
        <input
          #user
          thInput
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          [readonly]="fixed()"
          [value]="username()"
          (input)="username.set(user.value)"
        />
      </th-field>
      <th-field [label]="t('signIn.password')">
        <span class="password">
          <input
            #secret
            thInput
            name="password"
            autocomplete="current-password"
            required
            [type]="shown() ? 'text' : 'password'"
            [value]="password()"
            (input)="password.set(secret.value)"
          />
          <button type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
            <th-icon [name]="shown() ? 'eye-off' : 'eye'" />
            <span class="th-hidden">{{ t('signIn.show') }}</span>
          </button>
        </span>
      </th-field>
      <button
        class="th-button th-button--primary th-button--wide"
        [attr.aria-busy]="busy()"
        [attr.aria-disabled]="busy() ? true : null"
      >
        {{ t(busy() ? 'signIn.submitting' : 'signIn.submit') }}
      </button>
    </form>
  `,
  styles: `
    .failure {
      display: flex;
      gap: var(--th-8);
      padding: var(--th-12);
      border-radius: var(--th-radius);
      background: var(--th-vermilion-tint);
      color: var(--th-vermilion);
      font-size: var(--th-size-15);
    }
    .password {
      position: relative;
      display: block;
    }
    .password input {
      padding-right: 48px;
    }
    .password button {
      position: absolute;
      inset: 0 0 0 auto;
      display: grid;
      place-items: center;
      width: 44px;
      border: 0;
      border-radius: var(--th-radius);
      background: none;
      color: var(--th-ink-2);
      cursor: pointer;
    }
  `,
})
export class CredentialsFormComponent {
  readonly username = model('');
  readonly password = model('');
  /** The user name may not be changed: the page belongs to this account. */
  readonly fixed = input(false);
  readonly entered = output();
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  private readonly user = viewChild.required<ElementRef<HTMLInputElement>>('user');
  private readonly secret = viewChild.required<ElementRef<HTMLInputElement>>('secret');

  protected async submit(): Promise<void> {
    if (this.busy()) return;
    // Password managers may fill in without an input event.
    this.username.set(this.user().nativeElement.value);
    this.password.set(this.secret().nativeElement.value);
    if (!this.username().trim()) return this.user().nativeElement.focus();
    if (!this.password()) return this.secret().nativeElement.focus();
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.store.signIn(this.username(), this.password());
      this.entered.emit();
    } catch (error) {
      this.failure.set(error);
      if (isFailure(error, 'invalid_credentials')) this.secret().nativeElement.select();
    } finally {
      this.busy.set(false);
    }
  }
}
