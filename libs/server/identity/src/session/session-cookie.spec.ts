/** The flags of the session cookie. */
import { afterEach, describe, expect, it } from '@jest/globals';
import fastifyCookie from '@fastify/cookie';
import { type Config, readConfig } from '@tap-huan/server/platform';
import fastify, { type FastifyInstance } from 'fastify';
import { clearSessionCookie, setSessionCookie } from './session-cookie';

const config = (publicUrl: string): Config =>
  readConfig({ DATABASE_URL: 'postgres://x@localhost/x', PUBLIC_URL: publicUrl });

let server: FastifyInstance | null = null;
afterEach(() => server?.close());

async function cookieAt(publicUrl: string, clear = false): Promise<string> {
  server = fastify();
  await server.register(fastifyCookie);
  server.get('/', (_, reply) => {
    if (clear) clearSessionCookie(reply, config(publicUrl));
    else setSessionCookie(reply, config(publicUrl), 'token');
    return reply.send('');
  });
  const { headers } = await server.inject('/');
  return String(headers['set-cookie']);
}

describe('the session cookie', () => {
  it('is kept from scripts, other sites and plain HTTP', async () => {
    expect((await cookieAt('https://hoc.example.vn')).split('; ').sort()).toEqual([
      'HttpOnly',
      'Max-Age=604800',
      'Path=/',
      'SameSite=Lax',
      'Secure',
      'tap_huan_session=token',
    ]);
  });
  it('does without Secure where the origin is plain HTTP', async () => {
    expect(await cookieAt('http://localhost:3000')).not.toContain('Secure');
  });
  it('ends with the session', async () => {
    const cookie = await cookieAt('https://hoc.example.vn', true);
    expect(cookie).toMatch(/^tap_huan_session=;/);
    expect(cookie).toContain('Expires=Thu, 01 Jan 1970');
  });
});
