/** What the house says of itself holds: hearers, failures, and tables are all there, and nothing besides. */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Endpoint, endpoints, type ErrorCode, ERRORS, EVENTS } from '@tap-huan/contract';
import { Hearers } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { DataSource, type QueryRunner } from 'typeorm';
import { DOMAINS } from './app.module';

const LIBS = resolve(import.meta.dirname, '../../..');

/** What the platform answers by itself, at any endpoint. */
const BY_PLATFORM: readonly ErrorCode[] = [
  'validation_failed',
  'not_signed_in',
  'not_permitted',
  'not_found',
  'cross_site_request',
  'too_many_requests',
  'internal',
];
/** Tables that are written by SQL alone. */
const WITHOUT_ENTITY = [
  'enrolment.hours_entry',
  'enrolment.hours_evidence',
  'enrolment.hours_import',
  'enrolment.hours_rule',
  'enrolment.leader_exemption',
  'enrolment.leader_path',
  'enrolment.training_class',
  'organisation.import_account',
  'organisation.import_heading',
  'organisation.officer_import',
  'organisation.officer_import_row',
  'organisation.planned_change',
  'organisation.public_holiday',
  'platform.audit',
  'platform.disclosure',
  'platform.inbox',
  'platform.outbox',
  'reporting.coverage_change',
  'reporting.list_recipient',
  'reporting.list_schedule',
  'reporting.list_sending',
];
/** Columns that PostgreSQL computes and no entity needs; a transaction's number is one, and TypeORM does not know its type. */
const COMPUTED = (column: Column): boolean => column.generated || column.type === 'xid8';

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  primary: boolean;
  generated: boolean;
}

describe('the architecture', () => {
  let test: TestModule;
  beforeAll(async () => {
    test = await testModule(...DOMAINS);
    await test.settle();
  });
  afterAll(() => test.close());

  describe('events', () => {
    const said = Object.entries(EVENTS).flatMap(([event, { heardBy }]) =>
      heardBy.map((handler) => `${event} -> ${handler}`),
    );

    it('are heard by exactly those that the contract names', () => {
      const heard = test
        .get(Hearers)
        .all()
        .map(({ event, handler }) => `${event} -> ${handler}`);
      expect(heard.toSorted()).toEqual(said.toSorted());
    });

    it('have hearers that can be called, named after the domain they live in', () => {
      for (const { handler, instance } of test.get(Hearers).all()) {
        const ways = [instance.handle, instance.work].filter((way) => typeof way === 'function');
        expect([handler, ways.length]).toEqual([handler, 1]);
        expect(handler).toMatch(/^(?:organisation|enrolment|certification|notification)\.[a-z-]+$/);
      }
    });

    it('are each emitted somewhere', async () => {
      const source = await sources(['server']);
      for (const event of Object.keys(EVENTS)) {
        expect([event, source.includes(`.emit('${event}'`)]).toEqual([event, true]);
      }
    });
  });

  describe('failures', () => {
    const table: Endpoint[] = Object.values(endpoints);

    it('belong to an endpoint or to the platform', () => {
      const used = new Set<string>([...BY_PLATFORM, ...table.flatMap(({ errors }) => errors)]);
      expect(Object.keys(ERRORS).filter((code) => !used.has(code))).toEqual([]);
    });

    it('are each made somewhere on the server', async () => {
      const source = await sources(['server', 'rules']);
      expect(Object.keys(ERRORS).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
    });
  });

  describe('entities and migrations', () => {
    it('agree in every table and column: name, type, nullability and primary key', async () => {
      const runner = test.get(DataSource).createQueryRunner();
      try {
        expect(await differences(runner)).toEqual([]);
      } finally {
        await runner.release();
      }
    });

    it.each([
      [
        'a column is missing',
        'alter table identity.session drop column user_agent',
        'only the entity has identity.session.user_agent',
      ],
      [
        'a column is not in the entity',
        'alter table learning.media add column colour text',
        'only the database has learning.media.colour',
      ],
      [
        'a type is another',
        'alter table learning.media alter column size type integer',
        'learning.media.size: type is bigint in the entity, integer in the database',
      ],
      [
        'a column may be empty',
        'alter table learning.media alter column name drop not null',
        'learning.media.name',
      ],
      [
        'a table has no entity',
        'create table enrolment.forgotten (id uuid primary key)',
        'only the database has enrolment.forgotten.id',
      ],
      [
        'a key is another',
        'alter table enrolment.lesson_progress drop constraint lesson_progress_pkey',
        'enrolment.lesson_progress',
      ],
    ])('would be found to differ where %s', async (_, change, told) => {
      const runner = test.get(DataSource).createQueryRunner();
      try {
        await runner.startTransaction();
        await runner.query(change);
        expect((await differences(runner)).join('\n')).toContain(told);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    });
  });
});

/** The text of every file of the libraries that is no test. */
async function sources(libraries: string[]): Promise<string> {
  const texts: string[] = [];
  for (const library of libraries) {
    const files = await readdir(join(LIBS, library), { recursive: true });
    for (const file of files) {
      if (!file.endsWith('.ts') || /\.spec\.ts$|testing\//.test(file)) continue;
      texts.push(await readFile(join(LIBS, library, file), 'utf8'));
    }
  }
  return texts.join('\n');
}

/** Where entities and database say different things, in words. */
async function differences(runner: QueryRunner): Promise<string[]> {
  const said = new Map(ofEntities(runner).map((column) => [nameOf(column), column]));
  const there = new Map((await ofDatabase(runner)).map((column) => [nameOf(column), column]));
  const found: string[] = [];
  for (const [name, column] of said) {
    const real = there.get(name);
    if (!real) {
      found.push(`only the entity has ${name}`);
      continue;
    }
    for (const fact of ['type', 'nullable', 'primary'] as const) {
      if (column[fact] === real[fact]) continue;
      found.push(
        `${name}: ${fact} is ${column[fact]} in the entity, ${real[fact]} in the database`,
      );
    }
  }
  for (const [name, column] of there) {
    if (said.has(name) || COMPUTED(column) || WITHOUT_ENTITY.includes(column.table)) continue;
    found.push(`only the database has ${name}`);
  }
  return found;
}

const nameOf = ({ table, name }: Column): string => `${table}.${name}`;

function ofEntities({ connection }: QueryRunner): Column[] {
  return connection.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => ({
      table: `${entity.schema}.${entity.tableName}`,
      name: column.databaseName,
      type: spelled(connection.driver.normalizeType(column) + (column.isArray ? '[]' : '')),
      nullable: column.isNullable,
      primary: column.isPrimary,
      generated: false,
    })),
  );
}

/** TypeORM's longer names, as `format_type` writes them. */
const spelled = (type: string): string => type.replace(/^timestamptz/, 'timestamp with time zone');

async function ofDatabase(runner: QueryRunner): Promise<Column[]> {
  return (await runner.query(`
    select n.nspname || '.' || c.relname as "table", a.attname as name,
           format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
           exists (select 1 from pg_index i
                    where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)) as "primary",
           a.attgenerated <> '' as generated
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
      join pg_namespace n on n.oid = c.relnamespace
     where a.attnum > 0 and not a.attisdropped
       and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'queue')
     order by 1, a.attnum`)) as Column[];
}
