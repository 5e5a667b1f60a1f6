/** The room where a pasted list of a class is read: a staff code and a mark, one person a line. */
import { readMarks } from './certificate';

export interface PastedLine {
  /** Counted from 1, empty lines too: as the text shows them. */
  line: number;
  staffCode: string;
  /** Hundredths on the scale of ten; null where none is written. */
  scoreOfTen: number | null;
  /** A mark is written and is none. */
  badScore: boolean;
}

/**
 * Lines as a spreadsheet's clipboard or a typed list has them: the code first, the mark last, whatever stands between
 * (the name) is there for people. Parted by tabs, semicolons, or two spaces.
 */
export function readClassList(list: string): PastedLine[] {
  return list.split(/\r?\n/).flatMap((text, index) => {
    const cells = text
      .normalize('NFC')
      .split(/\t|;|\s{2,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const [staffCode = '', ...rest] = cells;
    if (staffCode === '') return [];
    const written = rest.at(-1) ?? '';
    // A name in the last place is no mark that went wrong.
    const isMark = /\d/.test(written);
    const scoreOfTen = isMark ? readMarks(written) : null;
    const badScore = isMark && (scoreOfTen === null || scoreOfTen > 1_000);
    return [{ line: index + 1, staffCode, scoreOfTen: badScore ? null : scoreOfTen, badScore }];
  });
}
