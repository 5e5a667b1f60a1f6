/** The room where a question is written, with what learners will see beside it. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  Dialogs,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  SavedStateComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { LinesComponent } from '../parts/lines.component';
import { RichTextComponent } from '../rich-text/rich-text.component';
import { AnswerEditorComponent } from './answer-editor.component';
import { QuestionPreviewComponent } from './question-preview.component';
import { kindOf, QuestionDesk } from './question.desk';

const DIFFICULTIES = ['recall', 'understand', 'apply'] as const;

@Component({
  selector: 'th-question-editor-page',
  imports: [
    RouterLink,
    AnswerEditorComponent,
    CalloutComponent,
    DateInputComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InstantPipe,
    LinesComponent,
    PageHeaderComponent,
    QuestionPreviewComponent,
    RichTextComponent,
    SavedStateComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
  ],
  providers: [QuestionDesk],
  templateUrl: './question-editor.page.html',
  styleUrl: './question-editor.page.scss',
})
export class QuestionEditorPage {
  readonly courseId = input.required<string>();
  readonly questionId = input.required<string | null>();
  readonly kind = input<string>();
  protected readonly desk = inject(QuestionDesk);
  protected readonly problems = inject(Problems);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  /** True after the first try to save: from then on everything missing is named. */
  protected readonly tried = signal(false);
  protected readonly stale = computed(() => isFailure(this.desk.failure(), 'stale_revision'));
  protected readonly state = computed(() => {
    if (this.desk.saving()) return 'saving';
    if (isFailure(this.desk.failure(), 'offline')) return 'waiting';
    if (this.desk.failure()) return 'failed';
    if (this.desk.dirty()) return 'dirty';
    return this.desk.savedAt() ? 'saved' : 'none';
  });
  protected readonly facts = computed(() => {
    const row = this.desk.resource.hasValue() ? this.desk.resource.value() : null;
    if (!row) return this.t('question.isNew');
    const used =
      row.usedIn === 0 ? this.t('bank.notUsed') : this.t('bank.used', { count: row.usedIn });
    return `${this.t('question.version', { number: this.desk.version() })} · ${used}`;
  });
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value, label: this.t(`difficulty.${value}`) })),
  );
  protected readonly loadError = computed(
    () => this.desk.resource.error() ?? this.desk.course.error(),
  );

  constructor() {
    effect(() => {
      const [courseId, questionId] = [this.courseId(), this.questionId()];
      this.desk.subject.set({ courseId, questionId, kind: kindOf(this.kind()) });
    });
  }

  protected async save(another = false): Promise<void> {
    this.tried.set(true);
    if (this.desk.found().length > 0) return;
    const id = await this.desk.save();
    if (id === null) return;
    const isNew = this.questionId() === null;
    this.toasts.tell(
      isNew
        ? this.t('question.created')
        : this.t('question.saved', { number: this.desk.version() }),
    );
    if (another) await this.router.navigate(['/soan', this.courseId(), 'ngan-hang']);
    else if (isNew)
      await this.router.navigate(['/soan', this.courseId(), 'cau-hoi', id], { replaceUrl: true });
  }

  protected async retire(): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('question.retireAsk'),
      consequence: this.t('question.retireWhat'),
      confirm: this.t('question.retire'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.desk.retire();
      this.toasts.tell(this.t('question.retired'));
      await this.router.navigate(['/soan', this.courseId(), 'ngan-hang']);
    } catch (error) {
      const used = isFailure(error, 'question_in_use');
      this.toasts.fail(used ? this.t('question.inUse') : this.problems.message(error));
    }
  }
}
