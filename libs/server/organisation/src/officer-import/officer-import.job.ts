/** The room where the worker reads, checks and applies staff lists. */
import { Injectable } from '@nestjs/common';
import { type EventPayload, IMPORT_ACTIONS, type ImportFailure } from '@tap-huan/contract';
import { AccountBatches, Accounts } from '@tap-huan/server/identity';
import {
  type Actor,
  Clock,
  Hears,
  type SlowHandler,
  Sql,
  SYSTEM,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import { applyJudged, holdOfficers } from './applying';
import { tableOf } from './columns';
import {
  chunksOf,
  forgetLeavers,
  keepJudgements,
  keepRows,
  keptJudgements,
  keptRows,
} from './import-lines';
import { lockAccounts, openAccounts } from './import-accounts';
import { type ImportOrder, orderOf } from './import-order';
import { Invitations } from './invitations.service';
import type { Judgement } from './judge';
import { judgedList, sameJudgement } from './judged-list';
import { readListFile, UnreadableList } from './list-file';

@Injectable()
@Hears('OfficerImportAsked', 'organisation.officer-import')
export class OfficerImportJob implements SlowHandler<'OfficerImportAsked'> {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly batches: AccountBatches,
    private readonly invitations: Invitations,
  ) {}

  /** One step of an import; a repeat begins it anew, or finds it done. */
  async work({ importId, step }: EventPayload<'OfficerImportAsked'>): Promise<void> {
    const order = await orderOf(this.sql, importId);
    if (step === 'read' && order?.state === 'reading') await this.read(order);
    if (step === 'check' && order?.state === 'checking') await this.check(order);
    if (step === 'apply' && order?.state === 'applying') await this.apply(order);
    if (step === 'invite' && order?.state === 'applied') await this.invitations.send(importId);
  }

  private async read({ id }: ImportOrder): Promise<void> {
    try {
      const { file } = await this.sql.one<{ file: Buffer }>(
        `select file from organisation.officer_import where id = $1`,
        [id],
      );
      const { headerRow, headings, rows } = tableOf(await readListFile(file));
      await this.writer.write(SYSTEM, async (tx) => {
        for (const chunk of chunksOf(rows)) await keepRows(tx, id, chunk);
        await tx.rows(
          `update organisation.officer_import
           set state = 'read', file = null, header_row = $2, headings = $3, total = $4, done = $4
           where id = $1 and state = 'reading'`,
          [id, headerRow, headings, rows.length],
        );
      });
    } catch (error) {
      if (!(error instanceof UnreadableList)) throw error;
      await this.fail(id, error.reason);
    }
  }

  private async check(order: ImportOrder): Promise<void> {
    const rows = await keptRows(this.sql, order.id);
    const judged = await judgedList(this.sql, order, rows, this.clock.now());
    await this.keep(order, judged, null);
  }

  /** Keeps what was judged, some lines at a time so that progress is seen; the last of them ends the check. */
  private async keep(
    order: ImportOrder,
    judged: readonly Judgement[],
    failure: ImportFailure | null,
  ): Promise<void> {
    await this.writer.write(SYSTEM, (tx) => forgetLeavers(tx, order.id));
    let done = 0;
    for (const chunk of chunksOf(judged)) {
      done += chunk.length;
      await this.writer.write(SYSTEM, async (tx) => {
        await keepJudgements(tx, order.id, chunk);
        await note(tx, order.id, done);
      });
    }
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `update organisation.officer_import
         set state = 'checked', counts = $2, total = $3, done = $3, checked_at = $4, failure = $5
         where id = $1 and state = $6`,
        [order.id, countsOf(judged), judged.length, tx.now, failure, order.state],
      ),
    );
  }

  /**
   * Judges once more inside the transaction: what is applied is what was shown. Where somebody has changed something
   * meanwhile, nothing is applied and the new judgement is shown instead.
   */
  private async apply(order: ImportOrder): Promise<void> {
    const rows = await keptRows(this.sql, order.id);
    const shown = await keptJudgements(this.sql, order.id);
    const actor: Actor = { ...SYSTEM, accountId: order.askedBy };
    const differing = await this.writer.write(actor, async (tx) => {
      await tx.rows(`select pg_advisory_xact_lock(hashtext('organisation.officer_import'))`);
      if ((await orderOf(tx, order.id))?.state !== 'applying') return null;
      await holdOfficers(
        tx,
        shown.flatMap(({ officerId }) => officerId ?? []),
      );
      const judged = await judgedList(tx, order, rows, tx.now);
      const isSame =
        judged.length === shown.length &&
        judged.every((one, index) => sameJudgement(one, shown[index] as Judgement));
      if (!isSame) return judged;
      await this.carryOut(tx, order, judged);
      return null;
    });
    if (differing) await this.keep(order, differing, 'changed_meanwhile');
  }

  private async carryOut(tx: Tx, order: ImportOrder, judged: readonly Judgement[]): Promise<void> {
    await applyJudged(tx, judged, {
      accounts: this.accounts,
      importId: order.id,
      reason: `Không còn trong danh sách ${order.fileName}`,
      // Outside the transaction, which nobody can see into: progress is for the eye.
      onProgress: async (done) => {
        await this.writer.write(SYSTEM, (aside) => note(aside, order.id, done));
      },
    });
    const { openAccounts: opens, lockAccounts: locks } = order;
    const ways = { batches: this.batches, mailOn: this.invitations.on };
    if (opens && (await openAccounts(tx, order.id, ways))) {
      await tx.emit('OfficerImportAsked', { importId: order.id, step: 'invite' });
    }
    const locked = locks ? await lockAccounts(tx, order.id, this.batches) : 0;
    await tx.rows(
      `update organisation.officer_import
       set state = 'applied', done = total, finished_at = $2, failure = null, locked = $3
       where id = $1`,
      [order.id, tx.now, locked],
    );
    await tx.audit(
      'officers_imported',
      { kind: 'officer_import', id: order.id },
      { unitId: order.unitId, kind: order.kind, counts: countsOf(judged), opens, locked },
    );
  }

  private fail(importId: string, reason: ImportFailure): Promise<unknown> {
    return this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `update organisation.officer_import
         set state = 'failed', file = null, failure = $2, finished_at = $3 where id = $1`,
        [importId, reason, tx.now],
      ),
    );
  }
}

const note = (tx: Tx, importId: string, done: number): Promise<unknown[]> =>
  tx.rows(`update organisation.officer_import set done = $2 where id = $1`, [importId, done]);

function countsOf(judged: readonly Judgement[]): Record<string, number> {
  const counts = Object.fromEntries(IMPORT_ACTIONS.map((action) => [action, 0]));
  for (const { action } of judged) {
    if (action !== 'ignored') counts[action] = (counts[action] ?? 0) + 1;
  }
  return counts;
}
