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
import { CalloutComponent, IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { rangesOf } from './ranges';
import { type PaperSlot, type SlotStanding, wordsOf } from './paper-state';

@Component({
  selector: 'th-attempt-review',
  imports: [CalloutComponent, IconComponent],
  templateUrl: './attempt-review.component.html',
  styleUrl: './attempt-review.component.scss',
})
export class AttemptReviewComponent {
  readonly slots = input.required<readonly PaperSlot[]>();
  readonly standing = input.required<readonly SlotStanding[]>();
  readonly preview = input(false);
  readonly submitting = input(false);
  readonly readonly = input(false);
  /** Earlier parts are closed: only the open one is listed. */
  readonly partly = input(false);
  /** Files that are chosen and not handed in. */
  readonly files = input(0);
  /** Submission waits for the network, or for a server in trouble: a sentence. */
  readonly waiting = input<string | null>(null);
  readonly open = output<number>();
  readonly back = output();
  readonly handIn = output();
  /** The wish to submit is taken back. */
  readonly goOn = output();
  protected readonly t = injectAttemptText();
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
    const words = this.t(`state.${state}`);
    return flagged ? `${words}, ${this.t('flagged')}` : words;
  }

  protected list(rows: readonly SlotStanding[]): string {
    return rangesOf(rows.map(({ slot }) => slot));
  }
}
