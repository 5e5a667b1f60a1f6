/** When an appeal has been answered: whoever made it is told. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { MessageWriter } from '../message/message-writer';

@Injectable()
@Hears('AppealAnswered', 'notification.on-appeal-answered')
export class OnAppealAnswered implements EventHandler<'AppealAnswered'> {
  constructor(private readonly messages: MessageWriter) {}

  async handle(tx: Tx, { appealId }: EventPayload<'AppealAnswered'>): Promise<void> {
    await this.messages.tell(tx, {
      kind: 'appeal_answered',
      params: [appealId],
      sql: `
        select 'appeal_answered:' || p.id as key, 'appeal' as subject_kind, p.id as subject_id, a.taker_id as account_id,
               jsonb_build_object('title', a.title, 'attemptId', a.id) as item, '' as place
          from assessment.appeal p join assessment.attempt a on a.id = p.attempt_id
         where p.id = $1 and p.state = 'answered'`,
    });
  }
}
