/** What a handler may send: its reply passes through the schema of its endpoint, whatever else is said of the handler. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type CanActivate,
  Controller,
  Injectable,
  Logger,
  Module,
  UseGuards,
} from '@nestjs/common';
import { endpoint, type InputOf } from '@tap-huan/contract';
import { z } from 'zod';
import { KnownPeople, KnownPeopleModule, testModule, type TestModule } from '../../testing';
import type { Actor } from '../actor';
import { Failure } from '../failure';
import { Serves, ServesStraight } from './serves';

const named = (name: string) =>
  endpoint({
    method: 'GET',
    path: `/api/try/${name}`,
    summary: 'A try.',
    response: z.object({ shown: z.string() }),
    permission: 'public',
    errors: [],
  });
const straight = endpoint({
  method: 'PUT',
  path: '/api/try/straight/:name',
  summary: 'A try.',
  params: z.object({ name: z.string().max(9) }),
  body: z.object({ fails: z.boolean().default(false) }),
  response: z.object({ shown: z.string() }),
  permission: 'learning.take',
  errors: [],
});
const TOO_MUCH = { shown: 'đề', correct: 'a' };

@Injectable()
class Refuses implements CanActivate {
  canActivate(): boolean {
    throw new Failure('not_permitted');
  }
}

@Controller()
class TryController {
  private readonly own = TOO_MUCH;

  @Serves(named('later'))
  async later() {
    return this.own;
  }

  @Serves(named('at-once'))
  atOnce() {
    return this.own;
  }

  @Serves(named('wrong'))
  wrong() {
    return { correct: 'a' };
  }

  @Serves(named('outage'))
  outage() {
    throw Object.assign(new Error('the database system is starting up'), { code: '57P03' });
  }

  @ServesStraight(straight)
  async straight(input: InputOf<typeof straight>, actor: Actor) {
    if (input.body.fails) throw new Failure('wait_first', { minutes: 3 });
    return { ...this.own, shown: `${input.params.name} ${actor.accountId}` };
  }

  @Serves(named('guarded-below'))
  @UseGuards(Refuses)
  guardedBelow() {
    return this.own;
  }

  @UseGuards(Refuses)
  @Serves(named('guarded-above'))
  guardedAbove() {
    return this.own;
  }
}

@Module({ controllers: [TryController], providers: [Refuses] })
class TryModule {}

describe('a handler that serves an endpoint', () => {
  let test: TestModule;
  beforeAll(async () => {
    test = await testModule(TryModule, KnownPeopleModule);
  });
  afterAll(() => test.close());
  const get = async (name: string) => (await test.http()).inject({ url: `/api/try/${name}` });

  it.each(['later', 'at-once'])('sends nothing that is not in the shape: %s', async (name) => {
    const reply = await get(name);
    expect([reply.statusCode, reply.json()]).toEqual([200, { shown: 'đề' }]);
  });

  it('sends nothing at all where the shape is not met', async () => {
    const reply = await get('wrong');
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([500, 'internal']);
    expect(reply.body).not.toContain('correct');
  });

  it('fails in one line a second while the database is away, however many ask', async () => {
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const replies = await Promise.all(Array.from({ length: 20 }, () => get('outage')));
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([500]));
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });

  describe('on the straight road', () => {
    const person = (role: 'learner' | 'hr') => ({
      accountId: randomUUID(),
      grants: [{ role, unitId: randomUUID() }],
      sessionId: null,
      address: null,
    });
    const put = async (
      payload: string,
      { who = person('learner'), headers = {}, name = 'tên' } = {},
    ) => {
      test.get(KnownPeople).introduce(who);
      const reply = await (
        await test.http()
      ).inject({
        method: 'PUT',
        url: `/api/try/straight/${encodeURIComponent(name)}`,
        headers: {
          'content-type': 'application/json',
          'x-requested-with': 'tap-huan',
          cookie: `tap_huan_session=${who.accountId}`,
          ...headers,
        },
        payload,
      });
      return { ...reply.json<Record<string, unknown>>(), type: reply.headers['content-type'] };
    };
    const json = 'application/json; charset=utf-8';

    it('sends what is in the shape, to whom it is for', async () => {
      const who = person('learner');
      expect(await put('{}', { who })).toEqual({ shown: `tên ${who.accountId}`, type: json });
    });

    it.each([
      ['not_permitted', '{}', { who: person('hr') }],
      ['not_signed_in', '{}', { headers: { cookie: '' } }],
      ['cross_site_request', '{}', { headers: { 'sec-fetch-site': 'cross-site' } }],
      ['validation_failed', '{"fails": 1}', {}],
      ['validation_failed', '{', {}],
      ['not_found', '{}', { name: 'a name too long' }],
      ['wait_first', '{"fails": true}', {}],
    ])('refuses as everywhere: %s', async (code, payload, how) => {
      const type = 'application/problem+json; charset=utf-8';
      expect(await put(payload, how)).toMatchObject({ code, type });
    });
  });

  it.each(['guarded-below', 'guarded-above'])('keeps its other decorators: %s', async (name) => {
    expect((await get(name)).statusCode).toBe(403);
  });
});
