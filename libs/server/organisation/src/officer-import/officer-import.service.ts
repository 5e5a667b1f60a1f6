/** The room where staff lists are taken in, and their check and application are asked for. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, ImportState, InputOf } from '@tap-huan/contract';
import { SHARED_FIELDS } from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  Failure,
  found,
  type GivenFile,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { requireScope } from '../unit/scope';
import { openUnit } from '../unit/unit.service';
import { foldedHeading } from './columns';
import { requireListFile } from './list-file';

type Check = InputOf<typeof endpoints.checkOfficerImport>['body'];
type Apply = InputOf<typeof endpoints.applyOfficerImport>['body'];

/** Days for which the lines of a list may be looked at. */
const KEPT_DAYS = 90;

interface Held {
  state: ImportState;
  kind: Check['kind'];
  headings: string[];
  counts: Partial<Record<string, number>>;
}

@Injectable()
export class OfficerImports {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** Asked before the file is received. @throws Failure `not_found` */
  async allow(actor: Actor, unitId: string): Promise<void> {
    found(
      await this.sql.maybe(`select 1 where organisation.in_scope($1, $2::uuid[])`, [
        unitId,
        unitsFor(actor, 'officer.manage'),
      ]),
    );
  }

  /** Takes a list in; the worker reads it. @throws Failure `not_found`, `file_kind_not_allowed` */
  async upload(actor: Actor, unitId: string, { name, bytes }: GivenFile): Promise<string> {
    requireListFile(bytes);
    const id = randomUUID();
    await this.writer.write(actor, async (tx) => {
      await requireScope(tx, unitId, 'officer.manage');
      await openUnit(tx, unitId);
      const fileName = toNfc(name).slice(-200) || 'danh-sach';
      await tx.rows(
        `insert into organisation.officer_import
           (id, unit_id, kind, state, file_name, file, effective_on, asked_by, asked_at)
         values ($1, $2, 'update', 'reading', $3, $4, $5, $6, $7)`,
        [id, unitId, fileName, bytes, today(tx.now), accountOf(actor), tx.now],
      );
      await tx.emit('OfficerImportAsked', { importId: id, step: 'read' });
      await tx.audit('officer_list_uploaded', { kind: 'officer_import', id }, { unitId, fileName });
    });
    return id;
  }

  /** Says what the columns are and has the lines judged. @throws Failure `import_not_ready`, `validation_failed` */
  async check(actor: Actor, importId: string, { mapping, kind, effectiveOn }: Check) {
    await this.writer.write(actor, async (tx) => {
      const { state, headings } = await held(tx, importId);
      if (state !== 'read' && state !== 'checked') throw new Failure('import_not_ready');
      requireMapping(mapping, headings.length);
      if (effectiveOn > today(tx.now)) throw wrong('effectiveOn', 'impossible_date');
      await tx.rows(
        `update organisation.officer_import
         set state = 'checking', mapping = $2, kind = $3, effective_on = $4, done = 0, counts = '{}',
             failure = null, asked_by = $5
         where id = $1`,
        [importId, mapping, kind, effectiveOn, accountOf(actor)],
      );
      await rememberHeadings(tx, headings, mapping);
      await tx.emit('OfficerImportAsked', { importId, step: 'check' });
    });
  }

  /** Has what was shown applied. @throws Failure `import_not_ready`, `import_has_errors`, `import_leavers_differ` */
  async apply(actor: Actor, importId: string, wish: Apply): Promise<void> {
    const { skipWrong, leavers, openAccounts, lockAccounts } = wish;
    await this.writer.write(actor, async (tx) => {
      const { state, kind, counts } = await held(tx, importId);
      if (state !== 'checked') throw new Failure('import_not_ready');
      const hasWrong = (counts['wrong'] ?? 0) > 0;
      // Whom a wrong line means is not known: nobody leaves because of it.
      if (hasWrong && (!skipWrong || kind === 'synchronise'))
        throw new Failure('import_has_errors');
      if ((counts['leave'] ?? 0) !== leavers) throw new Failure('import_leavers_differ');
      await tx.rows(
        `update organisation.officer_import
         set state = 'applying', done = 0, skip_wrong = $2, asked_by = $3, open_accounts = $4,
             lock_accounts = $5
         where id = $1`,
        [importId, skipWrong, accountOf(actor), openAccounts, lockAccounts],
      );
      await tx.emit('OfficerImportAsked', { importId, step: 'apply' });
    });
  }

  /** Gives up a list that was not applied. @throws Failure `import_not_ready` while it is worked on */
  async cancel(actor: Actor, importId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      const { state } = await held(tx, importId);
      if (!['read', 'checked', 'failed'].includes(state)) throw new Failure('import_not_ready');
      await tx.rows(`delete from organisation.officer_import_row where import_id = $1`, [importId]);
      await tx.rows(
        `update organisation.officer_import set state = 'cancelled', finished_at = $2 where id = $1`,
        [importId, tx.now],
      );
      await tx.audit('officer_import_cancelled', { kind: 'officer_import', id: importId });
    });
  }

  /** Removes the lines of lists that are long done: what was changed is in the audit trail. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 24 * 3_600_000);
    await this.writer.write({ accountId: null, grants: [], sessionId: null, address: null }, (tx) =>
      tx.rows(
        `delete from organisation.officer_import_row r using organisation.officer_import i
         where i.id = r.import_id and i.asked_at < $1 and i.state <> 'applying'`,
        [before],
      ),
    );
  }
}

/** The import, locked, whose unit is in the actor's scope. @throws Failure `not_found` */
async function held(tx: Tx, importId: string): Promise<Held> {
  return found(
    await tx.maybe<Held>(
      `select state, kind, headings, counts from organisation.officer_import
       where id = $1 and organisation.in_scope(unit_id, $2::uuid[]) for update`,
      [importId, unitsFor(tx.actor, 'officer.manage')],
    ),
  );
}

const wrong = (path: string, code: string): Failure =>
  new Failure('validation_failed', undefined, [
    { path, code, message: 'Staff code and name are needed, and each field once.' },
  ]);

/** @throws Failure `validation_failed` */
function requireMapping(mapping: Check['mapping'], columns: number): void {
  const fields = mapping.filter((field) => field !== null);
  const single = fields.filter((field) => !SHARED_FIELDS.includes(field));
  const isWhole = mapping.length === columns && fields.includes('staffCode');
  if (!isWhole || new Set(single).size < single.length) throw wrong('mapping', 'incomplete');
}

const rememberHeadings = (
  tx: Tx,
  headings: readonly string[],
  mapping: Check['mapping'],
): Promise<unknown[]> => {
  const known = new Map(
    headings.map((heading, at) => [foldedHeading(heading), mapping[at] ?? null]),
  );
  known.delete('');
  return tx.rows(
    `insert into organisation.import_heading (account_id, heading, field, used_at)
     select $1, j.heading, j.field, $3
     from jsonb_to_recordset($2::jsonb) as j (heading text, field text)
     on conflict (account_id, heading) do update
       set field = excluded.field, used_at = excluded.used_at`,
    [
      tx.actor.accountId,
      JSON.stringify([...known].map(([heading, field]) => ({ heading, field }))),
      tx.now,
    ],
  );
};
