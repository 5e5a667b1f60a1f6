/** Brings the database up to date; `--demo` loads the demo academy, else the first administrator is made. */
import 'reflect-metadata';
import { ensureAdministrator } from '@tap-huan/server/app';
import { loadDemo } from '@tap-huan/server/demo';
import { migrate, readConfig } from '@tap-huan/server/platform';

const tell = (line: string): void => console.log(line);
const config = readConfig(process.env);
const done = await migrate(config.databaseUrl);
if (done.length > 0) tell(`${done.length} migrations ran.`);
await (process.argv.includes('--demo')
  ? loadDemo(config, tell)
  : ensureAdministrator(config, tell));
