/** The room of the address of a question: a fresh editor for each one. */
import { Component, computed, input } from '@angular/core';
import { QuestionEditorPage } from './question-editor.page';

@Component({
  selector: 'th-question-page',
  imports: [QuestionEditorPage],
  template: `
    @for (key of [key()]; track key) {
      <th-question-editor-page
        [courseId]="courseId()"
        [questionId]="questionId() ?? null"
        [kind]="kind()"
      />
    }
  `,
})
export class QuestionPage {
  readonly courseId = input.required<string>();
  readonly questionId = input<string>();
  /** Of a new question. */
  readonly kind = input<string>();
  protected readonly key = computed(() => this.questionId() ?? `new/${this.kind()}`);
}
