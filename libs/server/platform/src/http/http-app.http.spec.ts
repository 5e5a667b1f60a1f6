/** The HTTP process around the built web app: headers, files, and pages that belong to the app's own router. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KnownPeopleModule, testDatabase, type TestDatabase } from '../../testing';
import { PlatformModule } from '../platform.module';
import { createHttpApp } from './http-app';

const PAGE = '<!doctype html><title>Tập Huấn</title>';
const SCRIPT = 'console.log("xin chào");\n'.repeat(50);
const HASHED = 'main-ABCD2345.js';

@Module({})
class Root {}

describe('the HTTP process', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let webRoot: string;

  beforeAll(async () => {
    database = await testDatabase();
    webRoot = await mkdtemp(join(tmpdir(), 'tap-huan-web-'));
    await mkdir(join(webRoot, 'media'));
    const files: Record<string, string | Buffer> = {
      'index.html': PAGE,
      [HASHED]: SCRIPT,
      [`${HASHED}.br`]: brotliCompressSync(SCRIPT),
      'styles-QRST6789.css': 'body{}',
      'mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'plain.js': 'plain()',
      'some-lowercase.js': 'plain()',
      'media/be-vietnam-pro-ZZZZ9999.woff2': 'font',
    };
    for (const [name, content] of Object.entries(files))
      await writeFile(join(webRoot, name), content);
    app = await appFor({ webRoot });
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
    await rm(webRoot, { recursive: true, force: true });
  });

  async function appFor(more: { webRoot: string | null; publicUrl?: string }) {
    const config = { ...database.config, ...more };
    const made = await createHttpApp(
      { module: Root, imports: [PlatformModule.with(config), KnownPeopleModule] },
      config,
    );
    await made.init();
    await made.getHttpAdapter().getInstance().ready();
    return made;
  }
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  const IMMUTABLE = 'public, max-age=31536000, immutable';

  describe('guards every answer', () => {
    it.each(['/', '/hoc/x', `/${HASHED}`, '/api/about', '/api/unknown', '/xac-minh/ABC'])(
      'lets no browser guess the kind of %s, and tells nothing of the server',
      async (url) => {
        const { headers } = await get(url);
        expect(headers['x-powered-by']).toBeUndefined();
        expect(headers['server']).toBeUndefined();
        expect(headers['x-content-type-options']).toBe('nosniff');
      },
    );

    it.each(['/api/about', '/api/unknown'])('lets %s do nothing as a document', async (url) => {
      const policy = policyOf((await get(url)).headers['content-security-policy']);
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    });

    it.each(['/', '/hoc/x', '/xac-minh/ABC'])(
      'lets the page %s load from here only',
      async (url) => {
        const { headers } = await get(url);
        expect(headers['referrer-policy']).toBe('same-origin');
        const policy = policyOf(headers['content-security-policy']);
        // Scripts come from here only: neither inline nor by eval.
        expect(policy.get('script-src') ?? policy.get('default-src')).toEqual(["'self'"]);
        for (const name of ['script-src-elem', 'script-src-attr', 'worker-src', 'connect-src']) {
          expect(policy.get(name) ?? ["'self'"]).toEqual(["'self'"]);
        }
        expect(policy.get('object-src')).toEqual(["'none'"]);
        expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
        expect(policy.get('base-uri')).toEqual(["'self'"]);
        expect(policy.get('form-action')).toEqual(["'self'"]);
        for (const sources of policy.values()) {
          expect(sources.join(' ')).not.toMatch(/unsafe-eval|https?:|\*/);
        }
      },
    );

    it('asks for HTTPS only where people come by HTTPS', async () => {
      expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
      const secure = await appFor({ webRoot, publicUrl: 'https://tap-huan.test' });
      const { headers } = await secure.inject({ url: '/' });
      await secure.close();
      expect(headers['strict-transport-security']).toContain('max-age=');
    });
  });

  describe('serves the pages of the web app', () => {
    it.each(['/', '/hoc/khoa-hoc/1', '/dang-nhap?tu=%2Fhoc', '/index', '/hoc/a.b-c/d'])(
      '%s is the app',
      async (url) => {
        const reply = await get(url);
        expect([reply.statusCode, reply.body]).toEqual([200, PAGE]);
        expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(reply.headers['cache-control']).toBe('no-cache');
        expect(reply.headers['x-robots-tag']).toBeUndefined();
      },
    );

    it.each(['/xac-minh', '/xac-minh/', '/xac-minh/7K3M9P', '/xac-minh/7K3M9P?in=1'])(
      '%s is for people, not for search engines',
      async (url) => {
        const reply = await get(url);
        expect([reply.statusCode, reply.body]).toEqual([200, PAGE]);
        expect(reply.headers['x-robots-tag']).toBe('noindex, nofollow');
      },
    );

    it.each([
      '/main-OLDHASH1.js',
      '/assets/missing.png',
      '/favicon.ico',
      '/api/unknown',
      '/api/unknown/deeper?x=1',
      '/api/',
      '/api',
      '/..%2f..%2fetc/passwd.js',
    ])('%s is not the app', async (url) => {
      const reply = await get(url);
      expect(reply.statusCode).toBe(404);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(JSON.parse(reply.body)).toEqual({
        type: '/errors/not_found',
        title: 'not found',
        status: 404,
        code: 'not_found',
      });
      expect(reply.headers['cache-control']).toBe('no-store');
    });

    it('takes nothing but reading', async () => {
      for (const method of ['POST', 'PUT', 'DELETE'] as const) {
        const reply = await app.inject({ method, url: '/hoc/x' });
        expect([method, reply.statusCode]).toEqual([method, 404]);
        expect(JSON.parse(reply.body).code).toBe('not_found');
      }
    });
  });

  describe('serves the files of the web app', () => {
    it.each([
      [`/${HASHED}`, IMMUTABLE, /javascript/],
      ['/styles-QRST6789.css', IMMUTABLE, /^text\/css/],
      ['/media/be-vietnam-pro-ZZZZ9999.woff2', IMMUTABLE, /^font\/woff2/],
      ['/mark.svg', 'no-cache', /^image\/svg\+xml/],
      ['/plain.js', 'no-cache', /javascript/],
      ['/some-lowercase.js', 'no-cache', /javascript/],
      ['/index.html', 'no-cache', /^text\/html/],
    ])('%s may be kept: %s', async (url, cache, type) => {
      const reply = await get(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['cache-control']).toBe(cache);
      expect(reply.headers['content-type']).toMatch(type);
      expect(reply.headers['content-encoding']).toBeUndefined();
    });

    it('sends what is compressed already to whoever reads it, under the type of the file', async () => {
      const reply = await get(`/${HASHED}`, { 'accept-encoding': 'gzip, deflate, br' });
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-encoding']).toBe('br');
      expect(reply.headers['content-type']).toMatch(/javascript/);
      expect(reply.headers['cache-control']).toBe(IMMUTABLE);
      expect(String(reply.headers['vary'])).toContain('accept-encoding');
      expect(brotliDecompressSync(reply.rawPayload).toString()).toBe(SCRIPT);
    });

    it('sends the plain file to whoever does not', async () => {
      const reply = await get(`/${HASHED}`, { 'accept-encoding': 'identity' });
      expect(reply.headers['content-encoding']).toBeUndefined();
      expect(reply.body).toBe(SCRIPT);
    });

    it('answers a file that has not changed with 304', async () => {
      const { etag } = (await get('/mark.svg')).headers;
      const reply = await get('/mark.svg', { 'if-none-match': String(etag) });
      expect([reply.statusCode, reply.body]).toEqual([304, '']);
    });
  });

  it('says what is none without a web app, too', async () => {
    const bare = await appFor({ webRoot: null });
    for (const url of ['/', '/api/unknown', '/hoc/x']) {
      const reply = await bare.inject({ url });
      expect([url, reply.statusCode, JSON.parse(reply.body).code]).toEqual([url, 404, 'not_found']);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
    await bare.close();
  });

  it('does not begin with a web app that is not built', async () => {
    await expect(appFor({ webRoot: join(webRoot, 'nowhere') })).rejects.toThrow('is not built');
  });
});

function policyOf(header: unknown): Map<string, string[]> {
  return new Map(
    String(header)
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}
