/** Starts one PostgreSQL for the whole run; spec files clone a migrated template from it. */
import { startPostgres, temporaryDirectory } from '../postgres/embedded.mjs';

export default async function setup() {
  // Both database projects run this; the first one does the work.
  globalThis.tapHuanPostgres ??= start();
  await globalThis.tapHuanPostgres;
}

async function start() {
  const directory = await temporaryDirectory('test');
  const postgres = await startPostgres({ directory, volatile: true });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  return { postgres, directory };
}
