/** Starts one PostgreSQL for the whole run; spec files clone a migrated template from it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded.mjs';

export default async function setup() {
  // Both database projects run this; the first one does the work.
  globalThis.tapHuanPostgres ??= start();
  await globalThis.tapHuanPostgres;
}

async function start() {
  const directory = await mkdtemp(join(tmpdir(), 'tap-huan-test-'));
  const postgres = await startPostgres({ directory, volatile: true });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  return { postgres, directory };
}
