/** The worker process: outbox relay, job handlers, schedules. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule, schedulesOf } from '@tap-huan/server/app';
import { EventWorkerHost, logLevels, readConfig } from '@tap-huan/server/platform';
import { every } from './every';

const config = readConfig(process.env);
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: logLevels(config.logLevel),
  abortOnError: false,
});
app.enableShutdownHooks();
await app.get(EventWorkerHost).start();
const ends = schedulesOf(app).map(({ seconds, work }) => every(seconds * 1000, work));
const stop = () => ends.forEach((end) => end());
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Started by another process: when that one is gone, this one ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.send?.('ready');
