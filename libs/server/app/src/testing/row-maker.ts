/** The room of rows made by what the database says of its tables: new columns fill themselves, foreign keys find their rows. */
import { randomUUID } from 'node:crypto';
import type { TestModule } from '@tap-huan/server/platform/testing';

interface Column {
  name: string;
  type: string;
  needed: boolean;
  /** The table that the column points to. */
  target: string | null;
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
         (select f.confrelid::regclass::text from pg_constraint f
           where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]) as target
    from pg_attribute a
   where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`;

/** Columns that point to a table whose rows have one key. */
const REFERENCES = `
  select f.conrelid::regclass::text as "table", a.attname as "column",
         f.confrelid::regclass::text as target
    from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
   where f.contype = 'f' and cardinality(f.conkey) = 1`;

/** Makes rows in which every text is marked, and remembers one of each table. */
export class RowMaker {
  /** Id of the row that was made, by table. */
  readonly made = new Map<string, string>();

  constructor(
    private readonly test: TestModule,
    /** Stands in every text that can be chosen freely. */
    readonly mark: string,
  ) {}

  /** Makes a row. @param given columns that a check constraint or the test asks for */
  async row(table: string, given: Record<string, unknown> = {}): Promise<string> {
    const columns = await this.test.sql.rows<Column>(COLUMNS, [table]);
    const values = new Map<string, unknown>();
    for (const column of columns) {
      if (column.name in given) values.set(column.name, given[column.name]);
      else if (column.needed) values.set(column.name, this.valueOf(table, column));
    }
    const names = [...values.keys()];
    const places = names.map((name, at) => {
      const type = columns.find((column) => column.name === name)?.type ?? 'text';
      return `$${at + 1}::${type}`;
    });
    try {
      await this.test.sql.rows(
        `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
        names.map((name) => values.get(name)),
      );
    } catch (cause) {
      throw new Error(`${table}: ${String(cause)}`, { cause });
    }
    const id = String(values.get('id') ?? '');
    if (id) this.made.set(table, id);
    return id;
  }

  /** Publishes the course that was made. */
  async publish(): Promise<void> {
    await this.test.sql.rows(
      `update learning.course_version set state = 'published', published_at = now() where id = $1`,
      [this.id('learning.course_version')],
    );
  }

  /** Id of the row made in a table. @throws Error where none was */
  id(table: string): string {
    const id = this.made.get(table);
    if (id === undefined) throw new Error(`No row of ${table} was made.`);
    return id;
  }

  /** What the rows say, and how many others point to them: the same before and after, where nothing was changed. */
  async state(): Promise<Record<string, string>> {
    const state: Record<string, string> = {};
    for (const [table, id] of this.made) {
      const { row } = await this.test.sql.one<{ row: string }>(
        `select coalesce((select t::text from ${table} t where t.id = $1), 'gone') as row`,
        [id],
      );
      state[table] = row;
    }
    const references = await this.test.sql.rows<{ table: string; column: string; target: string }>(
      REFERENCES,
    );
    for (const { table, column, target } of references) {
      const id = this.made.get(target);
      if (id === undefined) continue;
      const { rows } = await this.test.sql.one<{ rows: number }>(
        `select count(*)::int as rows from ${table} where ${column} = $1`,
        [id],
      );
      state[`${table}.${column}`] = String(rows);
    }
    return state;
  }

  private valueOf(table: string, { name, type, target }: Column): unknown {
    if (name === 'id' && type === 'uuid') return randomUUID();
    if (target) return this.id(target);
    if (type === 'uuid') return randomUUID();
    if (type.startsWith('timestamp')) return '2026-11-01T02:00:00Z';
    if (type === 'date') return '2026-01-15';
    if (type === 'jsonb') return '{}';
    if (type === 'boolean') return false;
    if (type.endsWith('[]')) return '{}';
    if (/int|numeric|real|double/.test(type)) return 1;
    return `${this.mark} ${table}.${name}`;
  }
}
