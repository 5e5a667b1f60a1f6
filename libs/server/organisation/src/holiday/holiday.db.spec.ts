/** The working calendar on a real PostgreSQL: who changes it, and that SQL and the rule book count alike. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { type DayKind, isWorkingDay, workingDaysAfter } from '@tap-huan/rules';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { HolidayService } from './holiday.service';
import { Holidays } from './holidays.reader';

const DAY = {
  day: '2027-11-24',
  kind: 'holiday' as const,
  nameVi: 'Ngày thử',
  nameEn: 'A day',
  note: null,
};

describe('the working calendar', () => {
  let test: TestModule;
  let at: SampleProvince;
  let top: Actor;
  let commune: Actor;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    const sample = new Sampler(test);
    at = await sample.province();
    top = await sample.actor('administrator', at.province);
    commune = await sample.actor('administrator', at.communeA);
  });
  afterAll(() => test.close());

  const list = (actor: Actor) => test.get(Holidays).list(actor);
  const service = () => test.get(HolidayService);
  const calendar = async () =>
    new Map((await list(top)).items.map(({ day, kind }): [string, DayKind] => [day, kind]));

  it('ships with the eleven statutory days of three years, on weekdays or made up for', async () => {
    const { items } = await list(top);
    for (const year of ['2025', '2026', '2027']) {
      const days = items.filter(({ day }) => day.startsWith(year));
      const statutory = days.filter(
        ({ kind, nameEn }) => kind === 'holiday' && !/lieu|exchange/.test(nameEn),
      );
      expect([year, statutory.length]).toEqual([year, 11]);
      const isWeekend = ({ day }: { day: string }) => [0, 6].includes(new Date(day).getUTCDay());
      const inLieu = days.filter(({ nameEn }) => nameEn.includes('lieu'));
      expect([year, inLieu.length]).toEqual([year, statutory.filter(isWeekend).length]);
      expect(inLieu.filter(isWeekend)).toEqual([]);
      const exchanged = days.filter(({ nameEn }) => nameEn.startsWith('Day off in exchange'));
      expect(exchanged).toHaveLength(days.filter(({ kind }) => kind === 'working_swap').length);
    }
  });

  it('counts in SQL as the rule book does, from every day of three years', async () => {
    const days = await calendar();
    const rows = await test.sql.rows<{ day: string; works: boolean; lasts: string[] }>(
      `select d::date::text as day, organisation.is_working_day(d::date) as works,
              array(select organisation.working_days_after(d::date, n)::text
                    from generate_series(0, 12) n order by n) as lasts
       from generate_series('2024-12-01'::date, '2027-12-31'::date, interval '1 day') d`,
    );
    expect(rows).toHaveLength(1126);
    for (const { day, works, lasts } of rows) {
      expect([day, works]).toEqual([day, isWorkingDay(day, days)]);
      expect([day, lasts]).toEqual([day, lasts.map((_, n) => workingDaysAfter(day, n, days))]);
    }
  });

  it('leads two working days over Tết, and over a Saturday that is worked', async () => {
    const last = async (day: string) =>
      (
        await test.sql.one<{ last: string }>(
          `select organisation.working_days_after($1, 2)::text as last`,
          [day],
        )
      ).last;
    expect(await last('2026-02-13')).toBe('2026-02-24');
    expect(await last('2026-08-20')).toBe('2026-08-22');
    expect(await last('2026-08-28')).toBe('2026-09-04');
  });

  it('is changed by the administrator of the whole, with a trail', async () => {
    const id = await service().add(top, DAY);
    expect((await list(top)).items.find((one) => one.id === id)).toEqual({ id, ...DAY });
    expect((await calendar()).get(DAY.day)).toBe('holiday');
    await expect(service().add(top, DAY)).rejects.toEqual(new Failure('holiday_exists'));
    await service().remove(top, id);
    await expect(service().remove(top, id)).rejects.toEqual(new Failure('not_found'));
    const trail = await test.sql.rows<{ action: string }>(
      `select action from platform.audit where subject_id = $1 order by id`,
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['holiday_added', 'holiday_removed']);
  });

  it('is one for everybody: a commune reads it only', async () => {
    const { items, mayChange } = await list(commune);
    expect([items.length > 30, mayChange, (await list(top)).mayChange]).toEqual([
      true,
      false,
      true,
    ]);
    const denied = new Failure('not_permitted');
    await expect(service().add(commune, DAY)).rejects.toEqual(denied);
    await expect(service().remove(commune, items[0]?.id ?? '')).rejects.toEqual(denied);
  });

  it('has people work in exchange on weekends only', async () => {
    const swap = { ...DAY, kind: 'working_swap' as const };
    await expect(service().add(top, swap)).rejects.toEqual(new Failure('swap_not_on_weekend'));
    const id = await service().add(top, { ...swap, day: '2027-11-27' });
    const { works } = await test.sql.one<{ works: boolean }>(
      `select organisation.is_working_day('2027-11-27') as works`,
    );
    expect(works).toBe(true);
    await service().remove(top, id);
  });
});
