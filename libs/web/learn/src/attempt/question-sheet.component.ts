/** The room of one question on the paper: its words, the way to answer, how sure one is, practice, the flag. */
import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import type { AnswerResponse, CheckedSlot } from '@tap-huan/contract';
import { IconComponent, MarksPipe, ProseComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import type { FileUrl } from '../question/answer-part';
import { AnswerComponent } from '../question/answer.component';
import { CertaintyComponent } from '../question/certainty.component';
import type { AnswerUploads } from '../question/files/uploads';
import { PracticeFeedbackComponent } from '../question/practice-feedback.component';
import type { Given } from './outbox.types';
import type { PaperSlot } from './paper-state';

/** How a question stands in practice. */
export interface PracticeSheet {
  tries: number;
  penaltyPercent: number;
  check: CheckedSlot | null;
  checking: boolean;
  hinting: boolean;
  hasHints: boolean;
  trouble: string | null;
}

@Component({
  selector: 'th-question-sheet',
  imports: [
    AnswerComponent,
    CertaintyComponent,
    IconComponent,
    MarksPipe,
    PracticeFeedbackComponent,
    ProseComponent,
  ],
  templateUrl: './question-sheet.component.html',
  styleUrl: './question-sheet.component.scss',
  host: { '[attr.data-sheet]': 'slot().slot' },
})
export class QuestionSheetComponent {
  readonly slot = input.required<PaperSlot>();
  readonly total = input.required<number>();
  readonly given = input.required<Given | undefined>();
  readonly readonly = input(false);
  readonly withoutDragging = input(false);
  /** Whether the paper asks how sure one is. */
  readonly certainty = input(false);
  /** Null outside of practice. */
  readonly practice = input<PracticeSheet | null>(null);
  readonly uploads = input<AnswerUploads | null>(null);
  readonly fileUrl = input<FileUrl | null>(null);
  readonly answer = output<AnswerResponse>();
  readonly sure = output<number>();
  readonly flag = output();
  readonly checkAnswer = output();
  readonly hint = output();
  protected readonly t = injectAttemptText();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly id = computed(() => `cau-${this.slot().slot}`);
  protected readonly flagged = computed(() => this.given()?.flagged ?? false);
  protected readonly fixed = computed(
    () => this.readonly() || (this.practice()?.check?.finished ?? false),
  );

  /** Brings the question under the eyes and to the screen reader. */
  focus(): void {
    const heading = this.host.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }
}
