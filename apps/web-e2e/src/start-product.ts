/** Starts the built product once for all journeys, and ends it after them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default async function start(): Promise<() => Promise<void>> {
  const postgres = await import('../../../tools/postgres/embedded.mjs' as string);
  const { startProduct } = await import('../../../tools/start/product.mjs' as string);
  const dataDir = await mkdtemp(join(tmpdir(), 'tap-huan-e2e-'));
  const product = await startProduct({ dataDir, port: await postgres.freePort() });
  process.env['BASE_URL'] = product.url;
  return async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
