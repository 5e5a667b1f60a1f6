/** The room of the two halves of the officer's record. */
import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TabsComponent } from '@tap-huan/web/ui';
import { injectMyRecordText } from './i18n/text';

@Component({
  selector: 'th-record-tabs',
  imports: [RouterLink, RouterLinkActive, TabsComponent],
  template: `
    <th-tabs [label]="t('tabs.label')">
      <a
        routerLink="/hoc/ho-so"
        routerLinkActive="active"
        [routerLinkActiveOptions]="{ exact: true }"
        ariaCurrentWhenActive="page"
      >
        {{ t('tabs.record') }}
      </a>
      <a routerLink="/hoc/ho-so/du-lieu" routerLinkActive="active" ariaCurrentWhenActive="page">
        {{ t('tabs.privacy') }}
      </a>
    </th-tabs>
  `,
})
export class RecordTabsComponent {
  protected readonly t = injectMyRecordText();
}
