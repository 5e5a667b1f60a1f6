/** The worker process: outbox relay, job handlers, schedules. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '@tap-huan/server/app';
import { ExpiredAttempts } from '@tap-huan/server/assessment';
import { EventWorkerHost, logLevels, readConfig } from '@tap-huan/server/platform';
import { every } from './every';

const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: logLevels(config.logLevel),
  abortOnError: false,
});
app.enableShutdownHooks();
await app.get(EventWorkerHost).start();
const expired = app.get(ExpiredAttempts, { strict: false });
const stop = every(15_000, () => expired.closeExpired(500));
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Started by another process: when that one is gone, this one ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.send?.('ready');
