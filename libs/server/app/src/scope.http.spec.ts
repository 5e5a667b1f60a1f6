/** Nobody finds anything outside the own subtree: every endpoint as every role, generated from the endpoint table. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Endpoint, endpoints, type Role, ROLE_PERMISSIONS, ROLES } from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { DOMAINS } from './app.module';
import { makeMarkedProvince, POINTED_AT_NOTHING, TABLE_OF } from './testing/marked-province';
import { idNamesOf, pointedRequest } from './testing/pointed';
import { RowMaker } from './testing/row-maker';

const PASSWORD = 'mat-khau-dung-de-thu';
const MARK = 'KIN7F3A';
const TABLE = Object.entries(endpoints) as [string, Endpoint][];

/** Everything that a role may call: what it is permitted, what is open to every account, and what is open to all. */
const CELLS = ROLES.flatMap((role) =>
  TABLE.filter(
    ([, { permission }]) =>
      permission === 'public' ||
      permission === 'signed_in' ||
      ROLE_PERMISSIONS[role].includes(permission),
  )
    // It would end the session that the other cells need.
    .filter(([name]) => name !== 'signOut' && name !== 'signIn')
    .map(([name, endpoint]) => ({ role, name, endpoint })),
);

/**
 * Endpoints that rightly tell of a thing elsewhere, with the reason. A line here is a decision, not a convenience.
 */
const TELLS_ELSEWHERE: Readonly<Record<string, string>> = {
  listCatalogue: 'published courses are offered to the whole academy',
  listProgrammeCatalogue: 'approved programmes are offered to the whole academy',
  listLeaderCourses: 'which courses count for leaders is one list of the whole academy',
};

/** Where a scope there finds something: without these the test could not fail. */
const SURELY_FOUND = [
  'listUnits',
  'listOfficers',
  'listEnrolments',
  'listCertificates',
  'readCoverageMatrix',
  'listCoveragePeople',
  'listAudiences',
  'listAssignments',
];

/** References that a person elsewhere may make, with the reason. */
const MAY_BE_HUNG: Readonly<Record<string, string>> = {
  'enrolment.leader_path': 'which courses count for leaders is one list of the whole academy',
};

describe('every endpoint, as every role with a scope elsewhere', () => {
  let test: TestModule;
  let app: NestFastifyApplication;
  let maker: RowMaker;
  let before: Record<string, string>;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    test = await testModule(...DOMAINS);
    app = await test.http();
    maker = new RowMaker(test, MARK);
    await makeMarkedProvince(maker);
    const elsewhere = randomUUID();
    await test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, path, valid_from)
       values ($1, 'KHAC', 'Tỉnh Khác', 'province', $2, '2020-01-01')`,
      [elsewhere, elsewhere.replaceAll('-', '')],
    );
    const accounts = test.get(Accounts);
    const unitIds = { elsewhere, here: maker.id('organisation.unit') };
    for (const [where, unitId] of Object.entries(unitIds)) {
      for (const role of ROLES) {
        const username = `${role}.${where}`;
        await test.writer.write(SYSTEM, async (tx) => {
          const id = await accounts.create(tx, {
            username,
            fullName: username,
            language: 'vi',
            password: PASSWORD,
          });
          await accounts.setGrants(tx, id, [{ role, unitId }]);
        });
        cookies.set(username, await cookieOf(username));
      }
    }
    before = await maker.state();
  });
  afterAll(() => test.close());

  async function cookieOf(username: string): Promise<string> {
    const { headers, statusCode } = await app.inject({
      method: 'POST',
      url: endpoints.signIn.path,
      headers: { 'x-requested-with': 'tap-huan' },
      payload: { username, password: PASSWORD },
    });
    expect(statusCode).toBe(200);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }

  const idOf = (name: string): string | undefined => maker.made.get(TABLE_OF[name] ?? '');

  async function call(endpoint: Endpoint, who: string, all: boolean) {
    const { url, payload } = pointedRequest(endpoint, idOf, all);
    const reply = await app.inject({
      method: endpoint.method,
      url,
      headers: { 'x-requested-with': 'tap-huan', cookie: cookies.get(who) ?? '' },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: reply.statusCode, body: reply.rawPayload.toString('latin1') + reply.body };
  }

  /** What of the marked province a reply tells: its mark, or an id that is none of the asker's business. */
  function told({ status, body }: { status: number; body: string }): string[] {
    const ids = [...maker.made].filter(([, id]) => status < 400 && body.includes(id));
    const marks = body.toLowerCase().includes(MARK.toLowerCase()) ? ['mark'] : [];
    return [...marks, ...ids.map(([table]) => table)];
  }

  it('knows what every id in a request stands for', () => {
    const names = new Set(TABLE.flatMap(([, endpoint]) => idNamesOf(endpoint)));
    const known = [...Object.keys(TABLE_OF), ...POINTED_AT_NOTHING];
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(CELLS)('$role: $name finds nothing', async ({ role, name, endpoint }) => {
    for (const all of [false, true]) {
      const reply = await call(endpoint, `${role}.elsewhere`, all);
      expect(reply.status).toBeLessThan(500);
      if (!(name in TELLS_ELSEWHERE)) expect(told(reply)).toEqual([]);
    }
  });

  it('has changed nothing there, and hung nothing on it', async () => {
    const after = await maker.state();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    const unlawful = changed.filter(
      (name) => !Object.keys(MAY_BE_HUNG).some((table) => name.startsWith(`${table}.`)),
    );
    expect(unlawful).toEqual([]);
  });

  it('would have found it with a scope there', async () => {
    const found = new Set<string>();
    const reads = TABLE.filter(([, { method }]) => method === 'GET');
    for (const [name, endpoint] of reads) {
      for (const role of ROLES.filter((one: Role) => mayCall(one, endpoint))) {
        for (const all of [false, true]) {
          if (told(await call(endpoint, `${role}.here`, all)).length > 0) found.add(name);
        }
      }
    }
    const missed = SURELY_FOUND.filter((name) => !found.has(name));
    expect(missed).toEqual([]);
    expect(found.size).toBeGreaterThan(25);
  });
});

function mayCall(role: Role, { permission }: Endpoint): boolean {
  return (
    permission === 'public' ||
    permission === 'signed_in' ||
    ROLE_PERMISSIONS[role].includes(permission)
  );
}
