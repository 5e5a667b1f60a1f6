/** Units, officers and accounts as a browser sees them: signed in, within a role, within a subtree. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Endpoint,
  endpoints,
  identityEndpoints,
  organisationEndpoints,
  organisationHistoryEndpoints,
  type Role,
} from '@tap-huan/contract';
import { IdentityModule } from '@tap-huan/server/identity';
import { can } from '@tap-huan/rules';
import { Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { AccountAdminService } from './account-admin/account-admin.service';
import { OrganisationModule } from './organisation.module';
import { type SampleProvince, Sampler } from './sample-province';

@Controller()
class ForgetfulController {
  @Get('/api/forgotten')
  forgotten(): string {
    return 'a handler that names no endpoint';
  }
}
@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

const OURS: [string, Endpoint][] = Object.entries({
  ...identityEndpoints,
  ...organisationEndpoints,
  ...organisationHistoryEndpoints,
});
const GUARDED = OURS.filter(([, { permission }]) => permission !== 'public');
const ROLES: Role[] = ['learner', 'instructor', 'hr', 'administrator'];

const OWN_PASSWORD = 'Mật khẩu riêng 2026';

describe('over HTTP', () => {
  let test: TestModule;
  let app: NestFastifyApplication;
  let at: SampleProvince;
  let sample: Sampler;
  const browsers = {} as Record<Role, Browser>;

  beforeAll(async () => {
    test = await testModule(IdentityModule, OrganisationModule, ForgetfulModule);
    app = await test.http();
    sample = new Sampler(test);
    at = await sample.province();
    const administrator = await sample.actor('administrator', at.province);
    for (const role of ROLES) {
      const { temporaryPassword } = await test.get(AccountAdminService).create(administrator, {
        username: role,
        fullName: 'Trần Thị Hạnh',
        language: 'vi',
        grants: [{ role, unitId: at.communeA }],
        officerId: null,
      });
      browsers[role] = new Browser(app);
      await browsers[role].call(endpoints.signIn, {
        body: { username: role, password: temporaryPassword },
      });
      await browsers[role].call(endpoints.changePassword, {
        body: { current: temporaryPassword, next: OWN_PASSWORD },
      });
    }
  });
  afterAll(() => test.close());

  /** Calls with no body and ids of nothing: the guard answers before the schema. */
  const knock = async (browser: Browser, endpoint: Endpoint) => {
    const ids = (endpoint.path.match(/:\w+/g) ?? []).map((name) => [
      name.slice(1),
      '00000000-0000-4000-8000-000000000000',
    ]);
    return browser.try(endpoint, {
      params: Object.fromEntries(ids) as unknown,
      query: {},
      body: undefined,
    });
  };

  it('signs in with a temporary password, which opens nothing until it is changed', async () => {
    const hr = new Browser(app);
    const made = await browsers.administrator.call(endpoints.createAccount, {
      body: {
        username: 'hr.moi',
        fullName: 'Lê Thị Hoa',
        grants: [{ role: 'hr', unitId: at.communeA }],
      },
    });
    const { session } = await hr.call(endpoints.signIn, {
      body: { username: 'hr.moi', password: made.temporaryPassword },
    });
    expect(session.mustChangePassword).toBe(true);
    const page = { query: {} };
    expect((await hr.try(endpoints.listOfficers, page)).problem?.code).toBe('not_permitted');
    await hr.call(endpoints.changePassword, {
      body: { current: made.temporaryPassword, next: OWN_PASSWORD },
    });
    expect((await hr.try(endpoints.listOfficers, page)).status).toBe(200);
  });

  it('says what a role may do', async () => {
    const { session } = await browsers.hr.call(endpoints.readSession, {});
    expect(session).toMatchObject({
      username: 'hr',
      mustChangePassword: false,
      grants: [{ role: 'hr', unitId: at.communeA }],
    });
    expect(session?.permissions).toContain('officer.manage');
    expect(session?.permissions).not.toContain('account.manage');
  });

  it.each(GUARDED)('asks a visitor of %s to sign in', async (_, endpoint) => {
    expect((await knock(new Browser(app), endpoint)).problem?.code).toBe('not_signed_in');
  });

  it.each(
    GUARDED.filter(([, { permission }]) => permission !== 'signed_in').flatMap(([name, endpoint]) =>
      ROLES.map((role) => [role, name, endpoint] as const),
    ),
  )('lets %s call %s only with its permission', async (role, _, endpoint) => {
    const allowed =
      endpoint.permission !== 'public' &&
      endpoint.permission !== 'signed_in' &&
      can([{ role }], endpoint.permission);
    const { problem } = await knock(browsers[role], endpoint);
    expect(problem?.code === 'not_permitted').toBe(!allowed);
  });

  it.each(GUARDED.filter(([, { method }]) => method !== 'GET'))(
    'refuses %s from another site',
    async (_, { method, path }) => {
      const reply = await app.inject({
        method,
        url: path,
        headers: { 'x-requested-with': 'tap-huan', 'sec-fetch-site': 'cross-site' },
      });
      expect(reply.json()).toMatchObject({ code: 'cross_site_request' });
    },
  );

  it('denies a handler that names no endpoint, also to an administrator', async () => {
    const forgotten: Endpoint = {
      method: 'GET',
      path: '/api/forgotten',
      summary: '',
      permission: 'public',
      errors: [],
    };
    expect((await knock(browsers.administrator, forgotten)).problem?.code).toBe('not_permitted');
  });

  it('carries a unit and an officer from the form to the list', async () => {
    const { id: unitId } = await browsers.administrator.call(endpoints.createUnit, {
      body: {
        code: ' MOT-CUA-A ',
        name: 'Tổ Một cửa'.normalize('NFD'),
        kind: 'division',
        parentId: at.communeA,
      },
    });
    const { id } = await browsers.hr.call(endpoints.createOfficer, {
      body: {
        staffCode: 'A-1',
        fullName: ' Đào Thị Ánh '.normalize('NFD'),
        birthDate: '1991',
        jobPosition: 'Công chức Một cửa',
        unitId,
      },
    });
    const { items, total } = await browsers.hr.call(endpoints.listOfficers, {
      query: { search: 'dao thi' },
    });
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id,
        staffCode: 'A-1',
        fullName: 'Đào Thị Ánh'.normalize('NFC'),
        birthDate: '1991',
        jobPosition: 'Công chức Một cửa',
        unitId,
        unitName: 'Tổ Một cửa'.normalize('NFC'),
        accountId: null,
        rank: null,
        leadership: null,
        appointedOn: null,
        staffCategory: 'cong_chuc',
        email: null,
        phone: null,
        leftOn: null,
      },
    ]);
    const units = await browsers.hr.call(endpoints.listUnits, {});
    expect(units.items.find((unit) => unit.id === unitId)).toMatchObject({
      code: 'MOT-CUA-A',
      officers: 1,
    });
    expect((await browsers.learner.call(endpoints.listUnits, {})).items).toEqual([]);
    const page = await browsers.hr.call(endpoints.readOfficer, { params: { officerId: id } });
    expect(page).toMatchObject({ fullName: 'Đào Thị Ánh', positions: [{ unitId }], planned: [] });
    const seen = await test.sql.rows(
      `select kind, what from platform.disclosure where person_ids = array[$1::uuid]`,
      [id],
    );
    expect(seen).toEqual([{ kind: 'viewed', what: 'profile' }]);
    const taken = await browsers.hr.try(endpoints.updateOfficer, {
      params: { officerId: id },
      body: {
        staffCode: 'A-1',
        fullName: 'Đào Thị Ánh',
        birthDate: '1991',
        jobPosition: 'Công chức Một cửa',
        unitId: at.communeB,
      },
    });
    expect(taken.status).toBe(404);
    const closing = await browsers.administrator.try(endpoints.closeUnit, { params: { unitId } });
    expect(closing.problem?.code).toBe('unit_has_members');
  });

  it('ends the sessions of an account whose password is reset', async () => {
    const made = await browsers.administrator.call(endpoints.createAccount, {
      body: {
        username: 'Lan.Tran',
        fullName: 'Trần Thị Lan',
        grants: [{ role: 'instructor', unitId: at.communeA }],
      },
    });
    const lan = new Browser(app);
    const signIn = (password: string) =>
      lan.try(endpoints.signIn, { body: { username: 'lan.tran', password } });
    expect((await signIn(made.temporaryPassword)).status).toBe(200);
    const { temporaryPassword } = await browsers.administrator.call(endpoints.resetPassword, {
      params: { accountId: made.id },
    });
    expect(await lan.call(endpoints.readSession, {})).toEqual({ session: null });
    expect((await signIn(made.temporaryPassword)).status).toBe(401);
    expect((await signIn(temporaryPassword)).status).toBe(200);
    const { items } = await browsers.administrator.call(endpoints.listAccounts, {
      query: { search: 'tran thi lan' },
    });
    expect(items).toMatchObject([
      { username: 'lan.tran', lastSignInAt: '2026-11-23T02:00:00.000Z' },
    ]);
  });
});
