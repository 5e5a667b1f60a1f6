/** The room where the outline of a course is arranged. */
import { Component, inject } from '@angular/core';
import { Dialogs } from '@tap-huan/web/ui';
import { CourseStore } from '../course/course.store';
import { injectText } from '../i18n/text';
import type { Lesson, Module } from './outline-moves';
import { OutlineComponent } from './outline.component';

@Component({
  selector: 'th-outline-page',
  imports: [OutlineComponent],
  template: `
    @if (store.course(); as course) {
      <th-outline
        [modules]="course.modules"
        [courseId]="course.courseId"
        [editable]="store.editable()"
        [busy]="store.busy()"
        (arrange)="store.arrange($event)"
        (addModule)="store.addModule($event)"
        (addLesson)="addLesson($event)"
        (renameLesson)="store.renameLesson($event.lesson, $event.title)"
        (removeModule)="removeModule($event)"
        (removeLesson)="removeLesson($event)"
      />
    }
  `,
})
export class OutlinePage {
  protected readonly store = inject(CourseStore);
  private readonly dialogs = inject(Dialogs);
  private readonly t = injectText();

  protected addLesson(wanted: { module: Module; title: string; kind: Lesson['kind'] }): void {
    void this.store.addLesson(wanted.module.id, wanted.title, wanted.kind);
  }

  protected async removeModule(module: Module): Promise<void> {
    const count = module.lessons.length;
    const sure =
      count === 0 ||
      (await this.dialogs.confirm({
        heading: this.t('outline.removeModuleAsk', { title: module.title }),
        consequence: this.t('outline.removeModuleWhat', { count }),
        confirm: this.t('outline.removeModule'),
        danger: true,
      }));
    if (sure) await this.store.removeModule(module.id);
  }

  protected async removeLesson(lesson: Lesson): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('outline.removeLessonAsk', { title: lesson.title }),
      consequence: this.t(
        lesson.kind === 'quiz' ? 'outline.removeQuizWhat' : 'outline.removeLessonWhat',
      ),
      confirm: this.t('outline.removeLesson'),
      danger: true,
    });
    if (sure) await this.store.removeLesson(lesson.id);
  }
}
