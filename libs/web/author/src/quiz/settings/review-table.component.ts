/** The room of what of a marked paper is shown when: a table of boxes. */
import { Component, computed, input, output } from '@angular/core';
import {
  type QuizSettings,
  REVIEW_MOMENTS,
  REVIEW_PARTS,
  type ReviewMoment,
  type ReviewParts,
} from '@tap-huan/contract';
import { injectText } from '../../i18n/text';
import { presetOf, REVIEW_PRESETS, type ReviewPreset, withPreset } from '../review-presets';

type Review = QuizSettings['review'];

@Component({
  selector: 'th-review-table',
  templateUrl: './review-table.component.html',
  styleUrl: './review-table.component.scss',
})
export class ReviewTableComponent {
  readonly review = input.required<Review>();
  /** Only then there is something to show while the quiz is taken. */
  readonly practice = input(false);
  readonly changed = output<Review>();
  protected readonly t = injectText();
  protected readonly presets = REVIEW_PRESETS;
  protected readonly parts = REVIEW_PARTS;
  protected readonly moments = REVIEW_MOMENTS;
  protected readonly present = computed(() => presetOf(this.review()));

  /** In an exam nothing is shown before it is handed in. */
  protected isOff(moment: ReviewMoment): boolean {
    return moment === 'during' && !this.practice();
  }

  protected take(preset: ReviewPreset): void {
    this.changed.emit(withPreset(this.review(), preset));
  }

  protected set(moment: ReviewMoment, part: keyof ReviewParts, on: boolean): void {
    const review = this.review();
    this.changed.emit({ ...review, [moment]: { ...review[moment], [part]: on } });
  }
}
