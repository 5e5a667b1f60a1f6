/** The room before submitting: every question with its state, what is missing by name, and what submitting does. */
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { type PaperSlot, type SlotStanding, wordsOf } from './paper-state';

@Component({
  selector: 'th-attempt-review',
  imports: [IconComponent],
  templateUrl: './attempt-review.component.html',
  styleUrl: './attempt-review.component.scss',
})
export class AttemptReviewComponent {
  readonly slots = input.required<readonly PaperSlot[]>();
  readonly standing = input.required<readonly SlotStanding[]>();
  readonly preview = input(false);
  readonly submitting = input(false);
  readonly readonly = input(false);
  /** Why it could not be submitted, as a sentence. */
  readonly trouble = input<string | null>(null);
  readonly open = output<number>();
  readonly back = output();
  readonly handIn = output();
  protected readonly t = injectText();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  protected readonly rows = computed(() => {
    const words = new Map(this.slots().map(({ slot, question }) => [slot, wordsOf(question.stem)]));
    return this.standing().map((one) => ({ ...one, words: words.get(one.slot) ?? '' }));
  });
  protected readonly answered = computed(
    () => this.standing().filter(({ state }) => state === 'answered').length,
  );
  protected readonly missing = computed(() =>
    this.standing().filter(({ state }) => state !== 'answered'),
  );
  protected readonly flagged = computed(() => this.standing().filter(({ flagged }) => flagged));

  constructor() {
    afterNextRender(() => {
      this.heading().nativeElement.focus({ preventScroll: true });
      scrollTo({ top: 0, behavior: 'instant' });
    });
  }

  protected stateWords({ state, flagged }: SlotStanding): string {
    const words = this.t(`attempt.state.${state}`);
    return flagged ? `${words}, ${this.t('attempt.flagged')}` : words;
  }

  protected list(rows: readonly SlotStanding[]): string {
    return rows
      .map(({ slot }) => this.t('attempt.question', { number: slot }).toLowerCase())
      .join(', ');
  }
}
