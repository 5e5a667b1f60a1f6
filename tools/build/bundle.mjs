/** The room where TypeScript of this repository is bundled into programs for Node. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { SWC } from './swc.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Bundles each entry into `outdir`; packages stay outside, the aliases of this repository go in. */
export function bundle({ entryPoints, outdir }) {
  return build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    plugins: [aliases, decorators],
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** esbuild alone writes no decorator metadata. */
const decorators = {
  name: 'decorators',
  setup(esbuild) {
    esbuild.onLoad({ filter: /(apps|libs)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, {
        ...SWC,
        filename: path,
        configFile: false,
        swcrc: false,
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Resolves `@tap-huan/...` before `packages: external` can take it for a package. */
const aliases = {
  name: 'aliases',
  async setup(esbuild) {
    const text = await readFile(resolve(root, 'tsconfig.base.json'), 'utf8');
    const { paths } = JSON.parse(text).compilerOptions;
    esbuild.onResolve({ filter: /^@tap-huan\// }, ({ path }) => {
      const target = paths[path]?.[0];
      return target ? { path: resolve(root, target) } : { errors: [{ text: `No alias ${path}` }] };
    });
  },
};
