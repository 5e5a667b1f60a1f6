/** Starts the built product once for all journeys, and ends it after them. */
import { rm } from 'node:fs/promises';

export default async function start(): Promise<() => Promise<void>> {
  // A product that runs already: journeys make their own people, so they may be repeated on it.
  if (process.env['BASE_URL']) return () => Promise.resolve();
  const postgres = await import('../../../tools/postgres/embedded.mjs' as string);
  const { startProduct } = await import('../../../tools/start/product.mjs' as string);
  const dataDir = await postgres.temporaryDirectory('e2e');
  const product = await startProduct({ dataDir, port: await postgres.freePort() });
  process.env['BASE_URL'] = product.url;
  return async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
