/** The room of one question after marking: what was answered, how it was judged, why, and what is right. */
import { Component, computed, input } from '@angular/core';
import type { AttemptFile, ReviewParts } from '@tap-huan/contract';
import { IconComponent, MarksPipe, ProseComponent, StatusChipComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { OUTCOME_TONE, type ResultSlot } from './outcome-tone';
import { ResultAnswerComponent } from './result-answer.component';

/**
 * Shows as much as the quiz allows: what may not be shown is null or empty in the slot already.
 * `<th-result-question [slot]="slot" [shown]="result.shown" [fileUrl]="url"><button thActions>…</button></th-result-question>`
 */
@Component({
  selector: 'th-result-question',
  imports: [IconComponent, MarksPipe, ProseComponent, ResultAnswerComponent, StatusChipComponent],
  templateUrl: './result-question.component.html',
  styleUrl: './result-question.component.scss',
})
export class ResultQuestionComponent {
  readonly slot = input.required<ResultSlot>();
  readonly shown = input.required<ReviewParts>();
  /** Address of a file that was handed in. */
  readonly fileUrl = input<((file: AttemptFile) => string) | null>(null);
  protected readonly t = injectQuestionText();
  protected readonly chip = computed(() => {
    const { outcome } = this.slot();
    return outcome && { tone: OUTCOME_TONE[outcome], words: this.t(`outcome.${outcome}`) };
  });
  protected readonly certainty = computed(() => {
    const { certainty } = this.slot();
    if (certainty !== 1 && certainty !== 2 && certainty !== 3) return null;
    return this.t('review.certainty', { level: this.t(`certainty.level.c${certainty}`) });
  });
  protected readonly rubric = computed(() => {
    const rows = this.slot().rubric;
    const total = rows.reduce((sum, { criterion }) => sum + criterion.weight, 0) || 1;
    return rows.map(({ criterion, levelId }) => ({
      id: criterion.id,
      title: criterion.title,
      weight: Math.round((criterion.weight / total) * 100),
      level: criterion.levels.find(({ id }) => id === levelId) ?? null,
    }));
  });
}
