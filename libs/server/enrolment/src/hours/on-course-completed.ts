/** When a course has been completed: its hours enter the ledger by themselves, once. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';

@Injectable()
@Hears('CourseCompleted', 'enrolment.hours')
export class HoursOnCourseCompleted implements EventHandler<'CourseCompleted'> {
  async handle(tx: Tx, { enrolmentId }: EventPayload<'CourseCompleted'>): Promise<void> {
    await tx.rows(`select enrolment.enter_completions($1::uuid, $2)`, [enrolmentId, tx.now]);
  }
}
