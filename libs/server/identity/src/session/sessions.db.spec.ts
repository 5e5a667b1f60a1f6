/** Sessions on a real PostgreSQL, with a clock that is set. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Failure, SessionReader, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { Accounts } from '../account/accounts.service';
import { OwnAccount } from '../account/own-account.service';
import { IdentityModule } from '../identity.module';
import { KNOWN_FOR } from './known-sessions';
import { SESSION_IDLE, SESSION_LIFETIME, Sessions } from './sessions.service';

const MINUTE = 60_000;
const VISITOR = { ...SYSTEM, address: '10.0.0.7' };

describe('sessions', () => {
  let test: TestModule;
  let sessions: Sessions;
  let accounts: Accounts;
  let passwordHash: string;
  let accountId: string;

  beforeAll(async () => {
    test = await testModule(IdentityModule);
    sessions = test.get(Sessions);
    accounts = test.get(Accounts);
    passwordHash = await accounts.hash('mật khẩu cũ');
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    test.clock.advance(KNOWN_FOR);
    accountId = await anAccount();
  });

  const anAccount = (): Promise<string> =>
    test.writer.write(SYSTEM, (tx) =>
      accounts.create(tx, {
        username: `u${randomUUID()}`,
        fullName: 'Nguyễn Văn An',
        language: 'vi',
        passwordHash,
      }),
    );
  const begin = () => sessions.begin(VISITOR, accountId, 'a browser');
  const actorOf = (token: string) => sessions.actorOf(token, '10.0.0.7');
  const seenAt = async (): Promise<Date | undefined> =>
    (
      await test.sql.maybe<{ seen_at: Date }>(
        `select seen_at from identity.session where account_id = $1`,
        [accountId],
      )
    )?.seen_at;

  it('answer the account, its grants, the session and the address', async () => {
    const token = await begin();
    expect(await test.get(SessionReader).actorOf(token, '10.0.0.9')).toEqual({
      accountId,
      grants: [],
      sessionId: expect.any(String),
      address: '10.0.0.9',
    });
    expect(await actorOf('another token')).toBeNull();
  });

  it('store the hash of the token only', async () => {
    const token = await begin();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const [row] = await test.sql.rows<object>(
      `select * from identity.session where account_id = $1`,
      [accountId],
    );
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row).toMatchObject({ address: '10.0.0.7', user_agent: 'a browser' });
  });

  it('end after twelve hours without use', async () => {
    const token = await begin();
    test.clock.advance(SESSION_IDLE - 1);
    expect(await actorOf(token)).not.toBeNull();
    test.clock.advance(SESSION_IDLE - 1);
    expect(await actorOf(token)).not.toBeNull();
    test.clock.advance(SESSION_IDLE);
    expect(await actorOf(token)).toBeNull();
  });

  it('end after seven days however much they are used', async () => {
    const token = await begin();
    const step = SESSION_IDLE / 2;
    for (let used = step; used < SESSION_LIFETIME; used += step) {
      test.clock.advance(step);
      expect(await actorOf(token)).not.toBeNull();
    }
    test.clock.advance(step);
    expect(await actorOf(token)).toBeNull();
  });

  it('end at their exact instant although they are known', async () => {
    const token = await begin();
    await test.sql.rows(`update identity.session set expires_at = $2 where account_id = $1`, [
      accountId,
      new Date(test.clock.now().getTime() + 1_000),
    ]);
    expect(await actorOf(token)).not.toBeNull();
    test.clock.advance(1_000);
    expect(await actorOf(token)).toBeNull();
  });

  it('write the last use at most once a minute', async () => {
    const token = await begin();
    const began = test.clock.now();
    test.clock.advance(MINUTE - 1);
    await actorOf(token);
    expect(await seenAt()).toEqual(began);
    test.clock.advance(1);
    await Promise.all([actorOf(token), actorOf(token), actorOf(token)]);
    expect(await seenAt()).toEqual(test.clock.now());
  });

  it('ask the database once in five seconds', async () => {
    const token = await begin();
    await actorOf(token);
    await test.sql.rows(`update identity.session set token_hash = id::text where account_id = $1`, [
      accountId,
    ]);
    test.clock.advance(KNOWN_FOR - 1);
    expect(await actorOf(token)).not.toBeNull();
    test.clock.advance(1);
    expect(await actorOf(token)).toBeNull();
  });

  it('end at sign-out at once', async () => {
    const token = await begin();
    const actor = await actorOf(token);
    await sessions.end(actor ?? SYSTEM);
    expect(await actorOf(token)).toBeNull();
    expect(await seenAt()).toBeUndefined();
  });

  it('give way to the next one of the same browser', async () => {
    const first = await begin();
    const actor = await actorOf(first);
    const second = await sessions.begin(actor ?? VISITOR, accountId, undefined);
    expect(await actorOf(first)).toBeNull();
    expect((await actorOf(second))?.sessionId).not.toBe(actor?.sessionId);
  });

  it('end at once when the account is disabled, and do not begin again by enabling it', async () => {
    const token = await begin();
    await actorOf(token);
    const change = { fullName: 'Nguyễn Văn An', language: 'vi' as const };
    await test.writer.write(SYSTEM, (tx) =>
      accounts.update(tx, accountId, { ...change, disabled: true }),
    );
    expect(await actorOf(token)).toBeNull();
    await test.writer.write(SYSTEM, (tx) =>
      accounts.update(tx, accountId, { ...change, disabled: false }),
    );
    expect(await actorOf(token)).toBeNull();
  });

  it('of other browsers end when the password is changed', async () => {
    const here = await begin();
    const there = await begin();
    const actor = await actorOf(here);
    const own = test.get(OwnAccount);
    await expect(own.changePassword(actor ?? SYSTEM, 'falsch', 'mật khẩu mới')).rejects.toEqual(
      new Failure('wrong_current_password'),
    );
    expect(await actorOf(there)).not.toBeNull();
    await own.changePassword(actor ?? SYSTEM, 'mật khẩu cũ', 'mật khẩu mới');
    expect(await actorOf(here)).not.toBeNull();
    expect(await actorOf(there)).toBeNull();
  });

  it('show changed grants at once', async () => {
    const token = await begin();
    await actorOf(token);
    const unitId = randomUUID();
    await test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, path, valid_from)
       values ($1::uuid, 'T', 'Tỉnh', 'province', replace($1::text, '-', '')::ltree, '2025-07-01')`,
      [unitId],
    );
    await test.writer.write(SYSTEM, (tx) =>
      accounts.setGrants(tx, accountId, [
        { role: 'hr', unitId },
        { role: 'hr', unitId },
        { role: 'learner', unitId },
      ]),
    );
    expect((await actorOf(token))?.grants).toEqual([
      { role: 'hr', unitId },
      { role: 'learner', unitId },
    ]);
    await test.writer.write(SYSTEM, (tx) => accounts.setGrants(tx, accountId, []));
    expect((await actorOf(token))?.grants).toEqual([]);
  });

  it('that have ended are cleared away by the next sign-in', async () => {
    await begin();
    test.clock.advance(SESSION_IDLE);
    accountId = await anAccount();
    await begin();
    const rows = await test.sql.rows<{ account_id: string }>(
      `select account_id from identity.session`,
    );
    expect(rows).toEqual([{ account_id: accountId }]);
  });
});

describe('accounts', () => {
  let test: TestModule;
  beforeAll(async () => {
    test = await testModule(IdentityModule);
  });
  afterAll(() => test.close());

  it('take each user name once', async () => {
    const accounts = test.get(Accounts);
    const create = () =>
      test.writer.write(SYSTEM, (tx) =>
        accounts.create(tx, {
          username: 'lan',
          fullName: 'Trần Thị Lan'.normalize('NFD'),
          language: 'vi',
          temporaryPassword: 'k7mh-2qpx-vw4n-ze9c',
        }),
      );
    const id = await create();
    await expect(create()).rejects.toEqual(new Failure('username_taken'));
    expect(
      await test.sql.one(
        `select full_name, must_change_password from identity.account where id = $1`,
        [id],
      ),
    ).toEqual({ full_name: 'Trần Thị Lan'.normalize('NFC'), must_change_password: true });
  });
});
