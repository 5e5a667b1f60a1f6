/** The room of test builders for records: a small province with a merged commune, HR in three places, and an officer. */
import { randomUUID } from 'node:crypto';
import type { Role } from '@tap-huan/contract';
import {
  type Browser,
  KnownPeople,
  KnownPeopleModule,
  type Person,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { ReportingModule } from '../reporting.module';

export interface TestCourse {
  id: string;
  versionId: string;
}

interface EnrolmentInput {
  state?: 'not_started' | 'in_progress' | 'completed' | 'withdrawn';
  /** A day; noon in Việt Nam. */
  completedOn?: string;
  enrolledOn?: string;
  dueOn?: string;
  score?: number;
}

export class RecordsWorld {
  private serial = 0;
  private constructor(readonly test: TestModule) {}

  static async found(): Promise<RecordsWorld> {
    return new RecordsWorld(await testModule(KnownPeopleModule, ReportingModule));
  }

  async unit(
    name: string,
    kind: string,
    parentId: string | null,
    days: { from?: string; to?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, place, valid_from, valid_to)
       select $1::uuid, $2, $2, $3, $4::uuid,
              (case when $4::uuid is null then '' else
                (select path::text || '.' from organisation.unit where id = $4::uuid) end
               || replace($1::text, '-', ''))::ltree,
              case when $4::uuid is null then 'Thử' end, $5::date, $6::date`,
      [id, name, kind, parentId, days.from ?? '2017-01-01', days.to ?? null],
    );
    return id;
  }

  async merged(fromId: string, toId: string, day: string): Promise<void> {
    await this.test.sql.rows(
      `insert into organisation.unit_lineage
         (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main)
       values ($1, $2, $3, 'merge', $4, '', true)`,
      [randomUUID(), fromId, toId, day],
    );
  }

  /** Somebody with a role, and the browser in which they are signed in. */
  async person(
    role: Role,
    unitId: string,
    fullName: string,
  ): Promise<Person & { browser: Browser }> {
    const accountId = randomUUID();
    this.serial += 1;
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at,
              sort_key, search_text) values ($1, $2, $3, 'x', 'vi', now(), $3, $3)`,
      [accountId, `nguoi-${this.serial}`, fullName],
    );
    await this.test.sql.rows(
      `insert into identity.access_grant (account_id, role, unit_id) values ($1, $2, $3)`,
      [accountId, role, unitId],
    );
    const actor: Person = {
      accountId,
      grants: [{ role, unitId }],
      sessionId: null,
      address: null,
    };
    const app = await this.test.http();
    const people = this.test.get(KnownPeople);
    people.introduce(actor);
    return { ...actor, browser: people.browserOf(actor, app) };
  }

  /** Positions from the first to the present one. */
  async officer(
    fullName: string,
    positions: { unitId: string; from: string; to?: string; staff?: string }[],
    accountId: string | null = null,
  ): Promise<string> {
    const id = randomUUID();
    this.serial += 1;
    await this.test.sql.rows(
      `insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text,
              birth_date) values ($1, $2, $3, $4, $5, reporting.folded($4) || ' ' || lower($3), '1990')`,
      [id, accountId, `CB${this.serial}`, fullName, fullName.split(' ').reverse().join(' ')],
    );
    for (const { unitId, from, to, staff } of positions) {
      await this.test.sql.rows(
        `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to,
                staff_category) values ($1, $2, $3, 'Chuyên viên', $4, $5, $6)`,
        [randomUUID(), id, unitId, from, to ?? null, staff ?? 'cong_chuc'],
      );
    }
    return id;
  }

  async course(
    code: string,
    unitId: string,
    hours = 8,
    group = 'job_position',
  ): Promise<TestCourse> {
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
       values ($1, $2, 1, 'published', $3, '', '', $4, $5, 'online', '[]', 1, now(), now())`,
      [versionId, id, `Khóa ${code}`, hours, group],
    );
    return { id, versionId };
  }

  async enrolment(officerId: string, course: TestCourse, input: EnrolmentInput): Promise<string> {
    const id = randomUUID();
    const state = input.state ?? 'completed';
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, due_on,
              enrolled_at, completed_at, withdrawn_at, score_of_ten, done_lessons, total_lessons)
       values ($1, $2, $3, $4, $5, $6, $7::timestamptz,
               case $5 when 'completed' then $8::timestamptz end,
               case $5 when 'withdrawn' then now() end, $9, 0, 3)`,
      [
        id,
        officerId,
        course.id,
        course.versionId,
        state,
        input.dueOn ?? null,
        `${input.enrolledOn ?? input.completedOn ?? '2026-03-01'}T02:00:00Z`,
        `${input.completedOn ?? '2026-03-01'}T05:00:00Z`,
        input.score ?? null,
      ],
    );
    await this.test.sql.rows(`select enrolment.enter_completions($1, now())`, [id]);
    return id;
  }

  /** An entry of the ledger that stands on no course. */
  async entry(
    officerId: string,
    day: string,
    hours: number,
    more: { source?: string; state?: string; corrects?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into enrolment.hours_entry (id, officer_id, day, hours, source, content_group, title,
              organiser, state, corrects, created_at)
       values ($1, $2, $3, $4, $5, 'science_digital', 'Hội thảo chuyển đổi số', 'Trường Chính trị', $6,
               $7, now())`,
      [
        id,
        officerId,
        day,
        hours,
        more.source ?? 'seminar',
        more.state ?? 'approved',
        more.corrects ?? null,
      ],
    );
    return id;
  }
}
