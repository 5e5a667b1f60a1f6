/** The coverage matrix on small trees, checked by hand, and against plain SQL on many drawn at random. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoverageMatrix, CoverageView } from '@tap-huan/contract';
import { COVERAGE_WIDTH, coverageAt } from '@tap-huan/rules';
import type { Actor } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { ReportingModule } from '../reporting.module';
import { type Course, hrOf, SmallProvince } from '../testing/small-province';
import { CoverageStore } from './coverage-store';
import { MatrixReader } from './matrix.reader';
import { PeopleReader } from './people.reader';

type Query = Partial<CoverageView>;
const viewOf = (query: Query): CoverageView => ({
  by: 'then',
  rule: 'assigned',
  percent: 100,
  ...query,
});

/** Persons by state: done, due, overdue, exempt. */
function personsIn(matrix: CoverageMatrix, name: string, code?: string) {
  const unit = matrix.units.find((one) => one.name === name);
  if (!unit) return null;
  const place = code ? matrix.subjects.findIndex((subject) => subject.code === code) + 1 : 0;
  const { done, due, overdue, exempt } = coverageAt(unit.figures, place).persons;
  return [done, due, overdue, exempt];
}

describe('the coverage matrix', () => {
  let test: TestModule;
  let make: SmallProvince;
  let province: string;
  let old: string;
  let commune: string;
  let other: string;
  let first: Course;
  let second: Course;
  const officers: Record<string, string> = {};

  const matrix = (actor: Actor, query: Query = {}) =>
    test.get(MatrixReader).matrix(actor, viewOf(query));
  const people = (actor: Actor, unitId: string, query: Record<string, unknown> = {}) =>
    test
      .get(PeopleReader)
      .people(actor, { ...viewOf({}), unitId, ...query }, { at: 0, size: null });

  beforeAll(async () => {
    test = await testModule(ReportingModule);
    make = new SmallProvince(test);
    province = await make.unit('Tỉnh', 'province', null);
    commune = await make.unit('Xã An', 'commune', province);
    const centre = await make.unit('Trung tâm An', 'commune_service_centre', commune);
    other = await make.unit('Xã Bình', 'commune', province);
    old = await make.unit('Xã Cũ', 'commune', province);
    first = await make.course('K1', province);
    second = await make.course('K2', province);
    officers['a'] = await make.officer('a', [{ unitId: commune, from: '2020-01-01' }]);
    officers['b'] = await make.officer('b', [{ unitId: centre, from: '2020-01-01' }]);
    // Served in the old commune until it went into Xã An.
    officers['c'] = await make.officer('c', [
      { unitId: old, from: '2020-01-01', to: '2025-07-01' },
      { unitId: commune, from: '2025-07-01' },
    ]);
    // Left the old commune for Xã Bình before.
    officers['d'] = await make.officer('d', [
      { unitId: old, from: '2020-01-01', to: '2024-01-01' },
      { unitId: other, from: '2024-01-01' },
    ]);
    await make.merge(old, commune, '2025-07-01');
    await make.enrolment(officers['a'], first, {
      from: '2023-01-10',
      due: '2023-06-30',
      done: '2023-09-15',
      score: 850,
    });
    await make.enrolment(officers['a'], second, { from: '2026-11-01', due: '2026-12-31' });
    await make.enrolment(officers['b'], first, { from: '2023-01-10', done: '2023-02-01' });
    await make.enrolment(officers['c'], first, { from: '2023-01-10', due: '2023-06-30' });
    await make.enrolment(officers['d'], first, { from: '2023-01-10', withdrawn: '2023-03-01' });
    await make.enrolment(officers['d'], second, { from: '2026-01-01', due: '2026-02-01' });
    await make.exempt(officers['d'], second.id, '2026-03-01', '2026-03-31');
  });
  afterAll(() => test.close());

  it('counts persons and enrolments by state, added up over the tree', async () => {
    const seen = await matrix(hrOf(province));
    expect(seen.asOf).toBe('2026-11-23');
    expect(seen.subjects.map(({ code }) => code)).toEqual(['K1', 'K2']);
    expect(seen.units.map(({ name, officers: all }) => [name, all])).toEqual([
      ['Tỉnh', 4],
      ['Xã An', 3],
      ['Trung tâm An', 1],
      ['Xã Bình', 1],
    ]);
    expect(personsIn(seen, 'Xã An', 'K1')).toEqual([2, 0, 1, 0]);
    expect(personsIn(seen, 'Xã An', 'K2')).toEqual([0, 1, 0, 0]);
    // Officer a is done in one and has another to do: as a person, to do.
    expect(personsIn(seen, 'Xã An')).toEqual([1, 1, 1, 0]);
    expect(coverageAt(seen.units[0]?.figures ?? [], 0).enrolments).toEqual({
      done: 2,
      due: 1,
      overdue: 2,
      exempt: 0,
    });
    expect(seen.communes).toEqual({ covered: 0, behind: 2, none: 0 });
  });

  it('is of any day: what was due then, who served where, which units there were', async () => {
    const then = await matrix(hrOf(province), { asOf: '2023-07-01' });
    expect(personsIn(then, 'Xã An', 'K1')).toEqual([1, 0, 1, 0]);
    expect(personsIn(then, 'Xã Cũ', 'K1')).toEqual([0, 0, 1, 0]);
    expect(personsIn(await matrix(hrOf(province), { asOf: '2023-02-15' }), 'Xã Cũ')).toEqual([
      0, 2, 0, 0,
    ]);
    expect(personsIn(await matrix(hrOf(province), { asOf: '2023-06-30' }), 'Xã Cũ')).toEqual([
      0, 1, 0, 0,
    ]);
    const excused = await matrix(hrOf(province), { asOf: '2026-03-31' });
    expect(personsIn(excused, 'Xã Bình')).toEqual([0, 0, 0, 1]);
    const after = await matrix(hrOf(province), { asOf: '2026-04-01' });
    expect(personsIn(after, 'Xã Bình')).toEqual([0, 0, 1, 0]);
  });

  it('counts officers of a former unit under the one that stands for it today', async () => {
    const now = await matrix(hrOf(province), { asOf: '2023-07-01', by: 'now' });
    expect(now.units.map(({ name }) => name)).not.toContain('Xã Cũ');
    expect(personsIn(now, 'Xã An', 'K1')).toEqual([1, 0, 2, 0]);
    expect(now.units.find(({ name }) => name === 'Xã An')?.officers).toBe(4);
  });

  it('shows the own subtree as of today, with what went into it, and nothing else', async () => {
    const own = await matrix(hrOf(commune), { asOf: '2023-07-01' });
    expect(own.units.map(({ name, parentId }) => [name, parentId === null])).toEqual([
      ['Xã An', true],
      ['Trung tâm An', false],
      ['Xã Cũ', true],
    ]);
    expect((await matrix(hrOf(other))).units.map(({ name }) => name)).toEqual(['Xã Bình']);
    expect((await matrix(hrOf())).units).toEqual([]);
    await expect(people(hrOf(other), commune)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says by which rule a unit is covered', async () => {
    const one = await matrix(hrOf(province), { subjects: first.id, percent: 60 });
    const verdicts = Object.fromEntries(one.units.map(({ name, verdict }) => [name, verdict]));
    expect(verdicts).toEqual({
      Tỉnh: 'covered',
      'Xã An': 'covered',
      'Trung tâm An': 'covered',
      'Xã Bình': 'none',
    });
    const strict = await matrix(hrOf(province), { subjects: first.id, rule: 'everyone' });
    expect(strict.communes).toEqual({ covered: 0, behind: 2, none: 0 });
  });

  it('looks at an audience, and at one of the own scope only', async () => {
    const id = await make.audience('Xã An', commune, { unitIds: [], leadership: 'any' });
    const seen = await matrix(hrOf(province), { audienceId: id });
    expect(seen.units[0]?.officers).toBe(3);
    await expect(matrix(hrOf(other), { audienceId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('names the people behind a cell, those who serve elsewhere by now only counted', async () => {
    const overdue = await people(hrOf(province), commune, { state: 'overdue' });
    expect(overdue.found.map(({ fullName, courseCode }) => [fullName, courseCode])).toEqual([
      ['c', 'K1'],
    ]);
    const done = await people(hrOf(province), province, { state: 'done', subjectId: first.id });
    expect(done.found).toMatchObject([
      {
        fullName: 'a',
        enrolledOn: '2023-01-10',
        dueOn: '2023-06-30',
        doneOn: '2023-09-15',
        scoreOfTen: 850,
      },
      { fullName: 'b', unitName: 'Trung tâm An', dueOn: null },
    ]);
    const then = await people(hrOf(commune), old, { asOf: '2023-02-15' });
    expect([
      then.found.map(({ fullName, unitName }) => [fullName, unitName]),
      then.elsewhere,
    ]).toEqual([[['c', 'Xã Cũ']], 1]);
    const left = await people(hrOf(province), province, { state: 'left' });
    expect(left.found.map(({ fullName, state }) => [fullName, state])).toEqual([
      ['a', 'due'],
      ['c', 'overdue'],
      ['d', 'overdue'],
    ]);
    const searched = await people(hrOf(province), province, { search: 'B' });
    expect(searched.found.map(({ fullName }) => fullName)).toEqual(['b']);
  });

  it('sees every change at once, also one that was begun before an earlier look', async () => {
    const officer = await make.officer('e', [{ unitId: other, from: '2026-01-01' }]);
    const look = async () =>
      personsIn(await matrix(hrOf(other), { subjects: first.id }), 'Xã Bình');
    expect(await look()).toEqual([0, 0, 0, 0]);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    let inserted = (): void => undefined;
    const begun = new Promise<void>((done) => (inserted = done));
    const slow = test.writer.write(hrOf(other), async (tx) => {
      await tx.rows(
        `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, enrolled_at, total_lessons)
         values (gen_random_uuid(), $1, $2, $3, $4, 3)`,
        [officer, first.id, first.versionId, test.clock.now()],
      );
      inserted();
      await held;
    });
    await begun;
    // A later change is committed and seen first.
    await make.officer('f', [{ unitId: other, from: '2026-01-01' }]);
    expect(await look()).toEqual([0, 0, 0, 0]);
    release();
    await slow;
    expect(await look()).toEqual([0, 1, 0, 0]);
    await test.sql.rows(
      `update enrolment.enrolment set state = 'completed', completed_at = $2 where officer_id = $1`,
      [officer, test.clock.now()],
    );
    expect(await look()).toEqual([1, 0, 0, 0]);
  });

  it('forgets only what is a day old', async () => {
    await test.get(CoverageStore).prune();
    const [{ lines }] = (await test.sql.rows(
      `select count(*)::int as lines from reporting.coverage_change`,
    )) as [{ lines: number }];
    expect(lines).toBeGreaterThan(0);
  });

  describe('with a hundred officers drawn at random', () => {
    let units: string[];
    let courses: Course[];
    let root: string;
    // A small generator with a fixed seed: a failure can be repeated.
    let seed = 20_261_123;
    const draw = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const dayOf = (offset: number) =>
      new Date(Date.parse('2024-01-01') + offset * 86_400_000).toISOString().slice(0, 10);

    beforeAll(async () => {
      root = await make.unit('Gốc', 'province', null);
      units = [root];
      for (let at = 0; at < 12; at++) {
        units.push(await make.unit(`Đơn vị ${at}`, 'division', units[draw(units.length)] ?? root));
      }
      courses = [first, second, await make.course('K3', root)];
      for (let at = 0; at < 100; at++) {
        const moved = draw(900) + 1;
        const [from, to] = [units[draw(13)] ?? root, units[draw(13)] ?? root];
        const officer = await make.officer(`o${at}`, [
          { unitId: from, from: '2020-01-01', to: dayOf(moved) },
          { unitId: to, from: dayOf(moved), to: draw(5) === 0 ? dayOf(moved + 100) : null },
        ]);
        for (const course of courses.filter(() => draw(2) === 0)) {
          const start = draw(800);
          const kind = draw(3);
          await make.enrolment(officer, course, {
            from: dayOf(start),
            due: draw(2) === 0 ? dayOf(start + draw(200)) : null,
            done: kind === 0 ? dayOf(start + draw(250)) : null,
            withdrawn: kind === 1 ? dayOf(start + draw(250)) : null,
          });
          if (draw(4) === 0) await make.exempt(officer, course.id, dayOf(start), dayOf(start + 90));
        }
      }
    });

    /** $1 the day. Persons of each unit and below it, by course and state, said once more in plain SQL. */
    const PLAIN = `
      with stands as (
        select p.officer_id, p.unit_id, c.id as course_id,
               (select case when (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1 then 'done'
                            when e.due_on < $1 then 'overdue' else 'due' end
                  from enrolment.enrolment e
                 where e.officer_id = p.officer_id and e.course_id = c.id
                   and (e.enrolled_at at time zone 'Asia/Ho_Chi_Minh')::date <= $1
                   and ((e.withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date > $1 or e.withdrawn_at is null)
               ) as state,
               exists (select 1 from enrolment.exemption x
                        where x.officer_id = p.officer_id and x.course_id = c.id
                          and $1 between x.valid_from and x.valid_to) as excused
          from organisation.position p, learning.course c
         where p.valid_from <= $1 and (p.valid_to is null or p.valid_to > $1)
      )
      select top.id || '/' || s.course_id || '/' ||
             case when excused and state is distinct from 'done' then 'exempt' else state end as cell,
             count(*)::int as persons
        from stands s
        join organisation.unit below on below.id = s.unit_id
        join organisation.unit top on below.path <@ top.path
       where top.id in (select organisation.units_in(array[$2::uuid])) and (state is not null or excused)
       group by 1 order by 1`;

    it.each(['2024-02-01', '2024-09-17', '2025-04-30', '2026-01-01', '2026-11-23'])(
      'says of %s what plain SQL says',
      async (asOf) => {
        const plain = await test.sql.rows<{ cell: string; persons: number }>(PLAIN, [asOf, root]);
        const seen = await matrix(hrOf(root), {
          asOf,
          subjects: courses.map(({ id }) => id).join(),
        });
        const cells = seen.units.flatMap(({ id, figures }) =>
          seen.subjects.flatMap((subject, at) =>
            Object.entries(coverageAt(figures, at + 1).persons)
              .filter(([, persons]) => persons > 0)
              .map(([state, persons]) => ({ cell: `${id}/${subject.id}/${state}`, persons })),
          ),
        );
        const sorted = cells.toSorted((a, b) => (a.cell < b.cell ? -1 : 1));
        expect(sorted).toEqual(plain.toSorted((a, b) => (a.cell < b.cell ? -1 : 1)));
        expect(plain.length).toBeGreaterThan(10);
        const lengths = new Set(seen.units.map(({ figures }) => figures.length));
        expect([...lengths].every((length) => length % COVERAGE_WIDTH === 0)).toBe(true);
      },
    );

    it('says the same after many changes, one by one, as when it is read anew', async () => {
      await test.sql.rows(
        `update enrolment.enrolment set due_on = due_on + 40 where extract(day from enrolled_at)::int % 2 = 0`,
      );
      await test.sql.rows(
        `update organisation.officer set sort_key = 'z' || sort_key where full_name like 'o1%'`,
      );
      const kept = await matrix(hrOf(root), { asOf: '2025-04-30' });
      const anew = await testAnew();
      expect(kept).toEqual(anew);
      async function testAnew() {
        const store = test.get(CoverageStore) as unknown as { columns: null };
        store.columns = null;
        return matrix(hrOf(root), { asOf: '2025-04-30' });
      }
    });
  });
});
