/** The room of what a quiz asks for and what it shows afterwards. */
import { Component, computed, input, output } from '@angular/core';
import { MarksPipe, SectionComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import type { FormSettings, Wrong } from '../quiz-form';
import type { Sections } from '../quiz-sections';
import { presetOf } from '../review-presets';
import { NumberFieldComponent } from './number-field.component';
import { ReviewTableComponent } from './review-table.component';
import { SectionNumbersComponent } from './section-numbers.component';

/** Percent of the scale below which circular 03/2023/TT-BNV art. 6 does not count a test as passed. */
const LAW_PERCENT = 50;

@Component({
  selector: 'th-quiz-results',
  imports: [
    MarksPipe,
    NumberFieldComponent,
    ReviewTableComponent,
    SectionComponent,
    SectionNumbersComponent,
  ],
  templateUrl: './results.component.html',
  styleUrl: './settings.scss',
})
export class ResultsComponent {
  readonly settings = input.required<FormSettings>();
  readonly sections = input.required<Sections>();
  readonly wrong = input.required<Wrong>();
  readonly disabled = input(false);
  readonly changed = output<Partial<FormSettings>>();
  readonly sectionsChanged = output<Sections>();
  protected readonly t = injectText();
  protected readonly belowLaw = computed(
    () => (this.settings().passPercent ?? LAW_PERCENT) < LAW_PERCENT,
  );
  /** Right answers seen before the last attempt make the next one worthless. */
  protected readonly giveaway = computed(() => {
    const { review, holdAnswers, attemptsAllowed } = this.settings();
    const told = review.rightAfter.rightAnswer || review.later.rightAnswer;
    return told && !holdAnswers && attemptsAllowed !== 1;
  });
  /** Nobody will see anything: it waits for a closing that does not come. */
  protected readonly neverSeen = computed(() => {
    const { review, closesAt } = this.settings();
    return presetOf(review) === 'afterClose' && closesAt === null;
  });

  protected errorOf(field: 'passPercent' | 'appealDays'): string | null {
    return this.wrong().has(`settings.${field}`) ? this.t(`quiz.wrong.${field}`) : null;
  }
}
