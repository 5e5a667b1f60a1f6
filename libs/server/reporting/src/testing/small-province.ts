/** The room of rows as the domains would write them, for tests of the reports: reports know their tables only. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@tap-huan/server/platform';
import type { TestModule } from '@tap-huan/server/platform/testing';

export interface Course {
  id: string;
  versionId: string;
}

export interface EnrolmentDays {
  from: string;
  due?: string | null;
  done?: string | null;
  withdrawn?: string | null;
  score?: number;
}

/** HR of some units. */
export const hrOf = (...unitIds: string[]): Actor => ({
  accountId: null,
  grants: unitIds.map((unitId) => ({ role: 'hr', unitId })),
  sessionId: null,
  address: null,
});

export class SmallProvince {
  constructor(private readonly test: TestModule) {}

  async unit(name: string, kind: string, parentId: string | null, from = '2015-01-01') {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       select $1::uuid, $1::uuid::text, $2, $3, $4::uuid,
              (case when $4::uuid is null then '' else
                (select path::text || '.' from organisation.unit where id = $4::uuid) end
               || replace($1::text, '-', ''))::public.ltree, $5::date`,
      [id, name, kind, parentId, from],
    );
    return id;
  }

  /** Ends a unit; another stands for it. */
  async merge(fromId: string, toId: string, on: string) {
    const { sql } = this.test;
    await sql.rows(`update organisation.unit set valid_to = $2 where id = $1`, [fromId, on]);
    await sql.rows(
      `insert into organisation.unit_lineage
         (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main)
       values ($1, $2, $3, 'merge', $4, 'Nghị quyết thử', true)`,
      [randomUUID(), fromId, toId, on],
    );
  }

  async officer(name: string, career: { unitId: string; from: string; to?: string | null }[]) {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
       values ($1::uuid, $1::uuid::text, $2::text, $2::text, lower($2::text), '1990')`,
      [id, name],
    );
    for (const { unitId, from, to } of career) await this.position(id, unitId, from, to ?? null);
    return id;
  }

  async position(officerId: string, unitId: string, from: string, to: string | null) {
    await this.test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to)
       values ($1, $2, $3, 'Chuyên viên', $4, $5)`,
      [randomUUID(), officerId, unitId, from, to],
    );
  }

  async course(code: string, unitId: string): Promise<Course> {
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

  async enrolment(officerId: string, course: Course, days: EnrolmentDays, occurrence = 1) {
    const id = randomUUID();
    const noon = (day: string | null | undefined) => (day ? `${day}T12:00:00+07:00` : null);
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, due_on,
              enrolled_at, completed_at, withdrawn_at, score_of_ten, done_lessons, total_lessons, occurrence)
       values ($1, $2, $3, $4,
               case when $7::timestamptz is not null then 'completed'
                    when $8::timestamptz is not null then 'withdrawn' else 'not_started' end,
               $5, $6, $7, $8, $9, 0, 3, $10)`,
      [
        id,
        officerId,
        course.id,
        course.versionId,
        days.due ?? null,
        noon(days.from),
        noon(days.done),
        noon(days.withdrawn),
        days.score ?? null,
        occurrence,
      ],
    );
    return id;
  }

  async exempt(officerId: string, courseId: string, from: string, to: string | null = null) {
    await this.test.sql.rows(
      `insert into enrolment.exemption (id, officer_id, course_id, reason, valid_from, valid_to, at)
       values ($1, $2, $3, 'Nghỉ thai sản', $4, $5, now())`,
      [randomUUID(), officerId, courseId, from, to],
    );
  }

  async audience(name: string, unitId: string, rule: Record<string, unknown>) {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into enrolment.audience (id, name, unit_id, rule, created_at, updated_at)
       values ($1, $2, $3, $4, now(), now())`,
      [id, name, unitId, JSON.stringify(rule)],
    );
    return id;
  }
}
