/** The room of documents that came down: what a person reads in a Word or a PDF file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** The text of a PDF, read by Poppler's pdftotext, which `npm test` installs. Spaces are one each. */
export function textOfPdf(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'tap-huan-e2e-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, bytes);
    const program = process.env['PDFTOTEXT'] || 'pdftotext';
    const text = execFileSync(program, ['-layout', path, '-'], { encoding: 'utf8' });
    return plain(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a Word document, a space for each end of a paragraph. */
export function textOfWord(bytes: Buffer): string {
  const part = unzipSync(bytes)['word/document.xml'];
  if (!part) throw new Error('This is no Word document.');
  return plain(
    strFromU8(part)
      .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&'),
  );
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
