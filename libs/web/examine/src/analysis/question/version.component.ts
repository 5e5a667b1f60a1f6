/** The room of the answers to one version of a question: the lines of the thirds, and the table. */
import { Component, computed, input } from '@angular/core';
import type { AnalysedDistractor, AnalysedVersion } from '@tap-huan/contract';
import { injectLanguage } from '@tap-huan/web/ui';
import { AnswerTracesComponent } from '../charts/trace.component';
import { injectText } from '../i18n/text';
import { answerMark, answerText } from '../words/answer-name';
import { itemSignWords } from '../words/sign-words';
import { SignListComponent } from '../words/sign-list.component';
import { shownNumber, shownShare } from '../words/shown';

@Component({
  selector: 'th-answered-version',
  imports: [AnswerTracesComponent, SignListComponent],
  templateUrl: './version.component.html',
  styleUrl: './version.component.scss',
})
export class VersionComponent {
  readonly version = input.required<AnalysedVersion>();
  /** Whether its signs are told here; those of the newest version are told with the question's. */
  readonly own = input(false);
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  protected readonly about = computed(() => {
    const { attempts, facility, number, markedByNumber } = this.version();
    const counted = this.t('question.counted', {
      count: shownNumber(attempts, this.language(), 0),
      facility: shownShare(facility, this.language()),
    });
    const marked =
      markedByNumber === number
        ? ''
        : ` ${this.t('question.markedBy', { number: markedByNumber })}`;
    return `${counted}${marked}`;
  });
  protected readonly signs = computed(() =>
    itemSignWords(this.version().signs, this.t, this.language()),
  );
  /** Rows as they stand in the table. */
  protected readonly rows = computed(() =>
    (this.version().answers ?? []).map((answer, place) => ({
      answer,
      mark: answerMark(answer, place, this.t),
      text: answerText(answer, this.t),
      share: shownShare(answer.share, this.language()),
      count: shownNumber(answer.count, this.language(), 0),
      mean: this.meanOf(answer),
      correlation: shownNumber(answer.discrimination, this.language(), 0),
      upper: this.part(answer.upper, this.version().upperSize),
      lower: this.part(answer.lower, this.version().lowerSize),
      // the key should go with good marks, anything else with bad ones
      odd:
        answer.discrimination !== null &&
        answer.count >= 5 &&
        (answer.right ? answer.discrimination < 0 : answer.discrimination > 10),
    })),
  );

  private meanOf({ mean }: AnalysedDistractor): string {
    const { restMaximum } = this.version();
    return mean === null || restMaximum === 0
      ? shownShare(null, this.language())
      : shownShare(mean / restMaximum, this.language());
  }

  private part(count: number, size: number): string {
    return shownShare(size > 0 ? count / size : null, this.language());
  }
}
