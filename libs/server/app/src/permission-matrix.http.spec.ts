/** Who may call what: generated from the endpoint table, on the whole product. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Endpoint,
  endpoints,
  type ErrorCode,
  ERRORS,
  type Problem,
  ROLE_PERMISSIONS,
  ROLES,
} from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { SESSION_COOKIE, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { DOMAINS } from './app.module';
import { pathOf, requestOf } from './testing/samples';

const PEOPLE = ['visitor', ...ROLES] as const;
type Somebody = (typeof PEOPLE)[number];
const PASSWORD = 'mat-khau-dung-de-thu';
const TABLE = Object.entries(endpoints) as [string, Endpoint][];
const UNSAFE = TABLE.filter(([, { method }]) => method !== 'GET');

/** What any endpoint may answer besides its own expected failures. */
const ANYWHERE: readonly ErrorCode[] = [
  'validation_failed',
  'not_signed_in',
  'not_permitted',
  'not_found',
  'cross_site_request',
  'too_many_requests',
];

/** What the contract says of the two, or null where the door is open. */
function refusal(endpoint: Endpoint, who: Somebody): ErrorCode | null {
  if (endpoint.permission === 'public') return null;
  if (who === 'visitor') return 'not_signed_in';
  if (endpoint.permission === 'signed_in') return null;
  return ROLE_PERMISSIONS[who].includes(endpoint.permission) ? null : 'not_permitted';
}

interface Reply {
  status: number;
  type: string;
  problem: Problem | null;
}

describe('every endpoint of the contract', () => {
  let test: TestModule;
  let app: NestFastifyApplication;
  const cookies = new Map<Somebody, string>();

  beforeAll(async () => {
    test = await testModule(...DOMAINS);
    app = await test.http();
    const unitId = randomUUID();
    await test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, 'T', 'Tỉnh Thử', 'province', null, $2, '2025-07-01')`,
      [unitId, unitId.replaceAll('-', '')],
    );
    const accounts = test.get(Accounts);
    for (const role of ROLES) {
      await test.writer.write(SYSTEM, async (tx) => {
        const id = await accounts.create(tx, {
          username: role,
          fullName: role,
          language: 'vi',
          password: PASSWORD,
        });
        await accounts.setGrants(tx, id, [{ role, unitId }]);
      });
      await signIn(role);
    }
  });
  afterAll(() => test.close());

  async function signIn(role: Somebody): Promise<void> {
    cookies.set(role, await cookieOf(role, PASSWORD));
  }

  async function cookieOf(username: string, password: string): Promise<string> {
    const payload = { username, password };
    const { headers, statusCode } = await app.inject({
      method: 'POST',
      url: endpoints.signIn.path,
      headers: { 'x-requested-with': 'tap-huan' },
      payload,
    });
    expect(statusCode).toBe(200);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }

  async function call(
    endpoint: Endpoint,
    who: Somebody,
    headers: Record<string, string> = { 'x-requested-with': 'tap-huan' },
  ): Promise<Reply> {
    const cookie = cookies.get(who);
    const { url, payload } = requestOf(endpoint);
    const reply = await app.inject({
      method: endpoint.method,
      url,
      headers: { ...headers, ...(cookie ? { cookie } : {}) },
      ...(payload === undefined ? {} : { payload }),
    });
    const type = String(reply.headers['content-type'] ?? '');
    const problem = reply.statusCode >= 400 ? (JSON.parse(reply.body) as Problem) : null;
    return { status: reply.statusCode, type, problem };
  }

  const MATRIX = TABLE.flatMap(([name, endpoint]) =>
    PEOPLE.map((who) => ({ name, who, endpoint, refused: refusal(endpoint, who) })),
  );

  it('has somebody who may and somebody who may not, for every permission', () => {
    for (const [name, endpoint] of TABLE) {
      const verdicts = PEOPLE.map((who) => refusal(endpoint, who));
      expect([name, verdicts.includes(null)]).toEqual([name, true]);
      if (endpoint.permission !== 'public') expect(verdicts).toContain('not_signed_in');
    }
  });

  it.each(MATRIX.filter(({ refused }) => refused))(
    '$name refuses a $who with $refused',
    async ({ endpoint, who, refused }) => {
      const { status, type, problem } = await call(endpoint, who);
      expect({ status, type, code: problem?.code }).toEqual({
        status: ERRORS[refused as ErrorCode],
        type: 'application/problem+json; charset=utf-8',
        code: refused,
      });
      expect(Object.keys(problem ?? {}).sort()).toEqual(['code', 'status', 'title', 'type']);
    },
  );

  it.each(MATRIX.filter(({ refused }) => !refused))(
    '$name lets a $who in',
    async ({ name, endpoint, who }) => {
      const { status, problem } = await call(endpoint, who);
      // It ended the session that the other cells of the matrix need.
      if (name === 'signOut' && who !== 'visitor') await signIn(who);
      expect(status).toBeLessThan(500);
      if (!problem) return;
      expect(['not_signed_in', 'not_permitted', 'cross_site_request']).not.toContain(problem.code);
      expect([...ANYWHERE, ...endpoint.errors]).toContain(problem.code);
      expect(problem.status).toBe(ERRORS[problem.code]);
    },
  );

  describe('somebody who holds every role but must change a temporary password first', () => {
    const GUARDED = TABLE.filter(([, endpoint]) => refusal(endpoint, 'visitor'));
    let cookie = '';
    beforeAll(async () => {
      const temporaryPassword = 'tam-thoi-0001';
      const { unitId } = await test.sql.one<{ unitId: string }>(
        `select id as "unitId" from organisation.unit limit 1`,
      );
      await test.writer.write(SYSTEM, async (tx) => {
        const accounts = test.get(Accounts);
        const id = await accounts.create(tx, {
          username: 'newcomer',
          fullName: 'Người Mới',
          language: 'vi',
          temporaryPassword,
        });
        await accounts.setGrants(
          tx,
          id,
          ROLES.map((role) => ({ role, unitId })),
        );
      });
      cookie = await cookieOf('newcomer', temporaryPassword);
    });

    it.each(GUARDED)('%s asks for more than being signed in', async (_, endpoint) => {
      const { url, payload } = requestOf(endpoint);
      const headers = { 'x-requested-with': 'tap-huan', cookie };
      const reply = await app.inject({
        method: endpoint.method,
        url,
        headers,
        ...(payload ? { payload } : {}),
      });
      const code = reply.statusCode < 400 ? null : (JSON.parse(reply.body) as Problem).code;
      if (endpoint.permission === 'signed_in') {
        expect(['not_signed_in', 'not_permitted']).not.toContain(code);
      } else expect(code).toBe('not_permitted');
    });
  });

  const FOREIGN: [string, Record<string, string>][] = [
    ['without the header of our own pages', {}],
    ['from another site', { 'x-requested-with': 'tap-huan', 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { 'x-requested-with': 'tap-huan', 'sec-fetch-site': 'same-site' }],
  ];
  describe.each(FOREIGN)('%s', (_, headers) => {
    it.each(UNSAFE)('%s is refused, whoever calls', async (_name, endpoint) => {
      for (const who of PEOPLE) {
        const { status, problem } = await call(endpoint, who, headers);
        expect({ who, status, code: problem?.code }).toEqual({
          who,
          status: 403,
          code: 'cross_site_request',
        });
      }
    });
  });

  it('takes an unsafe call of our own pages, as browsers mark it', async () => {
    const headers = { 'x-requested-with': 'tap-huan', 'sec-fetch-site': 'same-origin' };
    const { status } = await call(endpoints.chooseLanguage, 'learner', headers);
    expect(status).toBe(200);
  });

  it('believes no made-up session', async () => {
    const reply = await app.inject({
      url: endpoints.listUnits.path,
      headers: { cookie: `${SESSION_COOKIE}=${randomUUID()}` },
    });
    expect(reply.statusCode).toBe(401);
  });

  it('asks for HEAD what it asks for GET', async () => {
    const ask = (cookie = '') =>
      app.inject({ method: 'HEAD', url: endpoints.listAccounts.path, headers: { cookie } });
    expect((await ask()).statusCode).toBe(401);
    expect((await ask(cookies.get('hr'))).statusCode).toBe(403);
    expect((await ask(cookies.get('administrator'))).statusCode).toBe(200);
  });

  it('is served, and nothing else is', () => {
    const served = routesOf(app).filter((route) => !route.startsWith('HEAD '));
    const said = TABLE.map(([, { method, path }]) => `${method} ${path}`);
    expect(served.toSorted()).toEqual(said.toSorted());
  });

  it('has a path of its own', () => {
    const places = TABLE.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(['/api/unknown', '/api', '/api/certificates/x/y/z'])(
    'does not hide that %s is none',
    async (url) => {
      for (const method of ['GET', 'POST', 'DELETE', 'PATCH', 'OPTIONS'] as const) {
        const reply = await app.inject({
          method,
          url,
          headers: { 'x-requested-with': 'tap-huan' },
        });
        expect([method, reply.statusCode, JSON.parse(reply.body).code]).toEqual([
          method,
          404,
          'not_found',
        ]);
        expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      }
    },
  );

  it('does not answer methods that it does not name', async () => {
    for (const [, endpoint] of TABLE) {
      const reply = await app.inject({
        method: 'PATCH',
        url: pathOf(endpoint),
        headers: { 'x-requested-with': 'tap-huan', cookie: cookies.get('administrator') ?? '' },
      });
      expect([endpoint.path, reply.statusCode]).toEqual([endpoint.path, 404]);
    }
  });
});

@Controller()
class BackDoor {
  @Get('/api/back-door')
  look(): string {
    return 'open';
  }
  @Post('/api/back-door')
  push(): string {
    return 'open';
  }
}
@Module({ controllers: [BackDoor] })
class BackDoorModule {}

describe('a handler that names no endpoint', () => {
  let test: TestModule;
  beforeAll(async () => {
    test = await testModule(BackDoorModule);
  });
  afterAll(() => test.close());

  it.each(['GET', 'POST'] as const)('is denied: %s', async (method) => {
    const app = await test.http();
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const headers = { 'x-requested-with': 'tap-huan' };
    const reply = await app.inject({ method, url: '/api/back-door', headers });
    expect([reply.statusCode, JSON.parse(reply.body).code]).toEqual([403, 'not_permitted']);
    expect(told).toHaveBeenCalledWith(`${method} /api/back-door serves no endpoint: denied`);
    told.mockRestore();
  });

  it('is seen in the list of routes', async () => {
    expect(routesOf(await test.http())).toContain('GET /api/back-door');
  });
});

/** `METHOD /path/:of` of every route of the HTTP server, from the tree that Fastify draws. */
function routesOf(app: NestFastifyApplication): string[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const places: string[] = [];
  const routes: string[] = [];
  for (const line of tree.split('\n')) {
    const match = /^([│├└─\s]*)(\S+)(?: \((.*)\))?$/.exec(line);
    if (!match) continue;
    const [, indent = '', part = '', methods = ''] = match;
    const depth = Math.floor(indent.length / 4);
    places.splice(depth - 1, places.length, part);
    for (const method of methods.split(', ').filter(Boolean)) {
      routes.push(`${method} ${places.join('')}`);
    }
  }
  return routes;
}
