/** The room where many accounts are opened, locked or given a first password at once, inside the caller's transaction. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grant, Language } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { KnownSessions } from '../session/known-sessions';
import { nameOrder, searchText } from './name-order';
import { hashDrawn, temporaryPassword } from './password';

/** An account nobody can enter until a first password is drawn for it. */
export interface UnopenedAccount {
  username: string;
  fullName: string;
  language: Language;
  grants: readonly Grant[];
}

/** Accounts in one statement, and hashes that are made at the same time. */
const CHUNK = 1_000;

/**
 * SQL predicate on `a` (identity.account): never used, and nothing but a learner's. Whoever may give out a first password
 * of an account can enter it; one that has become more than a learner's is the administrator's.
 */
export const NEVER_USED = `
  a.last_sign_in_at is null and a.must_change_password and a.disabled_at is null
  and not exists (select 1 from identity.access_grant g where g.account_id = a.id and g.role <> 'learner')`;

@Injectable()
export class AccountBatches {
  constructor(private readonly knownSessions: KnownSessions) {}

  /** @returns their ids, in order. @throws where a user name is taken: callers look before, inside a lock of their own */
  async open(tx: Tx, wanted: readonly UnopenedAccount[]): Promise<string[]> {
    // One password for all, which nobody has ever seen.
    const passwordHash = await hashDrawn(temporaryPassword());
    const accounts = wanted.map(({ username, fullName, language, grants }) => {
      const name = toNfc(fullName);
      return {
        ...{ id: randomUUID(), username, fullName: name, language, grants },
        ...{ sortKey: nameOrder(name), searchText: searchText(name, username) },
      };
    });
    for (let at = 0; at < accounts.length; at += CHUNK) {
      const chunk = accounts.slice(at, at + CHUNK);
      await tx.rows(
        `insert into identity.account (id, username, full_name, password_hash, language,
           must_change_password, created_at, sort_key, search_text)
         select j.id, j.username, j."fullName", $2, j.language, true, $3, j."sortKey", j."searchText"
         from jsonb_to_recordset($1::jsonb) as j (id uuid, username text, "fullName" text,
           language text, "sortKey" text, "searchText" text)`,
        [JSON.stringify(chunk), passwordHash, tx.now],
      );
      await tx.rows(
        `insert into identity.access_grant (account_id, role, unit_id)
         select j.id, g.role, g."unitId"
         from jsonb_to_recordset($1::jsonb) as j (id uuid, grants jsonb),
              jsonb_to_recordset(j.grants) as g (role text, "unitId" uuid)`,
        [JSON.stringify(chunk)],
      );
      await tx.auditAll(
        'account_created',
        'account',
        chunk.map(({ id, username, grants }) => ({ id, detail: { username, grants } })),
      );
    }
    return accounts.map(({ id }) => id);
  }

  /** Locks accounts and ends their sessions; those that are locked stay so. */
  async lock(tx: Tx, accountIds: readonly string[], detail: Record<string, unknown>) {
    const locked = await tx.rows<{ id: string }>(
      `update identity.account set disabled_at = $2
       where id = any ($1::uuid[]) and disabled_at is null returning id`,
      [accountIds, tx.now],
    );
    const ids = locked.map(({ id }) => id);
    await tx.rows(`delete from identity.session where account_id = any ($1::uuid[])`, [ids]);
    for (const id of ids) this.knownSessions.forget(id);
    await tx.auditAll(
      'account_disabled',
      'account',
      ids.map((id) => ({ id, detail })),
    );
    return ids.length;
  }

  /**
   * Draws a first password for each account that was never used, and voids what was drawn before.
   * @returns the passwords by account, to be shown or sent once; others are left out
   */
  async drawCodes(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
    const unused = await tx.rows<{ id: string }>(
      `select a.id from identity.account a where a.id = any ($1::uuid[]) and ${NEVER_USED}
       order by a.id for update`,
      [accountIds],
    );
    const codes = new Map(unused.map(({ id }) => [id, temporaryPassword()]));
    const hashes = await Promise.all(
      [...codes].map(async ([id, code]) => ({ id, hash: await hashDrawn(code) })),
    );
    await tx.rows(
      `update identity.account a set password_hash = j.hash
       from jsonb_to_recordset($1::jsonb) as j (id uuid, hash text) where a.id = j.id`,
      [JSON.stringify(hashes)],
    );
    await tx.auditAll(
      'password_reset',
      'account',
      [...codes.keys()].map((id) => ({ id, detail: {} })),
    );
    return codes;
  }
}
