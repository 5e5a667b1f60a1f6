/** The room of test builders: units, people, courses and enrolments, written as their owners would. */
import { randomUUID } from 'node:crypto';
import type { Role } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { Mail, MemoryMail } from '@tap-huan/server/platform';
import { KnownPeople, type Person, type TestModule } from '@tap-huan/server/platform/testing';

export interface TestOfficer {
  officerId: string;
  accountId: string;
  email: string | null;
  unitId: string;
}

interface OfficerShape {
  unitId: string;
  fullName?: string;
  leadership?: string;
  email?: string | null;
  account?: boolean;
}

interface EnrolShape {
  dueOn?: string | null;
  enrolledAt?: string;
  state?: 'not_started' | 'completed';
}

export class Desk {
  private serial = 0;
  constructor(readonly test: TestModule) {}

  get mail(): MemoryMail {
    return this.test.get(Mail) as MemoryMail;
  }

  async unit(name: string, parentId: string | null = null): Promise<string> {
    this.serial += 1;
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       select $1::uuid, $2, $3, $4, $5::uuid,
              (coalesce((select path::text || '.' from organisation.unit where id = $5), '')
                || replace($1::text, '-', ''))::public.ltree, '2025-07-01'`,
      [id, `U${this.serial}`, name, parentId ? 'commune' : 'province', parentId],
    );
    return id;
  }

  async officer({
    unitId,
    fullName,
    leadership,
    email,
    account = true,
  }: OfficerShape): Promise<TestOfficer> {
    this.serial += 1;
    const name = fullName ?? `Cán Bộ ${this.serial}`;
    const officerId = randomUUID();
    const address = email === undefined ? `cb${this.serial}@tap-huan.test` : email;
    const accountId = await this.account(name);
    await this.test.sql.rows(
      `insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date, email)
       values ($1, $2, $3, $4, $4, $6, '1990', $5)`,
      [officerId, account ? accountId : null, `CB${this.serial}`, name, address, fold(name)],
    );
    await this.test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, leadership, appointed_on)
       values ($1, $2, $3, 'Chuyên viên', '2025-07-01', $4, case when $4::text is null then null else date '2025-07-01' end)`,
      [randomUUID(), officerId, unitId, leadership ?? null],
    );
    return { officerId, accountId, email: address, unitId };
  }

  async account(fullName: string): Promise<string> {
    this.serial += 1;
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values ($1, $2, $3, 'x', 'vi', now(), $3, $4)`,
      [id, `nguoi-${this.serial}`, fullName, fold(fullName)],
    );
    return id;
  }

  /** Somebody with a role in a unit, signed in. */
  async signedIn(accountId: string, role: Role, unitId: string) {
    await this.test.sql.rows(
      `insert into identity.access_grant (account_id, role, unit_id) values ($1, $2, $3)`,
      [accountId, role, unitId],
    );
    const person: Person = {
      accountId,
      grants: [{ role, unitId }],
      sessionId: null,
      address: '10.0.0.1',
    };
    const people = this.test.get(KnownPeople);
    people.introduce(person);
    return people.browserOf(person, await this.test.http());
  }

  async course(title: string, unitId: string): Promise<{ courseId: string; versionId: string }> {
    this.serial += 1;
    const [bankId, courseId, versionId] = [randomUUID(), randomUUID(), randomUUID()];
    const { sql } = this.test;
    const by = await this.account('Giảng Viên');
    await sql.rows(`insert into assessment.bank (id, unit_id, name) values ($1, $2, $3)`, [
      ...[bankId, unitId, title],
    ]);
    await sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_by, created_at)
       values ($1, $2, $3, $4, $5, now())`,
      [courseId, `K${this.serial}`, unitId, bankId, by],
    );
    await sql.rows(
      `insert into learning.course_version (id, course_id, number, state, title, summary, audience, hours, content_group,
              delivery_form, legal_basis, revision, updated_at, published_at)
       values ($1, $2, 1, 'published', $3, '', '', 8, 'job_position', 'online', '[]', 1, now(), now())`,
      [versionId, courseId, title],
    );
    return { courseId, versionId };
  }

  async enrol(
    { officerId }: TestOfficer,
    { courseId, versionId }: { courseId: string; versionId: string },
    { dueOn = null, enrolledAt = '2026-10-01T02:00:00Z', state = 'not_started' }: EnrolShape = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, due_on, reason, enrolled_at,
              total_lessons, completed_at)
       values ($1, $2, $3, $4, $5, $6, 'Kế hoạch năm', $7, 1, case when $5 = 'completed' then $7::timestamptz end)`,
      [id, officerId, courseId, versionId, state, dueOn, enrolledAt],
    );
    return id;
  }

  /** Whoever was told what, as `kind: name`, in order. */
  async told(): Promise<string[]> {
    const rows = await this.test.sql.rows<{ line: string }>(
      `select m.kind || ': ' || a.full_name as line
         from notification.message m join identity.account a on a.id = m.account_id order by 1`,
    );
    return rows.map(({ line }) => line);
  }
}
