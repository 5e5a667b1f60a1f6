/** The room that builds the product when its sources have changed since the last build. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { nxProgram } from '../packages.mjs';
import { Sorry } from './checks.mjs';

const SOURCES = [
  'apps',
  'libs',
  'tools/build',
  'package-lock.json',
  'tsconfig.base.json',
  'nx.json',
];
const PRODUCTS = [
  'dist/apps/api/main.js',
  'dist/apps/worker/main.js',
  'dist/apps/web/browser/index.html',
];

/** @param tell told each step in words. */
export async function buildProduct(root, tell) {
  const stamp = join(root, 'dist', 'sources.sha256');
  const now = await digest(root);
  const before = await readFile(stamp, 'utf8').catch(() => '');
  if (before === now && PRODUCTS.every((file) => existsSync(join(root, file)))) return;
  tell('Biên dịch / Building');
  await run(root, ['run-many', '-t', 'build', '--outputStyle=stream-without-prefixes']);
  await writeFile(stamp, now);
}

/** A digest of every source file's name and contents; tests do not count. */
async function digest(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(join(root, source))) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const files = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) files.push(...(await filesOf(join(path, entry.name))));
    else if (!/\.spec\.ts$/.test(entry.name)) files.push(join(path, entry.name));
  }
  return files;
}

function run(root, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nxProgram(root), ...args], {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        NX_NO_CLOUD: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      console.error(Buffer.concat(output).toString());
      reject(new Sorry('Biên dịch không thành công. / The build failed; see above.'));
    });
  });
}
