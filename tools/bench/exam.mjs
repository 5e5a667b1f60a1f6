/** `npm run bench:exam`: 100 officers sit a quiz of 20 questions at once, over HTTP, on the built product. */
import { rm } from 'node:fs/promises';
import { freePort, temporaryDirectory } from '../postgres/embedded.mjs';
import { startProduct } from '../start/product.mjs';
import { Person, Timings } from './client.mjs';
import { examCourse } from './exam-course.mjs';

const CANDIDATES = Number(process.env.BENCH_CANDIDATES || 100);
const dataDir = await temporaryDirectory('bench');
const product = await startProduct({ dataDir, port: await freePort() });

try {
  const { demoAccounts } = await new Person(product.url).call('about', 'GET', '/api/about');
  const exam = await examCourse(product.url, demoAccounts, CANDIDATES);
  const timings = new Timings();
  let errors = 0;
  const begun = performance.now();
  await Promise.all(
    exam.candidates.map((username) =>
      sit(new Person(product.url, timings), username, exam).catch((error) => {
        errors += 1;
        if (errors <= 3) console.error(error.message);
      }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `\n${exam.candidates.length} candidates, 20 questions each, ${seconds.toFixed(1)} s, the driver on the same machine\n`,
  );
  timings.print();
  console.log(
    `\n${JSON.stringify({
      bench: 'exam',
      candidates: exam.candidates.length,
      attempts_per_minute: Math.round(((exam.candidates.length - errors) / seconds) * 60),
      requests_per_second: Math.round(timings.count / seconds),
      sign_in_p99_ms: Math.round(timings.percentile('sign in', 0.99)),
      save_p50_ms: Number(timings.percentile('save', 0.5).toFixed(1)),
      save_p99_ms: Number(timings.percentile('save', 0.99).toFixed(1)),
      submit_p99_ms: Number(timings.percentile('submit', 0.99).toFixed(1)),
      errors,
    })}`,
  );
  process.exitCode = errors > 0 ? 1 : 0;
} finally {
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** One officer's whole road: sign in, open, start, answer, submit, read. */
async function sit(person, username, { password, courseId, quizLessonId }) {
  await person.signIn(username, password);
  const { items } = await person.call('home', 'GET', '/api/my/enrolments');
  const enrolment = items.find((item) => item.courseCode === courseId);
  await person.call('open course', 'GET', `/api/my/enrolments/${enrolment.id}`);
  const quiz = `/api/my/enrolments/${enrolment.id}/quizzes/${quizLessonId}`;
  await person.call('open quiz', 'GET', quiz);
  const { attemptId } = await person.call('start', 'POST', `${quiz}/attempts`);
  const clientId = `bench-${attemptId.slice(0, 12)}`;
  const attempt = await person.call('open attempt', 'POST', `/api/attempts/${attemptId}/open`, {
    clientId,
  });
  let seq = attempt.lastSeq;
  for (const { slot, question } of attempt.slots) {
    seq += 1;
    await person.call('save', 'PUT', `/api/attempts/${attemptId}/answers`, {
      clientId,
      answers: [{ slot, response: answer(question, slot), flagged: false, seq }],
    });
  }
  await person.call('submit', 'POST', `/api/attempts/${attemptId}/submit`);
  const result = await person.call('result', 'GET', `/api/attempts/${attemptId}/result`);
  if (result.maximum !== 2000)
    throw new Error(`A wrong result came back: ${JSON.stringify(result).slice(0, 200)}`);
}

/** An answer of the right shape; whether it is the right one does not matter to the clock. */
function answer(question, slot) {
  switch (question.kind) {
    case 'single':
      return { kind: 'single', choice: question.options[slot % question.options.length].id };
    case 'multiple':
      return { kind: 'multiple', choices: question.options.slice(0, 2).map(({ id }) => id) };
    case 'true_false':
      return { kind: 'true_false', choice: slot % 2 === 0 };
    case 'matching':
      return {
        kind: 'matching',
        matches: Object.fromEntries(
          question.prompts.map(({ id }, i) => [id, question.answers[i].id]),
        ),
      };
    case 'ordering':
      return { kind: 'ordering', order: question.items.map(({ id }) => id) };
    case 'numeric':
      return { kind: 'numeric', text: String(slot) };
    default:
      return { kind: 'short_answer', text: `câu trả lời ${slot}` };
  }
}
