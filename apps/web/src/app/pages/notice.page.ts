/** The room of pages that only tell: not found, not permitted, server not reached. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyStateComponent, ErrorStateComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-notice-page',
  imports: [RouterLink, EmptyStateComponent, ErrorStateComponent],
  template: `
    <div [attr.role]="denied() ? null : 'main'">
      @if (kind() === 'offline') {
        <th-error-state [heading]="t('offline.title')" (retry)="reload()" />
      } @else {
        <th-empty-state
          [level]="1"
          [icon]="denied() ? 'lock' : 'help'"
          [heading]="t(denied() ? 'denied.title' : 'missing.title')"
          [hint]="t(denied() ? 'denied.hint' : 'missing.hint')"
        >
          <a class="th-button" routerLink="/">{{ t('missing.home') }}</a>
        </th-empty-state>
      }
    </div>
  `,
})
export class NoticePage {
  readonly kind = input<'missing' | 'denied' | 'offline'>('missing');
  protected readonly t = injectText();
  protected readonly denied = computed(() => this.kind() === 'denied');

  /** The address in the bar is still the one that was wanted. */
  protected reload(): void {
    location.reload();
  }
}
