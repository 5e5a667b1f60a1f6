/**
 * The room where the columns of coverage are kept in memory and brought up to date at every question: by the log of changes,
 * so that an answer is never older than its question, whichever process wrote (ADR 0021).
 */
import { Injectable } from '@nestjs/common';
import { Sql } from '@tap-huan/server/platform';
import type { Columns } from './columns';
import { ColumnsReader } from './columns.reader';

/** From so many changed officers on, reading everything anew is the shorter way. */
const TOO_MANY = 10_000;
/** The log is kept for a day; what was not looked at for so long is read anew. */
const FORGOTTEN_HOURS = 20;
const KEPT_HOURS = 24;

/** $1 the horizon of the last look. What it left open may since have been committed, with ids older than those then read. */
const CHANGES = `
  select c.id::text as id, c.officer_id as "officerId"
    from reporting.coverage_change c where c.tx >= $1::text::xid8`;
const HORIZON = `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
                        extract(epoch from clock_timestamp()) as at`;

interface Horizon {
  horizon: string;
  /** Seconds, by the clock of the database. */
  at: number;
}

@Injectable()
export class CoverageStore {
  private columns: Columns | null = null;
  private seen: Horizon = { horizon: '0', at: 0 };
  /** Changes above the horizon that were put in already. */
  private applied = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();
  private next: Promise<Columns> | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly reader: ColumnsReader,
  ) {}

  /**
   * The columns as they are now. Who asks while a look is under way waits for the following one, since that one may have begun
   * before his change. Count at once: the next look changes them.
   */
  fresh(): Promise<Columns> {
    this.next ??= this.last.then(() => {
      this.next = null;
      return this.look();
    });
    this.last = this.next.catch(() => undefined);
    return this.next;
  }

  /** Throws away what no process will ask for any more. */
  async prune(): Promise<void> {
    await this.sql.rows(
      `delete from reporting.coverage_change where at < now() - make_interval(hours => $1)`,
      [KEPT_HOURS],
    );
  }

  private async look(): Promise<Columns> {
    // Before the changes: what is committed between the two is read now and once more next time.
    const now = await this.sql.one<Horizon>(HORIZON);
    now.at = Number(now.at);
    const stale = now.at - this.seen.at > FORGOTTEN_HOURS * 3_600;
    if (this.columns === null || stale) return this.anew(now);
    const changes = await this.sql.rows<{ id: string; officerId: string | null }>(CHANGES, [
      this.seen.horizon,
    ]);
    const fresh = changes.filter(({ id }) => !this.applied.has(id));
    const officers = new Set<string>();
    for (const { officerId } of fresh) if (officerId !== null) officers.add(officerId);
    if (officers.size > TOO_MANY) return this.anew(now);
    if (fresh.length > 0) {
      const tree = fresh.some(({ officerId }) => officerId === null);
      await this.reader.refresh(this.columns, [...officers], tree);
    }
    this.seen = now;
    this.applied = new Set(changes.map(({ id }) => id));
    return this.columns;
  }

  private async anew(now: Horizon): Promise<Columns> {
    this.columns = await this.reader.all();
    this.seen = now;
    this.applied = new Set();
    return this.columns;
  }
}
