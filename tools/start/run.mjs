/** The second half of `npm start`: build, then run until Ctrl-C. Needs the installed packages. */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildProduct } from './build.mjs';
import { checkPort, checkSpace, portOf, Sorry } from './checks.mjs';
import { lockData } from './data-lock.mjs';
import { startProduct } from './product.mjs';

const root = resolve(import.meta.dirname, '../..');
const host = process.env.HOST || '127.0.0.1';
const dataDir = resolve(root, process.env.DATA_DIR || 'var');
const demo = !['false', '0'].includes(process.env.DEMO ?? '');
const begun = Date.now();
const ROLE = {
  learner: 'học viên / learner',
  instructor: 'giảng viên / instructor',
  hr: 'phòng Đào tạo - Biên chế / HR',
  administrator: 'quản trị / administrator',
};

let lock = null;
let product = null;
/** Resolves to the exit code when the person, or a failure, ends the run. */
let finish;
const finished = new Promise((resolve) => (finish = resolve));
process.on('SIGINT', () => finish(0));
process.on('SIGTERM', () => finish(0));
process.on('SIGHUP', () => finish(0));
// Whoever started this is gone.
process.on('disconnect', () => finish(0));

const starting = main().catch((error) => {
  console.error(`\n${error instanceof Sorry ? error.message : (error?.stack ?? error)}\n`);
  finish(1);
});
const code = await finished;
if (code === 0) console.log('\nĐang dừng / Stopping …');
// A start that is still under way is let to its end, so that nothing is left half made.
await starting;
await product?.stop();
await lock?.stop();
process.disconnect?.();
process.exit(code);

async function main() {
  const port = portOf(process.env.PORT);
  await checkPort(port, host);
  await mkdir(dataDir, { recursive: true });
  lock = await lockData(dataDir);
  if (process.argv.includes('--reset')) await reset();
  await checkSpace(dataDir, 5e8);
  await buildProduct(root, step);
  product = await startProduct({
    dataDir,
    port,
    host,
    demo,
    databaseUrl: process.env.DATABASE_URL || undefined,
    // Ctrl-C ends API and worker first, then PostgreSQL.
    signals: false,
    tell: step,
    onFailure: (why) => {
      console.error(`\n${why}\n`);
      finish(1);
    },
  });
  await announce(port);
}

async function reset() {
  if (process.env.DATABASE_URL) {
    throw new Sorry(
      '--reset chỉ dùng cho cơ sở dữ liệu nhúng. / --reset is for the embedded database only; empty your own server yourself.',
    );
  }
  step(`Xóa dữ liệu cũ / Removing the data in ${dataDir}`);
  for (const part of ['postgres', 'objects']) {
    await rm(join(dataDir, part), { recursive: true, force: true });
  }
}

async function announce(port) {
  const name = ['0.0.0.0', '127.0.0.1'].includes(host) ? 'localhost' : host;
  console.log(`\n  Tập Huấn đã sẵn sàng / is ready:  http://${name}:${port}   (${seconds()} s)\n`);
  if (demo) {
    const { demoAccounts } = await (await fetch(`${product.url}/api/about`)).json();
    for (const { username, password, role } of demoAccounts) {
      console.log(`    ${username.padEnd(12)} ${password.padEnd(16)} ${ROLE[role] ?? role}`);
    }
  }
  console.log('\n  Ctrl-C để dừng / to stop\n');
}

function step(words) {
  console.log(`[${seconds().padStart(5)} s] ${words} …`);
}

function seconds() {
  return ((Date.now() - begun) / 1000).toFixed(1);
}
