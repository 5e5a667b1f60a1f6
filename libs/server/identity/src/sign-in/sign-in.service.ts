/** The room where a user name and a password become an account, or a failure that tells nothing. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Failure, RateLimit, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { hashPassword, isPassword } from '../account/password';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_OF_ONE_NAME = 10;
const FAILURES_OF_ONE_ADDRESS = 100;

interface Found {
  id: string;
  passwordHash: string;
  disabled: boolean;
}

@Injectable()
export class SignIn {
  private readonly byName = new RateLimit(
    FAILURES_OF_ONE_NAME,
    WINDOW_SECONDS,
    'too_many_sign_in_attempts',
  );
  private readonly byAddress = new RateLimit(
    FAILURES_OF_ONE_ADDRESS,
    WINDOW_SECONDS,
    'too_many_sign_in_attempts',
  );
  /** The hash that is checked where there is no account, so that the time tells nothing. */
  private readonly nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /**
   * The id of the account with this name and password.
   * @throws Failure `invalid_credentials` for an unknown name as for a wrong password; `account_disabled` only to
   *   somebody who knows the password; `too_many_sign_in_attempts` with `{ seconds }`
   */
  async verify(username: string, password: string, address: string): Promise<string> {
    const name = username.normalize('NFC').trim().toLowerCase();
    const nameAndAddress = `${name}\n${address}`;
    await this.byAddress.check(address);
    // Counted before the check, so that many tries at once are not more than ten.
    await this.byName.take(nameAndAddress);
    const account = await this.find(name);
    const right = await isPassword(account?.passwordHash ?? (await this.nobody), password);
    if (!account || !right || account.disabled) {
      await this.recordFailure(account, right, address);
      await this.byAddress.take(address);
      throw new Failure(account && right ? 'account_disabled' : 'invalid_credentials');
    }
    await this.byName.clear(nameAndAddress);
    return account.id;
  }

  private async find(name: string): Promise<Found | null> {
    // PostgreSQL takes neither as text.
    if (name.includes('\0') || !name.isWellFormed()) return null;
    return this.sql.maybe<Found>(
      `select id, password_hash as "passwordHash", disabled_at is not null as disabled
       from identity.account where username = $1`,
      [name],
    );
  }

  /** The trail names accounts only: what was typed as an unknown name may be a password. */
  private async recordFailure(
    account: Found | null,
    right: boolean,
    address: string,
  ): Promise<void> {
    const reason = !account ? 'unknown_name' : right ? 'disabled' : 'wrong_password';
    await this.writer.write({ ...SYSTEM, address }, (tx) =>
      tx.audit('sign_in_failed', { kind: 'account', id: account?.id ?? 'unknown' }, { reason }),
    );
  }
}
