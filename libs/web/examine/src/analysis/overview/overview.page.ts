/** The room of a quiz as a whole: its signs, how scores are spread, and its figures with what they mean. */
import { Component, computed, inject } from '@angular/core';
import type { AnalysisBody } from '@tap-huan/contract';
import { injectLanguage, SectionComponent } from '@tap-huan/web/ui';
import { ScoreHistogramComponent } from '../charts/histogram.component';
import { injectText } from '../i18n/text';
import { AnalysisDesk } from '../quiz/analysis-desk';
import { quizSignWords } from '../words/sign-words';
import { SignListComponent } from '../words/sign-list.component';
import { shownMarks, shownNumber, shownPercent, shownShare } from '../words/shown';
import { type FigureShown, FiguresComponent } from './figures.component';

@Component({
  selector: 'th-analysis-overview-page',
  imports: [FiguresComponent, ScoreHistogramComponent, SectionComponent, SignListComponent],
  template: `
    @if (desk.analysis(); as analysis) {
      <div class="columns">
        <th-section [heading]="t('distribution.heading')" [hint]="t('distribution.hint')">
          <th-score-histogram [bands]="analysis.distribution" [passScore]="analysis.passScore" />
        </th-section>
        @if (signs().length > 0) {
          <th-section [heading]="t('signs.quiz')" [hint]="t('signs.hint')">
            <th-sign-list [signs]="signs()" />
          </th-section>
        }
      </div>
      <th-section [heading]="t('quiz.figures')" [hint]="t('quiz.figuresHint')">
        <th-figures [figures]="figures()" />
      </th-section>
    }
  `,
  styles: `
    @media (min-width: 1120px) {
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--th-32);
      }
      .columns > :only-child {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class OverviewPage {
  protected readonly desk = inject(AnalysisDesk);
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  /** Few attempts are told above all tabs already. */
  protected readonly signs = computed(() => {
    const signs = (this.desk.analysis()?.signs ?? []).filter(({ code }) => code !== 'few_attempts');
    return quizSignWords(signs, this.t, this.language());
  });
  protected readonly figures = computed(() => {
    const analysis = this.desk.analysis();
    return analysis ? this.figuresOf(analysis) : [];
  });

  private figuresOf({ attempts, passShare, statistics }: AnalysisBody): FigureShown[] {
    const language = this.language();
    const { maximum } = statistics;
    const shareOf = (value: number | null): string =>
      value === null || maximum === 0 ? '' : shownShare(value / maximum, language);
    const marks = (value: number | null): string =>
      this.t('quiz.marks', {
        points: shownMarks(value, language),
        maximum: shownMarks(maximum, language),
      });
    const figure = (key: FigureShown['key'], value: string, beside = ''): FigureShown => ({
      ...{ key, value, beside },
      name: this.t(`figures.${key}.name`),
      about: this.t(`figures.${key}.about`),
    });
    return [
      figure('attempts', shownNumber(attempts, language, 0)),
      figure('passShare', shownShare(passShare, language)),
      figure('mean', shareOf(statistics.mean), marks(statistics.mean)),
      figure('median', shareOf(statistics.median), marks(statistics.median)),
      figure('sd', shareOf(statistics.sd) || shownShare(null, language), marks(statistics.sd)),
      figure('cic', shownPercent(statistics.cic, language)),
      figure(
        'standardError',
        shareOf(statistics.standardError) || shownShare(null, language),
        marks(statistics.standardError),
      ),
      figure('errorRatio', shownPercent(statistics.errorRatio, language)),
      figure('skewness', shownNumber(statistics.skewness, language, 2)),
      figure('kurtosis', shownNumber(statistics.kurtosis, language, 2)),
    ];
  }
}
