/** The room of how a quiz is sat: exam or practice, its times, its attempts, how it goes through the questions. */
import { Component, computed, input, output } from '@angular/core';
import { GRADING_METHODS } from '@tap-huan/contract';
import {
  FieldComponent,
  formatMinutes,
  injectLanguage,
  MinutesPipe,
  SectionComponent,
  SelectComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import type { FormSettings, Wrong } from '../quiz-form';
import type { Sections } from '../quiz-sections';
import type { QuizSummary } from '../quiz-summary';
import { CertaintyTableComponent } from './certainty-table.component';
import { InstantFieldComponent } from './instant-field.component';
import { NumberFieldComponent } from './number-field.component';
import { SectionNumbersComponent } from './section-numbers.component';

@Component({
  selector: 'th-quiz-taking',
  imports: [
    CertaintyTableComponent,
    FieldComponent,
    InstantFieldComponent,
    MinutesPipe,
    NumberFieldComponent,
    SectionComponent,
    SectionNumbersComponent,
    SelectComponent,
  ],
  templateUrl: './taking.component.html',
  styleUrl: './settings.scss',
})
export class TakingComponent {
  readonly settings = input.required<FormSettings>();
  readonly sections = input.required<Sections>();
  readonly summary = input.required<QuizSummary>();
  readonly wrong = input.required<Wrong>();
  readonly disabled = input(false);
  readonly changed = output<Partial<FormSettings>>();
  readonly sectionsChanged = output<Sections>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly modes = ['exam', 'practice'] as const;
  protected readonly ways = ['free', 'sequential'] as const;

  /** Each question has its time: then they come one by one, whatever else is chosen. */
  protected readonly oneByOne = computed(() => this.settings().questionTimeLimitSeconds !== null);
  protected readonly timedSections = computed(
    () =>
      !this.oneByOne() && this.sections().some(({ timeLimitMinutes }) => timeLimitMinutes !== null),
  );
  protected readonly once = computed(() => this.settings().attemptsAllowed === 1);
  protected readonly endless = computed(
    () => this.summary().allowed === null && this.settings().closesAt === null,
  );
  protected readonly tooShort = computed(() => {
    const { allowed, estimate, questions } = this.summary();
    return questions > 0 && allowed !== null && allowed < estimate;
  });
  /** "1 giờ 30 phút" beside a long waiting time. */
  protected readonly wait = computed(() => {
    const { waitMinutes } = this.settings();
    return waitMinutes !== null && waitMinutes >= 60
      ? formatMinutes(waitMinutes, this.language())
      : null;
  });
  protected readonly methods = computed(() =>
    GRADING_METHODS.map((value) => ({ value, label: this.t(`quiz.grading.${value}`) })),
  );
  protected readonly pages = computed(() => {
    const now = this.oneByOne() ? 1 : this.settings().questionsPerPage;
    const usual = [1, 5, 10, 0];
    return (usual.includes(now) ? usual : [now, ...usual]).map((value) => ({
      value,
      label:
        value === 0
          ? this.t('quiz.allOnOne')
          : this.t(value === 1 ? 'quiz.onePerPage' : 'quiz.perPage', { count: value }),
    }));
  });

  protected errorOf(
    field:
      | 'timeLimitMinutes'
      | 'questionTimeLimitSeconds'
      | 'closesAt'
      | 'attemptsAllowed'
      | 'waitMinutes'
      | 'graceMinutes'
      | 'practice.tries'
      | 'practice.penaltyPercent',
  ): string | null {
    return this.wrong().has(`settings.${field}`) ? this.t(`quiz.wrong.${field}`) : null;
  }

  protected practice(part: Partial<FormSettings['practice']>): void {
    this.changed.emit({ practice: { ...this.settings().practice, ...part } });
  }
}
