/** The room of an attempt's result: the score, whether it is enough, and what there is to learn from it. */
import { Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AttemptFile, type AttemptResult, routes } from '@tap-huan/contract';
import { Api, isFailure, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  formatMarks,
  formatMinutes,
  IconComponent,
  injectLanguage,
  InstantPipe,
  MarksPipe,
  PageTitle,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { CertificateNoticeComponent } from '../certificate/certificate-notice.component';
import { watchCertificate } from '../certificate/certificate-watch';
import { pdfLinks } from '../certificate/pdf-links';
import { injectQuizText } from '../i18n/quiz.text';
import { attemptPath, coursePath, placeOfReturn } from '../paths';
import { stimulusRuns } from '../question/stimulus-runs';
import { StimulusComponent } from '../question/stimulus.component';
import { AppealPage } from './appeal.page';
import { leftBehind } from './left-behind';
import { ResultQuestionComponent } from './result-question.component';
import { verdictOf } from './result-verdict';

@Component({
  selector: 'th-result-page',
  imports: [
    AppealPage,
    CalloutComponent,
    CertificateNoticeComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    ResultQuestionComponent,
    RouterLink,
    SkeletonComponent,
    StatusChipComponent,
    StimulusComponent,
  ],
  templateUrl: './result.page.html',
  styleUrl: './result.page.scss',
})
export class ResultPage {
  readonly attemptId = input.required<string>();
  protected readonly t = injectQuizText();
  protected readonly problems = inject(Problems);
  protected readonly pdf = pdfLinks();
  private readonly api = inject(Api);
  private readonly language = injectLanguage();
  private readonly store = inject(SessionStore);
  private readonly pageTitle = inject(PageTitle);
  protected readonly resource = read(routes.readResult, () => ({
    params: { attemptId: this.attemptId() },
  }));
  protected readonly result = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  /** Answers that could not be sent and lie on this device. */
  protected readonly left = leftBehind(this.attemptId, this.result);

  /** The course that the attempt counts for; null for a preview, or for somebody who takes no courses. */
  private readonly place = computed(() => {
    const result = this.result();
    if (!result || result.preview || !this.store.can('learning.take')) return null;
    return placeOfReturn(result.returnPath);
  });
  /** Passed as the quiz counts it: another attempt may have passed before. */
  private readonly passed = computed(() => this.result()?.counts?.passed || this.result()?.passed);
  private readonly course = read(routes.readMyCourse, () => {
    const place = this.place();
    return place && this.passed() ? { params: { enrolmentId: place.enrolmentId } } : undefined;
  });
  private readonly quiz = read(routes.readMyQuiz, () => {
    const place = this.place();
    return place && !this.passed() ? { params: place } : undefined;
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
  protected readonly waits = computed(() => (this.result()?.waitingForMarker ?? 0) > 0);
  protected readonly verdict = computed(() =>
    verdictOf(
      this.result() ?? { passed: null, waitingForMarker: 0, scoreOfTen: null, passPercent: 0 },
      this.t,
      this.language(),
    ),
  );
  protected readonly took = computed(() => {
    const result = this.result();
    if (!result) return '';
    const spent = Date.parse(result.submittedAt) - Date.parse(result.startedAt);
    return formatMinutes(Math.max(1, Math.round(spent / 60_000)), this.language());
  });
  /** What counts over several attempts. */
  protected readonly counts = computed(() => {
    const counts = this.result()?.counts;
    if (!counts || counts.scoreOfTen === null || counts.scoreOfTen === this.result()?.scoreOfTen)
      return null;
    const score = formatMarks(counts.scoreOfTen, this.language());
    return this.t(`result.counts.${counts.grading}`, { score });
  });
  /** Where there is none yet, nothing can be asked. */
  protected readonly appeals = viewChild(AppealPage);
  protected readonly runs = computed(() => stimulusRuns(this.result()?.slots ?? []));
  /** How many were right; null where that is not shown. */
  protected readonly tally = computed(() => {
    const tally = { right: 0, partly: 0, wrong: 0, unanswered: 0, unmarked: 0 };
    for (const { outcome } of this.result()?.slots ?? []) if (outcome) tally[outcome] += 1;
    if (!this.result()?.shown.correctness) return null;
    const words = this.t('result.tally', tally);
    return tally.unmarked
      ? this.t('result.tallyUnmarked', { tally: words, unmarked: tally.unmarked })
      : words;
  });
  /** The attempt is still open: the way back to it. */
  protected readonly stillOpen = computed(() =>
    isFailure(this.resource.error(), 'result_not_shown_yet'),
  );
  protected readonly attemptPath = computed(() => attemptPath(this.attemptId()));
  protected readonly fileUrl = ({ id }: AttemptFile) =>
    this.api.fileUrl(routes.downloadAttemptFile, {
      params: { attemptId: this.attemptId(), fileId: id },
    });

  constructor() {
    effect(() => {
      const result = this.result();
      if (result) this.pageTitle.own.set(this.titleOf(result));
    });
  }

  protected stimulus(id: string | null) {
    return this.result()?.stimuli.find((one) => one.id === id) ?? null;
  }

  private titleOf({ quizTitle }: AttemptResult): string {
    return `${this.t('result.title')}: ${quizTitle}`;
  }
}
