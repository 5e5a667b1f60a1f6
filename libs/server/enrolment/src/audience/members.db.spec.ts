/** Who is meant by a rule, asked of the database: by unit, post, rank, leadership, appointment and what was completed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { People } from '../testing/people';

describe('the members of a rule', () => {
  let test: TestModule;
  let people: People;
  let province: string;
  let north: string;
  let northCentre: string;
  let south: string;

  beforeAll(async () => {
    test = await testModule();
    people = new People(test.sql);
    province = await people.unit('province', null);
    north = await people.unit('commune', province);
    northCentre = await people.unit('commune_service_centre', north);
    south = await people.unit('commune', province);
    await people.officer('an', northCentre, { jobPosition: 'Công chức Một cửa' });
    await people.officer('binh', north, {
      jobPosition: 'Chủ tịch UBND',
      leadership: 'Chủ tịch',
      appointedOn: '2026-03-01',
      rank: 'Chuyên viên chính',
    });
    await people.officer('chi', south, {
      jobPosition: 'công chức một cửa',
      staffCategory: 'vien_chuc',
    });
    await people.officer('dung', south, {
      jobPosition: 'Phó Chủ tịch',
      leadership: 'Phó Chủ tịch',
      appointedOn: '2024-01-01',
    });
    await people.officer('gone', south, { jobPosition: 'Công chức Một cửa', until: '2026-10-01' });
  });
  afterAll(() => test.close());

  const members = async (rule: Record<string, unknown>, scope = province): Promise<string[]> => {
    const rows = await test.sql.rows<{ id: string }>(
      `select m as id from enrolment.rule_members($1, $2) m`,
      [JSON.stringify(rule), scope],
    );
    return rows.map(({ id }) => people.nameOf(id)).toSorted();
  };

  it('are everybody present in the subtree where the rule is empty', async () => {
    expect(await members({})).toEqual(['an', 'binh', 'chi', 'dung']);
    expect(await members({}, north)).toEqual(['an', 'binh']);
    expect(await members({}, randomUUID())).toEqual([]);
  });

  it('are found by unit subtree and by unit kind', async () => {
    expect(await members({ unitIds: [north] })).toEqual(['an', 'binh']);
    expect(await members({ unitIds: [northCentre, south] })).toEqual(['an', 'chi', 'dung']);
    expect(await members({ unitKinds: ['commune'] })).toEqual(['binh', 'chi', 'dung']);
  });

  it('never lie outside of the scope, named or not', async () => {
    expect(await members({ unitIds: [south] }, north)).toEqual([]);
    expect(await members({ include: [people.id('chi')] }, north)).toEqual(['an', 'binh']);
  });

  it('are found by post, whatever its letters, rank and kind of staff', async () => {
    expect(await members({ jobPositions: ['Công chức một cửa'] })).toEqual(['an', 'chi']);
    expect(await members({ ranks: ['chuyên viên chính'] })).toEqual(['binh']);
    expect(await members({ staffCategories: ['vien_chuc'] })).toEqual(['chi']);
  });

  it('are found by leadership and by the day of appointment, bounds included', async () => {
    expect(await members({ leadership: 'leaders' })).toEqual(['binh', 'dung']);
    expect(await members({ leadership: 'others' })).toEqual(['an', 'chi']);
    expect(await members({ appointedFrom: '2026-03-01', appointedTo: null })).toEqual(['binh']);
    expect(await members({ appointedFrom: null, appointedTo: '2026-02-28' })).toEqual(['dung']);
  });

  it('are named besides the rule, and named as exceptions, which counts more', async () => {
    const [an, chi, gone] = ['an', 'chi', 'gone'].map((name) => people.id(name));
    expect(await members({ leadership: 'leaders', include: [an, gone] })).toEqual([
      'an',
      'binh',
      'dung',
    ]);
    expect(await members({ exclude: [an] })).toEqual(['binh', 'chi', 'dung']);
    expect(await members({ unitIds: [north], include: [chi], exclude: [chi] })).toEqual([
      'an',
      'binh',
    ]);
  });

  it('are found by what they have, or have not, completed since a day of Viet Nam', async () => {
    const course = await people.course(province);
    // 1 March in Ha Noi, still 28 February in Greenwich.
    await people.completed('an', course, '2026-02-28T18:00:00Z');
    await people.completed('binh', course, '2025-01-01T02:00:00Z');
    const asked = (since: string | null, done: boolean) =>
      members({ completed: { courseId: course.id, programmeId: null, since, done } });
    expect(await asked(null, true)).toEqual(['an', 'binh']);
    expect(await asked('2026-03-01', true)).toEqual(['an']);
    expect(await asked('2026-03-01', false)).toEqual(['binh', 'chi', 'dung']);
  });

  it('follow a move on the same day, without anybody telling the audience', async () => {
    const id = randomUUID();
    await test.sql.rows(
      `insert into enrolment.audience (id, name, unit_id, rule, created_at, updated_at)
       values ($1, 'Xã Bắc', $2, $3, now(), now())`,
      [id, province, JSON.stringify({ unitIds: [north] })],
    );
    const saved = async () => {
      const rows = await test.sql.rows<{ id: string }>(
        `select m as id from enrolment.audience_members($1) m`,
        [id],
      );
      return rows.map((row) => people.nameOf(row.id)).toSorted();
    };
    expect(await saved()).toEqual(['an', 'binh']);
    await people.move('chi', north, '2026-11-20');
    expect(await saved()).toEqual(['an', 'binh', 'chi']);
    await people.move('chi', south, '2026-11-21');
    expect(await saved()).toEqual(['an', 'binh']);
  });

  it('of a unit that was split are those of all its heirs', async () => {
    const old = await people.unit('commune', province);
    const [east, west] = [
      await people.unit('commune', province),
      await people.unit('commune', province),
    ];
    await people.officer('em', east, { jobPosition: 'Văn thư' });
    await people.officer('giang', west, { jobPosition: 'Văn thư' });
    await people.split(old, [east, west]);
    expect(await members({ unitIds: [old] })).toEqual(['em', 'giang']);
    expect(await members({}, old)).toEqual(['em', 'giang']);
  });
});
