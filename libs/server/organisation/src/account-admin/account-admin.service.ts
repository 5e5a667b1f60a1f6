/** The room where an administrator changes the accounts of a subtree. */
import { Injectable } from '@nestjs/common';
import type { endpoints, Grant, InputOf } from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { type Actor, Failure, found, type Tx, unitsFor, Writer } from '@tap-huan/server/platform';
import { OfficerService } from '../officer/officer.service';
import { requireScope } from '../unit/scope';
import { ACCOUNT_IN_SCOPE } from './account-scope';

type NewAccount = InputOf<typeof endpoints.createAccount>['body'];
type Change = InputOf<typeof endpoints.updateAccount>['body'];

interface LinkedOfficer {
  id: string;
  fullName: string;
  unitId: string;
}

@Injectable()
export class AccountAdminService {
  constructor(
    private readonly writer: Writer,
    private readonly accounts: Accounts,
    private readonly officers: OfficerService,
  ) {}

  /** @throws Failure `username_taken`; `not_found` for units and officers outside the scope */
  async create(
    actor: Actor,
    input: NewAccount,
  ): Promise<{ id: string; temporaryPassword: string }> {
    const temporaryPassword = this.accounts.temporaryPassword();
    const passwordHash = await this.accounts.hash(temporaryPassword);
    const id = await this.writer.write(actor, async (tx) => {
      await requireGrantsInScope(tx, input.grants);
      const officer = await officerToLink(tx, input.officerId);
      const { username, language } = input;
      const accountId = await this.accounts.create(tx, {
        username,
        language,
        fullName: officer?.fullName ?? input.fullName,
        passwordHash,
        mustChangePassword: true,
      });
      if (officer) await this.officers.link(tx, officer.id, accountId);
      await this.accounts.setGrants(tx, accountId, input.grants);
      return accountId;
    });
    return { id, temporaryPassword };
  }

  /** An account that is linked to an officer bears the officer's name. @throws Failure `last_administrator` */
  async update(actor: Actor, accountId: string, change: Change): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      // One change at a time, so that two administrators cannot remove each other.
      await tx.rows(`select pg_advisory_xact_lock(hashtext('identity.administrators'))`);
      await requireAccountInScope(tx, accountId);
      await requireGrantsInScope(tx, change.grants);
      const administered = await administeredBy(tx, accountId);
      const officer = await this.relink(tx, accountId, change.officerId);
      await this.accounts.update(tx, accountId, {
        fullName: officer?.fullName ?? change.fullName,
        language: change.language,
        disabled: change.disabled,
      });
      await this.accounts.setGrants(tx, accountId, change.grants);
      await requireAdministrators(tx, administered);
    });
  }

  /** Ends the account's sessions. @returns the temporary password, to be shown once */
  async resetPassword(actor: Actor, accountId: string): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await requireAccountInScope(tx, accountId);
      return this.accounts.resetPassword(tx, accountId);
    });
  }

  private async relink(
    tx: Tx,
    accountId: string,
    officerId: string | null,
  ): Promise<LinkedOfficer | null> {
    const before = await tx.maybe<{ id: string }>(
      `select id from organisation.officer where account_id = $1`,
      [accountId],
    );
    const officer = await officerToLink(tx, officerId);
    if (before && before.id !== officerId) await this.officers.link(tx, before.id, null);
    if (officer) await this.officers.link(tx, officer.id, accountId);
    return officer;
  }
}

async function requireAccountInScope(tx: Tx, accountId: string): Promise<void> {
  found(
    await tx.maybe(`select 1 from identity.account a where a.id = $2 and ${ACCOUNT_IN_SCOPE}`, [
      unitsFor(tx.actor, 'account.manage'),
      accountId,
    ]),
  );
}

async function requireGrantsInScope(tx: Tx, grants: readonly Grant[]): Promise<void> {
  for (const { unitId } of grants) await requireScope(tx, unitId, 'account.manage');
}

async function officerToLink(tx: Tx, officerId: string | null): Promise<LinkedOfficer | null> {
  if (officerId === null) return null;
  const officer = found(
    await tx.maybe<LinkedOfficer>(
      `select id, full_name as "fullName", unit_id as "unitId"
       from organisation.present_officer where id = $1`,
      [officerId],
    ),
  );
  await requireScope(tx, officer.unitId, 'account.manage');
  return officer;
}

/** Units over which the account is an administrator now; none while it is disabled. */
async function administeredBy(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx.rows<{ unitId: string }>(
    `select g.unit_id as "unitId" from identity.access_grant g
     join identity.account a on a.id = g.account_id and a.disabled_at is null
     where g.account_id = $1 and g.role = 'administrator'`,
    [accountId],
  );
  return rows.map(({ unitId }) => unitId);
}

/** @throws Failure `last_administrator` where one of the units is left without any, in it or above it */
async function requireAdministrators(tx: Tx, unitIds: string[]): Promise<void> {
  const orphaned = await tx.rows(
    `select 1 from organisation.unit u where u.id = any ($1::uuid[]) and not exists (
       select 1 from identity.access_grant g
       join identity.account a on a.id = g.account_id and a.disabled_at is null
       join organisation.unit r on r.id = g.unit_id
       where g.role = 'administrator' and r.path @> u.path)`,
    [unitIds],
  );
  if (orphaned.length > 0) throw new Failure('last_administrator');
}
