/** Bundles one server process: `node tools/build/server.mjs apps/api main prepare` -> dist/apps/api/*.js */
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const [app, ...entries] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');

// The demo academy's texts and pictures travel with the program that loads them.
if (entries.includes('prepare')) {
  const content = join(root, 'dist', app, 'demo-content');
  await rm(content, { recursive: true, force: true });
  await cp(join(root, 'libs/server/demo/content'), content, { recursive: true });
}

await bundle({
  entryPoints: entries.map((entry) => join(app, 'src', `${entry}.ts`)),
  outdir: join('dist', app),
});
