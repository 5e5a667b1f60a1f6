/** The room of a quiz's sections: how many questions, how long, and how much is needed. */
import { Component, computed, input } from '@angular/core';
import type { QuizRules } from '@tap-huan/contract';
import { formatMinutes, injectLanguage } from '@tap-huan/web/ui';
import { injectQuizText } from '../i18n/quiz.text';

@Component({
  selector: 'th-sections-table',
  template: `
    <ol>
      @for (row of rows(); track $index) {
        <li>
          <span class="name">{{ row.title }}</span>
          <span class="facts th-figures">{{ row.facts }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
      border-top: 1px solid var(--th-line);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--th-16);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
    .name {
      flex: 1 1 14rem;
      font-weight: 500;
    }
    .facts {
      color: var(--th-ink-2);
    }
  `,
})
export class SectionsTableComponent {
  readonly sections = input.required<QuizRules['sections']>();
  protected readonly t = injectQuizText();
  private readonly language = injectLanguage();
  protected readonly rows = computed(() =>
    this.sections().map((section, index) => {
      const facts = [this.t('questions', { count: section.questions })];
      if (section.timeLimitMinutes !== null)
        facts.push(formatMinutes(section.timeLimitMinutes, this.language()));
      if (section.minimumPercent !== null)
        facts.push(this.t('sections.minimum', { percent: section.minimumPercent }));
      const title = section.title || this.t('sections.untitled', { number: index + 1 });
      return { title, facts: facts.join(' · ') };
    }),
  );
}
