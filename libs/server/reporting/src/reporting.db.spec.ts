/** The figures of the reports on a small tree, checked by hand. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { CoverageReader } from './coverage.reader';
import { OverviewReader } from './overview.reader';
import { ReportingModule } from './reporting.module';

type State = 'not_started' | 'in_progress' | 'completed' | 'withdrawn';

/** Rows as the domains would write them; reports know their tables only. */
class Builder {
  constructor(private readonly test: TestModule) {}

  async unit(name: string, kind: string, parentId: string | null, closedOn: string | null = null) {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from, valid_to)
       select $1::uuid, $2, $2, $3, $4::uuid,
              (case when $4::uuid is null then '' else
                (select path::text || '.' from organisation.unit where id = $4::uuid) end
               || replace($1::text, '-', ''))::ltree, '2025-07-01', $5::date`,
      [id, name, kind, parentId, closedOn],
    );
    return id;
  }

  async officer(staffCode: string, unitId: string, leftOn: string | null = null) {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
       values ($1, $2, $2, $2, $2, '1990')`,
      [id, staffCode],
    );
    await this.test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to)
       values ($1, $2, $3, 'Chuyên viên', '2025-07-01', $4)`,
      [randomUUID(), id, unitId, leftOn],
    );
    return id;
  }

  async course(code: string, unitId: string) {
    const [id, bankId, versionId] = [randomUUID(), randomUUID(), randomUUID()];
    const { sql } = this.test;
    await sql.rows(`insert into assessment.bank (id, unit_id, name) values ($1, $2, $3)`, [
      bankId,
      unitId,
      code,
    ]);
    await sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_at)
       values ($1, $2, $3, $4, now())`,
      [id, code, unitId, bankId],
    );
    await sql.rows(
      `insert into learning.course_version (id, course_id, number, state, title, summary, audience,
              hours, content_group, delivery_form, legal_basis, revision, updated_at, published_at)
       values ($1, $2, 1, 'published', $3, '', '', 8, 'job_position', 'online', '[]', 1, now(), now())`,
      [versionId, id, `Khóa ${code}`],
    );
    return { id, versionId };
  }

  async enrolment(
    officerId: string,
    course: { id: string; versionId: string },
    state: State,
    more: { dueOn?: string; score?: number } = {},
  ) {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, due_on,
              enrolled_at, completed_at, withdrawn_at, score_of_ten, done_lessons, total_lessons)
       values ($1, $2, $3, $4, $5, $6, now(), case $5 when 'completed' then now() end,
               case $5 when 'withdrawn' then now() end, $7, 0, 3)`,
      [id, officerId, course.id, course.versionId, state, more.dueOn ?? null, more.score ?? null],
    );
    return id;
  }

  async certificate(
    enrolmentId: string,
    unitId: string,
    state: 'issued' | 'replaced' | 'revoked',
    number: number,
  ) {
    await this.test.sql.rows(
      `insert into certification.certificate (id, enrolment_id, officer_id, course_id, unit_id,
              issuer_unit_id, register_year, register_seq, register_no, verify_code, state, snapshot,
              search_text, issued_on, issued_at)
       select $1, e.id, e.officer_id, e.course_id, $3, $3, 2026, $5, $6, $6, $4, '{}', '',
              '2026-11-23', now()
         from enrolment.enrolment e where e.id = $2`,
      [randomUUID(), enrolmentId, unitId, state, number, String(number)],
    );
  }
}

const hrOf = (...unitIds: string[]): Actor => ({
  accountId: randomUUID(),
  grants: unitIds.map((unitId) => ({ role: 'hr', unitId })),
  sessionId: null,
  address: null,
});

describe('reports', () => {
  let test: TestModule;
  let province: string;
  let communeA: string;
  let communeB: string;
  let first: { id: string; versionId: string };
  let second: { id: string; versionId: string };

  beforeAll(async () => {
    test = await testModule(ReportingModule);
    const make = new Builder(test);
    province = await make.unit('Tỉnh', 'province', null);
    const department = await make.unit('Sở Nội vụ', 'department', province);
    communeA = await make.unit('Xã An', 'commune', province);
    const centreA = await make.unit('Trung tâm An', 'commune_service_centre', communeA);
    communeB = await make.unit('Xã Bình', 'commune', province);
    await make.unit('Xã Chi', 'commune', province);
    await make.unit('Xã Đã giải thể', 'commune', province, '2026-01-01');
    first = await make.course('K1', province);
    second = await make.course('K2', province);

    const [a1, a2, a3] = [
      await make.officer('a1', communeA),
      await make.officer('a2', communeA),
      await make.officer('a3', centreA),
    ];
    const done = [
      await make.enrolment(a1, first, 'completed', { score: 900 }),
      await make.enrolment(a1, second, 'completed', { score: 800, dueOn: '2026-11-01' }),
      await make.enrolment(a2, first, 'completed', { score: 700 }),
    ];
    await make.certificate(done[0] ?? '', communeA, 'issued', 1);
    await make.certificate(done[1] ?? '', communeA, 'revoked', 2);
    await make.certificate(done[2] ?? '', communeB, 'issued', 3);
    await make.enrolment(a3, first, 'completed', { score: 600 });

    const b1 = await make.officer('b1', communeB);
    await make.enrolment(b1, first, 'not_started', { dueOn: '2026-11-22' });
    await make.enrolment(b1, second, 'withdrawn', { dueOn: '2026-11-01' });
    await make.officer('b2', communeB);

    const d1 = await make.officer('d1', department);
    await make.enrolment(d1, first, 'in_progress', { dueOn: '2026-11-23', score: 1000 });

    const gone = await make.officer('gone', communeA, '2026-06-01');
    await make.enrolment(gone, first, 'not_started', { dueOn: '2026-11-01' });
  });
  afterAll(() => test.close());

  const coverage = async (actor: Actor, courseId: string | null = null) => {
    const { items } = await test.get(CoverageReader).coverage(actor, courseId);
    return items;
  };
  const figures = (row: Awaited<ReturnType<typeof coverage>>[number] | undefined) =>
    row && [
      row.officers,
      row.persons,
      row.enrolments,
      row.completed,
      row.inProgress,
      row.notStarted,
      row.overdue,
      row.covered,
    ];

  it('adds up officers, persons and enrolments over every subtree', async () => {
    const rows = await coverage(hrOf(province));
    expect(Object.fromEntries(rows.map((row) => [row.unitName, figures(row)]))).toEqual({
      // officers, persons, enrolments, completed, in progress, not started, overdue, covered
      Tỉnh: [6, 5, 6, 4, 1, 1, 1, false],
      'Sở Nội vụ': [1, 1, 1, 0, 1, 0, 0, false],
      'Xã An': [3, 3, 4, 4, 0, 0, 0, true],
      'Trung tâm An': [1, 1, 1, 1, 0, 0, 0, true],
      'Xã Bình': [2, 1, 1, 0, 0, 1, 1, false],
      'Xã Chi': [0, 0, 0, 0, 0, 0, 0, false],
    });
    expect(rows[0]?.unitName).toBe('Tỉnh');
    expect(rows.at(-1)).toMatchObject({ unitName: 'Trung tâm An', parentId: communeA });
  });

  it('looks at one course alone', async () => {
    const rows = await coverage(hrOf(province), second.id);
    expect(figures(rows.find(({ unitId }) => unitId === province))).toEqual([
      6,
      1,
      1,
      1,
      0,
      0,
      0,
      true,
    ]);
    // The withdrawn enrolment counts nowhere.
    expect(figures(rows.find(({ unitId }) => unitId === communeB))).toEqual([
      2,
      0,
      0,
      0,
      0,
      0,
      0,
      false,
    ]);
  });

  it('shows the own subtree only, whose top has no parent', async () => {
    const rows = await coverage(hrOf(communeA));
    expect(rows.map((row) => [row.unitName, row.parentId])).toEqual([
      ['Xã An', null],
      ['Trung tâm An', communeA],
    ]);
    expect(await coverage({ ...hrOf(), grants: [{ role: 'learner', unitId: province }] })).toEqual(
      [],
    );
  });

  it('says where HR is not at 100 %', async () => {
    const overview = await test.get(OverviewReader).overview(hrOf(province));
    expect(overview).toEqual({
      unitName: 'Tỉnh',
      officers: 6,
      persons: 5,
      enrolments: 6,
      completed: 4,
      overdue: 1,
      certificates: 2,
      communes: { covered: 1, total: 3 },
      courses: [
        // (900 + 700 + 600) / 3
        {
          courseId: first.id,
          code: 'K1',
          title: 'Khóa K1',
          enrolments: 5,
          completed: 3,
          overdue: 1,
          meanScoreOfTen: 733,
        },
        {
          courseId: second.id,
          code: 'K2',
          title: 'Khóa K2',
          enrolments: 1,
          completed: 1,
          overdue: 0,
          meanScoreOfTen: 800,
        },
      ],
    });
  });

  it('counts nobody twice where scopes overlap', async () => {
    const overview = await test.get(OverviewReader).overview(hrOf(communeA, province, communeB));
    expect(overview).toMatchObject({
      unitName: 'Tỉnh',
      officers: 6,
      enrolments: 6,
      certificates: 2,
    });
    const two = await test.get(OverviewReader).overview(hrOf(communeB, communeA));
    expect(two).toMatchObject({
      unitName: 'Xã An, Xã Bình',
      officers: 5,
      enrolments: 5,
      certificates: 2,
    });
  });

  it('turns overdue at midnight in Vietnam', async () => {
    const overdueOfB = async () =>
      (await coverage(hrOf(communeB))).find(({ unitId }) => unitId === communeB)?.overdue;
    const before = test.clock.now();
    test.clock.set(new Date('2026-11-22T23:30:00+07:00'));
    expect(await overdueOfB()).toBe(0);
    test.clock.set(new Date('2026-11-23T00:30:00+07:00'));
    expect(await overdueOfB()).toBe(1);
    test.clock.set(before);
  });
});
