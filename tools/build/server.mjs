/** Bundles one server process: `node tools/build/server.mjs apps/api main prepare [--out=dir]` -> dist/apps/api/*.js */
import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.mjs';

const given = process.argv.slice(2);
const [app, ...entries] = given.filter((word) => !word.startsWith('--'));
const root = resolve(import.meta.dirname, '../..');
/** Below the repository, so that the bundle finds its packages. */
const out =
  given.find((word) => word.startsWith('--out='))?.slice('--out='.length) ?? join('dist', app);

// The demo academy's texts and pictures travel with the program that loads them.
if (entries.includes('prepare')) {
  const content = join(root, out, 'demo-content');
  await rm(content, { recursive: true, force: true });
  await cp(join(root, 'libs/server/demo/content'), content, { recursive: true });
}

await bundle({
  entryPoints: entries.map((entry) => join(app, 'src', `${entry}.ts`)),
  outdir: out,
});
