/** The room where a quiz is arranged: questions, points, and how it is taken. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  InstantPipe,
  PageHeaderComponent,
  PageTitle,
  SavedStateComponent,
  SectionComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { QuestionPickerComponent } from './question-picker.component';
import type { FormSlot, QuizForm } from './quiz-form';
import { QuizSettingsComponent } from './quiz-settings.component';
import { QuizSlotsComponent } from './quiz-slots.component';
import { QuizDesk } from './quiz.desk';

@Component({
  selector: 'th-quiz-editor-page',
  imports: [
    RouterLink,
    CalloutComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    InstantPipe,
    PageHeaderComponent,
    QuizSettingsComponent,
    QuizSlotsComponent,
    SavedStateComponent,
    SectionComponent,
    SkeletonComponent,
  ],
  providers: [QuizDesk],
  templateUrl: './quiz-editor.page.html',
  styleUrl: './quiz-editor.page.scss',
})
export class QuizEditorPage {
  readonly courseId = input.required<string>();
  readonly quizId = input.required<string>();
  protected readonly desk = inject(QuizDesk);
  protected readonly problems = inject(Problems);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);
  protected readonly t = injectText();
  protected readonly opening = signal(false);
  protected readonly loadError = computed(
    () => this.desk.resource.error() ?? this.desk.course.error() ?? this.desk.bank.error(),
  );
  protected readonly ready = computed(
    () => this.desk.course.hasValue() && this.desk.bank.hasValue() && this.desk.form(),
  );

  constructor() {
    effect(() => {
      this.desk.courseId.set(this.courseId());
      this.desk.quizId.set(this.quizId());
    });
    effect(() => this.title.own.set(this.desk.form()?.title ?? null));
  }

  protected settings(part: Partial<QuizForm['settings']>): void {
    const form = this.desk.form();
    if (form) this.desk.change({ settings: { ...form.settings, ...part } });
  }

  protected async pick(): Promise<void> {
    const form = this.desk.form();
    if (!form) return;
    const taken = new Set(form.slots.map(({ questionId }) => questionId));
    const data = [...this.desk.questions().values()].filter(({ id }) => !taken.has(id));
    const ids = await this.dialogs.open<string[]>(QuestionPickerComponent, { data, wide: true });
    const slots = this.desk.form()?.slots ?? [];
    const added = (ids ?? []).map((questionId) => ({ questionId, points: '1' }));
    if (added.length > 0) this.desk.change({ slots: [...slots, ...added].slice(0, 200) });
  }

  protected remove(slot: FormSlot): void {
    const before = this.desk.form()?.slots ?? [];
    this.desk.change({ slots: before.filter((one) => one !== slot) });
    this.toasts.undoable(this.t('quiz.removed'), () => this.desk.change({ slots: before }));
  }

  protected async preview(): Promise<void> {
    this.opening.set(true);
    const back = this.router.url.split('?')[0] ?? '/soan';
    const attemptId = await this.desk.preview(back);
    this.opening.set(false);
    if (attemptId) await this.router.navigate(['/hoc/lam-bai', attemptId]);
  }

  protected reload(): void {
    for (const resource of [this.desk.resource, this.desk.course, this.desk.bank])
      if (resource.error()) resource.reload();
  }
}
