/** The room where a code is typed in. */
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { displayVerifyCode } from '@tap-huan/rules';
import { CodeFormComponent } from './code-form.component';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-verify-enter-page',
  imports: [CodeFormComponent],
  template: `
    <h1>{{ t('title') }}</h1>
    <p class="th-muted">{{ t('enter.intro') }}</p>
    <th-code-form (entered)="open($event)" />
  `,
  styles: `
    p {
      margin: var(--th-8) 0 var(--th-24);
    }
  `,
})
export class EnterPage {
  private readonly router = inject(Router);
  protected readonly t = injectText();

  protected open(code: string): void {
    void this.router.navigate(['/xac-minh', displayVerifyCode(code)]);
  }
}
