/** When a lesson has been finished: progress and completion of its enrolment. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { Completion } from './completion';

@Injectable()
@Hears('LessonFinished', 'enrolment.on-lesson-finished')
export class OnLessonFinished implements EventHandler<'LessonFinished'> {
  constructor(private readonly completion: Completion) {}

  handle(tx: Tx, { enrolmentId }: EventPayload<'LessonFinished'>): Promise<void> {
    return this.completion.settle(tx, enrolmentId);
  }
}
