/** The room where an author tries an answer that is typed, and is told at once how it would be marked. */
import { Component, computed, input, signal } from '@angular/core';
import type { AnswerResponse, PaperOf, QuestionContent } from '@tap-huan/contract';
import { type FrozenQuestion, gradeQuestion } from '@tap-huan/rules';
import { injectText } from '../../i18n/text';

@Component({
  selector: 'th-try-typed',
  template: `
    @let now = paper();
    <label class="line">
      <span class="th-hidden">{{ t('question.yourAnswer') }}</span>
      <input
        #field
        class="th-input"
        autocomplete="off"
        [class.number]="now.kind !== 'short_answer'"
        [attr.inputmode]="now.kind === 'short_answer' ? null : 'decimal'"
        [placeholder]="t('question.yourAnswer')"
        [value]="typed()"
        (input)="typed.set(field.value)"
      />
      @if (now.kind !== 'short_answer') {
        {{ now.unit }}
      }
    </label>
    @if (verdict(); as words) {
      <p class="verdict" aria-live="polite">{{ words }}</p>
    }
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: var(--th-8);
    }
    .number {
      max-width: 12rem;
    }
    .verdict {
      margin-top: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class TryTypedComponent {
  readonly paper = input.required<
    PaperOf<'numeric'> | PaperOf<'short_answer'> | PaperOf<'calculated'>
  >();
  readonly content = input.required<QuestionContent>();
  readonly frozen = input.required<FrozenQuestion>();
  protected readonly t = injectText();
  protected readonly typed = signal('');
  protected readonly verdict = computed(() => {
    const text = this.typed();
    if (text.trim() === '') return null;
    const response = { kind: this.paper().kind, text } as AnswerResponse;
    const { outcome } = gradeQuestion(this.content(), this.frozen(), response);
    return this.t(outcome === 'right' ? 'preview.isRight' : 'preview.isWrong');
  });
}
