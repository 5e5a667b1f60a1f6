/** The room where a question is written, with what learners will see beside it. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { isFailure, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  SavedStateComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectMediaPicker } from '../parts/media-pickers';
import { RichTextComponent } from '../rich-text/rich-text.component';
import { NewStimulusPage } from '../stimulus/new-stimulus.page';
import { AnswerEditorComponent } from './answer-editor.component';
import { QuestionAboutComponent } from './question-about.component';
import { bankLink, questionLink } from './question-places';
import { QuestionPreviewComponent } from './question-preview.component';
import { kindOf, QuestionDesk } from './question.desk';

@Component({
  selector: 'th-question-editor-page',
  imports: [
    RouterLink,
    AnswerEditorComponent,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    QuestionAboutComponent,
    QuestionPreviewComponent,
    RichTextComponent,
    SavedStateComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  providers: [QuestionDesk],
  templateUrl: './question-editor.page.html',
  styleUrl: './question-editor.page.scss',
})
export class QuestionEditorPage {
  readonly courseId = input.required<string | null>();
  readonly bankId = input.required<string | null>();
  readonly questionId = input.required<string | null>();
  readonly kind = input<string>();
  readonly categoryId = input<string | null>(null);
  protected readonly desk = inject(QuestionDesk);
  protected readonly problems = inject(Problems);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly media = injectMediaPicker();
  private readonly front = computed(() => ({ courseId: this.courseId(), bankId: this.bankId() }));
  protected readonly back = computed(() => bankLink(this.front()));
  protected readonly history = computed(() =>
    questionLink(this.front(), this.questionId() ?? '', 'phien-ban'),
  );
  /** True after the first try to save: from then on everything missing is named. */
  protected readonly tried = signal(false);
  protected readonly stale = computed(() => isFailure(this.desk.draft.failure(), 'stale_revision'));
  protected readonly state = computed(() => {
    const { saving, failure, dirty, savedAt } = this.desk.draft;
    if (saving()) return 'saving';
    if (isFailure(failure(), 'offline')) return 'waiting';
    if (failure()) return 'failed';
    if (dirty()) return 'dirty';
    return savedAt() ? 'saved' : 'none';
  });
  protected readonly facts = computed(() => {
    const row = this.desk.row();
    if (!row) return this.t('question.isNew');
    const used =
      row.usedIn === 0 ? this.t('bank.notUsed') : this.t('bank.used', { count: row.usedIn });
    return `${this.t('question.version', { number: this.desk.draft.version() })} · ${used}`;
  });
  protected readonly verb = computed(() => {
    if (this.questionId() === null) return this.t('question.create');
    if (this.desk.draft.dirty() && this.desk.onlyMoved()) return this.t('question.saveMove');
    return this.t('question.saveAs', { number: this.desk.draft.version() + 1 });
  });
  protected readonly restorable = computed(() => {
    const row = this.desk.row();
    return row?.status === 'retired' && row.right === 'edit';
  });
  protected readonly bankFacts = computed(() =>
    this.desk.bank.hasValue() ? this.desk.bank.value() : null,
  );
  protected readonly tags = computed(() => this.bankFacts()?.tags.map(({ tag }) => tag) ?? []);
  protected readonly stimuli = computed(() =>
    this.desk.stimuli.hasValue() ? this.desk.stimuli.value().items : [],
  );
  private readonly stimulus = read(endpoints.readStimulus, () => {
    const stimulusId = this.desk.form()?.stimulusId;
    return stimulusId ? { params: { stimulusId } } : undefined;
  });
  protected readonly shared = computed(() =>
    this.desk.form()?.stimulusId && this.stimulus.hasValue() ? this.stimulus.value() : null,
  );
  protected readonly loadError = computed(
    () => this.desk.resource.error() ?? this.desk.course.error(),
  );

  constructor() {
    effect(() => {
      const { courseId, bankId } = this.front();
      const [questionId, categoryId] = [this.questionId(), this.categoryId()];
      this.desk.subject.set({
        courseId,
        bankId,
        questionId,
        kind: kindOf(this.kind()),
        categoryId,
      });
    });
  }

  protected async save(another = false): Promise<void> {
    this.tried.set(true);
    if (this.desk.found().length > 0) return;
    const moved = this.desk.onlyMoved();
    const id = await this.desk.save();
    if (id === null) return;
    const isNew = this.questionId() === null;
    const number = this.desk.draft.version();
    if (moved) this.toasts.tell(this.t('question.movedOnly'));
    else this.toasts.tell(this.t(isNew ? 'question.created' : 'question.saved', { number }));
    if (another) await this.router.navigate(this.back());
    else if (isNew)
      await this.router.navigate(questionLink(this.front(), id), { replaceUrl: true });
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
      this.toasts.undoable(this.t('question.retired'), () => void this.restore());
    } catch (error) {
      const used = isFailure(error, 'question_in_use');
      this.toasts.fail(used ? this.t('question.inUse') : this.problems.message(error));
    }
  }

  protected async restore(): Promise<void> {
    try {
      await this.desk.restore();
      this.toasts.tell(this.t('question.restoredToUse'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }

  protected async newStimulus(): Promise<void> {
    const data = { bankId: this.desk.bankId() };
    const stimulusId = await this.dialogs.open<string>(NewStimulusPage, {
      data,
      wide: true,
      stay: true,
    });
    if (!stimulusId) return;
    this.desk.stimuli.reload();
    this.desk.change({ stimulusId });
  }
}
