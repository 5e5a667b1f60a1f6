/** Writes docs/openapi.json from the endpoint table: `npm run openapi`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
// Inside the repository, so that the bundle finds zod.
const bundle = join(root, 'tmp', `openapi-${process.pid}.mjs`);

await mkdir(join(root, 'tmp'), { recursive: true });
try {
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { openApiText } from './http/openapi'; export { VERSION } from './version';`,
      resolveDir: join(root, 'libs/server/platform/src'),
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['zod'],
    tsconfig: 'tsconfig.base.json',
    logLevel: 'warning',
  });
  const { openApiText, VERSION } = await import(pathToFileURL(bundle).href);
  await writeFile(join(root, 'docs/openapi.json'), openApiText(VERSION));
} finally {
  await rm(bundle, { force: true });
}
