/** The room of one question of a quiz: what stands out, who gave which answer in which version, and what to do. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type QuestionAnalysis } from '@tap-huan/contract';
import { kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  ErrorStateComponent,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  PageTitle,
  ProseComponent,
  SectionComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { type FigureShown, FiguresComponent } from '../overview/figures.component';
import { filterAddress } from '../quiz/analysis-desk';
import { shownMarks, shownNumber, shownPercent, shownSeconds, shownShare } from '../words/shown';
import { itemSignWords } from '../words/sign-words';
import { SignListComponent } from '../words/sign-list.component';
import { VersionComponent } from './version.component';

@Component({
  selector: 'th-question-analysis-page',
  imports: [
    RouterLink,
    ErrorStateComponent,
    FiguresComponent,
    IconComponent,
    PageHeaderComponent,
    ProseComponent,
    SectionComponent,
    SignListComponent,
    SkeletonComponent,
    VersionComponent,
  ],
  templateUrl: './question-analysis.page.html',
  styleUrl: './question-analysis.page.scss',
})
export class QuestionAnalysisPage {
  readonly quizId = input.required<string>();
  readonly slotId = input.required<string>();
  readonly questionId = input.required<string>();
  protected readonly problems = inject(Problems);
  protected readonly session = inject(SessionStore);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  private readonly title = inject(PageTitle);
  private readonly place = filterAddress();

  protected readonly question = read(endpoints.readQuestionAnalysis, () => ({
    params: { quizId: this.quizId(), questionId: this.questionId() },
    query: { ...this.place.filter(), slotId: this.slotId() },
  }));
  /** Only for the way to the questions before and after. */
  private readonly quiz = kept(
    read(endpoints.readAnalysis, () => ({
      params: { quizId: this.quizId() },
      query: this.place.filter(),
    })),
  );

  protected readonly back = computed(() => ['/khao-thi/phan-tich', this.quizId(), 'cau-hoi']);
  protected readonly regrade = computed(() => ['/khao-thi/cham-diem', this.quizId(), 'cham-lai']);
  private readonly others = computed(() => {
    const analysis = this.quiz()?.analysis;
    const all = [...(analysis?.items ?? []), ...(analysis?.drawn ?? [])];
    return all.flatMap(({ slotId, questionId }) =>
      questionId === null
        ? []
        : [['/khao-thi/phan-tich', this.quizId(), 'cau', slotId, questionId]],
    );
  });
  private readonly here = computed(() =>
    this.others().findIndex((link) => link[3] === this.slotId() && link[4] === this.questionId()),
  );
  protected readonly before = computed(() => this.others()[this.here() - 1] ?? null);
  protected readonly after = computed(() =>
    this.here() < 0 ? null : (this.others()[this.here() + 1] ?? null),
  );

  constructor() {
    effect(() => {
      if (this.question.hasValue()) this.title.own.set(this.headingOf(this.question.value()));
    });
  }

  protected headingOf({ number }: QuestionAnalysis): string {
    return number === null ? this.t('question.drawn') : this.t('question.heading', { number });
  }

  protected subOf({ kind, attempts }: QuestionAnalysis): string {
    const count = shownNumber(attempts, this.language(), 0);
    return this.t('question.sub', { kind: this.t(`kinds.${kind}`), count });
  }

  protected signsOf({ signs }: QuestionAnalysis) {
    return itemSignWords(signs, this.t, this.language());
  }

  protected timeOf({ time }: QuestionAnalysis): string {
    return this.t('question.time', {
      median: shownSeconds(time.median),
      from: shownSeconds(time.p25),
      to: shownSeconds(time.p75),
      slow: shownSeconds(time.p90),
    });
  }

  protected figuresOf(question: QuestionAnalysis): FigureShown[] {
    const language = this.language();
    const figure = (key: FigureShown['key'], value: string, beside = ''): FigureShown => ({
      ...{ key, value, beside },
      name: this.t(`figures.${key}.name`),
      about: this.t(`figures.${key}.about`),
    });
    const worth = this.t('question.worth', { points: shownMarks(question.maximum, language) });
    return [
      figure('facility', shownShare(question.facility, language), worth),
      figure('discrimination', shownNumber(question.discriminationIndex, language, 0)),
      figure('efficiency', shownPercent(question.discriminativeEfficiency, language, 0)),
      figure('sdShare', shownShare(question.sdShare, language)),
      figure('guess', shownShare(question.guess, language)),
      ...(question.intendedWeight === null
        ? []
        : [
            figure('intendedWeight', shownPercent(question.intendedWeight, language)),
            figure('effectiveWeight', shownPercent(question.effectiveWeight, language)),
          ]),
    ];
  }
}
