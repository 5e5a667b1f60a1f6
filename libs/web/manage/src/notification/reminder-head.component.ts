/** The room of what the three pages of reminders begin with. */
import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { PageHeaderComponent, TabsComponent } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-reminder-head',
  imports: [PageHeaderComponent, RouterLink, RouterLinkActive, TabsComponent],
  template: `
    <th-page-header [heading]="t('title')" [sub]="t('sub')" />
    <th-tabs [label]="t('tabs.label')">
      @for (tab of tabs; track tab.path) {
        <a
          [routerLink]="tab.path"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="samePath"
          >{{ t(tab.label) }}</a
        >
      }
    </th-tabs>
  `,
})
export class ReminderHeadComponent {
  protected readonly t = injectText();
  /** Filters in the address do not make it another place. */
  protected readonly samePath = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly tabs = [
    { path: '/quan-ly/thong-bao', label: 'tabs.sent' },
    { path: '/quan-ly/thong-bao/mau', label: 'tabs.templates' },
    { path: '/quan-ly/thong-bao/lich', label: 'tabs.schedule' },
  ] as const;
}
