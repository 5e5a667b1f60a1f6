/** The room where a Nest module becomes an HTTP server: cookies, headers, uploads, the built web app. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { DynamicModule, LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CONFIG, type Config } from '../config/config';

const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];

/** Bytes of a JSON body; the longest is a lesson. */
const BODY_LIMIT = 2 * 1024 * 1024;

export const logLevels = (level: Config['logLevel']): LogLevel[] =>
  LEVELS.slice(0, LEVELS.indexOf(level) + 1);

/** Prepares the adapter; also used by tests that build the module themselves. */
export const httpAdapter = (config: Config): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: config.trustProxy });

/** Registers what every request needs. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, { global: false, ...pageHeaders(config) });
  await app.register(fastifyCompress, {
    // Built files have their compressed copies beside them; what is stored is compressed already.
    customTypes: /^application\/(problem\+)?json/,
    encodings: ['br', 'gzip'],
    // Nobody sends what is compressed; a reply of a packet or two gains nothing.
    globalDecompression: false,
    threshold: 2048,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  app
    .getHttpAdapter()
    .getInstance()
    // With a callback: a promise for each request would wait for a tick.
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('x-content-type-options', 'nosniff');
      // A page may show what the API answers; as a document of its own it can do nothing.
      if (request.url.startsWith('/api/')) {
        void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
        void reply.header('cross-origin-resource-policy', 'same-origin');
      }
      done();
    });
  await app.register(fastifyMultipart, {
    limits: { fileSize: config.uploadMaxBytes, files: 1, fields: 5 },
  });
  if (config.webRoot) await serveWeb(app, config.webRoot);
}

/** Headers of the pages themselves; the files that they load need but one of them. */
const pageHeaders = (config: Config): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      // Angular sets styles from script; no script may be inline.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  hsts: config.publicUrl.startsWith('https:'),
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'same-origin' },
});

async function serveWeb(app: NestFastifyApplication, root: string): Promise<void> {
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`The web app is not built: ${index} is missing.`);
  const page = await readFile(index);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /-[\w-]{8}\.(js|css|woff2)$/.test(path.replace(/\.(br|gz)$/, ''));
      void reply.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // Every other page belongs to the web app's own router.
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', async (request, reply) => {
      const path = request.url.split('?')[0] ?? '';
      if (/^\/api(?:\/|$)|\.\w{2,5}$/.test(path)) {
        return (
          reply
            .status(404)
            // A file of the next version is missing only until it is put there.
            .header('cache-control', 'no-store')
            .header('content-type', 'application/problem+json; charset=utf-8')
            .send(
              JSON.stringify({
                type: '/errors/not_found',
                title: 'not found',
                status: 404,
                code: 'not_found',
              }),
            )
        );
      }
      await reply.helmet();
      if (path.startsWith('/xac-minh')) reply.header('x-robots-tag', 'noindex, nofollow');
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    });
}

/** Builds the HTTP process around a root module; the caller listens. */
export async function createHttpApp(
  module: DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(config), {
    logger: logLevels(config.logLevel),
    abortOnError: false,
  });
  await prepareHttp(app, app.get<Config>(CONFIG));
  app.enableShutdownHooks();
  return app;
}
