/** Audiences over HTTP: saved, previewed, kept up to date by state, and seen by nobody from elsewhere. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { audienceRule, endpoints } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { School } from '../testing/school';

const rule = (part: Record<string, unknown> = {}) => audienceRule.parse(part);

describe('audiences', () => {
  let test: TestModule;
  let school: School;
  let north: string;
  let south: string;
  let hr: Browser;
  let stranger: Browser;
  let an: string;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    north = await school.unit('Xã Bắc');
    south = await school.unit('Xã Nam');
    an = await school.officer('Nguyễn Văn An', north);
    await school.officer('Trần Thị Bình', north);
    await school.officer('Lê Văn Chi', south);
    hr = (await school.person('hr', school.provinceId)).browser;
    stranger = (await school.person('hr', south)).browser;
  });
  afterAll(() => test.close());

  const create = (name: string, unitId: string, part = {}, by = hr) =>
    by.try(endpoints.createAudience, { body: { name, unitId, rule: rule(part) } });
  const preview = (unitId: string, part = {}, more = {}, by = hr) =>
    by.try(endpoints.previewAudience, { body: { unitId, rule: rule(part), ...more } });

  it('are previewed before they are saved, by name, with how many there are and in how many units', async () => {
    const { body } = await preview(school.provinceId);
    expect(body).toMatchObject({ members: 3, units: 2, total: 3 });
    expect(body.items.map(({ fullName }) => fullName)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
      'Lê Văn Chi',
    ]);
    const found = await preview(school.provinceId, {}, { search: 'binh' });
    expect(found.body).toMatchObject({ members: 3, total: 1 });
    const second = await preview(school.provinceId, {}, { page: 2, pageSize: 2 });
    expect(second.body.items).toHaveLength(1);
  });

  it('are saved, listed with their members of today, changed once at a time, and audited', async () => {
    const { body } = await create('Cán bộ Xã Bắc', school.provinceId, {
      unitIds: [north],
      include: [an],
    });
    const params = { audienceId: body.id };
    const read = await hr.call(endpoints.readAudience, { params });
    expect(read).toMatchObject({
      name: 'Cán bộ Xã Bắc',
      revision: 1,
      officers: [{ id: an, fullName: 'Nguyễn Văn An', unitName: 'Xã Bắc' }],
    });
    const listed = async () => {
      const { items } = await hr.call(endpoints.listAudiences, { query: { search: 'XÃ BẮC' } });
      return items.map(({ members }) => members);
    };
    expect(await listed()).toEqual([2]);
    await school.officer('Phạm Văn Dũng', north);
    expect(await listed()).toEqual([3]);
    const change = (revision: number) =>
      hr.try(endpoints.updateAudience, {
        params,
        body: { name: 'Cán bộ Xã Bắc', unitId: north, rule: rule({ exclude: [an] }), revision },
      });
    expect((await change(1)).body).toEqual({ revision: 2 });
    expect((await change(1)).problem?.code).toBe('stale_revision');
    expect(await listed()).toEqual([2]);
    const audit = await test.sql.rows<{ action: string }>(
      `select action from platform.audit where subject_id = $1 order by id`,
      [body.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['audience.create', 'audience.update']);
  });

  it('offer the posts that are held, each once, whatever its capitals', async () => {
    const { jobPositions } = await hr.call(endpoints.listAudienceChoices, {
      query: { unitId: school.provinceId },
    });
    expect(jobPositions).toEqual([{ value: 'Chuyên viên', officers: expect.any(Number) }]);
  });

  it('speak of one course or one programme, not of none or both', async () => {
    const completed = { courseId: null, programmeId: null, since: null, done: false };
    expect((await create('Sai', north, { completed })).problem?.code).toBe(
      'audience_completion_unclear',
    );
    expect((await preview(north, { completed })).problem?.code).toBe('audience_completion_unclear');
  });

  it('are hidden from HR of another unit, who cannot ask about units of others either', async () => {
    const { body } = await create('Riêng Xã Bắc', north);
    const params = { audienceId: body.id };
    expect((await stranger.try(endpoints.readAudience, { params })).status).toBe(404);
    expect((await stranger.call(endpoints.listAudiences, { query: {} })).items).toEqual([]);
    expect((await preview(north, {}, {}, stranger)).problem?.code).toBe('not_found');
    expect((await create('Lạ', north, {}, stranger)).problem?.code).toBe('not_found');
    const archive = { params, body: { archived: true } };
    expect((await stranger.try(endpoints.archiveAudience, archive)).status).toBe(404);
    const query = { unitId: north };
    expect((await stranger.try(endpoints.listAudienceChoices, { query })).status).toBe(404);
    // Naming somebody from elsewhere brings nobody in.
    const named = await preview(south, { include: [an] }, {}, stranger);
    expect(named.body.items.map(({ id }) => id)).not.toContain(an);
    const own = await create('Của tôi', south, { include: [an] }, stranger);
    const read = await stranger.call(endpoints.readAudience, {
      params: { audienceId: own.body.id },
    });
    expect(read.officers).toEqual([]);
  });

  it('are put away unless a running assignment uses them', async () => {
    const { body } = await create('Nhóm cũ', north);
    const put = (archived: boolean) =>
      hr.try(endpoints.archiveAudience, {
        params: { audienceId: body.id },
        body: { archived },
      });
    expect((await put(true)).status).toBe(200);
    const names = async (archived: 'true' | 'false') => {
      const { items } = await hr.call(endpoints.listAudiences, { query: { archived } });
      return items.map(({ name }) => name);
    };
    expect(await names('true')).toEqual(['Nhóm cũ']);
    expect(await names('false')).not.toContain('Nhóm cũ');
    await put(false);
    const course = await school.course({ readings: 0, quizzes: 1 });
    await test.sql.rows(
      `insert into enrolment.assignment (id, title, unit_id, audience_id, course_id, due, reason,
              state, starts_on, created_at, updated_at, search_text)
       values (gen_random_uuid(), 'Đợt', $1, $2, $3, '{"kind":"fixed","day":"2026-12-31"}', 'KH',
               'active', '2026-11-01', now(), now(), '')`,
      [north, body.id, course.id],
    );
    expect((await put(true)).problem?.code).toBe('audience_in_use');
  });
});
