/** The room of test builders: a small province with people who sign in and courses that they take. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import {
  type CourseMeta,
  endpoints,
  type OutputOf,
  type QuizSettings,
  type Role,
} from '@tap-huan/contract';
import { USUAL_SETTINGS, usualSection } from '@tap-huan/server/assessment';
import { OfficerService, UnitService } from '@tap-huan/server/organisation';
import { SYSTEM } from '@tap-huan/server/platform';
import { Browser, type TestModule } from '@tap-huan/server/platform/testing';

export interface Learner {
  officerId: string;
  accountId: string;
  browser: Browser;
}

export interface TestLesson {
  id: string;
  key: string;
  kind: 'reading' | 'quiz';
}

export interface TestCourse {
  id: string;
  lessons: TestLesson[];
}

const META: CourseMeta = {
  title: 'Tiếp công dân tại bộ phận một cửa',
  summary: 'Chào hỏi, lắng nghe, hẹn trả kết quả.',
  audience: 'Công chức một cửa',
  hours: 8,
  contentGroup: 'job_position',
  deliveryForm: 'online',
  legalBasis: ['Nghị định 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
};

const SETTINGS: QuizSettings = {
  ...USUAL_SETTINGS,
  attemptsAllowed: 2,
  shuffleOptions: false,
  questionsPerPage: 0,
};

const PASSWORD = 'mat-khau-dung-de-thu';

export class School {
  private serial = 0;
  private constructor(
    readonly test: TestModule,
    readonly provinceId: string,
    private readonly admin: Browser,
    private readonly instructor: Browser,
  ) {}

  /** A province with an administrator and an instructor. */
  static async found(test: TestModule): Promise<School> {
    await test.http();
    const provinceId = await test.writer.write(SYSTEM, (tx) =>
      test
        .get(UnitService)
        .create(tx, { code: 'T', name: 'Tỉnh Thử', kind: 'province', parentId: null }),
    );
    const passwordHash = await hash(PASSWORD);
    for (const role of ['administrator', 'instructor']) {
      const id = randomUUID();
      await test.sql.rows(
        `insert into identity.account (id, username, full_name, password_hash, language, created_at,
                sort_key, search_text)
         values ($1, $2, $2, $3, 'vi', now(), $2, $2)`,
        [id, role, passwordHash],
      );
      await test.sql.rows(
        `insert into identity.access_grant (account_id, role, unit_id) values ($1, $2, $3)`,
        [id, role, provinceId],
      );
    }
    const admin = await signedIn(test, 'administrator', PASSWORD);
    const instructor = await signedIn(test, 'instructor', PASSWORD);
    return new School(test, provinceId, admin, instructor);
  }

  unit(name: string, parentId: string = this.provinceId): Promise<string> {
    this.serial += 1;
    const code = `U${this.serial}`;
    return this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(UnitService).create(tx, { code, name, kind: 'commune', parentId }),
    );
  }

  officer(fullName: string, unitId: string): Promise<string> {
    this.serial += 1;
    const staffCode = `CB${this.serial}`;
    return this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(OfficerService).create(tx, {
        staffCode,
        fullName,
        birthDate: '1990-05-06',
        jobPosition: 'Chuyên viên',
        unitId,
      }),
    );
  }

  /** Somebody with a role in a unit, signed in. */
  async person(role: Role, unitId: string, officerId: string | null = null) {
    this.serial += 1;
    const username = `nguoi-${this.serial}`;
    const { id, temporaryPassword } = await this.admin.call(endpoints.createAccount, {
      body: { username, fullName: username, grants: [{ role, unitId }], officerId },
    });
    const browser = await signedIn(this.test, username, temporaryPassword);
    // Until then the account holds no grants.
    await browser.call(endpoints.changePassword, {
      body: { current: temporaryPassword, next: PASSWORD },
    });
    return { accountId: id, browser };
  }

  /** An officer with an account, signed in. */
  async learner(fullName: string, unitId: string): Promise<Learner> {
    const officerId = await this.officer(fullName, unitId);
    return { officerId, ...(await this.person('learner', unitId, officerId)) };
  }

  /** Makes a draft: one module, reading lessons, then quizzes of one true-or-false question each. */
  async draft(shape: { readings: number; quizzes: number; settings?: Partial<QuizSettings> }) {
    const call = this.instructor.call.bind(this.instructor);
    this.serial += 1;
    const { id } = await call(endpoints.createCourse, {
      body: { code: `K${this.serial}`, meta: META },
    });
    const params = { courseId: id };
    const module = await call(endpoints.addModule, { params, body: { title: 'Mở đầu' } });
    for (let number = 1; number <= shape.readings; number += 1) {
      await this.reading(module.id, `Bài ${number}`);
    }
    for (let number = 1; number <= shape.quizzes; number += 1) {
      await this.quiz(id, module.id, `Kiểm tra ${number}`, { ...SETTINGS, ...shape.settings });
    }
    return id;
  }

  async course(shape: { readings: number; quizzes: number; settings?: Partial<QuizSettings> }) {
    const id = await this.draft(shape);
    await this.publish(id);
    return this.published(id);
  }

  /** Begins the next draft, adds one reading lesson to it, and publishes it. */
  async nextVersion(courseId: string): Promise<TestCourse> {
    const params = { courseId };
    await this.instructor.call(endpoints.beginDraft, { params });
    const draft = await this.instructor.call(endpoints.readCourse, { params });
    await this.reading(draft.modules[0]?.id ?? '', 'Bài thêm');
    await this.publish(courseId);
    return this.published(courseId);
  }

  /** Closes a course to new learners, or opens it again. */
  async close(courseId: string, closed: boolean): Promise<void> {
    await this.instructor.call(endpoints.closeCourse, { params: { courseId }, body: { closed } });
  }

  async publish(courseId: string): Promise<void> {
    await this.instructor.call(endpoints.publishCourse, { params: { courseId } });
  }

  private async published(courseId: string): Promise<TestCourse> {
    const { modules } = await this.instructor.call(endpoints.readCourse, { params: { courseId } });
    return { id: courseId, lessons: modules.flatMap(({ lessons }) => lessons) };
  }

  private async reading(moduleId: string, title: string): Promise<void> {
    const { id } = await this.instructor.call(endpoints.addLesson, {
      params: { moduleId },
      body: { title, kind: 'reading' },
    });
    const { revision } = await this.instructor.call(endpoints.readLesson, {
      params: { lessonId: id },
    });
    await this.instructor.call(endpoints.updateLesson, {
      params: { lessonId: id },
      body: {
        title,
        bodyHtml: `<p>Nội dung của ${title}.</p>`,
        minutes: 10,
        legalBasis: ['Nghị định 118/2025/NĐ-CP'],
        asOf: null,
        attachments: [],
        revision,
      },
    });
  }

  private async quiz(courseId: string, moduleId: string, title: string, settings: QuizSettings) {
    const call = this.instructor.call.bind(this.instructor);
    const { bankId } = await call(endpoints.readCourse, { params: { courseId } });
    const lesson = await call(endpoints.addLesson, {
      params: { moduleId },
      body: { title, kind: 'quiz' },
    });
    const question = await call(endpoints.createQuestion, {
      params: { bankId },
      body: { content: { kind: 'true_false', stem: '<p>Phải hẹn ngày trả.</p>', correct: true } },
    });
    const params = { quizId: lesson.quizId ?? '' };
    const { revision } = await call(endpoints.readQuiz, { params });
    await call(endpoints.updateQuiz, {
      params,
      body: {
        title,
        settings,
        sections: [usualSection([{ questionId: question.id, points: 1_000 }])],
        revision,
      },
    });
  }
}

/** An officer's way through one enrolment. */
export class Walk {
  constructor(
    private readonly browser: Browser,
    readonly enrolmentId: string,
  ) {}

  /** The only enrolment of the learner. */
  static async only({ browser }: Learner): Promise<Walk> {
    const { items } = await browser.call(endpoints.listMyEnrolments, {});
    if (items.length !== 1) throw new Error(`One enrolment was expected, not ${items.length}.`);
    return new Walk(browser, items[0]?.id ?? '');
  }

  course(): Promise<OutputOf<typeof endpoints.readMyCourse>> {
    return this.browser.call(endpoints.readMyCourse, { params: { enrolmentId: this.enrolmentId } });
  }

  at(lesson: { id: string } | undefined) {
    return { enrolmentId: this.enrolmentId, lessonId: lesson?.id ?? '' };
  }

  read(lesson: TestLesson | undefined, body = { position: 1, done: true, seconds: 60 }) {
    return this.browser.call(endpoints.recordProgress, { params: this.at(lesson), body });
  }

  quiz(lesson: TestLesson | undefined) {
    return this.browser.call(endpoints.readMyQuiz, { params: this.at(lesson) });
  }

  start(lesson: TestLesson | undefined, password: string | null = null) {
    return this.browser.try(endpoints.startAttempt, {
      params: this.at(lesson),
      body: { password },
    });
  }

  /** Starts, answers and submits. @returns the score of ten in hundredths; null where it is not shown */
  async take(lesson: TestLesson | undefined, choice: boolean): Promise<number | null> {
    const { body } = await this.start(lesson);
    return this.finish(body.attemptId, choice);
  }

  async finish(attemptId: string, choice: boolean): Promise<number | null> {
    const params = { attemptId };
    const clientId = 'trinh-duyet-thu';
    const { slots } = await this.browser.call(endpoints.openAttempt, {
      params,
      body: { clientId },
    });
    await this.browser.call(endpoints.saveAnswers, {
      params,
      body: {
        clientId,
        answers: slots.map(({ slot }, index) => ({
          slot,
          response: { kind: 'true_false' as const, choice },
          flagged: false,
          seq: index + 1,
        })),
      },
    });
    const { scoreOfTen } = await this.browser.call(endpoints.submitAttempt, { params });
    return scoreOfTen;
  }
}

async function signedIn(test: TestModule, username: string, password: string): Promise<Browser> {
  const browser = new Browser(await test.http());
  await browser.call(endpoints.signIn, { body: { username, password } });
  return browser;
}
