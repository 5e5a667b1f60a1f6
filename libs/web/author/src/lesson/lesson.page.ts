/** The room of the address of a lesson: a fresh editor for each one. */
import { Component, input } from '@angular/core';
import { LessonEditorPage } from './lesson-editor.page';

@Component({
  selector: 'th-lesson-page',
  imports: [LessonEditorPage],
  template: `
    @for (id of [lessonId()]; track id) {
      <th-lesson-editor-page [courseId]="courseId()" [lessonId]="id" />
    }
  `,
})
export class LessonPage {
  readonly courseId = input.required<string>();
  readonly lessonId = input.required<string>();
}
