/** The room where the wrong lines of a list go back to whoever sent it, with a line for every known officer in them. */
import { Injectable } from '@nestjs/common';
import { type Actor, disclose, Writer } from '@tap-huan/server/platform';
import { OfficerImportReader } from './officer-import.reader';
import { wrongBook } from './workbooks';

@Injectable()
export class WrongLines {
  constructor(
    private readonly reader: OfficerImportReader,
    private readonly writer: Writer,
  ) {}

  /** An .xlsx file; audited. @throws Failure `not_found`, `import_not_ready` */
  async file(actor: Actor, importId: string): Promise<{ name: string; bytes: Buffer }> {
    const wrong = await this.reader.wrongLines(actor, importId);
    const personIds = wrong.lines.flatMap(({ officerId }) => officerId ?? []);
    await this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind: 'exported', what: 'import_errors', personIds });
      const detail = { lines: wrong.lines.length };
      await tx.audit('wrong_lines_exported', { kind: 'officer_import', id: importId }, detail);
    });
    const name = `dong-sai_${wrong.fileName.replace(/\.[^.]*$/, '')}.xlsx`;
    return { name, bytes: await wrongBook(wrong) };
  }
}
