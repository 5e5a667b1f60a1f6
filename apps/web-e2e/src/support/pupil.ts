/** The room of one officer in one course of a journey, and of papers that were handed in before it begins. */
import { type AnswerResponse, endpoints } from '@tap-huan/contract';
import { Person } from './person';
import { type Course, enrol, hire, mark, type Officer, ownCourse, publishCourse } from './scene';

export type Pupil = { officer: Officer; course: Course } & Awaited<ReturnType<typeof ownCourse>>;

/** An officer of this run in a course of this run. */
export async function pupil(
  project: string,
  course: Parameters<typeof publishCourse>[0] & { dueOn?: string | null },
): Promise<Pupil> {
  const officer = await hire(`Thử ${project} ${mark()}`);
  const made = await publishCourse(course);
  await enrol(made, [officer], course.dueOn ?? null);
  return { officer, course: made, ...(await ownCourse(officer, made)) };
}

/** For this officer the quiz closes in so many seconds: a journey need not wait for minutes. */
export async function inMoments(course: Course, { staffCode }: Officer, seconds: number) {
  const instructor = await Person.signIn('giangvien');
  await instructor.call(endpoints.createOverride, {
    params: { quizId: course.quizId },
    body: {
      staffCode,
      unitId: null,
      jobPosition: null,
      timeLimitMinutes: null,
      attemptsAllowed: null,
      opensAt: null,
      closesAt: new Date(Date.now() + seconds * 1000).toISOString(),
      reason: 'Kiểm thử giao diện',
    },
  });
  await instructor.leave();
}

/** Reads everything and sits the course's quiz through the API, with one answer for each question. @returns the attempt */
export async function handIn(
  { officer, course }: Pick<Pupil, 'officer' | 'course'>,
  responses: readonly AnswerResponse[],
): Promise<string> {
  const { enrolmentId, lessons } = await ownCourse(officer, course);
  const lessonId = lessons.find(({ kind }) => kind === 'quiz')?.id ?? '';
  const own = await Person.signIn(officer.username, officer.password);
  for (const reading of lessons.filter(({ kind }) => kind === 'reading')) {
    await own.call(endpoints.recordProgress, {
      params: { enrolmentId, lessonId: reading.id },
      body: { position: 1, done: true },
    });
  }
  const { attemptId } = await own.call(endpoints.startAttempt, {
    params: { enrolmentId, lessonId },
    body: {},
  });
  const params = { attemptId };
  const clientId = `e2e-${mark()}`;
  const { slots } = await own.call(endpoints.openAttempt, { params, body: { clientId } });
  const answers = slots.flatMap(({ slot, question }, index) => {
    const response = responses[index];
    if (!response) return [];
    return { slot, response: inIdsOf(question, response), flagged: false, seq: index + 1 };
  });
  await own.call(endpoints.saveAnswers, { params, body: { clientId, answers } });
  await own.call(endpoints.submitAttempt, { params });
  await own.leave();
  return attemptId;
}

type Question = { kind: string; options?: readonly { id: string; text: string }[] };

/** A choice is named by its words, since the ids of a paper are drawn. */
function inIdsOf(question: Question, response: AnswerResponse): AnswerResponse {
  if (response.kind !== 'single') return response;
  const choice = question.options?.find(({ text }) => text === response.choice)?.id ?? null;
  return { ...response, choice };
}
