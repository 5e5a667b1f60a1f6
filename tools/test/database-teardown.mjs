/** Stops the run's PostgreSQL and removes its files. */
import { rm } from 'node:fs/promises';

export default async function teardown() {
  const started = globalThis.tapHuanPostgres;
  if (!started) return;
  globalThis.tapHuanPostgres = undefined;
  const { postgres, directory } = await started;
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
