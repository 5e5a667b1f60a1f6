/** The room where the words of notices are changed, tried out, and put back. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type InputOf,
  type notificationEndpoints,
  type OutputOf,
  TEMPLATE_WORDS,
} from '@tap-huan/contract';
import { unknownPlace } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Failure,
  Mail,
  MailFailure,
  Sql,
  Writer,
} from '@tap-huan/server/platform';
import { htmlOf } from '../mail/mail-html';
import { sampleFacts } from './notice-values';
import { Renderer } from './renderer';
import { TemplateEntity } from './template.entity';
import type { Words } from './usual-words';
import { needAll } from './whole-academy';

type Endpoints = typeof notificationEndpoints;
type Save = InputOf<Endpoints['saveNoticeTemplate']>;
type Reset = InputOf<Endpoints['resetNoticeTemplate']>;
type Try = InputOf<Endpoints['tryNoticeTemplate']>;

@Injectable()
export class TemplatesService {
  constructor(
    private readonly writer: Writer,
    private readonly sql: Sql,
    private readonly renderer: Renderer,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** @throws Failure `unknown_placeholder`; `not_permitted` for whoever looks after a part of the academy only */
  save(actor: Actor, { params, body }: Save): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      await needAll(tx, actor);
      checkPlaces(params.kind, body);
      await tx.manager.upsert(
        TemplateEntity,
        { ...params, ...body, updatedAt: tx.now, updatedBy: accountOf(actor) },
        ['kind', 'language'],
      );
      await tx.audit('notice.template', { kind: 'notice_template', id: params.kind }, params);
      return { ok: true };
    });
  }

  reset(actor: Actor, { params }: Reset): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      await needAll(tx, actor);
      await tx.manager.delete(TemplateEntity, params);
      await tx.audit('notice.template_reset', { kind: 'notice_template', id: params.kind }, params);
      return { ok: true };
    });
  }

  /** Sends the words with made-up values to the actor's own address, and nobody else. */
  async try(
    actor: Actor,
    { params, body }: Try,
  ): Promise<OutputOf<Endpoints['tryNoticeTemplate']>> {
    checkPlaces(params.kind, body);
    if (!this.mail.on) throw new Failure('mail_not_set_up');
    const me = await this.sql.maybe<{ fullName: string; email: string | null }>(
      `select full_name as "fullName", email from notification.reader where account_id = $1`,
      [accountOf(actor)],
    );
    if (!me?.email) throw new Failure('no_mail_address');
    const words = this.renderer.render(
      sampleFacts(params.kind, params.language, me.fullName),
      body,
    );
    const letter = { to: me.email, subject: words.title, text: words.body, id: randomUUID() };
    try {
      await this.mail.send({ ...letter, html: htmlOf(words.body, params.language) });
    } catch (error) {
      if (error instanceof MailFailure) throw new Failure('mail_not_sent');
      throw error;
    }
    return { to: me.email };
  }
}

function checkPlaces(kind: Try['params']['kind'], { subject, body }: Words): void {
  const word = unknownPlace(`${subject}\n${body}`, TEMPLATE_WORDS[kind]);
  if (word !== null) throw new Failure('unknown_placeholder', { word });
}
