/** The room where papers become one ZIP, streamed: one paper in memory at a time, however many there are. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { asciiFileName, certificateFileName } from '@tap-huan/rules';
import { ZipFile } from 'yazl';
import { type BookTitle, registerBook } from '../register/register-book';
import type { RegisterLine } from '../register/register.reader';

/** Name of the book inside the ZIP. */
export const BOOK_NAME = 'so-cap-chung-nhan.xlsx';

export interface Archive {
  lines: readonly RegisterLine[];
  title: BookTitle;
  /** The date of every entry. */
  at: Date;
  /** The bytes of a stored paper. */
  read: (sha256: string) => Promise<Buffer>;
  /** Called with the number of papers that have been put in. */
  onPaper: (done: number) => void;
}

/**
 * Names of the entries, by certificate. The register number is in the name, so two people of one name do not collide;
 * where several issuers are in one ZIP each gets a folder, since each has a number 1.
 */
export function entryNames(lines: readonly RegisterLine[]): Map<string, string> {
  const issuers = new Set(lines.map(({ snapshot }) => snapshot.issuerName));
  const taken = new Set<string>([BOOK_NAME]);
  const names = new Map<string, string>();
  for (const { certificateId, registerNo, snapshot } of lines) {
    const folder = issuers.size > 1 ? `${asciiFileName(snapshot.issuerName)}/` : '';
    const name = `${folder}${certificateFileName(registerNo, snapshot.fullName)}`;
    // Two issuers of one name: the certificate's own id tells them apart.
    const free = taken.has(name)
      ? name.replace(/\.pdf$/, `_${certificateId.slice(0, 8)}.pdf`)
      : name;
    taken.add(free);
    names.set(certificateId, free);
  }
  return names;
}

/** The ZIP as a stream; a paper that cannot be read breaks the stream. */
export async function openArchive(archive: Archive): Promise<Readable> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  // It may break before anybody reads it; whoever reads it then is told.
  output.on('error', () => undefined);
  const names = entryNames(archive.lines);
  const book = await buffer(await registerBook(archive.lines, archive.title));
  zip.addBuffer(book, BOOK_NAME, { mtime: archive.at, compress: false });
  let done = 0;
  for (const { certificateId, sha256 } of archive.lines) {
    if (sha256 === null) throw new Error(`Certificate ${certificateId} has no stored PDF.`);
    // PDFs are compressed already.
    zip.addReadStreamLazy(
      names.get(certificateId) ?? certificateId,
      { mtime: archive.at, compress: false },
      (give) => {
        archive.read(sha256).then(
          (bytes) => {
            done += 1;
            archive.onPaper(done);
            give(null, Readable.from([bytes]));
          },
          (error: unknown) => give(error, Readable.from([])),
        );
      },
    );
  }
  zip.end();
  return output;
}
