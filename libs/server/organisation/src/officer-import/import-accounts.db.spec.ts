/** Accounts by a staff list on a real PostgreSQL: opened for joiners, told by mail or paper once, locked for leavers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportKind } from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { type Actor, Failure, Mail, MemoryMail, SYSTEM } from '@tap-huan/server/platform';
import { Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { endpoints } from '@tap-huan/contract';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { ActivationCodes } from './activation-codes.service';
import { OfficerImportReader } from './officer-import.reader';
import { OfficerImports } from './officer-import.service';

const HEAD = 'Mã cán bộ,Họ và tên,Ngày sinh,Đơn vị,Vị trí việc làm,Email';
const NOTHING = { opened: 0, mailed: 0, waiting: 0, toHand: 0, locked: 0, unused: 0 };

describe('accounts by a staff list', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor & { accountId: string };
  let round = 0;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    await test.http();
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    at = await sample.province();
    hr = await sample.actor('hr', at.province);
    round += 1;
    mail().refuse(null);
  });

  const mail = () => test.get(Mail) as MemoryMail;
  const imports = () => test.get(OfficerImports);
  const code = (name: string) => `M${round}-${name}`;
  const detail = (id: string) => test.get(OfficerImportReader).one(hr, id);
  const checked = async (
    lines: string[],
    kind: ImportKind = 'update',
    effectiveOn = '2026-11-01',
  ) => {
    const text = [HEAD, ...lines.map(code)].join('\n');
    const id = await imports().upload(hr, at.communeA, { name: 'x.csv', bytes: Buffer.from(text) });
    await test.settle();
    const { mapping } = await detail(id);
    await imports().check(hr, id, { mapping, kind, effectiveOn });
    await test.settle();
    return id;
  };
  const apply = async (id: string, wish: object = {}) => {
    const usual = { skipWrong: false, leavers: 0, openAccounts: true, lockAccounts: false };
    await imports().apply(hr, id, { ...usual, ...wish });
    await test.settle();
    return (await detail(id)).accounts;
  };
  const draw = (id: string, again = false, actor: Actor = hr) =>
    test.get(ActivationCodes).draw(actor, id, again);
  const accountOf = (staffCode: string) =>
    test.sql.one<{ id: string; username: string; disabled: boolean; role: string; unit: string }>(
      `select a.id, a.username, a.disabled_at is not null as disabled, g.role, g.unit_id as unit
       from organisation.officer o join identity.account a on a.id = o.account_id
       left join identity.access_grant g on g.account_id = a.id where o.staff_code = $1`,
      [staffCode],
    );
  const signIn = async (username: string, password: string) =>
    (await new Browser(await test.http()).try(endpoints.signIn, { body: { username, password } }))
      .status;

  it('are shown before, and nothing is opened where nobody chose it', async () => {
    const id = await checked([
      'a,Nguyễn Văn An,1990,,Chuyên viên,an@x.vn',
      'b,Lê Bình,1991,,Văn thư,',
    ]);
    const before = { joining: 2, withMail: 1, leaving: 0, beyond: 0, mailOn: true };
    expect((await detail(id)).accounts).toEqual({ ...before, ...NOTHING });
    expect(await apply(id, { openAccounts: false })).toMatchObject({ joining: 2, ...NOTHING });
    expect((await draw(id)).items).toEqual([]);
  });

  it('are opened for joiners: a mail with a code that signs in, else a code on paper, once', async () => {
    const id = await checked([
      'a,Nguyễn Văn An,1990,,Chuyên viên,an@x.vn',
      'b,Lê Bình,1991,,Văn thư,',
    ]);
    expect(await apply(id)).toMatchObject({
      ...{ joining: 0, opened: 2, mailed: 1, waiting: 0, toHand: 1, unused: 2, locked: 0 },
    });
    const [letter] = mail().to('an@x.vn');
    const mailed = /Mã kích hoạt: (\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const an = await accountOf(code('a'));
    expect(an).toMatchObject({
      username: code('a').toLowerCase(),
      role: 'learner',
      unit: at.communeA,
    });
    expect(letter?.text).toContain(`Tên đăng nhập: ${an.username}`);
    const { items, left } = await draw(id);
    expect(left).toBe(0);
    expect(items).toMatchObject([
      { fullName: 'Lê Bình', staffCode: code('b'), unitName: 'Xã An Bình' },
    ]);
    expect((await draw(id)).items).toEqual([]);
    expect(await signIn(an.username, mailed)).toBe(200);
    expect(await signIn(items[0]?.username ?? '', items[0]?.code ?? '')).toBe(200);
    expect((await draw(id, true)).items).toEqual([]);
    const audited = await test.sql.rows<{ action: string }>(
      `select action from platform.audit where subject_id = $1 order by id`,
      [an.id],
    );
    expect(audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account_created', 'password_reset']),
    );
    const stored = await test.sql.one<{ text: string }>(
      `select (select json_agg(i) from organisation.import_account i)::text
              || (select json_agg(r) from organisation.officer_import_row r)::text
              || (select json_agg(u) from platform.audit u)::text
              || (select json_agg(e) from platform.outbox e)::text as text`,
    );
    for (const secret of [mailed, items[0]?.code ?? '-']) expect(stored.text).not.toContain(secret);
  });

  it('have codes that may be drawn anew while nobody has signed in: the old ones are void', async () => {
    const id = await checked(['a,Nguyễn Văn An,1990,,Chuyên viên,an2@x.vn']);
    await apply(id);
    const mailed = /Mã kích hoạt: (\S+)/.exec(mail().to('an2@x.vn')[0]?.text ?? '')?.[1] ?? '';
    const { items } = await draw(id, true);
    expect(await signIn(items[0]?.username ?? '', mailed)).toBe(401);
    expect(await signIn(items[0]?.username ?? '', items[0]?.code ?? '')).toBe(200);
  });

  it('go to paper where the address is refused, and wait where the server is away', async () => {
    mail().refuse('refused');
    const refused = await checked(['a,Nguyễn Văn An,1990,,Chuyên viên,nobody@x.vn']);
    expect(await apply(refused)).toMatchObject({ mailed: 0, waiting: 0, toHand: 1 });
    const away = await checked(['b,Lê Bình,1990,,Chuyên viên,binh@x.vn']);
    mail().refuse('unreachable');
    await imports().apply(hr, away, {
      skipWrong: false,
      leavers: 0,
      openAccounts: true,
      lockAccounts: false,
    });
    await test.settle().catch(() => undefined);
    expect((await detail(away)).accounts).toMatchObject({ waiting: 1, toHand: 0 });
  });

  it('have names of their own, and are not opened for those who have one', async () => {
    await test.writer.write(SYSTEM, (tx) =>
      test.get(Accounts).create(tx, {
        ...{ username: code('a').toLowerCase(), fullName: 'Người Khác', language: 'vi' },
        password: 'mat-khau-nao-do',
      }),
    );
    await apply(await checked(['a,Nguyễn Văn An,1990,,Chuyên viên,']));
    const { id, username } = await accountOf(code('a'));
    expect(username).toBe(`${code('a').toLowerCase()}-2`);
    const again = await checked(['a,Nguyễn Văn An,1990,,Văn thư,']);
    expect(await apply(again)).toMatchObject({ joining: 0, opened: 0 });
    expect((await accountOf(code('a'))).id).toBe(id);
  });

  it('that were given more rights meanwhile get no code from HR', async () => {
    const id = await checked(['a,Nguyễn Văn An,1990,,Chuyên viên,']);
    await apply(id);
    const { id: accountId } = await accountOf(code('a'));
    await test.writer.write(SYSTEM, (tx) =>
      test.get(Accounts).setGrants(tx, accountId, [{ role: 'administrator', unitId: at.province }]),
    );
    expect((await draw(id, true)).items).toEqual([]);
  });

  it('are handed out by HR of the scope only, and after the list is applied', async () => {
    const id = await checked(['a,Nguyễn Văn An,1990,,Chuyên viên,']);
    await expect(draw(id)).rejects.toEqual(new Failure('import_not_ready'));
    await apply(id);
    const other = await sample.actor('hr', at.communeB);
    await expect(draw(id, true, other)).rejects.toEqual(new Failure('not_found'));
  });

  describe('of leavers', () => {
    const join = async () => {
      await apply(
        await checked([
          'a,Nguyễn Văn An,1990,,Chuyên viên,',
          'b,Lê Bình,1991,,Văn thư,',
          'c,Trần Cường,1992,,Văn thư,',
        ]),
      );
      const [b, c] = [await accountOf(code('b')), await accountOf(code('c'))];
      const admin = { role: 'administrator' as const, unitId: at.communeA };
      await test.writer.write(SYSTEM, (tx) => test.get(Accounts).setGrants(tx, c.id, [admin]));
      return { b, c };
    };
    const stay = ['a,Nguyễn Văn An,1990,,Chuyên viên,'];

    it('are locked where HR chose so; an administrator’s is not HR’s to lock', async () => {
      const { c } = await join();
      const id = await checked(stay, 'synchronise');
      expect((await detail(id)).accounts).toMatchObject({ leaving: 1, beyond: 1 });
      expect(await apply(id, { leavers: 2, lockAccounts: true })).toMatchObject({ locked: 1 });
      expect(await accountOf(code('b'))).toMatchObject({ disabled: true });
      expect(await accountOf(code('c'))).toMatchObject({ id: c.id, disabled: false });
      expect(await accountOf(code('a'))).toMatchObject({ disabled: false });
    });

    it('stay open where HR did not, and their sessions end where it did', async () => {
      const { b } = await join();
      const open = await checked(stay, 'synchronise');
      expect(await apply(open, { leavers: 2 })).toMatchObject({ locked: 0, leaving: 1 });
      expect(await accountOf(code('b'))).toMatchObject({ disabled: false });
      await apply(await checked(['b,Lê Bình,1991,,Văn thư,'], 'update', '2026-11-10'));
      await test.sql.rows(
        `insert into identity.session (id, token_hash, account_id, created_at, expires_at, seen_at)
         values (gen_random_uuid(), 't', $1, now(), now() + interval '1 hour', now())`,
        [b.id],
      );
      await apply(await checked(stay, 'synchronise'), { leavers: 1, lockAccounts: true });
      const sessions = await test.sql.rows(`select 1 from identity.session where account_id = $1`, [
        b.id,
      ]);
      expect([(await accountOf(code('b'))).disabled, sessions]).toEqual([true, []]);
    });
  });
});
