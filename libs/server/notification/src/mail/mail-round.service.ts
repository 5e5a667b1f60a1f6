/** The room where mails that wait go out: a few at a time, tried again where the server is away, never to who is done. */
import { Inject, Injectable } from '@nestjs/common';
import type { Language, NoticeKind } from '@tap-huan/contract';
import {
  CONFIG,
  Clock,
  type Config,
  Mail,
  MailFailure,
  Sql,
  SYSTEM,
  Writer,
} from '@tap-huan/server/platform';
import type { NoticeFacts } from '../template/notice-values';
import { Renderer, type WordsOf } from '../template/renderer';
import { htmlOf } from './mail-html';

/** Mails that one process takes at once, and how many rounds a run may have. */
const BATCH = 20;
const ROUNDS = 25;
/** Tries before it is given up; the distances double, from one minute to about an hour. */
const TRIES = 7;
/** Kinds that are for nothing once the thing is done. */
const WHILE_OPEN: readonly NoticeKind[] = [
  'assigned',
  'due_soon',
  'due_today',
  'overdue',
  'escalation',
  'leader_due',
  'leader_overdue',
];

interface Waiting {
  id: string;
  kind: NoticeKind;
  params: NoticeFacts['params'];
  attempts: number;
  to: string;
  fullName: string;
  language: Language;
  /** Whether any of what it tells of is still to be done. */
  open: boolean;
}

@Injectable()
export class MailRound {
  constructor(
    private readonly writer: Writer,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly renderer: Renderer,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends what waits. @returns how many went out */
  async run(): Promise<number> {
    if (!this.mail.on) return 0;
    let sent = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const batch = await this.claim();
      if (batch.length === 0) break;
      const words = await this.renderer.words();
      for (const message of batch) sent += await this.one(message, words);
    }
    return sent;
  }

  /** Ours for ten minutes; whoever crashes leaves them to the next. */
  private claim(): Promise<Waiting[]> {
    return this.writer.write(SYSTEM, (tx) =>
      tx.rows<Waiting>(
        `with mine as (
           update notification.message m
              set mail_attempts = m.mail_attempts + 1, mail_after = $1::timestamptz + interval '10 minutes'
            where m.id in (select id from notification.message
                            where mail_state = 'waiting' and mail_after <= $1
                            order by mail_after limit ${BATCH} for update skip locked)
           returning m.*)
         select m.id, m.kind, m.params, m.mail_attempts as attempts, m.mail_to as to,
                a.full_name as "fullName", a.language,
                a.disabled_at is null and (m.kind <> all ($2) or exists (
                  select 1 from notification.told t
                    join notification.duty d on d.subject_kind = t.subject_kind and d.subject_id = t.subject_id
                   where t.message_id = m.id)) as open
           from mine m join identity.account a on a.id = m.account_id`,
        [this.clock.now(), WHILE_OPEN],
      ),
    );
  }

  private async one(message: Waiting, words: WordsOf): Promise<0 | 1> {
    if (!message.open) {
      await this.sql.rows(
        `update notification.message set mail_state = 'skipped', mail_after = null where id = $1`,
        [message.id],
      );
      return 0;
    }
    const { title, body } = this.renderer.render(message, words(message.kind, message.language));
    const foot = FOOT[message.language](`${this.config.publicUrl}/thong-bao/tuy-chon`);
    const text = `${body}\n\n${foot}`;
    try {
      const html = htmlOf(text, message.language);
      await this.mail.send({ to: message.to, subject: title, text, html, id: message.id });
    } catch (error) {
      await this.fail(message, error);
      return 0;
    }
    await this.sql.rows(
      `update notification.message set mail_state = 'sent', mail_sent_at = $2, mail_after = null, mail_fault = null,
              mail_subject = $3, mail_text = $4 where id = $1`,
      [message.id, this.clock.now(), title, body],
    );
    return 1;
  }

  private async fail({ id, attempts }: Waiting, error: unknown): Promise<void> {
    const fault = error instanceof MailFailure ? error.fault : 'other';
    const over = fault === 'refused' || attempts >= TRIES;
    await this.sql.rows(
      `update notification.message set mail_fault = $2,
              mail_state = case when $3 then 'failed' else 'waiting' end,
              mail_after = case when $3 then null else $4::timestamptz + interval '1 minute' * power(2, $5 - 1) end
        where id = $1`,
      [id, fault, over, this.clock.now(), attempts],
    );
  }
}

const FOOT: Record<Language, (url: string) => string> = {
  vi: (url) => `Thư tự động. Chọn thư muốn nhận: ${url}`,
  en: (url) => `Sent automatically. Choose which mails you get: ${url}`,
};
