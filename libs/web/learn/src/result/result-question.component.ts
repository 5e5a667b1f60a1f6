/** The room of one question after marking: what was answered, how it was judged, why, and what is right. */
import { Component, computed, input } from '@angular/core';
import type { AttemptResult } from '@tap-huan/contract';
import {
  IconComponent,
  type IconName,
  MarksPipe,
  ProseComponent,
  StatusChipComponent,
  type Tone,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { answerLines, reviewedOptions } from './answer-lines';

type ResultSlot = NonNullable<AttemptResult['slots']>[number];
const TONE: Record<ResultSlot['outcome'], Tone> = {
  right: 'good',
  partly: 'warning',
  wrong: 'bad',
  unanswered: 'neutral',
};

@Component({
  selector: 'th-result-question',
  imports: [IconComponent, MarksPipe, ProseComponent, StatusChipComponent],
  templateUrl: './result-question.component.html',
  styleUrl: './result-question.component.scss',
})
export class ResultQuestionComponent {
  readonly slot = input.required<ResultSlot>();
  protected readonly t = injectText();
  protected readonly tone = computed(() => TONE[this.slot().outcome]);
  protected readonly outcome = computed(() => this.t(`result.outcome.${this.slot().outcome}`));
  private readonly words = computed(() => ({
    true: this.t('answer.true'),
    false: this.t('answer.false'),
    notChosen: this.t('answer.notChosen'),
  }));
  protected readonly options = computed(() => {
    const { question, response, correct, optionFeedback } = this.slot();
    return reviewedOptions(question, response, correct, optionFeedback, this.words());
  });
  protected readonly own = computed(() =>
    answerLines(this.slot().question, this.slot().response, this.words()),
  );
  protected readonly correct = computed(() =>
    answerLines(this.slot().question, this.slot().correct, this.words()),
  );

  /** By shape: a tick for right, a cross for a wrong choice, nothing for what was left alone. */
  protected mark({ chosen, right }: { chosen: boolean; right: boolean | null }): IconName | null {
    if (right) return 'done';
    if (!chosen) return null;
    return right === null ? 'check' : 'cancel';
  }
}
