/** When a saved list is ready for one of its readers: they are told how long it is and where it lies, and no name of it. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { MessageWriter } from '../message/message-writer';

@Injectable()
@Hears('ListReady', 'notification.on-list-ready')
export class OnListReady implements EventHandler<'ListReady'> {
  constructor(private readonly messages: MessageWriter) {}

  async handle(tx: Tx, { sendingId }: EventPayload<'ListReady'>): Promise<void> {
    await this.messages.tell(tx, {
      kind: 'list_ready',
      params: [sendingId],
      sql: `
        select 'list_ready:' || s.id as key, 'list_sending' as subject_kind, s.id as subject_id, s.account_id,
               jsonb_build_object('title', l.name, 'id', l.id, 'lines', s.lines, 'sender', a.full_name) as item,
               '' as place
          from reporting.list_sending s
          join reporting.list_schedule c on c.id = s.schedule_id
          join reporting.saved_list l on l.id = c.list_id
          join identity.account a on a.id = l.owner_id
         where s.id = $1 and s.state = 'ready'`,
    });
  }
}
