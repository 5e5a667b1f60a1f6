/** The room where a file says what it is: by its content first, by its name where the content is plain text. */
import type { QuestionFileFormat } from '@tap-huan/contract';
import { Failure, type GivenFile } from '@tap-huan/server/platform';
import { decodedText } from './decoded-text';
import { readExcel } from './excel/excel-file';
import { readGift } from './gift/gift-file';
import { readJson } from './json-file';
import { Archive } from './package/archive';
import { type RawFile, unreadable } from './raw-question';
import { readWord } from './word/word-file';

/** What a question file holds, whatever it is. @throws Failure file_kind_not_allowed */
export async function readAnyFile({
  name,
  bytes,
}: GivenFile): Promise<RawFile & { format: QuestionFileFormat }> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readPackage(bytes, ending);
  if (bytes.includes(0) && !isWide(bytes)) throw new Failure('file_kind_not_allowed');
  if (ending === 'json' || /^\s*\{\s*"format"/.test(decodedText(bytes.subarray(0, 200)))) {
    return { format: 'json', ...readJson(bytes) };
  }
  if (ending === 'gift' || ending === 'txt') return { format: 'gift', ...(await readGift(bytes)) };
  throw new Failure('file_kind_not_allowed');
}

/** UTF-16, in which every other byte may be 0. */
const isWide = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

async function readPackage(
  bytes: Buffer,
  ending: string,
): Promise<RawFile & { format: QuestionFileFormat }> {
  const archive = Archive.open(bytes);
  if (archive?.has('word/document.xml')) return { format: 'docx', ...(await readWord(archive)) };
  if (archive?.has('xl/workbook.xml')) return { format: 'xlsx', ...(await readExcel(archive)) };
  // A broken file is still told what it should have been.
  if (ending === 'docx' || ending === 'xlsx') return { format: ending, ...unreadable() };
  throw new Failure('file_kind_not_allowed');
}
