/** The room where the list of persons behind a report is read. */
import { Injectable } from '@nestjs/common';
import { Sql } from '@tap-huan/server/platform';
import { type CompletionLine, DONE, LINES, linesOf, periodOf, type RawLine } from './completions';

@Injectable()
export class CompletionReader {
  constructor(private readonly sql: Sql) {}

  /** Completions of officers who were, on that day, in a unit whose history belongs to the roots; by name. */
  async lines(
    roots: readonly string[],
    filter: { year?: number | undefined; subjectId?: string | undefined } = {},
  ): Promise<CompletionLine[]> {
    const rows = await this.sql.rows<RawLine>(`with ${DONE} ${LINES}`, [
      roots,
      ...periodOf(filter.year),
      filter.subjectId ?? null,
    ]);
    return linesOf(rows);
  }
}
