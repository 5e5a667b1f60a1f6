/** The room where a ZIP of papers is asked for. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CertificateExport, endpoints, InputOf } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  disclose,
  Failure,
  type FileToSend,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { ExportEntity } from './export.entity';
import { ExportReader, ORDERED } from './export.reader';

type Wish = InputOf<typeof endpoints.requestExport>['body'];

@Injectable()
export class ExportService {
  constructor(
    private readonly writer: Writer,
    private readonly reader: ExportReader,
  ) {}

  /** Orders a ZIP of the papers of a unit's subtree and a period. @throws Failure `not_found`, `nothing_to_export` */
  async request(actor: Actor, wish: Wish): Promise<CertificateExport> {
    const id = randomUUID();
    await this.writer.write(actor, async (tx) => {
      found(
        await tx.maybe(`select 1 where organisation.in_scope($1, $2::uuid[])`, [
          wish.unitId,
          unitsFor(actor, 'certificate.read'),
        ]),
      );
      const [counted] = await tx.rows<{ total: number }>(
        `select count(*)::int as total ${ORDERED}`,
        [wish.unitId, wish.courseId, wish.from, wish.to, tx.now],
      );
      const total = counted?.total ?? 0;
      if (total === 0) throw new Failure('nothing_to_export');
      await tx.manager.insert(ExportEntity, {
        id,
        requestedBy: accountOf(actor),
        unitId: wish.unitId,
        courseId: wish.courseId,
        fromDay: wish.from,
        toDay: wish.to,
        state: 'waiting',
        total,
        done: 0,
        zipSha256: null,
        zipSize: null,
        requestedAt: tx.now,
        finishedAt: null,
      });
      await tx.emit('CertificateExportRequested', { exportId: id });
      await tx.audit('export_requested', { kind: 'export', id }, { ...wish, total });
    });
    return this.reader.one(actor, id);
  }

  /** The finished ZIP; audited. @throws Failure `not_found`, `export_not_ready` */
  async download(actor: Actor, exportId: string): Promise<FileToSend> {
    const file = await this.reader.file(actor, exportId);
    await this.writer.write(actor, async (tx) => {
      const personIds = await holdersIn(tx, exportId);
      await disclose(tx, { kind: 'exported', what: 'certificate', personIds });
      await tx.audit('export_downloaded', { kind: 'export', id: exportId });
    });
    return file;
  }
}

/** Whose papers are in the ZIP. */
async function holdersIn(tx: Tx, exportId: string): Promise<string[]> {
  const order = found(
    await tx.maybe<{ values: unknown[] }>(
      `select json_build_array(unit_id, course_id, from_day, to_day, requested_at) as values
         from certification.export where id = $1`,
      [exportId],
    ),
  );
  const holders = await tx.rows<{ id: string }>(
    `select distinct c.officer_id as id ${ORDERED}`,
    order.values,
  );
  return holders.map(({ id }) => id);
}
