/** The room that prepares the exam of the bench through the public API, as its users would. */
import { Person } from './client.mjs';

const CODE = 'BENCH';
const shared = { stem: '<p>Câu hỏi đo tốc độ.</p>', feedback: '<p>Phản hồi chung.</p>' };
const options = (texts) => texts.map((text, index) => ({ id: 'abcd'[index], text }));

/** Twenty questions of the ten kinds that the server marks and that need no picture. */
function questions() {
  const one = [
    { kind: 'single', ...shared, options: options(['Một', 'Hai', 'Ba', 'Bốn']), correct: 'b' },
    {
      kind: 'multiple',
      ...shared,
      options: options(['Một', 'Hai', 'Ba', 'Bốn']),
      correct: ['a', 'c'],
      scoring: 'partial',
    },
    { kind: 'true_false', ...shared, correct: true },
    {
      kind: 'matching',
      ...shared,
      pairs: ['Trước', 'Trong', 'Sau'].map((prompt, i) => ({
        id: `p${i}`,
        prompt,
        answer: `Việc ${i + 1}`,
      })),
      distractors: ['Việc khác'],
    },
    {
      kind: 'ordering',
      ...shared,
      items: ['Nhận', 'Kiểm tra', 'Trả'].map((text, i) => ({ id: `i${i}`, text })),
      scoring: 'adjacent',
    },
    { kind: 'numeric', ...shared, value: 15, tolerance: 0, unit: 'ngày' },
    {
      kind: 'short_answer',
      ...shared,
      accepted: ['một cửa'],
      ignoreCase: true,
      ignoreDiacritics: true,
    },
    {
      kind: 'fill_blanks',
      ...shared,
      text: 'Nộp tại [[a]], nhận sau [[b]] ngày.',
      blanks: [
        { id: 'a', accepted: ['một cửa'] },
        { id: 'b', accepted: ['15'] },
      ],
    },
    {
      kind: 'categorise',
      ...shared,
      groups: ['Bắt buộc', 'Không bắt buộc'].map((title, i) => ({ id: `g${i}`, title })),
      items: ['Tờ khai', 'Căn cước', 'Ảnh'].map((text, i) => ({
        id: `i${i}`,
        text,
        groupId: `g${i % 2}`,
      })),
    },
    {
      kind: 'calculated',
      ...shared,
      stem: '<p>{a} hồ sơ, mỗi hồ sơ {b} phút: bao nhiêu phút?</p>',
      variables: ['a', 'b'].map((name) => ({ name, minimum: 2, maximum: 40 })),
      formula: 'a * b',
    },
  ];
  return Array.from({ length: 20 }, (_, index) => one[index % one.length]);
}

/** An answer of the right shape to a question of a paper; whether it is right does not matter to the clock. */
export function answer(question, n) {
  const { kind } = question;
  const ids = (shown) => shown.map(({ id }) => id);
  switch (kind) {
    case 'single':
      return { kind, choice: question.options[n % question.options.length].id };
    case 'multiple':
      return { kind, choices: ids(question.options.slice(0, 1 + (n % 3))) };
    case 'true_false':
      return { kind, choice: n % 2 === 0 };
    case 'matching':
      return {
        kind,
        matches: Object.fromEntries(
          question.prompts.map(({ id }, i) => [
            id,
            question.answers[(i + n) % question.answers.length].id,
          ]),
        ),
      };
    case 'ordering':
      return { kind, order: ids(question.items) };
    case 'fill_blanks':
      return {
        kind,
        blanks: Object.fromEntries(
          question.segments.flatMap(({ blank }) => (blank ? [[blank, `từ ${n}`]] : [])),
        ),
      };
    case 'categorise':
      return {
        kind,
        placements: Object.fromEntries(
          question.items.map(({ id }, i) => [
            id,
            question.groups[(i + n) % question.groups.length].id,
          ]),
        ),
      };
    case 'short_answer':
      return { kind, text: `câu trả lời ${n}` };
    default:
      return { kind, text: String(n) };
  }
}

/** Creates the course, enrols candidates of the demo academy, and says how they sign in. */
export async function examCourse(origin, demoAccounts, candidates) {
  const account = (role) => demoAccounts.find((known) => known.role === role);
  const instructor = new Person(origin);
  await instructor.signIn(account('instructor').username, account('instructor').password);
  return enrol(origin, account('hr'), await publishExam(instructor), candidates);
}

/** Creates and publishes the course as an instructor who has signed in. @returns its id */
export async function publishExam(instructor) {
  const call = (method, path, body) => instructor.call('prepare', method, path, body);
  const { id } = await call('POST', '/api/courses', {
    code: CODE,
    meta: {
      title: 'Kỳ thi đo tốc độ',
      summary: 'Khóa học tạm của phép đo.',
      audience: '',
      hours: 4,
      contentGroup: 'job_position',
      deliveryForm: 'online',
      legalBasis: [],
      asOf: null,
    },
  });
  const module = await call('POST', `/api/courses/${id}/draft/modules`, { title: 'Kiểm tra' });
  const lesson = await call('POST', `/api/modules/${module.id}/lessons`, {
    title: 'Bài thi',
    kind: 'quiz',
  });
  const { bankId } = await call('GET', `/api/courses/${id}`);
  const slots = [];
  for (const [place, content] of questions().entries()) {
    const { id: questionId } = await call('POST', `/api/banks/${bankId}/questions`, { content });
    slots.push({ kind: 'fixed', id: `slot-${place}`, questionId, version: null, points: 100 });
  }
  const draft = await call('GET', `/api/quizzes/${lesson.quizId}`);
  await call('PUT', `/api/quizzes/${lesson.quizId}`, {
    title: 'Bài thi',
    settings: {
      ...draft.settings,
      timeLimitMinutes: 60,
      attemptsAllowed: null,
      requireLessons: false,
    },
    sections: [{ ...draft.sections[0], shuffle: true, slots }],
    revision: draft.revision,
  });
  await call('POST', `/api/courses/${id}/draft/publish`);
  return id;
}

async function enrol(origin, { username, password }, courseId, candidates) {
  const hr = new Person(origin);
  await hr.signIn(username, password);
  const officers = [];
  for (let page = 1; officers.length < candidates; page += 1) {
    const { items } = await hr.call('prepare', 'GET', `/api/officers?page=${page}&pageSize=200`);
    if (items.length === 0)
      throw new Error(`The demo academy has only ${officers.length} officers.`);
    // The demo's officers sign in with their staff code.
    officers.push(
      ...items.filter(({ staffCode, accountId }) => accountId && /^CB\d+$/.test(staffCode)),
    );
  }
  const chosen = officers.slice(0, candidates);
  await hr.call('prepare', 'POST', '/api/enrolments', {
    courseId,
    officerIds: chosen.map(({ id }) => id),
    dueOn: null,
  });
  const learner = new Person(origin);
  await learner.signIn(chosen[0].staffCode.toLowerCase(), password);
  const { items } = await learner.call('prepare', 'GET', '/api/my/enrolments');
  const course = items.find(({ courseCode }) => courseCode === CODE);
  return {
    candidates: chosen.map(({ staffCode }) => staffCode.toLowerCase()),
    password,
    courseCode: CODE,
    courseId,
    quizLessonId: course.nextLesson.id,
    /** Enrols more officers. */
    enrol: (officerIds) =>
      hr.call('prepare', 'POST', '/api/enrolments', { courseId, officerIds, dueOn: null }),
  };
}
