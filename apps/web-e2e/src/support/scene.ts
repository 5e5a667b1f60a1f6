/** The room where a journey's own course and people are made, so that no journey meets another. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { endpoints, type QuizSettings, type UnitRow } from '@tap-huan/contract';
import { eventually, OWN_PASSWORD, Person } from './person';
import { SEVEN, type Written } from './questions';
import { inOneSection, QUIZ } from './quiz';

export const CONTENT = join(import.meta.dirname, '../../../../libs/server/demo/content');
export const PICTURE = join(CONTENT, 'c4/media/c4-nam-buoc-lang-nghe.png');
export const PAPER = join(CONTENT, 'c4/media/phieu-nhan-viec-tai-quay.pdf');

/** A short mark that makes a name unique, also over repeated runs on one academy. */
export const mark = (): string => randomBytes(3).toString('hex').toUpperCase();

export interface Course {
  courseId: string;
  code: string;
  title: string;
  quizTitle: string;
  quizId: string;
  bankId: string;
  /** In the order of the paper. */
  questionIds: string[];
}

interface Wanted {
  name: string;
  lessons?: number;
  settings?: Partial<QuizSettings>;
  questions?: readonly Written[];
  bodyHtml?: string;
  /** True leaves it a draft. */
  draft?: boolean;
}

const PARAGRAPH = `<p>${'Người trực quầy lắng nghe, tóm lại việc cần làm rồi hướng dẫn từng bước, nói rõ giấy tờ và thời hạn. '.repeat(6)}</p>`;
/** Long enough that the phone and the desktop have to scroll. */
export const LONG_TEXT = Array.from(
  { length: 12 },
  (_, index) => `<h2>Mục ${index + 1}</h2>${PARAGRAPH}`,
).join('');

/** A course with reading lessons and a quiz, made as its instructor would; published unless told otherwise. */
export async function publishCourse(wanted: Wanted): Promise<Course> {
  const instructor = await Person.signIn('giangvien');
  const code = `E2E-${mark()}`;
  const title = `${wanted.name} ${code}`;
  const quizTitle = 'Bài kiểm tra cuối khóa';
  const { id: courseId } = await instructor.call(endpoints.createCourse, {
    body: { code, meta: metaOf(title) },
  });
  const params = { courseId };
  const reading = await instructor.call(endpoints.addModule, {
    params,
    body: { title: 'Phần đọc' },
  });
  for (let at = 1; at <= (wanted.lessons ?? 1); at += 1) {
    await writeLesson(instructor, reading.id, `Bài số ${at}`, wanted.bodyHtml ?? LONG_TEXT);
  }
  const testing = await instructor.call(endpoints.addModule, {
    params,
    body: { title: 'Kiểm tra' },
  });
  const { quizId } = await instructor.call(endpoints.addLesson, {
    params: { moduleId: testing.id },
    body: { title: quizTitle, kind: 'quiz' },
  });
  if (!quizId) throw new Error('A quiz lesson came without a quiz.');
  const { bankId } = await instructor.call(endpoints.readCourse, { params });
  const questionIds = await writeQuiz(instructor, { quizId, bankId, title: quizTitle, ...wanted });
  if (!wanted.draft) await instructor.call(endpoints.publishCourse, { params });
  await instructor.leave();
  return { courseId, code, title, quizTitle, quizId, bankId, questionIds };
}

export const metaOf = (title: string) => ({
  title,
  summary: 'Khóa dùng cho kiểm thử giao diện.',
  audience: 'Công chức trực quầy',
  hours: 8,
  contentGroup: 'job_position' as const,
  deliveryForm: 'online' as const,
  legalBasis: ['Nghị định 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
});

async function writeLesson(
  instructor: Person,
  moduleId: string,
  title: string,
  bodyHtml: string,
): Promise<void> {
  const { id: lessonId } = await instructor.call(endpoints.addLesson, {
    params: { moduleId },
    body: { title, kind: 'reading' },
  });
  const { revision } = await instructor.call(endpoints.readLesson, { params: { lessonId } });
  const body = {
    title,
    bodyHtml,
    minutes: 10,
    legalBasis: [],
    asOf: null,
    attachments: [],
    revision,
  };
  await instructor.call(endpoints.updateLesson, { params: { lessonId }, body });
}

async function writeQuiz(
  instructor: Person,
  quiz: Pick<Wanted, 'settings' | 'questions'> & { quizId: string; bankId: string; title: string },
): Promise<string[]> {
  const { quizId, bankId, title, settings, questions = SEVEN } = quiz;
  const questionIds: string[] = [];
  for (const content of questions) {
    const { id } = await instructor.call(endpoints.createQuestion, {
      params: { bankId },
      body: { content },
    });
    questionIds.push(id);
  }
  const { revision } = await instructor.call(endpoints.readQuiz, { params: { quizId } });
  const sections = [inOneSection(questionIds)];
  const body = { title, settings: { ...QUIZ, ...settings }, sections, revision };
  await instructor.call(endpoints.updateQuiz, { params: { quizId }, body });
  return questionIds;
}

export interface Officer {
  username: string;
  password: string;
  fullName: string;
  staffCode: string;
  birthDate: string;
  officerId: string;
}

/** The units of the demo province that journeys use. */
export async function unitNamed(find: (unit: UnitRow) => boolean): Promise<UnitRow> {
  const hr = await Person.signIn('daotao');
  const { items } = await hr.call(endpoints.listUnits, {});
  await hr.leave();
  const unit = items.find(find);
  if (!unit) throw new Error('The demo academy has no such unit.');
  return unit;
}

/** An officer with an account and a password of their own, as HR and the administrator make them. */
export async function hire(name: string, unit?: UnitRow): Promise<Officer> {
  const place = unit ?? (await unitNamed(({ code }) => code === 'BA-03-TT'));
  const hr = await Person.signIn('daotao');
  const staffCode = `E2E${mark()}`;
  const fullName = `Nguyễn Thị ${name}`;
  const birthDate = '1990-05-17';
  const { id: officerId } = await hr.call(endpoints.createOfficer, {
    body: { staffCode, fullName, birthDate, jobPosition: 'Công chức một cửa', unitId: place.id },
  });
  await hr.leave();
  const username = staffCode.toLowerCase();
  const administrator = await Person.signIn('quantri');
  const { temporaryPassword } = await administrator.call(endpoints.createAccount, {
    body: { username, fullName, grants: [{ role: 'learner', unitId: place.id }], officerId },
  });
  await administrator.leave();
  const own = await Person.signIn(username, temporaryPassword);
  await own.call(endpoints.changePassword, {
    body: { current: temporaryPassword, next: OWN_PASSWORD },
  });
  await own.leave();
  return { username, password: OWN_PASSWORD, fullName, staffCode, birthDate, officerId };
}

/** Enrols officers, and waits until each sees the course. */
export async function enrol(
  course: { courseId: string },
  officers: readonly Officer[],
  dueOn: string | null = null,
) {
  const hr = await Person.signIn('daotao');
  await hr.call(endpoints.enrol, {
    body: {
      courseId: course.courseId,
      officerIds: officers.map(({ officerId }) => officerId),
      dueOn,
    },
  });
  await hr.leave();
  for (const officer of officers) {
    const own = await Person.signIn(officer.username, officer.password);
    await eventually(
      'the enrolment',
      async () => (await own.call(endpoints.listMyEnrolments, {})).items.length > 0,
    );
    await own.leave();
  }
}

/** The ids of an own course of an officer. */
export async function ownCourse(officer: Officer, course: { code: string }) {
  const own = await Person.signIn(officer.username, officer.password);
  const { items } = await own.call(endpoints.listMyEnrolments, {});
  const enrolmentId = items.find(({ courseCode }) => courseCode === course.code)?.id;
  if (!enrolmentId) throw new Error(`${officer.username} has no course ${course.code}.`);
  const { modules } = await own.call(endpoints.readMyCourse, { params: { enrolmentId } });
  await own.leave();
  const lessons = modules.flatMap((module) => module.lessons);
  const quiz = lessons.find(({ kind }) => kind === 'quiz');
  if (!quiz) throw new Error('The course has no quiz.');
  const front = `/hoc/khoa-hoc/${enrolmentId}`;
  return {
    enrolmentId,
    lessons,
    path: front,
    quizPath: `${front}/bai-kiem-tra/${quiz.id}`,
    lessonPath: (at: number) => `${front}/bai/${lessons[at]?.id}`,
  };
}

/** The day so many days from today, as the contract writes it. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

/** `YYYY-MM-DD` as screens show it. */
export const shownDay = (day: string): string => day.split('-').reverse().join('/');

/** A unit of this run below the province, so that its counts are known. */
export async function openUnit(project: string): Promise<UnitRow> {
  const province = await unitNamed(({ kind }) => kind === 'province');
  const administrator = await Person.signIn('quantri');
  const code = `E2E-${mark()}`;
  const name = `Phường Thử ${project} ${code}`;
  const { id } = await administrator.call(endpoints.createUnit, {
    body: { code, name, kind: 'commune', parentId: province.id },
  });
  await administrator.leave();
  return unitNamed((unit) => unit.id === id);
}

/** Officers of a unit without accounts, as HR enters them. */
export async function employ(
  unit: UnitRow,
  count: number,
): Promise<{ officerId: string; fullName: string }[]> {
  const hr = await Person.signIn('daotao');
  const employed: { officerId: string; fullName: string }[] = [];
  for (let at = 1; at <= count; at += 1) {
    const staffCode = `E2E${mark()}`;
    const fullName = `Trần Văn ${staffCode}`;
    const { id } = await hr.call(endpoints.createOfficer, {
      body: { staffCode, fullName, birthDate: '1985', jobPosition: 'Chuyên viên', unitId: unit.id },
    });
    employed.push({ officerId: id, fullName });
  }
  await hr.leave();
  return employed;
}

/** Reads everything and passes a quiz of true-or-false questions, all of them true; the certificate is there afterwards. */
export async function complete(officer: Officer, course: Course) {
  const { enrolmentId, lessons } = await ownCourse(officer, course);
  const own = await Person.signIn(officer.username, officer.password);
  for (const lesson of lessons) {
    const params = { enrolmentId, lessonId: lesson.id };
    if (lesson.kind === 'reading') {
      await own.call(endpoints.recordProgress, { params, body: { position: 1, done: true } });
      continue;
    }
    const { attemptId } = await own.call(endpoints.startAttempt, { params, body: {} });
    const clientId = `e2e-${mark()}`;
    const { slots } = await own.call(endpoints.openAttempt, {
      params: { attemptId },
      body: { clientId },
    });
    const answers = slots.map(({ slot }, index) => ({
      slot,
      response: { kind: 'true_false' as const, choice: true },
      flagged: false,
      seq: index + 1,
    }));
    await own.call(endpoints.saveAnswers, { params: { attemptId }, body: { clientId, answers } });
    const { passed } = await own.call(endpoints.submitAttempt, { params: { attemptId } });
    if (!passed) throw new Error(`${officer.username} did not pass.`);
  }
  const certificate = await eventually('the certificate', async () =>
    (await own.call(endpoints.listMyCertificates, {})).items.find(
      (one) => one.enrolmentId === enrolmentId && one.ready,
    ),
  );
  await own.leave();
  return certificate;
}
