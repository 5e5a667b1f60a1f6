/** The room where the annual report is written: its head is kept, its files are made. */
import { Injectable } from '@nestjs/common';
import { annualReportEndpoints as endpoints, type DocumentHead } from '@tap-huan/contract';
import { asciiFileName } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, type FileToSend, Writer } from '@tap-huan/server/platform';
import { docxFile } from '../document/docx-file';
import { madeFile } from '../document/made-file';
import { pdfFile } from '../document/pdf-file';
import { DisclosureBook } from '../privacy/disclosure-book.service';
import { CompletionReader } from '../record/completion.reader';
import { unitInScope } from '../scope';
import { annualBook } from './annual-book';
import { annualDocument } from './annual-document';
import { AnnualReader } from './annual.reader';
import { DocumentHeadEntity } from './document-head.entity';

interface Which {
  unitId: string;
  year: number;
}

@Injectable()
export class AnnualService {
  constructor(
    private readonly reader: AnnualReader,
    private readonly completions: CompletionReader,
    private readonly writer: Writer,
    private readonly books: DisclosureBook,
  ) {}

  /** Keeps the head of a year's document. @throws Failure `not_found`, `stale_revision` */
  async saveHead(
    actor: Actor,
    { unitId, year }: Which,
    { head, revision }: { head: DocumentHead; revision: number },
  ): Promise<number> {
    return this.writer.write(actor, async (tx) => {
      await unitInScope(tx, actor, unitId);
      // One row at most: two that begin the same year wait for each other here.
      await tx.rows(`select pg_advisory_xact_lock(hashtextextended($1, 23))`, [
        `${unitId}/${year}`,
      ]);
      const saved = await tx.manager.findOneBy(DocumentHeadEntity, { unitId, year });
      if ((saved?.revision ?? 0) !== revision) throw new Failure('stale_revision');
      await tx.manager.save(DocumentHeadEntity, {
        unitId,
        year,
        head,
        revision: revision + 1,
        updatedAt: tx.now,
        updatedBy: accountOf(actor),
      });
      await tx.audit('annual_head_saved', { kind: 'annual_report', id: unitId }, { year });
      return revision + 1;
    });
  }

  /** With the list of persons: recorded for each of them. @throws Failure `not_found` */
  async sheet(actor: Actor, { unitId, year }: Which): Promise<FileToSend> {
    const report = await this.reader.report(actor, unitId, year);
    const lines = await this.completions.lines([unitId], { year });
    await this.books.note(
      actor,
      'exported',
      'annual_report',
      lines.map(({ officerId }) => officerId),
    );
    const bytes = await annualBook(report, lines, this.books.today());
    return madeFile(`${nameOf(report)}.xlsx`, endpoints.readAnnualSheet.file ?? '', bytes);
  }

  /** Figures only: nobody's personal data is in it. @throws Failure `not_found` */
  async word(actor: Actor, { unitId, year }: Which): Promise<FileToSend> {
    const report = await this.reader.report(actor, unitId, year);
    const bytes = await docxFile(annualDocument(report, this.books.today()));
    return madeFile(`${nameOf(report)}.docx`, endpoints.readAnnualDocument.file ?? '', bytes);
  }

  /** Figures only: nobody's personal data is in it. @throws Failure `not_found` */
  async pdf(actor: Actor, { unitId, year }: Which): Promise<FileToSend> {
    const report = await this.reader.report(actor, unitId, year);
    const bytes = await pdfFile(annualDocument(report, this.books.today()));
    return madeFile(`${nameOf(report)}.pdf`, endpoints.readAnnualPdf.file ?? '', bytes);
  }
}

const nameOf = ({ unitName, year }: { unitName: string; year: number }): string =>
  `bao-cao-boi-duong_${year}_${asciiFileName(unitName)}`;
