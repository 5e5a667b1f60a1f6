/** `npm start`: from a fresh clone to a running academy, and Ctrl-C ends all of it. Runs on any Node from 20 on. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installPackages, pinnedNode } from '../packages.mjs';
import { checkMachine, checkPort, portOf, Sorry } from './checks.mjs';

const root = resolve(import.meta.dirname, '../..');

try {
  await checkMachine(root);
  await checkPort(portOf(process.env.PORT), process.env.HOST || '127.0.0.1');
  if (!installPackages(root)) {
    throw new Sorry(
      'Cài đặt không thành công. / The packages could not be installed: see npm above.',
    );
  }
  await continueWithPinnedNode();
} catch (error) {
  console.error(`\n${error instanceof Sorry ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}

/** The rest needs the packages, and the Node version that they bring. */
function continueWithPinnedNode() {
  const node = pinnedNode(root);
  if (!existsSync(node)) {
    throw new Sorry(
      'The package "node" has no binary for this platform. Install Node 24 LTS and try again.',
    );
  }
  // A group of its own, so that Ctrl-C in the terminal does not reach PostgreSQL before those who still use it.
  const child = spawn(node, [join(import.meta.dirname, 'run.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      done();
    });
  });
}
