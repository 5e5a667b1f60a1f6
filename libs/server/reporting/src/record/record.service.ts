/** The room where records are shown and taken out: each look and each file with a line for the persons it is about. */
import { Injectable } from '@nestjs/common';
import type { SubjectPerson, Transcript, UnitRecord } from '@tap-huan/contract';
import { recordEndpoints } from '@tap-huan/contract';
import { asciiFileName } from '@tap-huan/rules';
import { type Actor, type FileToSend, unitsFor } from '@tap-huan/server/platform';
import { AgencyReader } from '../document/agency.reader';
import { madeFile } from '../document/made-file';
import { pdfFile } from '../document/pdf-file';
import { DisclosureBook } from '../privacy/disclosure-book.service';
import { CompletionReader } from './completion.reader';
import { subjectRecordBook, unitRecordBook } from './record-books';
import { SubjectRecordReader } from './subject-record.reader';
import { transcriptBook } from './transcript-book';
import { transcriptPaper } from './transcript-paper';
import { TranscriptReader } from './transcript.reader';
import { UnitRecordReader } from './unit-record.reader';

type Persons = { total: number; items: SubjectPerson[] };
type PersonsQuery = Parameters<SubjectRecordReader['persons']>[2];

@Injectable()
export class RecordService {
  constructor(
    private readonly transcripts: TranscriptReader,
    private readonly units: UnitRecordReader,
    private readonly subjects: SubjectRecordReader,
    private readonly completions: CompletionReader,
    private readonly agencies: AgencyReader,
    private readonly books: DisclosureBook,
  ) {}

  /** A transcript on the screen; the officer can see that it was looked at. @throws Failure `not_found` */
  async view(actor: Actor, officerId: string): Promise<Transcript> {
    const record = await this.transcripts.ofScope(actor, officerId);
    await this.books.note(actor, 'viewed', 'transcript', [officerId]);
    return record;
  }

  /** @throws Failure `not_found` */
  async pdf(actor: Actor, officerId: string): Promise<FileToSend> {
    const record = await this.transcripts.ofScope(actor, officerId);
    await this.books.note(actor, 'exported', 'transcript', [officerId]);
    return this.paper(record);
  }

  /** @throws Failure `not_found` */
  async sheet(actor: Actor, officerId: string): Promise<FileToSend> {
    const record = await this.transcripts.ofScope(actor, officerId);
    await this.books.note(actor, 'exported', 'transcript', [officerId]);
    return this.book(record);
  }

  /** The own transcript needs no line: nobody else has seen it. @throws Failure `not_found` */
  async ownPdf(actor: Actor): Promise<FileToSend> {
    return this.paper(await this.transcripts.own(actor));
  }

  /** @throws Failure `not_found` */
  async ownSheet(actor: Actor): Promise<FileToSend> {
    return this.book(await this.transcripts.own(actor));
  }

  /** @throws Failure `not_found` */
  unit(actor: Actor, unitId: string, year: number | undefined): Promise<UnitRecord> {
    return this.units.record(actor, unitId, year);
  }

  /** @throws Failure `not_found` */
  async unitSheet(actor: Actor, unitId: string, year: number | undefined): Promise<FileToSend> {
    const record = await this.units.record(actor, unitId, year);
    const lines = await this.completions.lines([unitId], { year });
    await this.books.note(
      actor,
      'exported',
      'unit_record',
      lines.map(({ officerId }) => officerId),
    );
    const bytes = await unitRecordBook(record, lines, { year, madeOn: this.books.today() });
    const name = `ho-so-boi-duong_${asciiFileName(record.unitName)}_${year ?? 'moi-nam'}.xlsx`;
    return madeFile(name, recordEndpoints.readUnitRecordSheet.file ?? '', bytes);
  }

  /** The list of names on the screen. @throws Failure `not_found` */
  async persons(actor: Actor, subjectId: string, query: PersonsQuery): Promise<Persons> {
    const page = await this.subjects.persons(actor, subjectId, query);
    const seen = page.items.map(({ officerId }) => officerId);
    await this.books.note(actor, 'viewed', 'subject_record', seen);
    return page;
  }

  /** @throws Failure `not_found` */
  async subjectSheet(
    actor: Actor,
    subjectId: string,
    year: number | undefined,
  ): Promise<FileToSend> {
    const record = await this.subjects.record(actor, subjectId, year);
    const roots = unitsFor(actor, 'completion.read');
    const lines = await this.completions.lines(roots, { year, subjectId });
    await this.books.note(
      actor,
      'exported',
      'subject_record',
      lines.map(({ officerId }) => officerId),
    );
    const bytes = await subjectRecordBook(record, lines, { year, madeOn: this.books.today() });
    const name = `ket-qua_${asciiFileName(record.code)}_${year ?? 'moi-nam'}.xlsx`;
    return madeFile(name, recordEndpoints.readSubjectRecordSheet.file ?? '', bytes);
  }

  private async paper(record: Transcript): Promise<FileToSend> {
    const madeOn = this.books.today();
    const agency = await this.agencies.ofOfficer(record.officerId, madeOn);
    const bytes = await pdfFile(transcriptPaper(record, { ...agency, madeOn }));
    return madeFile(`${fileNameOf(record)}.pdf`, 'application/pdf', bytes);
  }

  private async book(record: Transcript): Promise<FileToSend> {
    const bytes = await transcriptBook(record, this.books.today());
    const type = recordEndpoints.readTranscriptSheet.file ?? '';
    return madeFile(`${fileNameOf(record)}.xlsx`, type, bytes);
  }
}

const fileNameOf = ({ fullName, staffCode }: Transcript): string =>
  `ho-so-hoc-tap_${asciiFileName(fullName)}_${asciiFileName(staffCode)}`;
