/** Sign-in as a browser sees it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { endpoints } from '@tap-huan/contract';
import { SYSTEM } from '@tap-huan/server/platform';
import { Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { Accounts } from './account/accounts.service';
import { IdentityModule } from './identity.module';

const PASSWORD = 'mật khẩu thử';

describe('sign-in', () => {
  let test: TestModule;
  let app: NestFastifyApplication;
  let browser: Browser;
  let passwordHash: string;
  let username: string;
  let accountId: string;

  beforeAll(async () => {
    test = await testModule(IdentityModule);
    app = await test.http();
    passwordHash = await test.get(Accounts).hash(PASSWORD);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    browser = new Browser(app);
    username = `u${randomUUID()}`;
    accountId = await test.writer.write(SYSTEM, (tx) =>
      test.get(Accounts).create(tx, {
        username,
        fullName: 'Nguyễn Văn An',
        language: 'vi',
        passwordHash,
      }),
    );
  });

  const signIn = (name = username, password = PASSWORD, by = browser) =>
    by.try(endpoints.signIn, { body: { username: name, password } });
  const trail = (action: string) =>
    test.sql.rows<{ subject_id: string; detail: object; account_id: string; address: string }>(
      `select subject_id, detail, account_id, address from platform.audit
       where action = $1 and subject_id in ($2, 'unknown') order by id desc`,
      [action, accountId],
    );
  /** One sign-in from an address of its own, as raw HTTP. */
  const signInFrom = (remoteAddress: string, name: string, password: string) =>
    app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { 'x-requested-with': 'tap-huan' },
      payload: { username: name, password },
    });

  it('begins without a session', async () => {
    expect(await browser.call(endpoints.readSession, {})).toEqual({ session: null });
  });

  it('sets the cookie and tells who one is', async () => {
    const { status, body, headers } = await signIn();
    expect(status).toBe(200);
    expect(String(headers['set-cookie'])).toMatch(
      /^tap_huan_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(body.session).toEqual({
      accountId,
      username,
      fullName: 'Nguyễn Văn An',
      language: 'vi',
      grants: [],
      permissions: [],
      mustChangePassword: false,
    });
    expect(await browser.call(endpoints.readSession, {})).toEqual(body);
    expect(await trail('signed_in')).toMatchObject([
      { account_id: accountId, address: '127.0.0.1' },
    ]);
  });

  it('does not mind capitals and spaces around the user name', async () => {
    expect((await signIn(` ${username.toUpperCase()} `)).status).toBe(200);
  });

  it('answers the same to an unknown name as to a wrong password', async () => {
    const wrong = await signIn(username, 'falsch');
    const unknown = await signIn('khong.co.ai', PASSWORD);
    expect(wrong.status).toBe(401);
    expect(unknown.problem).toEqual(wrong.problem);
    expect(wrong.problem?.code).toBe('invalid_credentials');
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('answers the same to a name that no account can have', async () => {
    for (const name of ['a\0b', 'a\ud800bc', 'x', 'đào']) {
      expect((await signInFrom('10.5.0.1', name, PASSWORD)).json()).toMatchObject({
        code: 'invalid_credentials',
      });
    }
  });

  it('leaves neither passwords nor unknown names in the trail', async () => {
    await signIn(username, 'secret-typed-wrong');
    await signIn('name-typed-wrong');
    const lines = await trail('sign_in_failed');
    expect(lines.slice(0, 2)).toMatchObject([
      { subject_id: 'unknown', detail: { reason: 'unknown_name' }, address: '127.0.0.1' },
      { subject_id: accountId, detail: { reason: 'wrong_password' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('typed-wrong');
  });

  it('tells of a disabled account only to somebody who knows the password', async () => {
    await test.sql.rows(`update identity.account set disabled_at = now() where id = $1`, [
      accountId,
    ]);
    expect((await signIn(username, 'falsch')).problem?.code).toBe('invalid_credentials');
    expect((await signIn()).problem?.code).toBe('account_disabled');
  });

  it('gives a new token at every sign-in and ends the old session', async () => {
    await signIn();
    const [before] = await test.sql.rows(`select id from identity.session where account_id = $1`, [
      accountId,
    ]);
    await signIn();
    const after = await test.sql.rows(`select id from identity.session where account_id = $1`, [
      accountId,
    ]);
    expect(after).toHaveLength(1);
    expect(after).not.toContainEqual(before);
  });

  it('ends at sign-out, as often as it is asked', async () => {
    await signIn();
    await browser.call(endpoints.signOut, {});
    expect(await browser.call(endpoints.readSession, {})).toEqual({ session: null });
    await browser.call(endpoints.signOut, {});
    expect(
      await test.sql.rows(`select 1 from identity.session where account_id = $1`, [accountId]),
    ).toEqual([]);
  });

  it('refuses the eleventh try in a quarter of an hour, even with the right password', async () => {
    const from = '10.1.0.1';
    for (let time = 0; time < 10; time += 1) {
      expect((await signInFrom(from, username, 'falsch')).statusCode).toBe(401);
    }
    const refused = await signInFrom(from, username, PASSWORD);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({
      code: 'too_many_sign_in_attempts',
      params: { seconds: expect.any(Number) },
    });
    expect((await signInFrom('10.1.0.2', username, PASSWORD)).statusCode).toBe(200);
  });

  it('lets no more through when the tries come at once', async () => {
    const tries = Array.from({ length: 15 }, () => signInFrom('10.2.0.1', username, 'falsch'));
    const codes = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(10);
  });

  it('forgets the failures of a name after a success', async () => {
    for (let time = 0; time < 9; time += 1) await signInFrom('10.3.0.1', username, 'falsch');
    expect((await signInFrom('10.3.0.1', username, PASSWORD)).statusCode).toBe(200);
    expect((await signInFrom('10.3.0.1', username, 'falsch')).statusCode).toBe(401);
    expect((await signInFrom('10.3.0.1', username, PASSWORD)).statusCode).toBe(200);
  });

  it('refuses an address that has failed a hundred times, and counts no success', async () => {
    const from = '10.4.0.1';
    for (let time = 0; time < 3; time += 1) await signInFrom(from, username, PASSWORD);
    for (let time = 0; time < 100; time += 1) {
      expect((await signInFrom(from, `nobody${time}`, 'falsch')).statusCode).toBe(401);
    }
    expect((await signInFrom(from, username, PASSWORD)).statusCode).toBe(429);
  });

  it('names the fields of a malformed body', async () => {
    const { status, problem } = await browser.try(endpoints.signIn, {
      body: { username: '', password: 1 as unknown as string },
    });
    expect(status).toBe(422);
    expect(problem?.issues?.map(({ path }) => path)).toEqual(['username', 'password']);
  });

  it.each<{ headers: Record<string, string>; like: string }>([
    { headers: {}, like: 'a form of another page' },
    {
      headers: { 'x-requested-with': 'tap-huan', 'sec-fetch-site': 'cross-site' },
      like: 'a script of another site',
    },
  ])('refuses $like', async ({ headers }) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers,
      payload: { username, password: PASSWORD },
    });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'cross_site_request' });
    expect(reply.headers['set-cookie']).toBeUndefined();
  });

  it('keeps the language and changes the password', async () => {
    await signIn();
    await browser.call(endpoints.chooseLanguage, { body: { language: 'en' } });
    const wrong = await browser.try(endpoints.changePassword, {
      body: { current: 'falsch', next: 'mật khẩu mới' },
    });
    expect(wrong.problem?.code).toBe('wrong_current_password');
    await browser.call(endpoints.changePassword, {
      body: { current: PASSWORD, next: 'mật khẩu mới' },
    });
    expect((await browser.call(endpoints.readSession, {})).session?.language).toBe('en');
    const other = new Browser(app);
    expect((await signIn(username, PASSWORD, other)).status).toBe(401);
    expect((await signIn(username, 'mật khẩu mới', other)).status).toBe(200);
  });

  it('asks for a session where there is none', async () => {
    for (const answer of [
      await browser.try(endpoints.chooseLanguage, { body: { language: 'en' } }),
      await browser.try(endpoints.changePassword, { body: { current: 'a', next: 'b'.repeat(8) } }),
    ]) {
      expect(answer.problem?.code).toBe('not_signed_in');
    }
  });
});
