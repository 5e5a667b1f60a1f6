/** The room of reading: SQL with parameters, rows out; never writes. */
import { Injectable } from '@nestjs/common';
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
}
