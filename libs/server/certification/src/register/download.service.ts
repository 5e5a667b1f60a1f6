/** The room of downloads: stored papers and the book, each taken out with a line in the audit trail. */
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { certificateFileName, today } from '@tap-huan/rules';
import {
  type Actor,
  Clock,
  disclose,
  Failure,
  type FileToSend,
  Writer,
} from '@tap-huan/server/platform';
import { StoredPapers } from '../render/stored-papers';
import type { CertificateFilter } from './certificate-filter';
import { CertificateReader, type Paper } from './certificate.reader';
import { registerBook } from './register-book';
import { RegisterReader } from './register.reader';

@Injectable()
export class DownloadService {
  constructor(
    private readonly certificates: CertificateReader,
    private readonly register: RegisterReader,
    private readonly papers: StoredPapers,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** One's own paper. @throws Failure `not_found`, `certificate_not_ready` */
  async own(actor: Actor, certificateId: string): Promise<FileToSend> {
    return this.fileOf(await this.certificates.ownPaper(actor, certificateId));
  }

  /** A paper of the actor's scope; audited. @throws Failure `not_found`, `certificate_not_ready` */
  async ofScope(actor: Actor, certificateId: string): Promise<FileToSend> {
    const paper = await this.certificates.paper(actor, certificateId);
    const file = await this.fileOf(paper);
    await this.writer.write(actor, (tx) =>
      tx.audit(
        'certificate_downloaded',
        { kind: 'certificate', id: paper.id },
        {
          registerNo: paper.registerNo,
        },
      ),
    );
    return file;
  }

  /** The book of the actor's scope as a sheet for Excel; audited. */
  async book(actor: Actor, filter: CertificateFilter): Promise<{ name: string; stream: Readable }> {
    const lines = await this.register.lines(actor, filter);
    await this.writer.write(actor, async (tx) => {
      await tx.audit(
        'register_downloaded',
        { kind: 'register', id: filter.unitId ?? 'scope' },
        { ...filter, lines: lines.length },
      );
      const personIds = lines.map(({ officerId }) => officerId);
      await disclose(tx, { kind: 'exported', what: 'certificate_register', personIds });
    });
    const madeOn = today(this.clock.now());
    // A unit out of scope has no lines and, for this reader, no name.
    const unitName = lines.length > 0 ? await this.register.unitName(filter.unitId) : null;
    const stream = await registerBook(lines, {
      unitName,
      from: filter.from,
      to: filter.to,
      madeOn,
    });
    const days = [filter.from, filter.to ?? madeOn].filter(Boolean).join('_');
    return { name: `so-cap-chung-nhan_${days}.xlsx`, stream };
  }

  private async fileOf(paper: Paper): Promise<FileToSend> {
    if (paper.sha256 === null) throw new Failure('certificate_not_ready');
    const bytes = await this.papers.read(paper.sha256);
    return {
      name: certificateFileName(paper.registerNo, paper.fullName),
      mimeType: 'application/pdf',
      size: bytes.byteLength,
      open: (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
      disposition: 'attachment',
      cache: 'none',
    };
  }
}
