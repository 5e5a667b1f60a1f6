/** The room where lists are taken out as files, each with a line for everybody in it and one in the audit trail. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, disclose, Writer } from '@tap-huan/server/platform';
import { AssignmentReader } from './assignment.reader';
import { type CaseFilter, CaseReader } from './case.reader';
import { type ExceptionFilter, ExceptionReader } from './exception.reader';
import { casesSheet, exceptionsSheet } from './sheets';

interface Download {
  name: string;
  stream: Readable;
}

@Injectable()
export class SheetDownloads {
  constructor(
    private readonly assignments: AssignmentReader,
    private readonly cases: CaseReader,
    private readonly exceptions: ExceptionReader,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `not_found` */
  async ofCases(actor: Actor, assignmentId: string, filter: CaseFilter): Promise<Download> {
    const { title } = await this.assignments.read(actor, assignmentId);
    const lines = await this.cases.lines(actor, assignmentId, filter);
    await this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind: 'exported', what: 'assignment', personIds: idsOf(lines) });
      await tx.audit(
        'assignment.export',
        { kind: 'assignment', id: assignmentId },
        { ...filter, lines: lines.length },
      );
    });
    const day = today(this.clock.now());
    return { name: `giao-hoc_${day}.xlsx`, stream: casesSheet(lines, title, day) };
  }

  async ofExceptions(actor: Actor, filter: ExceptionFilter): Promise<Download> {
    const lines = await this.exceptions.lines(actor, filter);
    await this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind: 'exported', what: 'exceptions', personIds: idsOf(lines) });
      await tx.audit(
        'exception.export',
        { kind: 'exceptions', id: filter.unitId ?? 'scope' },
        { ...filter, lines: lines.length },
      );
    });
    const day = today(this.clock.now());
    return { name: `mien-gia-han_${day}.xlsx`, stream: exceptionsSheet(lines, day) };
  }
}

const idsOf = (lines: readonly { officerId: string }[]): string[] =>
  lines.map(({ officerId }) => officerId);
