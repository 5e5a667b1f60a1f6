/** The room where an applied list opens accounts for those who join and locks those of leavers, inside its write. */
import type { AccountBatches } from '@tap-huan/server/identity';
import type { Tx } from '@tap-huan/server/platform';
import { rootsOf } from './known.reader';
import { freeUsernames, usernameOf } from './username';

/** SQL from `r` (officer_import_row): those who join or come back and have no account. $1 the import */
export const JOINERS = `
  from organisation.officer_import_row r
  left join organisation.officer o on o.id = r.officer_id
  where r.import_id = $1 and r.action in ('join', 'return') and o.account_id is null`;

/** SQL from `r`: open accounts `a` of those who leave. $1 the import */
export const LEAVERS = `
  from organisation.officer_import_row r
  join organisation.officer o on o.id = r.officer_id
  join identity.account a on a.id = o.account_id and a.disabled_at is null
  where r.import_id = $1 and r.action = 'leave'`;

/**
 * SQL predicate on `a`: an account that HR may lock. Not one's own, not an administrator's, and none that has rights
 * beyond the scope: those an administrator locks. $2 roots of the asker · $3 the asker
 */
export const LOCKABLE = `
  a.id <> $3 and not exists (
    select 1 from identity.access_grant g where g.account_id = a.id
      and (g.role = 'administrator' or g.unit_id not in (select * from organisation.units_in($2::uuid[]))))`;

interface Joiner {
  row: number;
  officerId: string;
  staffCode: string;
  fullName: string;
  email: string | null;
  unitId: string;
}

/**
 * Opens a learner's account in the unit of each joiner. Nobody can enter it before its first password is drawn.
 * @returns whether somebody is to be told by mail
 */
export async function openAccounts(
  tx: Tx,
  importId: string,
  { batches, mailOn }: { batches: AccountBatches; mailOn: boolean },
): Promise<boolean> {
  const joiners = await tx.rows<Joiner>(
    `select r.row, o.id as "officerId", o.staff_code as "staffCode", o.full_name as "fullName",
            o.email, p.unit_id as "unitId"
     from organisation.officer_import_row r
     join organisation.officer o on o.id = r.officer_id
     join organisation.position p on p.officer_id = o.id and p.valid_to is null
     where r.import_id = $1 and r.action in ('join', 'return') and o.account_id is null
     order by r.row`,
    [importId],
  );
  if (joiners.length === 0) return false;
  const names = await freeNames(tx, joiners);
  const ids = await batches.open(
    tx,
    joiners.map(({ fullName, unitId }, at) => ({
      ...{ username: names[at] as string, fullName, language: 'vi' as const },
      grants: [{ role: 'learner' as const, unitId }],
    })),
  );
  const opened = joiners.map(({ row, officerId, email }, at) => ({
    ...{ row, officerId, accountId: ids[at] as string },
    mailTo: mailOn ? email : null,
  }));
  await link(tx, importId, opened);
  return opened.some(({ mailTo }) => mailTo !== null);
}

/** @returns how many were locked */
export async function lockAccounts(
  tx: Tx,
  importId: string,
  batches: AccountBatches,
): Promise<number> {
  const asker = tx.actor.accountId ?? '';
  const leavers = await tx.rows<{ id: string }>(`select a.id ${LEAVERS} and ${LOCKABLE}`, [
    importId,
    await rootsOf(tx, asker),
    asker,
  ]);
  return batches.lock(
    tx,
    leavers.map(({ id }) => id),
    { importId },
  );
}

async function freeNames(tx: Tx, joiners: readonly Joiner[]): Promise<string[]> {
  // Two lists at once: the second sees the names of the first.
  await tx.rows(`select pg_advisory_xact_lock(hashtext('identity.username'))`);
  const codes = joiners.map(({ staffCode }) => staffCode);
  const taken = await tx.rows<{ username: string }>(
    `select username from identity.account
     where username = any ($1) or regexp_replace(username, '-[0-9]+$', '') = any ($1)`,
    [codes.map(usernameOf)],
  );
  return freeUsernames(codes, new Set(taken.map(({ username }) => username)));
}

interface Opened {
  row: number;
  officerId: string;
  accountId: string;
  mailTo: string | null;
}

async function link(tx: Tx, importId: string, opened: readonly Opened[]): Promise<void> {
  const given = JSON.stringify(opened);
  const shape = `jsonb_to_recordset($1::jsonb) as j
    (row int, "officerId" uuid, "accountId" uuid, "mailTo" text)`;
  await tx.rows(
    `update organisation.officer o set account_id = j."accountId" from ${shape}
     where o.id = j."officerId"`,
    [given],
  );
  await tx.rows(
    `insert into organisation.import_account (import_id, account_id, row, mail_state, mail_to)
     select $2, j."accountId", j.row, case when j."mailTo" is null then 'none' else 'waiting' end,
            j."mailTo"
     from ${shape}`,
    [given, importId],
  );
  await tx.auditAll(
    'account_linked',
    'officer',
    opened.map(({ officerId, accountId }) => ({ id: officerId, detail: { accountId, importId } })),
  );
}
