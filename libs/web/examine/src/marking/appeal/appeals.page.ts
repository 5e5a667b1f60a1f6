/** The room of appeals against the results of a quiz: those that wait for an answer first, the longest wait on top. */
import { Component, computed, inject, input } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  EmptyStateComponent,
  ErrorStateComponent,
  SectionComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { QuizHeadComponent } from '../queue/quiz-head.component';
import { AppealItemPage } from './appeal-item.page';

@Component({
  selector: 'th-appeals-page',
  imports: [
    AppealItemPage,
    EmptyStateComponent,
    ErrorStateComponent,
    QuizHeadComponent,
    SectionComponent,
    SkeletonComponent,
  ],
  template: `
    <th-quiz-head [quizId]="quizId()" [quizTitle]="page()?.quizTitle ?? t('appeal.title')" />
    @if (page(); as page) {
      @if (page.items.length === 0) {
        <th-empty-state icon="send" [heading]="t('appeal.none')" [hint]="t('appeal.noneHint')" />
      }
      @for (group of groups(); track group.state) {
        @if (group.items.length > 0) {
          <th-section [heading]="group.heading">
            <ul>
              @for (one of group.items; track one.id) {
                <li><th-appeal-item [appeal]="one" (answered)="resource.reload()" /></li>
              }
            </ul>
          </th-section>
        }
      }
    } @else if (resource.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="resource.reload()" />
    } @else {
      <th-skeleton shape="card" [count]="3" />
    }
  `,
  styles: `
    th-section {
      max-width: 60rem;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--th-16) 0;
      border-top: 1px solid var(--th-line);
    }
  `,
})
export class AppealsPage {
  readonly quizId = input.required<string>();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly resource = read(endpoints.listAppeals, () => ({
    params: { quizId: this.quizId() },
  }));
  protected readonly page = kept(this.resource);
  protected readonly groups = computed(() => {
    const items = this.page()?.items ?? [];
    const open = items.filter(({ state }) => state === 'open');
    const answered = items.filter(({ state }) => state === 'answered');
    return [
      { state: 'open', heading: this.t('appeal.waiting', { n: open.length }), items: open },
      {
        state: 'answered',
        heading: this.t('appeal.done', { n: answered.length }),
        items: answered,
      },
    ];
  });
}
