/** The room where a mail that failed is tried once more. */
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Failure, found, Mail, unitsFor, Writer } from '@tap-huan/server/platform';
import { reached } from '../message/sent.reader';

@Injectable()
export class ResendService {
  constructor(
    private readonly writer: Writer,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** To the present address. @throws Failure `not_found`, `mail_not_failed`, `no_mail_address`, `mail_not_set_up` */
  resend(actor: Actor, noticeId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const message = found(
        await tx.maybe<{ state: string; email: string | null }>(
          `select m.mail_state as state, r.email
             from notification.message m
             left join notification.reader r on r.account_id = m.account_id
             left join organisation.present_officer p on p.account_id = m.account_id
            where m.id = $2 and ${reached(1)} for update of m`,
          [unitsFor(actor, 'enrolment.assign'), noticeId],
        ),
      );
      if (message.state !== 'failed') throw new Failure('mail_not_failed');
      if (!this.mail.on) throw new Failure('mail_not_set_up');
      if (message.email === null) throw new Failure('no_mail_address');
      await tx.rows(
        `update notification.message
            set mail_state = 'waiting', mail_to = $2, mail_after = $3, mail_attempts = 0, mail_fault = null
          where id = $1`,
        [noticeId, message.email, tx.now],
      );
      await tx.audit('notice.resend', { kind: 'notice', id: noticeId });
      return { ok: true };
    });
  }
}
