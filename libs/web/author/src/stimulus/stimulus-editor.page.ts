/** The room where a stimulus is written, with what learners will see and the questions that stand on it. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { isFailure, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  PageTitle,
  ProseComponent,
  SavedStateComponent,
  SectionComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectMediaPicker } from '../parts/media-pickers';
import { StimulusDesk } from './stimulus.desk';
import { StimulusFormComponent } from './stimulus-form.component';

@Component({
  selector: 'th-stimulus-editor-page',
  imports: [
    RouterLink,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    ProseComponent,
    SavedStateComponent,
    SectionComponent,
    SkeletonComponent,
    StimulusFormComponent,
  ],
  providers: [StimulusDesk],
  templateUrl: './stimulus-editor.page.html',
  styleUrl: '../question/question-editor.page.scss',
})
export class StimulusEditorPage {
  readonly bankId = input.required<string>();
  readonly stimulusId = input.required<string | null>();
  protected readonly desk = inject(StimulusDesk);
  protected readonly problems = inject(Problems);
  protected readonly media = injectMediaPicker();
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly tried = signal(false);
  protected readonly stale = computed(() => isFailure(this.desk.draft.failure(), 'stale_revision'));
  protected readonly back = computed(() => ['/soan', 'ngan-hang', this.bankId(), 'tinh-huong']);
  protected readonly state = computed(() => {
    const { saving, failure, dirty, savedAt } = this.desk.draft;
    if (saving()) return 'saving';
    if (isFailure(failure(), 'offline')) return 'waiting';
    if (failure()) return 'failed';
    if (dirty()) return 'dirty';
    return savedAt() ? 'saved' : 'none';
  });
  protected readonly facts = computed(() => {
    if (this.stimulusId() === null) return this.t('stimulus.isNew');
    return this.t('question.version', { number: this.desk.draft.version() });
  });
  private readonly questions = read(endpoints.listQuestions, () =>
    this.stimulusId() === null ? undefined : { params: { bankId: this.bankId() }, query: {} },
  );
  /** Questions that stand on it. */
  protected readonly uses = computed(() => {
    const rows = this.questions.hasValue() ? this.questions.value().items : [];
    return rows.filter(({ stimulusId }) => stimulusId === this.stimulusId());
  });

  constructor() {
    effect(() => {
      this.desk.subject.set({ bankId: this.bankId(), stimulusId: this.stimulusId() });
    });
    effect(() => this.title.own.set(this.desk.text()?.title || null));
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.desk.found().length > 0) return;
    const id = await this.desk.save();
    if (id === null) return;
    this.toasts.tell(this.t('stimulus.saved', { number: this.desk.draft.version() }));
    if (this.stimulusId() === null) {
      const address = ['/soan', 'ngan-hang', this.bankId(), 'tinh-huong', id];
      await this.router.navigate(address, { replaceUrl: true });
    }
  }
}
