/** The room where a quiz is arranged: its questions, how it is sat, what is shown of it, who marks it, who may enter. */
import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { addressState, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  formatMarks,
  formatMinutes,
  IconComponent,
  injectLanguage,
  InstantPipe,
  PageHeaderComponent,
  PageTitle,
  SavedStateComponent,
  SkeletonComponent,
  TabsComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { BankShelf } from './bank-shelf';
import { QuestionsPage } from './questions.page';
import { type FormSettings, type Tab, tabOf, TABS } from './quiz-form';
import type { Sections } from './quiz-sections';
import { QuizDesk } from './quiz.desk';
import { AccessComponent } from './settings/access.component';
import { MarkingComponent } from './settings/marking.component';
import { ResultsComponent } from './settings/results.component';
import { TakingComponent } from './settings/taking.component';

@Component({
  selector: 'th-quiz-editor-page',
  imports: [
    RouterLink,
    AccessComponent,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarkingComponent,
    PageHeaderComponent,
    QuestionsPage,
    ResultsComponent,
    SavedStateComponent,
    SkeletonComponent,
    TabsComponent,
    TakingComponent,
  ],
  providers: [BankShelf, QuizDesk],
  templateUrl: './quiz-editor.page.html',
  styleUrl: './quiz-editor.page.scss',
})
export class QuizEditorPage {
  readonly courseId = input.required<string>();
  readonly quizId = input.required<string>();
  protected readonly desk = inject(QuizDesk);
  protected readonly problems = inject(Problems);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly opening = signal(false);
  protected readonly tabs = TABS;
  /** In the address: which tab is open. */
  private readonly address = addressState({ muc: TABS[0] as string });
  protected readonly tab = computed<Tab>(
    () => TABS.find((tab) => tab === this.address.value().muc) ?? TABS[0],
  );
  /** Tabs on which something is wrong. */
  protected readonly wrongTabs = computed(
    () => new Set([...this.desk.wrong()].map((path) => tabOf(path))),
  );
  protected readonly wrongWords = computed(() =>
    TABS.filter((tab) => this.wrongTabs().has(tab))
      .map((tab) => this.t(`quiz.tab.${tab}`))
      .join(', '),
  );
  protected readonly loadError = computed(
    () => this.desk.resource.error() ?? this.desk.course.error(),
  );
  protected readonly ready = computed(() => this.desk.course.hasValue() && this.desk.form());
  private readonly loaded = computed(() => Boolean(this.ready()));
  /** "12 câu · 10 điểm · cho phép 30 phút · ước tính làm trong 18 phút" */
  protected readonly summary = computed(() => {
    const sum = this.desk.summary();
    if (!sum || sum.questions === 0) return null;
    const language = this.language();
    const minutes = (count: number) => formatMinutes(count, language);
    const words = [
      this.t('quiz.sum.questions', { count: sum.questions }),
      this.t('quiz.sum.points', { points: formatMarks(sum.points, language) }),
      sum.allowed === null
        ? this.t('quiz.sum.noLimit')
        : this.t('quiz.sum.allowed', { minutes: minutes(sum.allowed) }),
      this.t('quiz.sum.estimate', { minutes: minutes(sum.estimate) }),
    ];
    if (this.desk.form()?.settings.mode === 'practice') words.unshift(this.t('quiz.sum.practice'));
    return words.join(' · ');
  });

  constructor() {
    effect(() => {
      this.desk.courseId.set(this.courseId());
      this.desk.quizId.set(this.quizId());
    });
    effect(() => this.title.own.set(this.desk.form()?.title ?? null));
    // On a phone the row of tabs is wider than the screen.
    afterRenderEffect(() => {
      if (!this.loaded() || !this.tab()) return;
      this.host
        .querySelector('th-tabs a.active')
        ?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }

  protected settings(part: Partial<FormSettings>): void {
    const form = this.desk.form();
    if (form) this.desk.change({ settings: { ...form.settings, ...part } });
  }

  protected arrange(sections: Sections): void {
    this.desk.change({ sections });
  }

  protected async preview(): Promise<void> {
    this.opening.set(true);
    const back = this.router.url.split('?')[0] ?? '/soan';
    const attemptId = await this.desk.preview(back);
    this.opening.set(false);
    if (attemptId) await this.router.navigate(['/hoc/lam-bai', attemptId]);
  }

  protected reload(): void {
    for (const resource of [this.desk.resource, this.desk.course])
      if (resource.error()) resource.reload();
  }
}
