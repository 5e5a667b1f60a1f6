/** The room where the built product runs: PostgreSQL, migrations, demo academy, API and worker. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startPostgres } from '../postgres/embedded.mjs';
import { startProcess } from './processes.mjs';

const root = resolve(import.meta.dirname, '../..');

/**
 * Starts everything, in order; what was started is ended again where a later step fails.
 * `api` and `postgres` (null where the database is not embedded) may be ended and begun again, for those who try what
 * happens then.
 * @param {{ dataDir: string, port: number, host?: string, databaseUrl?: string, demo?: boolean, env?: Record<string, string>, tell?: (step: string) => void, onFailure?: (why: string) => void, workers?: number, dist?: string }} options
 */
export async function startProduct(options) {
  const {
    dataDir,
    port,
    host = '127.0.0.1',
    demo = true,
    tell = () => undefined,
    workers = 1,
    dist = join(root, 'dist/apps'),
  } = options;
  const running = [];
  let postgres = null;
  const stop = async () => {
    while (running.length > 0) await running.pop().stop();
  };
  try {
    await mkdir(dataDir, { recursive: true });
    const databaseUrl = options.databaseUrl ?? (await embedded());
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      HOST: host,
      PORT: String(port),
      WEB_ROOT: join(dist, 'web/browser'),
      DEMO: String(demo),
      LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
      ...options.env,
    };
    tell('Chuẩn bị cơ sở dữ liệu / Preparing the database');
    const prepare = startProcess(
      'prepare',
      join(dist, 'api/prepare.js'),
      env,
      demo ? ['--demo'] : [],
    );
    running.push(prepare);
    await prepare.finished();
    running.pop();
    tell('Khởi động dịch vụ / Starting API and worker');
    const start = (name) => {
      const child = startProcess(name, join(dist, name, 'main.js'), env);
      child.onUnexpectedEnd((why) => options.onFailure?.(why));
      running.push(child);
      return child;
    };
    const started = [...Array.from({ length: workers }, () => start('worker')), start('api')];
    await Promise.all(started.map((child) => child.ready()));
    let api = started.at(-1);
    const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
    const health = await fetch(`${url}/api/health`);
    if (!health.ok) throw new Error(`The API is not healthy: ${health.status}`);
    return {
      url,
      databaseUrl,
      env,
      stop,
      postgres,
      api: {
        pid: () => api.pid,
        /** Ends the process at once, as a failure of power would. */
        kill: () => api.kill(),
        /** A new process in its place. */
        restart: async () => {
          api = start('api');
          await api.ready();
        },
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }

  async function embedded() {
    tell('Khởi động PostgreSQL / Starting PostgreSQL');
    postgres = await startPostgres({
      directory: join(dataDir, 'postgres'),
      signals: options.signals,
    });
    running.push(postgres);
    await postgres.createDatabase('tap_huan');
    return postgres.url('tap_huan');
  }
}
