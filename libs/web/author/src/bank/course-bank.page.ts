/** The room of the tab of a course that shows its questions. */
import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Problems } from '@tap-huan/web/api';
import { ErrorStateComponent, IconComponent } from '@tap-huan/web/ui';
import { CourseStore } from '../course/course.store';
import { injectText } from '../i18n/text';
import { BankStore } from './bank.store';
import { QuestionsPage } from './questions.page';

@Component({
  selector: 'th-course-bank-page',
  imports: [RouterLink, ErrorStateComponent, IconComponent, QuestionsPage],
  providers: [BankStore],
  template: `
    @if (store.resource.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="store.reload()" />
    } @else {
      <th-questions-page [courseId]="course.courseId() ?? undefined" />
      @if (store.bankId(); as bankId) {
        <p class="foot th-row">
          <a [routerLink]="['/soan', 'ngan-hang', bankId, 'tinh-huong']">
            <th-icon name="file" [size]="18" /> {{ t('stimulus.title') }}
          </a>
          <a [routerLink]="['/soan', 'ngan-hang', bankId]">
            <th-icon name="bank" [size]="18" /> {{ t('banks.openAlone') }}
          </a>
        </p>
      }
    }
  `,
  styles: `
    .foot {
      gap: var(--th-8) var(--th-24);
      margin-top: var(--th-16);
    }
    .foot a {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
    }
  `,
})
export class CourseBankPage {
  protected readonly course = inject(CourseStore);
  protected readonly store = inject(BankStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  constructor() {
    effect(() => this.store.bankId.set(this.course.course()?.bankId ?? null));
  }
}
