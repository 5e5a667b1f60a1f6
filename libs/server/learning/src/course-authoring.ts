/** The room of what the demo loader needs to build a whole course in one transaction. */
import { Injectable } from '@nestjs/common';
import { type CreatedCourse, CourseService, type NewCourse } from './course/course.service';
import { type LessonContent, LessonService } from './lesson/lesson.service';
import { type NewLesson, OutlineService } from './outline/outline.service';
import type { By } from './within';

/**
 * Every command takes who commands: an actor, then it is a transaction of its own, or a `Tx` to be part of.
 * A person reaches the courses of own units only; `SYSTEM` reaches all and names the unit of a new course.
 */
@Injectable()
export class CourseAuthoring {
  constructor(
    private readonly courses: CourseService,
    private readonly outline: OutlineService,
    private readonly lessons: LessonService,
  ) {}

  createCourse(by: By, course: NewCourse): Promise<CreatedCourse> {
    return this.courses.create(by, course);
  }

  addModule(by: By, courseId: string, title: string): Promise<{ id: string }> {
    return this.outline.addModule(by, courseId, title);
  }

  /** A new lesson has revision 1; a quiz lesson comes with an empty quiz. */
  addLesson(
    by: By,
    moduleId: string,
    lesson: NewLesson,
  ): Promise<{ id: string; quizId: string | null }> {
    return this.outline.addLesson(by, moduleId, lesson);
  }

  updateLesson(
    by: By,
    lessonId: string,
    content: LessonContent,
  ): Promise<{ revision: number; bodyHtml: string }> {
    return this.lessons.update(by, lessonId, content);
  }

  beginDraft(by: By, courseId: string): Promise<{ versionId: string }> {
    return this.courses.beginDraft(by, courseId);
  }

  publishCourse(by: By, courseId: string): Promise<{ number: number; versionId: string }> {
    return this.courses.publish(by, courseId);
  }
}
