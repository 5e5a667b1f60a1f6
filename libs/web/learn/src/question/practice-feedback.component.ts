/** The room of practice: check an answer, ask for a hint, and read at once what was right and why. */
import { Component, computed, input, output } from '@angular/core';
import type { AnswerResponse, CheckedSlot, PaperQuestion } from '@tap-huan/contract';
import { IconComponent, MarksPipe, ProseComponent, StatusChipComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { answerLines, notesOn } from '../result/answer-lines';
import { injectAnswerWords } from '../result/answer-words';
import { OUTCOME_TONE } from '../result/outcome-tone';

@Component({
  selector: 'th-practice-feedback',
  imports: [IconComponent, MarksPipe, ProseComponent, StatusChipComponent],
  templateUrl: './practice-feedback.component.html',
  styleUrl: './practice-feedback.component.scss',
})
export class PracticeFeedbackComponent {
  readonly question = input.required<PaperQuestion>();
  readonly response = input.required<AnswerResponse | null>();
  /** What the server told so far; null before the first check or hint. */
  readonly check = input.required<CheckedSlot | null>();
  /** Of the question, in hundredths. */
  readonly points = input.required<number>();
  /** Checks allowed at each question, and percent of its points lost with each wrong one. */
  readonly tries = input.required<number>();
  readonly penaltyPercent = input(0);
  readonly checking = input(false);
  readonly hinting = input(false);
  readonly readonly = input(false);
  /** Whether there may be a hint; not known before the first check or hint. */
  readonly hasHints = input(true);
  /** A sentence on what went wrong with the last check or hint. */
  readonly trouble = input<string | null>(null);
  readonly checkAnswer = output();
  readonly hint = output();
  protected readonly t = injectQuestionText();
  private readonly words = injectAnswerWords();

  protected readonly finished = computed(() => this.check()?.finished ?? false);
  protected readonly left = computed(() => this.check()?.triesLeft ?? this.tries());
  protected readonly checked = computed(() => (this.check()?.triesUsed ?? 0) > 0);
  protected readonly chip = computed(() => {
    const outcome = this.check()?.outcome;
    return outcome
      ? { tone: OUTCOME_TONE[outcome], words: this.t(`outcome.${outcome}`) }
      : { tone: 'neutral' as const, words: this.t('practice.checked') };
  });
  protected readonly answered = computed(
    () => answerLines(this.question(), this.response(), this.words()).length > 0,
  );
  protected readonly notes = computed(() =>
    notesOn(this.question(), this.check()?.optionFeedback ?? [], this.words()),
  );
  protected readonly correct = computed(() =>
    answerLines(this.question(), this.check()?.correct ?? null, this.words()),
  );
  protected readonly mayHint = computed(() => {
    const check = this.check();
    return check ? check.hintsLeft > 0 : this.hasHints();
  });
  protected readonly hintLabel = computed(() => {
    const left = this.check()?.hintsLeft;
    return left ? this.t('practice.hintLeft', { count: left }) : this.t('practice.hint');
  });
  protected readonly triesWords = computed(() => {
    if (this.finished()) return this.t('practice.finished');
    if (this.left() === 0) return this.t('practice.noTries');
    const left = this.t('practice.tries', { count: this.left() });
    const percent = this.penaltyPercent();
    return percent ? `${left}; ${this.t('practice.penalty', { percent })}` : left;
  });
}
