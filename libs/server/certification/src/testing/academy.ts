/** The room of test builders: a province, its service centre, officers who complete courses, people who sign in. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { endpoints, type Role } from '@tap-huan/contract';
import { OfficerService, UnitService } from '@tap-huan/server/organisation';
import { SYSTEM, type Tx } from '@tap-huan/server/platform';
import { Browser, type TestModule } from '@tap-huan/server/platform/testing';

const PASSWORD = 'mat-khau-dung-de-thu';
let passwordHash: Promise<string> | null = null;

export interface Person {
  accountId: string;
  browser: Browser;
}

export interface TestCertificate {
  id: string;
  enrolmentId: string;
  registerNo: string;
  registerSeq: number;
  verifyCode: string;
  pdfSha256: string | null;
  issuerUnitId: string;
  snapshot: Record<string, unknown>;
}

export class Academy {
  private serial = 0;
  province = '';
  centre = '';
  communeA = '';
  communeB = '';
  courseId = '';
  private versionId = '';

  constructor(readonly test: TestModule) {}

  /** A province with a service centre, two communes and one published course. */
  static async found(test: TestModule): Promise<Academy> {
    // Modules are initialised.
    await test.http();
    const academy = new Academy(test);
    academy.province = await academy.unit('Thành phố Hồ Chí Minh', 'province', null);
    academy.centre = await academy.unit(
      'Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh',
      'provincial_service_centre',
      academy.province,
    );
    academy.communeA = await academy.unit('Phường Thủ Dầu Một', 'commune', academy.province);
    academy.communeB = await academy.unit('Xã Củ Chi', 'commune', academy.province);
    await academy.course('Văn hóa công vụ và phục vụ');
    return academy;
  }

  unit(
    name: string,
    kind: 'province' | 'provincial_service_centre' | 'commune',
    parentId: string | null,
  ): Promise<string> {
    this.serial += 1;
    return this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(UnitService).create(tx, {
        code: `U${this.serial}`,
        name,
        kind,
        parentId,
        place: kind === 'province' ? name : null,
      }),
    );
  }

  async officer(
    fullName: string,
    unitId: string,
    more: { birthDate?: string; accountId?: string } = {},
  ): Promise<string> {
    this.serial += 1;
    return this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(OfficerService).create(tx, {
        staffCode: `CB${this.serial}`,
        fullName,
        birthDate: more.birthDate ?? '1990-03-07',
        jobPosition: 'Chuyên viên',
        unitId,
        accountId: more.accountId ?? null,
      }),
    );
  }

  /** Somebody who is signed in. */
  async person(role: Role, unitId: string): Promise<Person> {
    this.serial += 1;
    const accountId = randomUUID();
    const username = `nguoi-${this.serial}`;
    passwordHash ??= hash(PASSWORD);
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at,
              sort_key, search_text)
       values ($1, $2, $2, $3, 'vi', now(), $2, $2)`,
      [accountId, username, await passwordHash],
    );
    await this.test.sql.rows(
      `insert into identity.access_grant (account_id, role, unit_id) values ($1, $2, $3)`,
      [accountId, role, unitId],
    );
    const browser = new Browser(await this.test.http());
    await browser.call(endpoints.signIn, { body: { username, password: PASSWORD } });
    return { accountId, browser };
  }

  /** A completed enrolment of an officer, without the news of it. */
  async completion(officerId: string, score: number | null = 850): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state,
              enrolled_at, started_at, completed_at, score_of_ten, done_lessons, total_lessons)
       values ($1, $2, $3, $4, 'completed', '2026-11-01T01:00:00Z', '2026-11-02T18:00:00Z',
               '2026-11-20T01:00:00Z', $5, 3, 3)`,
      [id, officerId, this.courseId, this.versionId, score],
    );
    return id;
  }

  /** Tells that an enrolment is completed. @returns the event's id */
  tell(enrolmentId: string): Promise<string> {
    return this.test.writer.write(SYSTEM, (tx: Tx) => tx.emit('CourseCompleted', { enrolmentId }));
  }

  /** An officer with an issued and stored certificate. */
  async certified(
    fullName: string,
    unitId: string,
    more: { birthDate?: string; accountId?: string } = {},
  ): Promise<TestCertificate> {
    const enrolmentId = await this.completion(await this.officer(fullName, unitId, more));
    await this.tell(enrolmentId);
    await this.test.settle();
    return this.certificateOf(enrolmentId);
  }

  certificateOf(enrolmentId: string): Promise<TestCertificate> {
    return this.test.sql.one<TestCertificate>(
      `select id, enrolment_id as "enrolmentId", register_no as "registerNo",
              register_seq as "registerSeq", verify_code as "verifyCode",
              pdf_sha256 as "pdfSha256", issuer_unit_id as "issuerUnitId", snapshot
       from certification.certificate where enrolment_id = $1`,
      [enrolmentId],
    );
  }

  /** A published course that completions from now on belong to. */
  async course(title: string): Promise<string> {
    this.serial += 1;
    const [bankId, courseId, versionId] = [randomUUID(), randomUUID(), randomUUID()];
    const { sql } = this.test;
    await sql.rows(`insert into assessment.bank (id, unit_id, name) values ($1, $2, $3)`, [
      bankId,
      this.province,
      title,
    ]);
    await sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_at)
       values ($1, $2, $3, $4, now())`,
      [courseId, `C${this.serial}`, this.province, bankId],
    );
    await sql.rows(
      `insert into learning.course_version (id, course_id, number, state, title, summary, audience,
              hours, content_group, delivery_form, legal_basis, revision, updated_at, published_at)
       values ($1, $2, 1, 'published', $3, '', '', 12, 'job_position', 'online', '[]', 1, now(), now())`,
      [versionId, courseId, title],
    );
    this.courseId = courseId;
    this.versionId = versionId;
    return courseId;
  }
}
