/** The room of the address of a question: a fresh editor for each one. */
import { Component, computed, input } from '@angular/core';
import { QuestionEditorPage } from './question-editor.page';

@Component({
  selector: 'th-question-page',
  imports: [QuestionEditorPage],
  template: `
    @for (key of [key()]; track key) {
      <th-question-editor-page
        [courseId]="courseId() ?? null"
        [bankId]="bankId() ?? null"
        [questionId]="questionId() ?? null"
        [kind]="kind()"
        [categoryId]="dm() ?? null"
      />
    }
  `,
})
export class QuestionPage {
  /** In a course, or in a bank: one of the two. */
  readonly courseId = input<string>();
  readonly bankId = input<string>();
  readonly questionId = input<string>();
  /** Of a new question. */
  readonly kind = input<string>();
  /** Where a new question is put, from the address. */
  readonly dm = input<string>();
  protected readonly key = computed(() => this.questionId() ?? `new/${this.kind()}`);
}
