/** `npm run bench [exam|certificates]`: builds the product and runs the named benches on it, one by one. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pinnedNode } from '../packages.mjs';

const root = resolve(import.meta.dirname, '../..');
const node = pinnedNode(root);
if (!existsSync(node)) {
  console.error('The packages are not installed: run npm ci first.');
  process.exit(1);
}
const { buildProduct } = await import('../start/build.mjs');
await buildProduct(root, (words) => console.log(`${words} …`));
for (const name of process.argv.slice(2)) {
  const code = await new Promise((done) => {
    const child = spawn(node, [join(import.meta.dirname, `${name}.mjs`)], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('exit', (how) => done(how ?? 1));
  });
  if (code !== 0) process.exit(code);
}
