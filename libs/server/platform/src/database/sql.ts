/** The room of reading: SQL with parameters, rows out; never writes. */
import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** TypeORM answers rows for a select or an insert, but `[rows, count]` for an update or a delete. */
export function rowsOf<T>(result: unknown): T[] {
  const [first, count] = result as [unknown, unknown];
  return (Array.isArray(first) && typeof count === 'number' ? first : result) as T[];
}

@Injectable()
export class Sql {
  constructor(private readonly dataSource: DataSource) {}

  /** All rows. Parameters are `$1`, `$2`, … and never spliced into the text. */
  async rows<T>(text: string, params: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(await this.dataSource.query(text, params));
  }

  /** The first row or null. */
  async maybe<T>(text: string, params: unknown[] = []): Promise<T | null> {
    const rows = await this.rows<T>(text, params);
    return rows[0] ?? null;
  }

  /** The only row. @throws Error where there is none. */
  async one<T>(text: string, params: unknown[] = []): Promise<T> {
    const row = await this.maybe<T>(text, params);
    if (row === null) throw new Error('A row was expected and none came.');
    return row;
  }

  /**
   * All rows of a statement that PostgreSQL keeps parsed and planned, for the few on a hot road: straight to the pool,
   * as its own transaction. May write where its caller says why.
   * @param name of the statement; always with the same text
   */
  async prepared<T>(name: string, text: string, values: unknown[]): Promise<T[]> {
    const { rows } = await this.pool.query({ name, text, values });
    return rows as T[];
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}
