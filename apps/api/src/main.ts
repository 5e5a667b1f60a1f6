/** The HTTP process: reads the configuration, listens, says when it is ready. */
import 'reflect-metadata';
import { AppModule, warmUp } from '@tap-huan/server/app';
import { createHttpApp, readConfig } from '@tap-huan/server/platform';

const config = readConfig(process.env);
const app = await createHttpApp(AppModule.with(config), config);
await app.listen(config.port, config.host);
warmUp(app);
// Started by another process: when that one is gone, this one ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.send?.('ready');
