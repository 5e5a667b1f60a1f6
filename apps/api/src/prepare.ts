/** Brings the database up to date; `--demo` loads the demo academy, else the first administrator is made. */
import 'reflect-metadata';
import { ensureAdministrator } from '@tap-huan/server/app';
import { loadDemo } from '@tap-huan/server/demo';
import { migrate, readConfig } from '@tap-huan/server/platform';

const tell = (line: string): void => console.log(line);
const config = readConfig(process.env);

/** Codes of a server that is not there, or does not let us in. */
const NO_ENTRY = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28P01',
  '28000',
  '3D000',
];

try {
  const done = await migrate(config.databaseUrl);
  if (done.length > 0) tell(`${done.length} migrations ran.`);
} catch (error) {
  const code = String((error as { code?: unknown }).code ?? '');
  if (!NO_ENTRY.includes(code)) throw error;
  console.error(
    `Không kết nối được PostgreSQL theo DATABASE_URL (${code}). / PostgreSQL at DATABASE_URL cannot be reached (${code}).`,
  );
  process.exit(1);
}
await (process.argv.includes('--demo')
  ? loadDemo(config, tell)
  : ensureAdministrator(config, tell));
