/** The room where accounts and their grants change, inside the caller's transaction. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grant, Language } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';
import { Failure, type Tx } from '@tap-huan/server/platform';
import { KnownSessions } from '../session/known-sessions';
import { AccessGrant } from './access-grant.entity';
import { Account } from './account.entity';
import { nameOrder, searchText } from './name-order';
import { hashPassword, temporaryPassword } from './password';

export interface NewAccount {
  /** Drawn where absent. */
  id?: string;
  /** Lower case; see `username` of the contract. */
  username: string;
  fullName: string;
  language: Language;
  /** Exactly one of the three: both passwords are hashed; a hash comes from `hash`. */
  temporaryPassword?: string;
  password?: string;
  passwordHash?: string;
  /** True where absent and the password is temporary. */
  mustChangePassword?: boolean;
}

export interface AccountChange {
  fullName: string;
  language: Language;
  disabled: boolean;
}

@Injectable()
export class Accounts {
  constructor(private readonly knownSessions: KnownSessions) {}

  /** argon2id in PHC form; for callers that give many accounts one password. */
  hash(password: string): Promise<string> {
    return hashPassword(password);
  }

  /** A readable random password of 79 bits, to be shown once. */
  temporaryPassword(): string {
    return temporaryPassword();
  }

  /** @returns the account's id. @throws Failure `username_taken` */
  async create(tx: Tx, input: NewAccount): Promise<string> {
    const id = input.id ?? randomUUID();
    const fullName = toNfc(input.fullName);
    const passwordHash =
      input.passwordHash ??
      (await hashPassword(input.password ?? input.temporaryPassword ?? fail()));
    const made = await tx.rows(
      `insert into identity.account (id, username, full_name, password_hash, language,
         must_change_password, created_at, sort_key, search_text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict on constraint account_username do nothing returning id`,
      [
        id,
        input.username,
        fullName,
        passwordHash,
        input.language,
        input.mustChangePassword ?? input.temporaryPassword !== undefined,
        tx.now,
        nameOrder(fullName),
        searchText(fullName, input.username),
      ],
    );
    if (made.length === 0) throw new Failure('username_taken');
    await tx.audit('account_created', { kind: 'account', id }, { username: input.username });
    return id;
  }

  async rename(tx: Tx, accountId: string, fullName: string): Promise<void> {
    const account = await this.locked(tx, accountId);
    const name = toNfc(fullName);
    if (account.fullName === name) return;
    await this.saveName(tx, account, name);
    await tx.audit('account_renamed', { kind: 'account', id: accountId });
  }

  /** Disabling ends every session of the account. */
  async update(tx: Tx, accountId: string, change: AccountChange): Promise<void> {
    const account = await this.locked(tx, accountId);
    const wasDisabled = account.disabledAt !== null;
    await this.saveName(tx, account, toNfc(change.fullName));
    await tx.manager.update(Account, accountId, {
      language: change.language,
      disabledAt: change.disabled ? (account.disabledAt ?? tx.now) : null,
    });
    const subject = { kind: 'account', id: accountId };
    await tx.audit('account_updated', subject);
    if (change.disabled === wasDisabled) return;
    if (change.disabled) await this.endSessions(tx, accountId);
    await tx.audit(change.disabled ? 'account_disabled' : 'account_enabled', subject);
  }

  /** Replaces the grants; what stays the same is not touched. */
  async setGrants(tx: Tx, accountId: string, grants: readonly Grant[]): Promise<void> {
    await this.locked(tx, accountId);
    const before = await tx.manager.findBy(AccessGrant, { accountId });
    const gone = before.filter((old) => !grants.some((grant) => isSame(grant, old)));
    const come = grants.filter(
      (grant, at) =>
        !before.some((old) => isSame(grant, old)) &&
        grants.findIndex((other) => isSame(grant, other)) === at,
    );
    if (gone.length === 0 && come.length === 0) return;
    if (gone.length > 0) await tx.manager.remove(gone);
    await tx.manager.insert(
      AccessGrant,
      come.map(({ role, unitId }) => ({ accountId, role, unitId })),
    );
    this.knownSessions.forget(accountId);
    await tx.audit(
      'grants_changed',
      { kind: 'account', id: accountId },
      {
        gone: gone.map(({ role, unitId }) => ({ role, unitId })),
        come: come.map(({ role, unitId }) => ({ role, unitId })),
      },
    );
  }

  /** The grants that name one of the units itself. */
  grantsAt(tx: Tx, unitIds: readonly string[]): Promise<(Grant & { accountId: string })[]> {
    return tx.rows(
      `select account_id as "accountId", role, unit_id as "unitId" from identity.access_grant
       where unit_id = any($1::uuid[]) order by account_id, role for update`,
      [unitIds],
    );
  }

  /** All grants of these accounts. */
  grantsOf(tx: Tx, accountIds: readonly string[]): Promise<(Grant & { accountId: string })[]> {
    return tx.rows(
      `select account_id as "accountId", role, unit_id as "unitId" from identity.access_grant
       where account_id = any($1::uuid[])`,
      [accountIds],
    );
  }

  /** Puts other units in the place of each grant's own: many at once, where units give way to others. */
  async handOver(
    tx: Tx,
    grants: readonly (Grant & { accountId: string; into: readonly string[] })[],
  ): Promise<void> {
    if (grants.length === 0) return;
    const rows = grants.flatMap(({ accountId, role, unitId, into }) =>
      into.map((to) => ({ account_id: accountId, role, unit_id: unitId, to_id: to })),
    );
    const given = JSON.stringify(rows);
    const shape = `jsonb_to_recordset($1::jsonb) as r (account_id uuid, role text, unit_id uuid, to_id uuid)`;
    await tx.rows(
      `delete from identity.access_grant g using ${shape}
       where (g.account_id, g.role, g.unit_id) = (r.account_id, r.role, r.unit_id)`,
      [given],
    );
    await tx.rows(
      `insert into identity.access_grant (account_id, role, unit_id)
       select distinct r.account_id, r.role, r.to_id from ${shape} on conflict do nothing`,
      [given],
    );
    for (const accountId of new Set(grants.map((grant) => grant.accountId))) {
      this.knownSessions.forget(accountId);
    }
  }

  /** Sets a temporary password and ends every session. @returns the password, to be shown once. */
  async resetPassword(tx: Tx, accountId: string): Promise<string> {
    const password = temporaryPassword();
    await this.locked(tx, accountId);
    await tx.manager.update(Account, accountId, {
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
    });
    await this.endSessions(tx, accountId);
    await tx.audit('password_reset', { kind: 'account', id: accountId });
    return password;
  }

  private async locked(tx: Tx, accountId: string): Promise<Account> {
    const account = await tx.manager.findOne(Account, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!account) throw new Failure('not_found');
    return account;
  }

  private async saveName(tx: Tx, account: Account, fullName: string): Promise<void> {
    await tx.manager.update(Account, account.id, {
      fullName,
      sortKey: nameOrder(fullName),
      searchText: searchText(fullName, account.username),
    });
  }

  private async endSessions(tx: Tx, accountId: string): Promise<void> {
    await tx.rows(`delete from identity.session where account_id = $1`, [accountId]);
    this.knownSessions.forget(accountId);
  }
}

const isSame = (a: Grant, b: Grant): boolean => a.role === b.role && a.unitId === b.unitId;

function fail(): never {
  throw new Error('A new account needs a password or its hash.');
}
