/** The room before a quiz: its rules in words, own attempts, and the way in. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type QuizRules, routes } from '@tap-huan/contract';
import { Api, isFailure, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  formatClock,
  formatMarks,
  formatMinutes,
  IconComponent,
  injectLanguage,
  InputDirective,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectQuizText } from '../i18n/quiz.text';
import { attemptPath, coursePath, lessonPath } from '../paths';
import { countdownTo } from './countdown';
import { OwnAttemptsComponent } from './own-attempts.component';
import { reviewLines, rulesOf, verdictWords } from './quiz-rules';
import { SectionsTableComponent } from './sections-table.component';

/** A start that came a breath too early is tried again by itself. */
const EARLY_TRIES = 8;
const EARLY_PAUSE = 300;
const DAY = 86_400;

@Component({
  selector: 'th-quiz-page',
  imports: [
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    OwnAttemptsComponent,
    PageHeaderComponent,
    RouterLink,
    SectionsTableComponent,
    SkeletonComponent,
  ],
  templateUrl: './quiz.page.html',
  styleUrl: './quiz.page.scss',
})
export class QuizPage {
  readonly enrolmentId = input.required<string>();
  readonly lessonId = input.required<string>();
  protected readonly t = injectQuizText();
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly language = injectLanguage();
  private readonly params = computed(() => ({
    enrolmentId: this.enrolmentId(),
    lessonId: this.lessonId(),
  }));
  protected readonly resource = read(routes.readMyQuiz, () => ({
    params: this.params(),
  }));

  protected readonly quiz = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly countdown = countdownTo(this.quiz);
  protected readonly password = signal('');
  protected readonly starting = signal(false);
  private readonly failure = signal<unknown>(null);
  protected readonly coursePath = computed(() => coursePath(this.enrolmentId()));
  protected readonly rules = computed(() => {
    const quiz = this.quiz();
    return quiz ? rulesOf(quiz, this.t, this.language()) : [];
  });
  protected readonly reviewLines = computed(() => {
    const quiz = this.quiz();
    return quiz ? reviewLines(quiz, this.t) : [];
  });
  protected readonly verdict = computed(() => {
    const quiz = this.quiz();
    return quiz ? verdictWords(quiz, this.t, this.countdown.due()) : '';
  });
  protected readonly begun = computed(
    () => this.quiz()?.attempts.filter(({ phase }) => phase !== 'prepared') ?? [],
  );
  protected readonly countsWords = computed(() => {
    const counts = this.quiz()?.counts;
    if (!counts || this.begun().length < 2) return null;
    const score = formatMarks(counts.scoreOfTen, this.language());
    const verdict = this.t(counts.passed ? 'passed' : 'failed').toLowerCase();
    return this.t('counts', { score, verdict });
  });
  /** There is a button: now, or as soon as the clock has come so far. */
  protected readonly mayGo = computed(() => {
    const verdict = this.quiz()?.verdict;
    return verdict === 'may_start' || verdict === 'may_resume' || this.countdown.left() !== null;
  });
  protected readonly ready = computed(
    () => !this.countdown.left() && (this.quiz()?.rules.networkAllowed ?? false),
  );
  protected readonly asksPassword = computed(
    () =>
      this.mayGo() && !!this.quiz()?.rules.needsPassword && this.quiz()?.verdict !== 'may_resume',
  );
  protected readonly act = computed(() => {
    if (this.quiz()?.verdict === 'may_resume') return this.t('resume');
    return this.begun().length ? this.t('again') : this.t('start');
  });
  /** Where to go instead: the course while lessons are left, else the lesson that follows. */
  protected readonly onward = computed(() => {
    const quiz = this.quiz();
    if (quiz?.verdict !== 'already_passed' || !quiz.next) return null;
    return lessonPath(this.enrolmentId(), quiz.next);
  });
  protected readonly passwordTrouble = computed(() =>
    isFailure(this.failure(), 'wrong_quiz_password') ? this.problems.message(this.failure()) : null,
  );
  protected readonly trouble = computed(() => {
    const failure = this.failure();
    return failure && !this.passwordTrouble() ? this.problems.message(failure) : null;
  });

  constructor() {
    effect(() => {
      const quiz = this.quiz();
      if (quiz) this.pageTitle.own.set(quiz.title);
    });
  }

  protected adjusted(one: QuizRules['adjustments'][number]) {
    return `adjusted.${one}` as const;
  }

  /** Seconds run only on the last day. */
  protected clockWords(seconds: number): string {
    if (seconds < DAY) return formatClock(seconds);
    const hours = Math.floor((seconds % DAY) / 3_600);
    const days = this.t('days', { count: Math.floor(seconds / DAY) });
    return hours ? `${days} ${formatMinutes(hours * 60, this.language())}` : days;
  }

  protected type(event: Event): void {
    this.password.set((event.target as HTMLInputElement).value);
    if (this.passwordTrouble()) this.failure.set(null);
  }

  protected async start(): Promise<void> {
    if (this.starting() || !this.mayGo() || !this.ready()) return;
    this.starting.set(true);
    this.failure.set(null);
    try {
      const attemptId = await this.begin(EARLY_TRIES);
      await this.router.navigateByUrl(attemptPath(attemptId));
    } catch (error) {
      this.failure.set(error);
      // The rules changed since the page was read: read them again.
      if (isFailure(error) && (error.status === 409 || error.code === 'network_not_allowed'))
        this.resource.reload();
    } finally {
      this.starting.set(false);
    }
  }

  private async begin(tries: number): Promise<string> {
    const body = { password: this.asksPassword() ? this.password() : null };
    try {
      const request = { params: this.params(), body };
      return (await this.api.call(routes.startAttempt, request)).attemptId;
    } catch (error) {
      const early = isFailure(error, 'not_open_yet') || isFailure(error, 'wait_first');
      if (!early || tries === 0 || !this.countdown.due()) throw error;
      await new Promise((done) => setTimeout(done, EARLY_PAUSE));
      return this.begin(tries - 1);
    }
  }
}
