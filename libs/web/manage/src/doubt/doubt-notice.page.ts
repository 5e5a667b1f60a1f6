/** The room of the line that leads HR to completions in doubt; where there are none it says nothing. */
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { read } from '@tap-huan/web/api';
import { CalloutComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-doubt-notice',
  imports: [CalloutComponent, RouterLink],
  template: `
    @if (count(); as count) {
      <th-callout kind="warning">
        {{ t('doubt.notice', { count }) }}
        <a routerLink="/quan-ly/can-xem-xet">{{ t('doubt.noticeLink') }}</a>
      </th-callout>
    }
  `,
  styles: `
    th-callout {
      margin-bottom: var(--th-24);
    }
    a {
      white-space: nowrap;
    }
  `,
})
export class DoubtNoticePage {
  protected readonly t = injectText();
  private readonly open = read(endpoints.listCompletionsInDoubt, () => ({
    query: { open: 'true' as const, page: 1, pageSize: 1 },
  }));
  /** A notice that could not be fetched is no reason to speak of it: the page has its own errors. */
  protected readonly count = computed(() => (this.open.hasValue() ? this.open.value().total : 0));
}
