/** The room where an issued certificate gets its PDF; the first stored bytes are the paper for good. */
import { Injectable } from '@nestjs/common';
import { certificateSnapshot, type EventPayload } from '@tap-huan/contract';
import { Hears, type SlowHandler, Sql, Storage, SYSTEM, Writer } from '@tap-huan/server/platform';
import { renderCertificate } from '../paper/certificate-paper';

@Injectable()
@Hears('CertificateIssued', 'certification.render')
export class RenderJob implements SlowHandler<'CertificateIssued'> {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly writer: Writer,
  ) {}

  /** May run again after a crash anywhere: the same snapshot gives the same bytes, hence the same file. */
  async work({ certificateId }: EventPayload<'CertificateIssued'>): Promise<void> {
    const waiting = await this.sql.maybe<{ snapshot: unknown }>(
      `select snapshot from certification.certificate where id = $1 and pdf_sha256 is null`,
      [certificateId],
    );
    if (!waiting) return;
    const bytes = await renderCertificate(certificateSnapshot.parse(waiting.snapshot));
    const stored = await this.storage.put(bytes);
    await this.writer.write(SYSTEM, async (tx) => {
      const first = await tx.rows(
        `update certification.certificate set pdf_sha256 = $2, pdf_size = $3, stored_at = $4
         where id = $1 and pdf_sha256 is null returning id`,
        [certificateId, stored.sha256, stored.size, tx.now],
      );
      if (first.length > 0) await tx.emit('CertificateStored', { certificateId });
    });
  }
}
