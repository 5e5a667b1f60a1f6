/** When a course version has been published: enrolments that nobody has begun move up to it. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';

@Injectable()
@Hears('CoursePublished', 'enrolment.on-course-published')
export class OnCoursePublished implements EventHandler<'CoursePublished'> {
  /** Only upwards: news may come late and out of order. Whoever has begun stays with the old version. */
  async handle(
    tx: Tx,
    { courseId, courseVersionId }: EventPayload<'CoursePublished'>,
  ): Promise<void> {
    await tx.rows(
      `update enrolment.enrolment e
          set course_version_id = newer.id,
              total_lessons = (select count(*) from learning.lesson l
                                 join learning.module m on m.id = l.module_id
                                where m.course_version_id = newer.id)
         from learning.course_version newer, learning.course_version pinned
        where newer.id = $2 and newer.course_id = $1
          and e.course_id = $1 and e.state = 'not_started'
          and pinned.id = e.course_version_id and pinned.number < newer.number`,
      [courseId, courseVersionId],
    );
  }
}
