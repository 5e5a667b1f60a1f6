/** The room of an attempt's result: the score, whether it is enough, and what there is to learn from it. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AttemptResult, endpoints } from '@tap-huan/contract';
import { isFailure, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  formatMarks,
  IconComponent,
  injectLanguage,
  InstantPipe,
  MarksPipe,
  PageTitle,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { CertificateNoticeComponent } from '../certificate/certificate-notice.component';
import { watchCertificate } from '../certificate/certificate-watch';
import { pdfLinks } from '../certificate/pdf-links';
import { injectText } from '../i18n/text';
import { attemptPath, coursePath, placeOfReturn } from '../paths';
import { passMark } from '../quiz/quiz-rules';
import { ResultQuestionComponent } from './result-question.component';

@Component({
  selector: 'th-result-page',
  imports: [
    CalloutComponent,
    CertificateNoticeComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    ResultQuestionComponent,
    RouterLink,
    SkeletonComponent,
  ],
  templateUrl: './result.page.html',
  styleUrl: './result.page.scss',
})
export class ResultPage {
  readonly attemptId = input.required<string>();
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  protected readonly pdf = pdfLinks();
  private readonly language = injectLanguage();
  private readonly store = inject(SessionStore);
  private readonly pageTitle = inject(PageTitle);
  protected readonly resource = read(endpoints.readResult, () => ({
    params: { attemptId: this.attemptId() },
  }));
  protected readonly result = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  /** Answers that came too late, told by the page that submitted. */
  protected readonly late = Number(inject(Router).currentNavigation()?.extras.state?.['late'] ?? 0);

  /** The course that the attempt counts for; null for a preview, or for somebody who takes no courses. */
  protected readonly place = computed(() => {
    const result = this.result();
    if (!result || result.preview || !this.store.can('learning.take')) return null;
    return placeOfReturn(result.returnPath);
  });
  private readonly course = read(endpoints.readMyCourse, () => {
    const place = this.place();
    return place && this.result()?.passed
      ? { params: { enrolmentId: place.enrolmentId } }
      : undefined;
  });
  private readonly quiz = read(endpoints.readMyQuiz, () => {
    const place = this.place();
    return place && !this.result()?.passed ? { params: place } : undefined;
  });
  protected readonly coursePath = computed(() => {
    const place = this.place();
    return place ? coursePath(place.enrolmentId) : null;
  });
  protected readonly mayTryAgain = computed(
    () => this.quiz.hasValue() && this.quiz.value().verdict === 'may_start',
  );
  /** A pass that finishes the course brings a certificate. */
  protected readonly watch = watchCertificate(
    computed(() => {
      if (!this.course.hasValue()) return null;
      const { id, state, progress } = this.course.value();
      return state === 'completed' || progress.done === progress.total ? id : null;
    }),
  );
  protected readonly needed = computed(() =>
    formatMarks(passMark(this.result()?.passPercent ?? 0), this.language()),
  );
  protected readonly counts = computed(() => {
    const counts = { right: 0, partly: 0, wrong: 0, unanswered: 0 };
    for (const { outcome } of this.result()?.slots ?? []) counts[outcome] += 1;
    return this.t('result.counts', counts);
  });
  /** The attempt is still open: the way back to it. */
  protected readonly stillOpen = computed(() =>
    isFailure(this.resource.error(), 'result_not_shown_yet'),
  );
  protected readonly attemptPath = computed(() => attemptPath(this.attemptId()));

  constructor() {
    effect(() => {
      const result = this.result();
      if (result) this.pageTitle.own.set(this.titleOf(result));
    });
  }

  private titleOf({ quizTitle }: AttemptResult): string {
    return `${this.t('result.title')}: ${quizTitle}`;
  }
}
