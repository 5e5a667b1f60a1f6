/** The room of frozen papers: they never change, so each is parsed once and kept in the process. */
import { Injectable } from '@nestjs/common';
import type { FrozenPaper } from '@tap-huan/rules';
import { found, Sql } from '@tap-huan/server/platform';
import { Recent } from '../recent';

/** Papers kept; one is about as large as the text of its questions. */
const KEPT = 1_000;

@Injectable()
export class Papers {
  private readonly papers = new Recent<string, FrozenPaper>(KEPT);

  constructor(private readonly sql: Sql) {}

  /** The paper of an attempt, with what the server keeps: only through `shownSlot` may any of it leave. */
  async of(attemptId: string, source: Pick<Sql, 'rows'> = this.sql): Promise<FrozenPaper> {
    const papers = await this.papers.all([attemptId], async () => {
      const rows = await source.rows<{ paper: FrozenPaper }>(
        `select paper from assessment.attempt where id = $1`,
        [attemptId],
      );
      return rows.map(({ paper }): [string, FrozenPaper] => [attemptId, paper]);
    });
    return found(papers.get(attemptId));
  }

  /** Keeps a paper that has just been drawn; its taker opens it at once. */
  keep(attemptId: string, paper: FrozenPaper): void {
    this.papers.set(attemptId, paper);
  }
}
