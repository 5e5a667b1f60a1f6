/** The room where a person makes a secret calendar link, and ends it. */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountOf, type Actor, CONFIG, type Config, Writer } from '@tap-huan/server/platform';
import { CalendarEntity } from './calendar.entity';

/** Only this is kept of the secret. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

@Injectable()
export class CalendarService {
  constructor(
    private readonly writer: Writer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An earlier link ends. @returns the new one, which nobody can read again */
  make(actor: Actor): Promise<{ url: string }> {
    const accountId = accountOf(actor);
    const token = randomBytes(24).toString('base64url');
    return this.writer.write(actor, async (tx) => {
      await tx.manager.upsert(
        CalendarEntity,
        { accountId, tokenHash: tokenHash(token), createdAt: tx.now, readAt: null },
        ['accountId'],
      );
      await tx.audit('calendar.make', { kind: 'account', id: accountId });
      return { url: `${this.config.publicUrl}/api/calendar/${token}/tap-huan.ics` };
    });
  }

  end(actor: Actor): Promise<{ ok: true }> {
    const accountId = accountOf(actor);
    return this.writer.write(actor, async (tx) => {
      await tx.manager.delete(CalendarEntity, { accountId });
      await tx.audit('calendar.end', { kind: 'account', id: accountId });
      return { ok: true };
    });
  }
}
