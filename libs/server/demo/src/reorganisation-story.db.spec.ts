/** The story of Bình Dương on a real PostgreSQL: 91 communes become 36, the districts end, three provinces are one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  DueReorganisations,
  OfficerService,
  OrganisationModule,
  ReorganisationService,
  UnitService,
} from '@tap-huan/server/organisation';
import { type Actor, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { beginStory, type Hands, playStory, readStory, type Story } from './reorganisation-story';

const DAY = '2025-07-01';

describe('the story of Bình Dương', () => {
  let test: TestModule;
  let told: Story;
  let ids: Map<string, string>;
  let hr: Actor;
  let officers: string[];
  let done: string[];
  let before: unknown;

  const id = (key: string) => ids.get(key) ?? '';
  /** Open units by kind, as they were on a day. */
  const kindsOn = async (day: string) =>
    Object.fromEntries(
      (
        await test.sql.rows<{ kind: string; count: number }>(
          `select kind, count(*)::int from organisation.unit_version
           where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)
           group by kind order by kind`,
          [day],
        )
      ).map(({ kind, count }) => [kind, count]),
    );
  const learning = () =>
    test.sql.rows(`select * from enrolment.enrolment order by id`).then(JSON.stringify);

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    // On the evening before the day, as it was.
    test.clock.set(new Date('2025-06-30T02:00:00Z'));
    const hands: Hands = {
      units: test.get(UnitService),
      reorganisations: test.get(ReorganisationService),
      write: (work) => test.writer.write(SYSTEM, work),
    };
    told = await readStory('binh-duong-2025.json');
    ids = await beginStory(told, hands);
    const grants = ['HCM', 'BD', 'BRVT'].map((key) => ({ role: 'hr' as const, unitId: id(key) }));
    hr = { accountId: null, sessionId: null, address: null, grants };
    officers = await staff();
    await enrol();
    before = await learning();
    done = await playStory(told, ids, hands, hr);
  });
  afterAll(() => test.close());

  /** Two officers in each of the 91 communes and one in each district. */
  async function staff(): Promise<string[]> {
    const at = told.units.filter(({ kind }) => kind === 'commune' || kind === 'district');
    return test.writer.write(SYSTEM, async (tx) => {
      const made: string[] = [];
      for (const { key, kind } of at) {
        for (let each = 0; each < (kind === 'commune' ? 2 : 1); each += 1) {
          made.push(
            await test.get(OfficerService).create(tx, {
              staffCode: `${key}-${each}`,
              fullName: `Nguyễn Văn ${key}`,
              birthDate: '1980',
              jobPosition: 'Chuyên viên',
              unitId: id(key),
              validFrom: '2017-01-01',
            }),
          );
        }
      }
      return made;
    });
  }

  /** Everybody is in the middle of one course, which a commune owns that is to end. */
  async function enrol(): Promise<void> {
    const [bank, course, version] = [randomUUID(), randomUUID(), randomUUID()];
    await test.sql.rows(
      `insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Ngân hàng')`,
      [bank, id('x01')],
    );
    await test.sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_at) values ($1, 'MC', $2, $3, now())`,
      [course, id('x01'), bank],
    );
    await test.sql.rows(
      `insert into learning.course_version
         (id, course_id, number, state, title, summary, audience, hours, content_group, delivery_form,
          legal_basis, revision, updated_at)
       values ($1, $2, 1, 'draft', 'Một cửa', '', '', 8, 'job_position', 'online', '[]', 1, now())`,
      [version, course],
    );
    await test.sql.rows(
      `insert into enrolment.enrolment
         (id, officer_id, course_id, course_version_id, state, enrolled_at, done_lessons, total_lessons, reason)
       select gen_random_uuid(), o, $2, $3, 'not_started', now(), 0, 3, 'Kế hoạch'
       from unnest($1::uuid[]) o`,
      [officers, course, version],
    );
  }

  it('begins with nine districts and ninety-one communes', async () => {
    expect(await kindsOn('2025-06-30')).toEqual({
      commune: 91,
      district: 9,
      province: 3,
      provincial_service_centre: 1,
    });
  });

  it('waits for its day, then ends with one province, no district and thirty-six communes', async () => {
    expect(await test.get(DueReorganisations).run()).toBe(0);
    test.clock.set(new Date('2025-07-01T02:00:00Z'));
    expect(await test.get(DueReorganisations).run()).toBe(done.length);
    expect(await kindsOn(DAY)).toEqual({ commune: 36, province: 1, provincial_service_centre: 1 });
    const wards = await test.sql.rows(
      `select split_part(name, ' ', 1) as kind, count(*)::int from organisation.unit
       where kind = 'commune' and valid_to is null group by 1 order by 1`,
    );
    expect(wards).toEqual([
      { kind: 'Phường', count: 24 },
      { kind: 'Xã', count: 12 },
    ]);
  });

  it('leaves the day before as it was', async () => {
    expect(await kindsOn('2025-06-30')).toMatchObject({ commune: 91, district: 9 });
  });

  it('has every commune right below Ho Chi Minh City, the unchanged one among them', async () => {
    const rows = await test.sql.rows<{ parent: string; count: number }>(
      `select parent_id as parent, count(*)::int from organisation.unit
       where kind = 'commune' and valid_to is null group by 1`,
    );
    expect(rows).toEqual([{ parent: id('HCM'), count: 36 }]);
    const thoiHoa = told.units.find(({ name }) => name === 'Phường Thới Hòa');
    expect(
      await test.sql.one(
        `select valid_from::text as since, valid_to from organisation.unit where id = $1`,
        [id(thoiHoa?.key ?? '')],
      ),
    ).toEqual({ since: '2017-01-01', valid_to: null });
  });

  it('leads from what was split to its main part, and from a district to the city', async () => {
    const successor = async (key: string) =>
      (
        await test.sql.one<{ name: string | null }>(
          `select (select name from organisation.unit where id = organisation.main_successor($1)) as name`,
          [id(key)],
        )
      ).name;
    const keyOf = (name: string) => told.units.find((unit) => unit.name === name)?.key ?? '';
    expect(await successor(keyOf('Phường Hiệp Thành'))).toBe('Phường Thủ Dầu Một');
    expect(await successor(keyOf('Phường Hiệp An'))).toBe('Phường Phú An');
    expect(await successor(keyOf('Xã Phú An'))).toBe('Phường Phú An');
    expect(await successor('TDM')).toBe('Thành phố Hồ Chí Minh');
    expect(await successor('BD')).toBe('Thành phố Hồ Chí Minh');
  });

  it('loses nobody: each officer has one open position in an open unit, and the old one before it', async () => {
    const rows = await test.sql.rows<{ open: number; all: number; alive: boolean; gap: boolean }>(
      `select count(*) filter (where p.valid_to is null)::int as open, count(*)::int as all,
              bool_and(u.valid_to is null) filter (where p.valid_to is null) as alive,
              min(p.valid_to) is distinct from max(p.valid_from) filter (where p.valid_to is null) as gap
       from organisation.position p join organisation.unit u on u.id = p.unit_id
       where p.officer_id = any($1::uuid[]) group by p.officer_id`,
      [officers],
    );
    expect(rows).toHaveLength(officers.length);
    // The two of Thới Hòa stay where they are; those of districts go to the province, and on with it the same day.
    expect(rows.filter(({ open, alive }) => open !== 1 || !alive)).toEqual([]);
    expect(rows.filter(({ all }) => all === 1)).toHaveLength(2);
    expect(rows.filter(({ all, gap }) => all === 2 && gap)).toEqual([]);
  });

  it('loses no enrolment, and the course of an ended commune lies in the scope of its successor', async () => {
    expect(await learning()).toBe(before);
    expect(
      await test.sql.one(
        `select bool_and(organisation.in_scope(unit_id, $1::uuid[])) as yes from learning.course`,
        [[id('HCM')]],
      ),
    ).toEqual({ yes: true });
  });

  it('sends nothing to anybody', async () => {
    expect(await test.sql.rows(`select event from platform.outbox`)).toEqual([]);
  });

  it('can be taken back on its day, last first, to the very tree of the day before', async () => {
    const service = test.get(ReorganisationService);
    for (const each of done.toReversed()) await service.undo(hr, each);
    expect(await kindsOn(DAY)).toMatchObject({ commune: 91, district: 9, province: 3 });
    expect(await test.sql.rows(`select id from organisation.unit_lineage`)).toEqual([]);
    expect(await learning()).toBe(before);
  });
});
