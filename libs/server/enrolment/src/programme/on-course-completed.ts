/** When a course has been completed: the programmes of its officer that it belongs to. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { ProgrammeProgress } from './programme-progress';

@Injectable()
@Hears('CourseCompleted', 'enrolment.programme-progress')
export class ProgrammeOnCourseCompleted implements EventHandler<'CourseCompleted'> {
  constructor(private readonly progress: ProgrammeProgress) {}

  async handle(tx: Tx, { enrolmentId }: EventPayload<'CourseCompleted'>): Promise<void> {
    await this.progress.settle(tx, await this.progress.waysWith(tx, enrolmentId));
  }
}
