/** The room of how a quiz is taken, in words. */
import { Component, computed, input, output } from '@angular/core';
import { REVIEW_MOMENTS } from '@tap-huan/contract';
import { FieldComponent, InputDirective, SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { QuizForm, QuizWrong } from './quiz-form';

type Settings = QuizForm['settings'];

@Component({
  selector: 'th-quiz-settings',
  imports: [FieldComponent, InputDirective, SelectComponent],
  templateUrl: './quiz-settings.component.html',
  styles: `
    :host,
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset fieldset {
      gap: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    .short {
      max-width: 8rem;
    }
    .law {
      color: var(--th-amber);
    }
  `,
})
export class QuizSettingsComponent {
  readonly settings = input.required<Settings>();
  readonly wrong = input<readonly QuizWrong[]>([]);
  readonly disabled = input(false);
  readonly changed = output<Partial<Settings>>();
  protected readonly t = injectText();
  /** Circular 03/2023/TT-BNV art. 6: at least half of the scale. */
  protected readonly belowLaw = computed(() => (this.settings().passPercent ?? 50) < 50);
  protected readonly pages = computed(() => {
    const now = this.settings().questionsPerPage;
    const usual = [1, 5, 10, 0];
    return (usual.includes(now) ? usual : [now, ...usual]).map((value) => ({
      value,
      label:
        value === 0
          ? this.t('quiz.allOnOne')
          : this.t(value === 1 ? 'quiz.onePerPage' : 'quiz.perPage', { count: value }),
    }));
  });
  protected readonly moments = computed(() =>
    REVIEW_MOMENTS.map((value) => ({ value, label: this.t(`quiz.moment.${value}`) })),
  );

  protected wrongWords(field: Exclude<QuizWrong, 'slots'>): string | null {
    return this.wrong().includes(field) ? this.t(`quiz.wrong.${field}`) : null;
  }

  protected number(text: string): number | null {
    return text.trim() === '' ? null : Number(text);
  }
}
