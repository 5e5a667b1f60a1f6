/** The room of the tabs between reports, records and lists. */
import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '@tap-huan/web/api';
import { TabsComponent } from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';

@Component({
  selector: 'th-reports-nav',
  imports: [RouterLink, RouterLinkActive, TabsComponent],
  template: `
    <th-tabs [label]="t('nav.label')">
      @if (store.can('completion.read')) {
        @for (tab of tabs; track tab.path) {
          <a
            [routerLink]="['/quan-ly/bao-cao', tab.path]"
            routerLinkActive="active"
            ariaCurrentWhenActive="page"
          >
            {{ t(tab.label) }}
          </a>
        }
      }
      @if (store.can('officer.manage')) {
        <a
          routerLink="/quan-ly/bao-cao/dinh-chinh"
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
        >
          {{ t('nav.corrections') }}
        </a>
      }
    </th-tabs>
  `,
})
export class ReportsNavComponent {
  protected readonly store = inject(SessionStore);
  protected readonly t = injectRecordText();
  protected readonly tabs = [
    { path: 'nam', label: 'nav.annual' },
    { path: 'don-vi', label: 'nav.unit' },
    { path: 'khoa', label: 'nav.subjects' },
    { path: 'danh-sach', label: 'nav.lists' },
  ] as const;
}
