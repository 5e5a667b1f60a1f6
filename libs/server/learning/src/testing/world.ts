/** The room of the people, places and courses of the learning tests. */
import { randomUUID } from 'node:crypto';
import {
  type CourseMeta,
  questionContent,
  type QuizSection,
  type QuizSettings,
  type Role,
} from '@tap-huan/contract';
import {
  AttemptPreparation,
  Attempts,
  QuizAuthoring,
  usualSection,
} from '@tap-huan/server/assessment';
import { SYSTEM } from '@tap-huan/server/platform';
import {
  type Browser,
  KnownPeople,
  KnownPeopleModule,
  type Person,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { CourseAuthoring } from '../course-authoring';
import { LearningModule } from '../learning.module';

export const META: CourseMeta = {
  title: 'Kỹ năng giao tiếp với người dân',
  summary: 'Chuyên đề cho bộ phận Một cửa.',
  audience: 'Công chức, viên chức tiếp nhận hồ sơ',
  hours: 12,
  contentGroup: 'job_position',
  deliveryForm: 'online',
  legalBasis: ['Nghị định 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
};

/** A course with a module of a reading and a quiz lesson, with one question. */
export interface CourseMade {
  courseId: string;
  versionId: string;
  bankId: string;
  moduleId: string;
  readingId: string;
  quizLessonId: string;
  quizId: string;
}

export class World {
  provinceId: string;
  unitId: string;
  strangerUnitId: string;
  /** Writes courses for the unit. */
  author: Person;
  /** Writes courses for the province, hence for the unit too. */
  provinceAuthor: Person;
  /** Writes courses for another unit of the province. */
  stranger: Person;
  learner: Person;

  constructor(readonly test: TestModule) {}

  static async make(): Promise<World> {
    const world = new World(await testModule(LearningModule, KnownPeopleModule));
    const province = await world.unit();
    world.provinceId = province.id;
    world.unitId = (await world.unit(province)).id;
    world.author = await world.person('instructor', world.unitId);
    world.provinceAuthor = await world.person('instructor', province.id);
    world.strangerUnitId = (await world.unit(province)).id;
    world.stranger = await world.person('instructor', world.strangerUnitId);
    world.learner = await world.person('learner', world.unitId);
    return world;
  }

  async unit(parent?: { id: string; path: string }): Promise<{ id: string; path: string }> {
    const id = randomUUID();
    const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '')].join('.');
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, $2, $2, $3, $4, $5, '2025-07-01')`,
      [id, `U-${id.slice(0, 8)}`, parent ? 'department' : 'province', parent?.id ?? null, path],
    );
    return { id, path };
  }

  async person(role: Role, unitId: string): Promise<Person> {
    const accountId = randomUUID();
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values ($1, $2, $2, '-', 'vi', now(), $2, $2)`,
      [accountId, `user-${accountId.slice(0, 8)}`],
    );
    const person = { accountId, grants: [{ role, unitId }], sessionId: null, address: null };
    this.test.get(KnownPeople).introduce(person);
    return person;
  }

  /** The browser of somebody who has signed in. */
  async browser(person: Person): Promise<Browser> {
    return this.test.get(KnownPeople).browserOf(person, await this.test.http());
  }

  get authoring(): CourseAuthoring {
    return this.test.get(CourseAuthoring);
  }

  /** A draft that may be published. */
  async course(
    by: Person = this.author,
    code = `C-${randomUUID().slice(0, 8)}`,
  ): Promise<CourseMade> {
    const { authoring } = this;
    const {
      id: courseId,
      versionId,
      bankId,
    } = await authoring.createCourse(by, { code, meta: META });
    const module = await authoring.addModule(by, courseId, 'Chương 1');
    const reading = await authoring.addLesson(by, module.id, { title: 'Bài đọc', kind: 'reading' });
    await this.write(by, reading.id, '<p>Lắng nghe người dân.</p>');
    const quiz = await authoring.addLesson(by, module.id, { title: 'Kiểm tra', kind: 'quiz' });
    const quizId = String(quiz.quizId);
    await this.ask(by, bankId, quizId);
    return {
      courseId,
      versionId,
      bankId,
      moduleId: module.id,
      readingId: reading.id,
      quizLessonId: quiz.id,
      quizId,
    };
  }

  async publishedCourse(by?: Person): Promise<CourseMade> {
    const course = await this.course(by);
    await this.authoring.publishCourse(by ?? this.author, course.courseId);
    return course;
  }

  /** Writes the body of a lesson at its first revision. */
  write(
    by: Person,
    lessonId: string,
    bodyHtml: string,
    attachments: { mediaId: string; title: string }[] = [],
    revision = 1,
  ): Promise<{ revision: number; bodyHtml: string }> {
    return this.authoring.updateLesson(by, lessonId, {
      title: 'Bài đọc',
      bodyHtml,
      minutes: 20,
      legalBasis: [],
      asOf: null,
      attachments,
      revision,
    });
  }

  /** Gives a quiz one question. */
  ask(
    by: Person,
    bankId: string,
    quizId: string,
    stem = '<p>Hồ sơ thiếu thì sao?</p>',
    stimulusId: string | null = null,
  ): Promise<void> {
    const quizzes = this.test.get(QuizAuthoring);
    return this.test.writer.write(by, async (tx) => {
      const questionId = await quizzes.addQuestion(
        tx,
        bankId,
        questionContent.parse({ kind: 'true_false', stem, correct: true, stimulusId }),
      );
      const { title, settings } = await this.quiz(quizId);
      await quizzes.updateQuizDraft(tx, quizId, {
        title,
        settings,
        sections: [usualSection([{ questionId, points: 100 }])],
      });
    });
  }

  /** Gives the quiz of a course one question about a case. */
  async askAbout({ bankId, quizId }: CourseMade, html: string): Promise<void> {
    const stimulusId = randomUUID();
    await this.test.sql.rows(
      `with made as (
         insert into assessment.stimulus (id, bank_id, current_version, updated_at) values ($1, $2, 1, now())
       )
       insert into assessment.stimulus_version (id, stimulus_id, number, title, html, created_at)
       values ($3, $1, 1, 'Tình huống', $4, now())`,
      [stimulusId, bankId, randomUUID(), html],
    );
    await this.ask(this.author, bankId, quizId, '<p>Làm gì?</p>', stimulusId);
  }

  quiz(
    quizId: string,
  ): Promise<{ title: string; settings: QuizSettings; sections: QuizSection[] }> {
    return this.test.sql.one(
      `select title, settings, sections from assessment.quiz where id = $1`,
      [quizId],
    );
  }

  /** Enrols the person's officer, who is made where there is none. @returns the enrolment's id */
  async enrol(person: Person, course: CourseMade): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
       values ($1, $2, $3, $3, $3, $3, '1990') on conflict (account_id) do nothing`,
      [randomUUID(), person.accountId, `CB-${person.accountId.slice(0, 8)}`],
    );
    await this.test.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, enrolled_at, total_lessons)
       select $1, o.id, $3, $4, now(), 2 from organisation.officer o where o.account_id = $2`,
      [id, person.accountId, course.courseId, course.versionId],
    );
    return id;
  }

  /** Starts an attempt of the person on the published quiz of the course. */
  async startQuiz(
    person: Person,
    course: CourseMade,
    contextId: string = randomUUID(),
  ): Promise<void> {
    const quizVersionId = await this.publishedQuiz(course);
    const takerId = person.accountId;
    await this.test.writer.write(person, (tx) =>
      this.test
        .get(Attempts)
        .start(tx, { quizVersionId, takerId, contextId, returnPath: '/hoc/x' }),
    );
  }

  /** Makes an attempt of the person ahead. @returns what it counts for */
  async prepareQuiz(person: Person, course: CourseMade): Promise<string> {
    const quizVersionId = await this.publishedQuiz(course);
    const context = { takerId: person.accountId, contextId: randomUUID(), returnPath: '/hoc/x' };
    await this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(AttemptPreparation).prepare(tx, { quizVersionId, contexts: [context] }),
    );
    return context.contextId;
  }

  private async publishedQuiz({ quizLessonId }: CourseMade): Promise<string> {
    const { id } = await this.test.sql.one<{ id: string }>(
      `select quiz_version_id as id from learning.lesson where id = $1`,
      [quizLessonId],
    );
    return id;
  }
}
