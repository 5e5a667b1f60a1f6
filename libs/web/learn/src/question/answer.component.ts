/** The room that shows the right way of answering for each kind of question. */
import { Component, computed, input, output } from '@angular/core';
import type { AnswerResponse, PaperQuestion, QuestionKind, ResponseOf } from '@tap-huan/contract';
import { injectQuestionText } from '../i18n/question.text';
import type { FileUrl } from './answer-part';
import { ChoiceComponent } from './choice.component';
import type { AnswerUploads } from './files/uploads';
import { hintOf } from './hint';
import { MatchingComponent } from './matching.component';
import { MultipleComponent } from './multiple.component';
import { OrderingComponent } from './ordering.component';
import { RareAnswerComponent } from './rare-answer.component';
import { TypedComponent } from './typed.component';

/**
 * Answers one question: `<th-answer [question]="q" [response]="r" name="c3" labelledBy="cau-3" (changed)="…" />`.
 * A response of another kind than the question counts as none.
 */
@Component({
  selector: 'th-answer',
  imports: [
    ChoiceComponent,
    MultipleComponent,
    MatchingComponent,
    OrderingComponent,
    RareAnswerComponent,
    TypedComponent,
  ],
  template: `
    <p class="hint">{{ t(hint().key, hint().params) }}</p>
    @let q = question();
    @let label = labelledBy();
    @switch (q.kind) {
      @case ('single') {
        <th-choice
          [options]="q.options"
          [chosen]="own('single')?.choice ?? null"
          [name]="name()"
          [labelledBy]="label"
          [readonly]="readonly()"
          (choose)="changed.emit({ kind: 'single', choice: $event })"
        />
      }
      @case ('true_false') {
        <th-choice
          [options]="truths()"
          [chosen]="truth()"
          [name]="name()"
          [labelledBy]="label"
          [readonly]="readonly()"
          [lettered]="false"
          (choose)="chooseTruth($event)"
        />
      }
      @case ('multiple') {
        <th-multiple
          [question]="q"
          [response]="own('multiple')"
          [labelledBy]="label"
          [readonly]="readonly()"
          (changed)="changed.emit($event)"
        />
      }
      @case ('matching') {
        <th-matching
          [question]="q"
          [response]="own('matching')"
          [labelledBy]="label"
          [readonly]="readonly()"
          (changed)="changed.emit($event)"
        />
      }
      @case ('ordering') {
        <th-ordering
          [question]="q"
          [response]="own('ordering')"
          [labelledBy]="label"
          [withoutDragging]="withoutDragging()"
          [readonly]="readonly()"
          (changed)="changed.emit($event)"
        />
      }
      @default {
        @if (q.kind === 'numeric' || q.kind === 'calculated' || q.kind === 'short_answer') {
          <th-typed
            [question]="q"
            [response]="own(q.kind)"
            [labelledBy]="label"
            [readonly]="readonly()"
            (changed)="changed.emit($event)"
          />
        } @else {
          <th-rare-answer
            [question]="q"
            [response]="own(q.kind)"
            [labelledBy]="label"
            [readonly]="readonly()"
            [withoutDragging]="withoutDragging()"
            [slot]="slot()"
            [uploads]="uploads()"
            [fileUrl]="fileUrl()"
            (changed)="changed.emit($event)"
          />
        }
      }
    }
  `,
  styles: `
    .hint {
      margin-bottom: var(--th-12);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class AnswerComponent {
  readonly question = input.required<PaperQuestion>();
  readonly response = input.required<AnswerResponse | null>();
  /** Unique on the page. */
  readonly name = input.required<string>();
  /** Id of the element that holds the question's words. */
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  /** Of the person's screen settings. */
  readonly withoutDragging = input(false);
  /** Number on the paper; files are handed in for it. */
  readonly slot = input(0);
  readonly uploads = input<AnswerUploads | null>(null);
  /** Address of a file that was handed in; null where it cannot be fetched. */
  readonly fileUrl = input<FileUrl | null>(null);
  readonly changed = output<AnswerResponse>();
  protected readonly t = injectQuestionText();

  protected readonly hint = computed(() => hintOf(this.question(), this.withoutDragging()));
  protected readonly truths = computed(() => [
    { id: 'true', text: this.t('answer.true') },
    { id: 'false', text: this.t('answer.false') },
  ]);
  protected readonly truth = computed(() => {
    const choice = this.own('true_false')?.choice ?? null;
    return choice === null ? null : String(choice);
  });

  protected own<K extends QuestionKind>(kind: K): ResponseOf<K> | null {
    const response = this.response();
    return response?.kind === kind ? (response as ResponseOf<K>) : null;
  }

  protected chooseTruth(id: string | null): void {
    this.changed.emit({ kind: 'true_false', choice: id === null ? null : id === 'true' });
  }
}
