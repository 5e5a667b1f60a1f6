/** The room where a person chooses what comes by mail. */
import { Injectable } from '@nestjs/common';
import type { InputOf, notificationEndpoints } from '@tap-huan/contract';
import { accountOf, type Actor, Writer } from '@tap-huan/server/platform';
import { PreferenceEntity } from './preference.entity';

type Save = InputOf<typeof notificationEndpoints.saveMyNoticePreferences>['body'];

@Injectable()
export class PreferencesService {
  constructor(private readonly writer: Writer) {}

  save(actor: Actor, { email, mailOff }: Save): Promise<{ ok: true }> {
    const accountId = accountOf(actor);
    return this.writer.write(actor, async (tx) => {
      const row = { accountId, email, mailOff: [...new Set(mailOff)], updatedAt: tx.now };
      await tx.manager.upsert(PreferenceEntity, row, ['accountId']);
      // The address itself is nobody's business in the trail.
      await tx.audit('notice.preference', { kind: 'account', id: accountId }, { mailOff });
      return { ok: true };
    });
  }
}
