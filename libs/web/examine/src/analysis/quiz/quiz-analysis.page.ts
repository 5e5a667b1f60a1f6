/** The room of the analysis of one quiz: what it is of, the filter, and the tabs. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
  TabsComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { AnalysisDesk } from './analysis-desk';
import { FilterBarComponent } from './filter-bar.component';
import { NoticesComponent } from './notices.component';

@Component({
  selector: 'th-quiz-analysis-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    EmptyStateComponent,
    ErrorStateComponent,
    FilterBarComponent,
    IconComponent,
    NoticesComponent,
    PageHeaderComponent,
    SkeletonComponent,
    TabsComponent,
  ],
  providers: [AnalysisDesk],
  templateUrl: './quiz-analysis.page.html',
  styles: `
    .busy {
      opacity: 0.6;
    }
    .tab {
      display: block;
      transition: opacity var(--th-quick);
    }
  `,
})
export class QuizAnalysisPage {
  readonly quizId = input.required<string>();
  protected readonly desk = inject(AnalysisDesk);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly title = inject(PageTitle);

  protected readonly tabs = ['', 'cau-hoi', 'thoi-gian', 'don-vi', 'rasch'] as const;
  protected readonly words = computed(() => ({
    '': this.t('tab.overview'),
    'cau-hoi': this.t('tab.items'),
    'thoi-gian': this.t('tab.time'),
    'don-vi': this.t('tab.groups'),
    rasch: this.t('tab.rasch'),
  }));
  protected readonly workbook = computed(() =>
    this.api.fileUrl(endpoints.exportAnalysis, {
      params: { quizId: this.quizId() },
      query: this.desk.filter(),
    }),
  );

  private readonly scope = read(endpoints.listUnits);
  protected readonly units = computed(() =>
    this.scope.hasValue() ? this.scope.value().items.filter(({ validTo }) => validTo === null) : [],
  );

  constructor() {
    effect(() => this.desk.quizId.set(this.quizId()));
    effect(() => {
      const found = this.desk.found();
      if (found) this.title.own.set(this.t('title.quiz', { quiz: found.quizTitle }));
    });
  }
}
