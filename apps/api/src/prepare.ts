/** Brings the database up to date and, with `--demo`, loads the demo academy if it is not there yet. */
import 'reflect-metadata';
import { loadDemo } from '@tap-huan/server/demo';
import { migrate, readConfig } from '@tap-huan/server/platform';

const config = readConfig(process.env);
const done = await migrate(config.databaseUrl);
console.log(done.length > 0 ? `${done.length} migrations ran.` : 'The database is up to date.');
if (process.argv.includes('--demo')) await loadDemo(config, (line) => console.log(line));
