/** The room of the installed packages: put there where they are missing, and the Node version that they bring. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const onWindows = process.platform === 'win32';

/** Installs what the lock file names, unless it is installed already. @returns false where npm failed. */
export function installPackages(root) {
  if (existsSync(join(root, 'node_modules', '.package-lock.json'))) return true;
  console.log('Đang cài đặt các gói cần thiết (npm ci) … / Installing packages …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
  });
  return done.status === 0;
}

/** The program of the pinned Node version; whether it is there depends on the packages. */
export const pinnedNode = (root) =>
  join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** The program of Nx, to be run by Node. */
export const nxProgram = (root) => join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
