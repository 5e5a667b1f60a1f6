/** When a certificate can be downloaded: its holder is told. */
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { type EventHandler, Hears, type Tx } from '@tap-huan/server/platform';
import { MessageWriter } from '../message/message-writer';

/** Older ones are history that was brought in, and no news. */
const NEWS_DAYS = 30;

@Injectable()
@Hears('CertificateStored', 'notification.on-certificate-stored')
export class OnCertificateStored implements EventHandler<'CertificateStored'> {
  constructor(private readonly messages: MessageWriter) {}

  async handle(tx: Tx, { certificateId }: EventPayload<'CertificateStored'>): Promise<void> {
    await this.messages.tell(tx, {
      kind: 'certificate_ready',
      params: [certificateId, tx.now],
      sql: `
        select 'certificate_ready:' || c.id as key, 'certificate' as subject_kind, c.id as subject_id, o.account_id,
               jsonb_build_object('title', v.title, 'number', c.register_no) as item, '' as place
          from certification.certificate c
          join organisation.officer o on o.id = c.officer_id
          join enrolment.enrolment e on e.id = c.enrolment_id
          join learning.course_version v on v.id = e.course_version_id
         where c.id = $1 and c.state = 'issued' and o.account_id is not null
           and c.issued_on > ($2::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date - ${NEWS_DAYS}`,
    });
  }
}
