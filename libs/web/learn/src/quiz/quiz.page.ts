/** The room before a quiz: its rules in words, own attempts, and the way in. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { Api, isFailure, Problems, read } from '@tap-huan/web/api';
import {
  ErrorStateComponent,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { attemptPath, coursePath, lessonPath } from '../paths';
import { OwnAttemptsComponent } from './own-attempts.component';
import { rulesOf, verdictWords } from './quiz-rules';

@Component({
  selector: 'th-quiz-page',
  imports: [
    ErrorStateComponent,
    IconComponent,
    OwnAttemptsComponent,
    PageHeaderComponent,
    RouterLink,
    SkeletonComponent,
  ],
  templateUrl: './quiz.page.html',
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    .go {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-12) var(--th-24);
      margin-bottom: var(--th-32);
      padding: var(--th-24);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .verdict {
      flex: 1 1 16rem;
      font-size: var(--th-size-17);
    }
    .trouble {
      flex: 1 1 100%;
      color: var(--th-vermilion);
    }
    .go .th-button--primary {
      min-width: 10rem;
      min-height: 52px;
      font-size: var(--th-size-17);
    }
    h2 {
      margin-bottom: var(--th-12);
      font-size: var(--th-size-17);
    }
    section {
      margin-bottom: var(--th-32);
    }
    .rules {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .rules li {
      display: flex;
      gap: var(--th-12);
      max-width: var(--th-measure);
    }
    .rules th-icon {
      margin-top: 2px;
      color: var(--th-celadon);
    }
    @media (max-width: 719px) {
      .go {
        padding: var(--th-16);
      }
      .go .th-button {
        width: 100%;
      }
    }
  `,
})
export class QuizPage {
  readonly enrolmentId = input.required<string>();
  readonly lessonId = input.required<string>();
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly language = injectLanguage();
  private readonly params = computed(() => ({
    enrolmentId: this.enrolmentId(),
    lessonId: this.lessonId(),
  }));
  protected readonly resource = read(endpoints.readMyQuiz, () => ({ params: this.params() }));

  protected readonly quiz = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly starting = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly coursePath = computed(() => coursePath(this.enrolmentId()));
  protected readonly rules = computed(() => {
    const quiz = this.quiz();
    return quiz ? rulesOf(quiz, this.t, this.language()) : [];
  });
  protected readonly verdict = computed(() => {
    const quiz = this.quiz();
    return quiz ? verdictWords(quiz, this.t) : '';
  });
  protected readonly mayGo = computed(() => {
    const verdict = this.quiz()?.verdict;
    return verdict === 'may_start' || verdict === 'may_resume';
  });
  protected readonly act = computed(() => {
    const quiz = this.quiz();
    if (quiz?.verdict === 'may_resume') return this.t('quiz.resume');
    return quiz?.attempts.length ? this.t('quiz.again') : this.t('quiz.start');
  });
  /** Where to go instead: the course while lessons are left, else the lesson that follows. */
  protected readonly onward = computed(() => {
    const quiz = this.quiz();
    if (quiz?.verdict !== 'already_passed' || !quiz.next) return null;
    return lessonPath(this.enrolmentId(), quiz.next);
  });

  constructor() {
    effect(() => {
      const quiz = this.quiz();
      if (quiz) this.pageTitle.own.set(quiz.title);
    });
  }

  protected async start(): Promise<void> {
    if (this.starting()) return;
    this.starting.set(true);
    this.failure.set(null);
    try {
      const { attemptId } = await this.api.call(endpoints.startAttempt, { params: this.params() });
      await this.router.navigateByUrl(attemptPath(attemptId));
    } catch (error) {
      this.failure.set(error);
      // The rules changed since the page was read: read them again.
      if (isFailure(error) && error.status === 409) this.resource.reload();
    } finally {
      this.starting.set(false);
    }
  }
}
