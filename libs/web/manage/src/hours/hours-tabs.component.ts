/** The room of the tabs that the pages of the ledger share. */
import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TabsComponent } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

const HOME = '/quan-ly/gio-boi-duong';

@Component({
  selector: 'th-hours-tabs',
  imports: [RouterLink, RouterLinkActive, TabsComponent],
  template: `
    <th-tabs [label]="t('tabs.label')">
      @for (tab of tabs; track tab.path) {
        <a
          [routerLink]="tab.path"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="exact"
          >{{ t(tab.label) }}</a
        >
      }
    </th-tabs>
  `,
})
export class HoursTabsComponent {
  protected readonly t = injectText();
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly tabs = [
    { path: HOME, label: 'tabs.year' },
    { path: `${HOME}/cho-duyet`, label: 'tabs.proposals' },
    { path: `${HOME}/lanh-dao`, label: 'tabs.leaders' },
    { path: `${HOME}/nhap-danh-sach`, label: 'tabs.import' },
    { path: `${HOME}/quy-dinh`, label: 'tabs.rules' },
  ] as const;
}
