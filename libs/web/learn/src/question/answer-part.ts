/** The room of what every kind of answer takes and gives. */
import { Directive, input, linkedSignal, output } from '@angular/core';
import type { AttemptFile, PaperOf, QuestionKind, ResponseOf } from '@tap-huan/contract';

/** Address of a file that was handed in. */
export type FileUrl = (file: AttemptFile) => string;

/** Base of the components of kinds whose answer has several parts; some are fetched on their own, see kinds.ts. */
@Directive()
export abstract class AnswerPart<K extends QuestionKind> {
  readonly question = input.required<PaperOf<K>>();
  /** What the page keeps. */
  readonly response = input.required<ResponseOf<K> | null>();
  /** Id of the element that holds the question's words. */
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  /** Lists and buttons instead of dragging and pictures. */
  readonly withoutDragging = input(false);
  readonly changed = output<ResponseOf<K>>();

  /**
   * The answer to go on from. It is ahead of `response` until the page has drawn again: of two quick changes the second
   * must not forget the first. Where the page refuses changes it says so by `readonly`, and its own answer stands.
   */
  protected readonly answer = linkedSignal<ResponseOf<K> | null>(() => {
    this.readonly();
    return this.response();
  });

  /** Tells the page of a change. */
  protected give(response: ResponseOf<K>): void {
    if (this.readonly()) return;
    this.answer.set(response);
    this.changed.emit(response);
  }
}
