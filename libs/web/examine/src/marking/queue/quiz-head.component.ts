/** The room of the first lines of a quiz's marking pages: which quiz, and its three tabs. */
import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { IconComponent, PageHeaderComponent, TabsComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** `<th-quiz-head [quizId]="quizId()" [quizTitle]="title()"><button thActions>…</button></th-quiz-head>` */
@Component({
  selector: 'th-quiz-head',
  imports: [IconComponent, PageHeaderComponent, RouterLink, RouterLinkActive, TabsComponent],
  template: `
    <th-page-header [heading]="quizTitle()">
      <a thBack routerLink="/khao-thi/cham-diem">
        <th-icon name="back" [size]="18" /> {{ t('tabs.back') }}
      </a>
      <ng-content select="[thActions]" ngProjectAs="[thActions]" />
    </th-page-header>
    <th-tabs [label]="t('tabs.label')">
      <a
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        [routerLink]="['/khao-thi/cham-diem', quizId()]"
        [routerLinkActiveOptions]="exact"
        >{{ t('tabs.tasks') }}</a
      >
      <a
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        [routerLink]="['/khao-thi/cham-diem', quizId(), 'phuc-khao']"
        >{{ t('tabs.appeals') }}</a
      >
      <a
        routerLinkActive="active"
        ariaCurrentWhenActive="page"
        [routerLink]="['/khao-thi/cham-diem', quizId(), 'cham-lai']"
        >{{ t('tabs.regrade') }}</a
      >
    </th-tabs>
  `,
})
export class QuizHeadComponent {
  readonly quizId = input.required<string>();
  readonly quizTitle = input.required<string>();
  protected readonly t = injectText();
  /** The first tab's path begins the others'; filters do not matter. */
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
}
