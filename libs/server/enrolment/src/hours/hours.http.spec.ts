/** The room where the hours ledger is put to the test: own courses, training elsewhere, HR's decisions, the year. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type HoursInput, type RequestOf } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { type Learner, School, Walk } from '../testing/school';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
const TRAINING: HoursInput = {
  source: 'external',
  contentGroup: 'job_position',
  title: 'Kỹ năng tiếp công dân',
  organiser: 'Trường Chính trị tỉnh',
  day: '2026-10-09',
  startedOn: '2026-10-05',
  hours: 3_200,
};

let test: TestModule;
let school: School;
let an: string;
let binh: string;
let hr: Browser;
let hrOfBinh: Browser;
let hrOfAll: Browser;

beforeAll(async () => {
  test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
  school = await School.found(test);
  an = await school.unit('Xã An');
  binh = await school.unit('Xã Bình');
  hr = (await school.person('hr', an)).browser;
  hrOfBinh = (await school.person('hr', binh)).browser;
  hrOfAll = (await school.person('hr', school.provinceId)).browser;
});
afterAll(() => test.close());

const evidenceOf = async (browser: Browser) => {
  const { body, problem } = await browser.upload(endpoints.uploadMyEvidence, {
    name: 'chung-chi.pdf',
    bytes: PDF,
  });
  expect(problem).toBeNull();
  return body.id;
};
const propose = async ({ browser }: Learner, change: Partial<HoursInput> = {}) => {
  const evidenceIds = [await evidenceOf(browser)];
  return browser.try(endpoints.proposeHours, { body: { ...TRAINING, evidenceIds, ...change } });
};
const ownYear = ({ browser }: Learner, year = 2026) =>
  browser.call(endpoints.readMyHours, { query: { year } });
type Decision = RequestOf<typeof endpoints.decideHours>['body'];
const decide = (browser: Browser, entryIds: string[], change: Partial<Decision> = {}) =>
  browser.try(endpoints.decideHours, { body: { entryIds, decision: 'approved', ...change } });
const record = (browser: Browser, officerIds: string[], change: Partial<HoursInput> = {}) =>
  browser.call(endpoints.recordHours, { body: { ...TRAINING, officerIds, ...change } });

describe('a completed course', () => {
  it('enters the ledger by itself, once', async () => {
    const learner = await school.learner('Nguyễn Văn Ân', an);
    const course = await school.course({ readings: 0, quizzes: 1 });
    await hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [learner.officerId], dueOn: null },
    });
    expect(await ownYear(learner)).toMatchObject({ counted: 0, missing: 4_000, entries: [] });
    const walk = await Walk.only(learner);
    await walk.take(course.lessons[0], true);
    await test.settle();
    await test.sql.rows(`select enrolment.enter_completions(null, now())`);
    expect(await ownYear(learner)).toMatchObject({
      required: 4_000,
      legalBasis: 'Nghị định 171/2025/NĐ-CP, khoản 3 Điều 16',
      counted: 800,
      missing: 3_200,
      state: 'below',
      bySource: [{ source: 'online', hours: 800 }],
      entries: [
        { automatic: true, counts: true, state: 'approved', day: '2026-11-23', hours: 800 },
      ],
    });
  });
});

describe('training elsewhere', () => {
  it('is proposed with a paper, approved by HR of the unit, and then counts', async () => {
    const learner = await school.learner('Trần Thị Bình', an);
    const { body } = await propose(learner);
    expect(await ownYear(learner)).toMatchObject({ counted: 0, proposed: 3_200 });
    const { items } = await hr.call(endpoints.listHoursEntries, { query: { search: 'tran thi' } });
    expect(items).toMatchObject([
      { id: body.id, fullName: 'Trần Thị Bình', state: 'proposed', own: false },
    ]);
    const mediaId = items[0]?.evidence[0]?.id ?? '';
    const paper = { params: { mediaId } };
    expect((await hr.try(endpoints.readHoursEvidence, paper)).bytes).toEqual(PDF);
    expect((await learner.browser.try(endpoints.readMyEvidence, paper)).bytes).toEqual(PDF);
    expect((await hrOfBinh.try(endpoints.readHoursEvidence, paper)).problem?.code).toBe(
      'not_found',
    );
    expect((await decide(hrOfBinh, [body.id])).body).toEqual({ decided: 0, skipped: 1 });
    expect((await decide(hr, [body.id])).body).toEqual({ decided: 1, skipped: 0 });
    expect((await decide(hr, [body.id])).body).toEqual({ decided: 0, skipped: 1 });
    expect(await ownYear(learner)).toMatchObject({ counted: 3_200, missing: 800, proposed: 0 });
  });

  it('is rejected with a reason only, and may be proposed again', async () => {
    const learner = await school.learner('Lê Văn Cường', an);
    const { body } = await propose(learner);
    const rejected = { decision: 'rejected' } as const;
    expect((await decide(hr, [body.id], rejected)).problem?.code).toBe('reason_missing');
    await decide(hr, [body.id], { ...rejected, reason: 'Ảnh mờ' });
    expect((await ownYear(learner)).entries).toMatchObject([
      { state: 'rejected', reason: 'Ảnh mờ', counts: false },
    ]);
    expect((await propose(learner)).status).toBe(200);
    expect((await propose(learner)).problem?.code).toBe('hours_entered_already');
  });

  it('needs a paper of one’s own, a day that is over, and days in their order', async () => {
    const learner = await school.learner('Phạm Thị Dung', an);
    const other = await school.learner('Vũ Văn Em', an);
    const foreign = await evidenceOf(other.browser);
    const codes = [];
    for (const change of [
      { evidenceIds: [] },
      { evidenceIds: [foreign] },
      { day: '2026-11-24' },
      { startedOn: '2026-10-10' },
      { hours: 810 },
    ]) {
      codes.push((await propose(learner, change)).problem?.code);
    }
    expect(codes).toEqual([
      'evidence_missing',
      'not_found',
      'hours_in_future',
      'dates_reversed',
      'validation_failed',
    ]);
    const text = { name: 'a.txt', bytes: Buffer.from('abc') };
    const { problem } = await learner.browser.upload(endpoints.uploadMyEvidence, text);
    expect(problem?.code).toBe('file_kind_not_allowed');
  });

  it('is taken back by its proposer, and by nobody else', async () => {
    const learner = await school.learner('Ngô Thị Giang', an);
    const other = await school.learner('Đỗ Văn Hải', an);
    const { body } = await propose(learner);
    const request = { params: { entryId: body.id } };
    const refused = await other.browser.try(endpoints.withdrawHours, request);
    expect(refused.problem?.code).toBe('not_found');
    await learner.browser.call(endpoints.withdrawHours, request);
    expect((await decide(hr, [body.id])).body.decided).toBe(0);
    const again = await learner.browser.try(endpoints.withdrawHours, request);
    expect(again.problem?.code).toBe('hours_entry_closed');
  });

  it('is not decided by whoever proposed it', async () => {
    const officerId = await school.officer('Bùi Thị Hoa', an);
    const { accountId, browser } = await school.person('hr', an, officerId);
    await test.sql.rows(
      `insert into identity.access_grant (account_id, role, unit_id) values ($1, 'learner', $2)`,
      [accountId, an],
    );
    test.clock.advance(60_000);
    const { body } = await propose({ officerId, accountId, browser });
    expect((await decide(browser, [body.id])).body).toEqual({ decided: 0, skipped: 1 });
    expect((await decide(hr, [body.id])).body).toEqual({ decided: 1, skipped: 0 });
  });
});

describe('the ledger of HR', () => {
  it('takes a class for many, once, inside the own scope', async () => {
    const one = await school.officer('Hồ Văn Khánh', an);
    const two = await school.officer('Mai Thị Lan', an);
    const far = await school.officer('Lý Văn Minh', binh);
    expect(await record(hr, [one, two, far])).toEqual({ entered: 2, already: 0, skipped: 1 });
    expect(await record(hr, [one, two])).toEqual({ entered: 0, already: 2, skipped: 0 });
    const [first] = await Promise.all([
      record(hr, [one], { title: 'Lớp song song' }),
      record(hr, [one], { title: 'LỚP SONG SONG' }),
    ]);
    const year = await hr.call(endpoints.readOfficerHours, {
      params: { officerId: one },
      query: { year: 2026 },
    });
    expect([first?.skipped, year.counted, year.state]).toEqual([0, 6_400, 'met']);
  });

  it('is corrected by another entry and never rubbed out', async () => {
    const officerId = await school.officer('Cao Văn Nam', an);
    await record(hr, [officerId]);
    const read = () =>
      hr.call(endpoints.readOfficerHours, { params: { officerId }, query: { year: 2026 } });
    const entryId = (await read()).entries[0]?.id ?? '';
    const body = { ...TRAINING, hours: 1_600, reason: 'Quyết định ghi 16 tiết' };
    await hr.call(endpoints.correctHours, { params: { entryId }, body });
    const corrected = await read();
    expect(corrected.counted).toBe(1_600);
    expect(corrected.entries.map(({ state }) => state).sort()).toEqual(['approved', 'replaced']);
    const again = await hr.try(endpoints.correctHours, { params: { entryId }, body });
    expect(again.problem?.code).toBe('hours_entry_closed');
    const next = corrected.entries.find(({ corrects }) => corrects === entryId)?.id ?? '';
    const request = { params: { entryId: next }, body: { reason: 'Nhập nhầm người' } };
    expect((await hrOfBinh.try(endpoints.voidHours, request)).problem?.code).toBe('not_found');
    await hr.call(endpoints.voidHours, request);
    expect((await read()).counted).toBe(0);
    await expect(
      test.sql.rows(`delete from enrolment.hours_entry where id = $1`, [entryId]),
    ).rejects.toThrow('never deleted');
    await expect(
      test.sql.rows(`update enrolment.hours_entry set hours = 25 where id = $1`, [entryId]),
    ).rejects.toThrow('corrected by another');
    await expect(
      test.sql.rows(`update enrolment.hours_entry set state = 'approved' where id = $1`, [entryId]),
    ).rejects.toThrow('does not go from');
  });

  it('counts own teaching for whoever led on that day', async () => {
    const leader = await school.officer('Trịnh Thị Oanh', an);
    const other = await school.officer('Tạ Văn Phúc', an);
    await test.sql.rows(
      `update organisation.position set leadership = 'Chủ tịch', valid_from = '2026-01-01'
        where officer_id = $1`,
      [leader],
    );
    await record(hr, [leader, other], { source: 'teaching', startedOn: null });
    const yearOf = (officerId: string) =>
      hr.call(endpoints.readOfficerHours, { params: { officerId }, query: { year: 2026 } });
    expect((await yearOf(leader)).counted).toBe(3_200);
    const others = await yearOf(other);
    expect(others.counted).toBe(0);
    expect(others.entries).toMatchObject([{ state: 'approved', counts: false }]);
  });
});

describe('the year', () => {
  it('is told by unit and by name, and nowhere beyond the scope', async () => {
    const unit = await school.unit('Xã Chín');
    const below = await school.unit('Trung tâm Chín', unit);
    const browser = (await school.person('hr', unit)).browser;
    const met = await school.officer('Kiều Văn Quân', unit);
    await school.officer('Lâm Thị Sen', below);
    const public_ = await school.officer('Nghiêm Văn Tâm', below);
    await test.sql.rows(
      `update organisation.position set staff_category = 'vien_chuc' where officer_id = $1`,
      [public_],
    );
    await record(browser, [met], { hours: 4_000 });
    const list = (query: object) =>
      browser.call(endpoints.listHours, { query: { year: 2026, ...query } });
    const names = async (query: object) =>
      (await list(query)).items.map(({ fullName }) => fullName);
    expect(await names({})).toEqual(['Lâm Thị Sen', 'Kiều Văn Quân', 'Nghiêm Văn Tâm']);
    expect(await names({ state: 'below' })).toEqual(['Lâm Thị Sen']);
    expect(await names({ state: 'met' })).toEqual(['Kiều Văn Quân']);
    expect(await names({ state: 'no_duty' })).toEqual(['Nghiêm Văn Tâm']);
    expect(await names({ staffCategory: 'vien_chuc' })).toEqual(['Nghiêm Văn Tâm']);
    expect(await names({ unitId: an })).toEqual([]);
    expect(await names({ search: 'lam thi' })).toEqual(['Lâm Thị Sen']);
    const units = await browser.call(endpoints.readHoursByUnit, { query: { year: 2026 } });
    expect(units).toMatchObject({
      unit: { unitName: 'Xã Chín', officers: 3, obliged: 2, met: 1, below: 1, counted: 4_000 },
      above: [],
      items: [{ unitName: 'Trung tâm Chín', officers: 2, obliged: 1, met: 0, below: 1 }],
    });
    const query = { year: 2026, unitId: an };
    expect((await browser.try(endpoints.readHoursByUnit, { query })).problem?.code).toBe(
      'not_found',
    );
    const params = { officerId: met };
    expect(
      (await hrOfBinh.try(endpoints.readOfficerHours, { params, query: {} })).problem?.code,
    ).toBe('not_found');
    const file = await browser.try(endpoints.exportHours, { query: { year: 2026 } });
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
    const audit = await test.sql.rows(
      `select 1 from platform.audit where action = 'hours.export' and detail->>'officers' = '3'`,
    );
    expect(audit).toHaveLength(1);
  });

  it('goes by the rule of its last day; the rule is set at the top', async () => {
    const body = {
      staffCategory: 'vien_chuc' as const,
      validFrom: '2026-07-01',
      hours: 24,
      legalBasis: 'Quy chế thử',
    };
    expect((await hr.try(endpoints.setHoursRule, { body })).problem?.code).toBe('not_permitted');
    await hrOfAll.call(endpoints.setHoursRule, { body });
    await hrOfAll.call(endpoints.setHoursRule, { body: { ...body, validFrom: '2027-01-01' } });
    const early = await hrOfAll.try(endpoints.setHoursRule, { body });
    expect(early.problem?.code).toBe('hours_rule_overlaps');
    const { items, mayChange } = await hr.call(endpoints.listHoursRules, {});
    expect(mayChange).toBe(false);
    expect(items.filter(({ staffCategory }) => staffCategory === 'vien_chuc')).toMatchObject([
      { validFrom: '2027-01-01', validTo: null },
      { validFrom: '2026-07-01', validTo: '2027-01-01', hours: 24 },
    ]);
  });
});
