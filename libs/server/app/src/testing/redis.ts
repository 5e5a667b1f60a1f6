/** The room where a Redis of the test's own starts on loopback, and is gone afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The program, from REDIS_SERVER or the path; null where there is none. */
export function redisServer(): string | null {
  const named = process.env['REDIS_SERVER'];
  if (named) return named;
  return spawnSync('which', ['redis-server'], { encoding: 'utf8' }).stdout?.trim() || null;
}

export interface RunningRedis {
  url: string;
  stop(): Promise<void>;
}

/** Starts Redis as BullMQ wants it: it keeps everything, in memory only. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const [port, directory] = await Promise.all([
    freePort(),
    mkdtemp(join(tmpdir(), 'tap-huan-redis-')),
  ]);
  const options =
    `--port ${port} --bind 127.0.0.1 --dir ${directory} --appendonly no --maxmemory-policy noeviction`.split(
      ' ',
    );
  const child = spawn(program, [...options, '--save', ''], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (said: Buffer) => {
      if (said.includes('Ready to accept connections')) resolve();
    }),
  );
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`${program} ended before it was ready.`);
    }),
  ]);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No port.')),
      );
    });
  });
}
