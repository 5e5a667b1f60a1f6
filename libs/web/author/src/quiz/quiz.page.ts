/** The room of the address of a quiz: a fresh editor for each one. */
import { Component, input } from '@angular/core';
import { QuizEditorPage } from './quiz-editor.page';

@Component({
  selector: 'th-quiz-page',
  imports: [QuizEditorPage],
  template: `
    @for (id of [quizId()]; track id) {
      <th-quiz-editor-page [courseId]="courseId()" [quizId]="id" />
    }
  `,
})
export class QuizPage {
  readonly courseId = input.required<string>();
  readonly quizId = input.required<string>();
}
