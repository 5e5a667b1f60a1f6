/** When an attempt has been marked: progress and completion of the enrolment that it was made for. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { Completion } from './completion';

@Injectable()
@Hears('AttemptGraded', 'enrolment.on-attempt-graded')
export class OnAttemptGraded implements EventHandler<'AttemptGraded'> {
  constructor(private readonly completion: Completion) {}

  /** The context of an attempt is the enrolment that started it. */
  handle(tx: Tx, { contextId }: EventPayload<'AttemptGraded'>): Promise<void> {
    return this.completion.settle(tx, contextId);
  }
}
