/** The reconciler with many officers at once (OFFICERS=100000 to measure): in seconds, and nothing at the second look. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from '../enrolment.module';
import { CompletionsModule } from '../testing/completions';
import { AssignmentService } from './assignment.service';
import { Reconciler } from './reconciler';

const OFFICERS = Number(process.env['OFFICERS'] ?? 20_000);
const UNITS = 400;
/** Generous: the machine may be busy with other things. */
const SECONDS = 120;

describe('a great many officers', () => {
  let test: TestModule;
  let assignmentId: string;
  const province = randomUUID();

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    await test.http();
    const [audienceId, courseId, bankId, versionId] = Array.from({ length: 4 }, () => randomUUID());
    const path = province.replaceAll('-', '');
    await test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, 'T', 'Tỉnh Thử', 'province', null, $2, '2020-01-01')`,
      [province, path],
    );
    await test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       select id, 'X' || n, 'Xã mẫu ' || n, 'commune', $1, ($2 || '.' || replace(id::text, '-', ''))::public.ltree,
              '2020-01-01'
         from (select gen_random_uuid() as id, n from generate_series(1, $3) n) u`,
      [province, path, UNITS],
    );
    await test.sql.rows(
      `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
       select gen_random_uuid(), 'CB' || n, 'Người mẫu ' || n, 'mẫu ' || n, 'nguoi mau ' || n, '1990'
         from generate_series(1, $1) n`,
      [OFFICERS],
    );
    await test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       select gen_random_uuid(), o.id, u.id, 'Chuyên viên', '2020-01-01'
         from (select id, row_number() over () as n from organisation.officer) o
         join (select id, row_number() over () as n from organisation.unit where kind = 'commune') u
           on u.n = 1 + o.n % $1`,
      [UNITS],
    );
    await test.sql.rows(`insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Mẫu')`, [
      bankId,
      province,
    ]);
    const [account] = await test.sql.rows<{ id: string }>(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values (gen_random_uuid(), 'mau', 'Mẫu', '', 'vi', now(), 'mau', 'mau') returning id`,
    );
    await test.sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_by, created_at)
       values ($1, 'K1', $2, $3, $4, now())`,
      [courseId, province, bankId, account?.id],
    );
    await test.sql.rows(
      `insert into learning.course_version
              (id, course_id, number, state, title, summary, audience, hours, content_group, delivery_form, legal_basis,
               revision, updated_at, published_at)
       values ($1, $2, 1, 'published', 'Mẫu', '', '', 8, 'job_position', 'online', '[]', 1, now(), now())`,
      [versionId, courseId],
    );
    await test.sql.rows(
      `insert into enrolment.audience (id, name, unit_id, rule, created_at, updated_at)
       values ($1, 'Mọi người', $2, '{}', now(), now())`,
      [audienceId, province],
    );
    await test.sql.rows(`analyze`);
    assignmentId = await test.writer.write(SYSTEM, (tx) =>
      test.get(AssignmentService).insert(tx, {
        title: 'Mọi người',
        unitId: province,
        audienceId: audienceId ?? '',
        target: { kind: 'course', id: courseId ?? '' },
        due: { kind: 'after_assignment', days: 30 },
        ...{ recurrence: null, graceDays: 0, lateDays: 30, reason: 'Đo', legalBasis: '' },
        ...{ startsOn: '2026-11-23', endsOn: null },
      }),
    );
    await test.sql.rows(`update enrolment.assignment set state = 'active' where id = $1`, [
      assignmentId,
    ]);
  }, 240_000);
  afterAll(() => test.close());

  const timed = async (): Promise<{ changed: number; seconds: number }> => {
    const begin = performance.now();
    const changed = await test.get(Reconciler).run();
    return { changed, seconds: (performance.now() - begin) / 1_000 };
  };

  it('are assigned and enrolled in one run, and then left in peace', async () => {
    const first = await timed();
    await test.sql.rows(`update enrolment.assignment set reconciled_on = null`);
    const second = await timed();
    await test.sql.rows(
      `insert into enrolment.assignment_touched (officer_id) select id from organisation.officer limit 10`,
    );
    const touched = await timed();
    process.stdout.write(
      `reconciler, ${OFFICERS} officers: first ${first.seconds.toFixed(1)} s, second ${second.seconds.toFixed(1)} s, ` +
        `ten touched ${touched.seconds.toFixed(2)} s\n`,
    );
    expect([first.changed, second.changed, touched.changed]).toEqual([OFFICERS, 0, 0]);
    const [{ enrolled }] = (await test.sql.rows(
      `select count(distinct officer_id)::int as enrolled from enrolment.enrolment where due_on = '2026-12-23'`,
    )) as [{ enrolled: number }];
    expect(enrolled).toBe(OFFICERS);
    expect(first.seconds).toBeLessThan(SECONDS);
  }, 240_000);
});
