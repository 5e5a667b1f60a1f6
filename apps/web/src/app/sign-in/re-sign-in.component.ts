/** The room of signing in again over a page that holds work. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, type Injector, signal } from '@angular/core';
import { SessionStore } from '@tap-huan/web/api';
import { DialogFrameComponent, Dialogs } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { CredentialsFormComponent } from './credentials-form.component';

@Component({
  selector: 'th-re-sign-in',
  imports: [DialogFrameComponent, CredentialsFormComponent],
  template: `
    <th-dialog [heading]="t('signIn.again')">
      <p class="th-muted hint">{{ t('signIn.againHint') }}</p>
      <th-credentials-form
        [username]="username"
        [(password)]="password"
        [fixed]="true"
        (entered)="ref.close(true)"
      />
      <button thActions type="button" class="th-button th-button--quiet" (click)="leave()">
        {{ t('signIn.other') }}
      </button>
    </th-dialog>
  `,
  styles: `
    .hint {
      margin-bottom: var(--th-16);
    }
  `,
})
export class ReSignInComponent {
  private readonly store = inject(SessionStore);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly t = injectText();
  protected readonly username = this.store.session()?.username ?? '';
  protected readonly password = signal('');

  /** A full load: nothing of this account stays in the page. */
  protected leave(): void {
    this.ref.close(false);
    location.assign('/dang-nhap');
  }
}

/** Asks over the present page; true when the person is signed in again. */
export async function askToSignIn(injector: Injector): Promise<boolean> {
  return (
    (await injector
      .get(Dialogs)
      .open<boolean>(ReSignInComponent, { stay: true, focus: 'input[name=password]' })) === true
  );
}
