/** The room where a spec file gets its own database, cloned from a migrated template. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../src/config/config';
import { migrate } from '../src/database/data-source';

const TEMPLATE = 'tap_huan_template';

export interface TestDatabase {
  config: Config;
  /** Drops the database and the files. */
  drop(): Promise<void>;
}

function adminUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is missing: run through `npm test` or jest.');
  return url;
}

const urlOf = (database: string): string => {
  const url = new URL(adminUrl());
  url.pathname = `/${database}`;
  return url.toString();
};

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureTemplate(client: pg.Client): Promise<void> {
  const known = await client.query(`select 1 from pg_database where datname = $1`, [TEMPLATE]);
  if (known.rowCount) return;
  const draft = `${TEMPLATE}_draft`;
  await client.query(`drop database if exists ${draft}`);
  await client.query(`create database ${draft}`);
  await migrate(urlOf(draft));
  await client.query(`alter database ${draft} rename to ${TEMPLATE}`);
}

export function testConfig(databaseUrl: string, dataDir: string): Config {
  return readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DATABASE_POOL: '5',
    PUBLIC_URL: 'http://tap-huan.test',
    LOG_LEVEL: 'error',
    SMTP_URL: 'memory://thu',
    MAIL_FROM: 'Tập Huấn <hoc@tap-huan.test>',
  });
}

/** A migrated, empty database of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    // One spec file at a time may make the template or copy it.
    await client.query(`select pg_advisory_lock(41)`);
    await ensureTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
    await client.query(`select pg_advisory_unlock(41)`);
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'tap-huan-files-'));
  return {
    config: testConfig(urlOf(name), dataDir),
    drop: async () => {
      await asAdmin((client) => client.query(`drop database ${name} with (force)`));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
