/** The room where an ordered ZIP is made. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Clock, Hears, type SlowHandler, Storage, SYSTEM, Writer } from '@tap-huan/server/platform';
import type { RegisterLine } from '../register/register.reader';
import { StoredPapers } from '../render/stored-papers';
import { openArchive } from './archive';
import { type ExportOrder, ExportReader } from './export.reader';

/** Papers between two notes of progress. */
const NOTE_EVERY = 25;
/** Milliseconds after which an order whose papers still do not exist is called failed; the job may be tried again. */
const GIVE_UP_AFTER = 5 * 60_000;

@Injectable()
@Hears('CertificateExportRequested', 'certification.export')
export class ExportJob implements SlowHandler<'CertificateExportRequested'> {
  /** Milliseconds: how long one try waits for papers that the queue is still making. */
  patience = { every: 500, atMost: 45_000 };

  constructor(
    private readonly reader: ExportReader,
    private readonly papers: StoredPapers,
    private readonly storage: Storage,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** Starts from the beginning after a crash; a finished ZIP is never touched again. */
  async work({ exportId }: EventPayload<'CertificateExportRequested'>): Promise<void> {
    const order = await this.reader.order(exportId);
    if (!order || order.state === 'done') return;
    const lines = await this.storedLines(order);
    try {
      await this.note(exportId, `state = 'running', done = 0, total = $2`, lines.length);
      const stored = await this.storage.putStream(await this.open(order, lines));
      await this.writer.write(SYSTEM, (tx) =>
        tx.rows(
          `update certification.export
           set state = 'done', done = total, zip_sha256 = $2, zip_size = $3, finished_at = $4
           where id = $1 and state <> 'done'`,
          [exportId, stored.sha256, stored.size, tx.now],
        ),
      );
    } catch (error) {
      await this.note(exportId, `state = 'failed'`);
      throw error;
    }
  }

  /** Every line with its stored paper. @throws Error where some are not stored yet, so that the job is tried again */
  private async storedLines(order: ExportOrder): Promise<RegisterLine[]> {
    for (let waited = 0; ; waited += this.patience.every) {
      const lines = await this.reader.lines(order);
      const missing = lines.filter(({ sha256 }) => sha256 === null).length;
      if (missing === 0) return lines;
      if (waited >= this.patience.atMost) {
        const age = this.clock.now().getTime() - order.requestedAt.getTime();
        if (age > GIVE_UP_AFTER) await this.note(order.id, `state = 'failed'`);
        throw new Error(`${missing} of ${lines.length} certificates have no stored PDF yet.`);
      }
      await sleep(this.patience.every);
    }
  }

  private open(order: ExportOrder, lines: readonly RegisterLine[]) {
    let noting = Promise.resolve();
    return openArchive({
      lines,
      title: {
        unitName: order.unitName,
        from: order.from,
        to: order.to,
        madeOn: today(order.requestedAt),
      },
      at: order.requestedAt,
      read: (sha256) => this.papers.read(sha256),
      onPaper: (done) => {
        if (done % NOTE_EVERY !== 0) return;
        // Progress is for the eye: a note that fails must not cost the ZIP.
        noting = noting
          .then(() => this.note(order.id, `done = least($2, total)`, done))
          .catch(() => undefined);
      },
    });
  }

  /** Notes something of an order that is not finished. */
  private async note(exportId: string, set: string, ...values: number[]): Promise<void> {
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(`update certification.export set ${set} where id = $1 and state <> 'done'`, [
        exportId,
        ...values,
      ]),
    );
  }
}
