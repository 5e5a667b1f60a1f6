/** Bundles one server process: `node tools/build/server.mjs apps/api main prepare` -> dist/apps/api/*.js */
import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { SWC } from './swc.mjs';

const [app, ...entries] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');

/** esbuild alone writes no decorator metadata. */
const decorators = {
  name: 'decorators',
  setup(esbuild) {
    esbuild.onLoad({ filter: /(apps|libs)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { ...SWC, filename: path, configFile: false, swcrc: false });
      return { contents: code, loader: 'js' };
    });
  },
};

// The demo academy's texts and pictures travel with the program that loads them.
if (entries.includes('prepare')) {
  const content = join(root, 'dist', app, 'demo-content');
  await rm(content, { recursive: true, force: true });
  await cp(join(root, 'libs/server/demo/content'), content, { recursive: true });
}

await build({
  absWorkingDir: root,
  entryPoints: entries.map((entry) => join(app, 'src', `${entry}.ts`)),
  outdir: join('dist', app),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  // The aliases of tsconfig.base.json point into this repository and are bundled.
  plugins: [aliases(), decorators],
  sourcemap: true,
  logLevel: 'warning',
});

/** Resolves `@tap-huan/...` before `packages: external` can take it for a package. */
function aliases() {
  return {
    name: 'aliases',
    async setup(esbuild) {
      const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.base.json'), 'utf8'));
      esbuild.onResolve({ filter: /^@tap-huan\// }, ({ path }) => {
        const target = compilerOptions.paths[path]?.[0];
        return target ? { path: resolve(root, target) } : { errors: [{ text: `No alias ${path}` }] };
      });
    },
  };
}
