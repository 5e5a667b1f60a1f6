/** The room of what people change about their own account. */
import { Injectable } from '@nestjs/common';
import type { Language } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  RateLimit,
  Writer,
} from '@tap-huan/server/platform';
import { Sessions } from '../session/sessions.service';
import { Account } from './account.entity';
import { hashPassword, isPassword } from './password';

@Injectable()
export class OwnAccount {
  /** A session that was left open must not be a place to guess the password. */
  private readonly guesses = new RateLimit(10, 15 * 60);

  constructor(
    private readonly writer: Writer,
    private readonly sessions: Sessions,
  ) {}

  async chooseLanguage(actor: Actor, language: Language): Promise<void> {
    await this.writer.write(actor, (tx) =>
      tx.manager.update(Account, accountOf(actor), { language }),
    );
  }

  /** Ends the other sessions of the account. @throws Failure `wrong_current_password` */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    const id = accountOf(actor);
    await this.guesses.take(id);
    // Made before the transaction: hashing takes long, a connection should not wait for it.
    const passwordHash = await hashPassword(next);
    await this.writer.write(actor, async (tx) => {
      const account = found(await tx.manager.findOneBy(Account, { id }));
      if (!(await isPassword(account.passwordHash, current))) {
        throw new Failure('wrong_current_password');
      }
      await tx.manager.update(Account, id, { passwordHash, mustChangePassword: false });
      await this.sessions.endOthers(tx, id, actor.sessionId);
      await tx.audit('password_changed', { kind: 'account', id });
    });
    await this.guesses.clear(id);
  }
}
