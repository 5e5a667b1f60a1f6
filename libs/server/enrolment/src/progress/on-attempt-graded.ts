/** When an attempt has been marked: progress, completion, and whether an earlier completion still has its ground. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { CompletionDoubts } from '../doubt/completion-doubts.service';
import { Completion } from './completion';

@Injectable()
@Hears('AttemptGraded', 'enrolment.on-attempt-graded')
export class OnAttemptGraded implements EventHandler<'AttemptGraded'> {
  constructor(
    private readonly completion: Completion,
    private readonly doubts: CompletionDoubts,
  ) {}

  /** The context of an attempt is the enrolment that started it. */
  async handle(
    tx: Tx,
    { contextId: enrolmentId, quizId, regraded }: EventPayload<'AttemptGraded'>,
  ): Promise<void> {
    await this.completion.settle(tx, enrolmentId);
    await this.doubts.review(tx, { enrolmentId, quizId, regraded });
  }
}
