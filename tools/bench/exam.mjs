/**
 * `npm run bench:exam`: an exam on the built product over HTTP. The whole road of 100 officers, the start of 1,000 in the
 * same second, saves of 200 as fast as it goes beside a bare loop of upserts, at half of that, and on a large table.
 */
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { freePort, temporaryDirectory } from '../postgres/embedded.mjs';
import { startProduct } from '../start/product.mjs';
import { Person, Timings } from './client.mjs';
import { fillAnswers, gatherCrowd } from './crowd.mjs';
import { answer, examCourse } from './exam-course.mjs';
import { BareLoop, percentile, processorTime, Savers } from './saving.mjs';

const CANDIDATES = Number(process.env.BENCH_CANDIDATES || 100);
const STARTERS = Number(process.env.BENCH_STARTERS || 1000);
const SAVERS = Number(process.env.BENCH_SAVERS || 200);
const SECONDS = Number(process.env.BENCH_SECONDS || 2);
const ROUNDS = 6;
const FEW = 10_000;
const MANY = Number(process.env.BENCH_ANSWERS || 1_000_000);

const dataDir = await temporaryDirectory('bench');
const product = await startProduct({
  dataDir,
  port: await freePort(),
  ...(process.env.BENCH_DIST ? { dist: process.env.BENCH_DIST } : {}),
});
const database = new pg.Client({ connectionString: product.databaseUrl });
let errors = 0;
const note = (error) => {
  errors += 1;
  if (errors <= 3) console.error(error.message);
};

try {
  await database.connect();
  const { demoAccounts } = await new Person(product.url).call('about', 'GET', '/api/about');
  const exam = await examCourse(product.url, demoAccounts, CANDIDATES);
  const road = await wholeRoad(exam);
  const crowd = await gatherCrowd(database, product.url, STARTERS);
  const start = await startTogether(exam, crowd);
  const saves = await saving(start.begun.slice(0, SAVERS));
  console.log(
    `\n${JSON.stringify({ bench: 'exam', ...road, ...start.figures, ...saves, errors })}`,
  );
  process.exitCode = errors > 0 ? 1 : 0;
} finally {
  await database.end();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Officers of the academy, all at once: sign in, open, start, answer, submit, read. */
async function wholeRoad(exam) {
  const timings = new Timings();
  const begun = performance.now();
  const people = await Promise.all(
    exam.candidates.map(async (username) => {
      const person = new Person(product.url, timings);
      await person.signIn(username, exam.password).catch(note);
      return person;
    }),
  );
  // Officers sign in before an exam opens; from here on it is the exam alone.
  const signedIn = performance.now();
  await Promise.all(people.map((person) => sit(person, exam).catch(note)));
  const seconds = (performance.now() - begun) / 1000;
  const examSeconds = (performance.now() - signedIn) / 1000;
  console.log(
    `\n${exam.candidates.length} candidates, 20 questions each, ${seconds.toFixed(1)} s, ${examSeconds.toFixed(1)} s of it after sign-in, the driver on the same machine\n`,
  );
  timings.print();
  return {
    candidates: exam.candidates.length,
    attempts_per_minute: Math.round(((exam.candidates.length - errors) / seconds) * 60),
    attempts_per_minute_after_sign_in: Math.round(
      ((exam.candidates.length - errors) / examSeconds) * 60,
    ),
    requests_per_second: Math.round(timings.count / seconds),
    sign_in_p99_ms: Math.round(timings.percentile('sign in', 0.99)),
    save_p50_ms: Number(timings.percentile('save', 0.5).toFixed(1)),
    save_p99_ms: Number(timings.percentile('save', 0.99).toFixed(1)),
    submit_p99_ms: Number(timings.percentile('submit', 0.99).toFixed(1)),
  };
}

/** One officer's road from the home page to the result. */
async function sit(person, { courseCode, quizLessonId }) {
  const { items } = await person.call('home', 'GET', '/api/my/enrolments');
  const enrolment = items.find((item) => item.courseCode === courseCode);
  await person.call('open course', 'GET', `/api/my/enrolments/${enrolment.id}`);
  const quiz = `/api/my/enrolments/${enrolment.id}/quizzes/${quizLessonId}`;
  await person.call('open quiz', 'GET', quiz);
  const { attemptId } = await person.call('start', 'POST', `${quiz}/attempts`, {});
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

/** Everybody presses Start in the same moment, and opens the paper as soon as it is there. */
async function startTogether(exam, crowd) {
  for (let from = 0; from < crowd.length; from += 500)
    await exam.enrol(crowd.slice(from, from + 500).map(({ officerId }) => officerId));
  const { rows } = await database.query(
    `select o.account_id, e.id from enrolment.enrolment e join organisation.officer o on o.id = e.officer_id
     where e.course_id = $1`,
    [exam.courseId],
  );
  const enrolments = new Map(rows.map(({ account_id, id }) => [account_id, id]));
  // Connections are there already, as they are for somebody who looks at the page with the button.
  await Promise.all(crowd.map(({ wire }) => wire.json('GET', '/api/health')));
  const times = { start: [], paper: [] };
  const begun = performance.now();
  const opened = await Promise.all(
    crowd.map(async ({ accountId, wire }) => {
      try {
        const quiz = `/api/my/enrolments/${enrolments.get(accountId)}/quizzes/${exam.quizLessonId}`;
        const { attemptId } = await wire.json('POST', `${quiz}/attempts`, {});
        times.start.push(performance.now() - begun);
        const clientId = `bench-${attemptId.slice(0, 12)}`;
        const path = `/api/attempts/${attemptId}/open`;
        const { slots, lastSeq } = await wire.json('POST', path, { clientId });
        times.paper.push(performance.now() - begun);
        return { wire, attemptId, clientId, slots, seq: lastSeq };
      } catch (error) {
        note(error);
        return null;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `\n${crowd.length} candidates press Start at once: all have their papers after ${seconds.toFixed(1)} s`,
  );
  return {
    begun: opened.filter((one) => one !== null),
    figures: {
      synchronised_starts: crowd.length,
      synchronised_start_errors: opened.filter((one) => one === null).length,
      synchronised_start_seconds: Number(seconds.toFixed(2)),
      start_p50_ms: Math.round(percentile(times.start, 0.5)),
      start_p99_ms: Math.round(percentile(times.start, 0.99)),
    },
  };
}

/** Saves beside bare upserts: with few stored answers, at half of that pace, and with many stored answers. */
async function saving(people) {
  const savers = new Savers(people);
  const bare = await BareLoop.open(product.databaseUrl, people);
  const few = await besideBare(savers, bare, FEW);
  const half = await savers.paced(few.perSecond / 2, 4 * SECONDS);
  console.log(
    `at half of that the slowest hundredth takes ${percentile(half, 0.99).toFixed(0)} ms`,
  );
  const many = await besideBare(savers, bare, MANY);
  await bare.close();
  return {
    savers: people.length,
    saves_per_second: Math.round(few.perSecond),
    bare_upserts_per_second: Math.round(few.upserts),
    ratio: few.ratio,
    flat_out_p99_ms: Number(percentile(few.times, 0.99).toFixed(1)),
    half_load_p50_ms: Number(percentile(half, 0.5).toFixed(1)),
    half_load_p99_ms: Number(percentile(half, 0.99).toFixed(1)),
    stored_answers: [FEW, MANY],
    saves_per_second_by_stored: [few, many].map(({ perSecond }) => Math.round(perSecond)),
    ratio_by_stored: [few.ratio, many.ratio],
    processor_us_per_save_by_stored: [few.cost, many.cost],
  };
}

/** With so many stored answers: turn by turn, so that both meet the same moods of the machine; the middle of the turns. */
async function besideBare(savers, bare, stored) {
  await fillAnswers(database, savers.people[0].attemptId, stored);
  await savers.flatOut(1);
  await bare.run(1);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await bare.run(SECONDS / 2);
    const turn = await flatOut(savers);
    const upserts = (before + (await bare.run(SECONDS / 2))) / 2;
    rounds.push({ ...turn, upserts, ratio: turn.perSecond / upserts });
  }
  const over = (name) =>
    percentile(
      rounds.map((round) => round[name]),
      0.5,
    );
  const [perSecond, upserts] = [over('perSecond'), over('upserts')];
  const ratio = Number(over('ratio').toFixed(2));
  console.log(
    `${stored} stored answers: ${savers.people.length} candidates save ${perSecond.toFixed(0)} times a second, bare upserts ${upserts.toFixed(0)}, ratio ${ratio} (${rounds.map((round) => round.ratio.toFixed(2)).join(' ')})`,
  );
  const cost = rounds.some((round) => round.cost === null) ? null : Math.round(over('cost'));
  return { perSecond, upserts, ratio, cost, times: rounds.flatMap(({ times }) => times) };
}

/** Flat out, with what a save costs the processor in the API and in PostgreSQL, in microseconds. */
async function flatOut(savers) {
  const pids = [product.api.pid(), product.postgres?.pid()];
  const before = processorTime(pids);
  const { perSecond, times } = await savers.flatOut(SECONDS);
  const after = processorTime(pids);
  return {
    perSecond,
    times,
    cost: before === null || after === null ? null : ((after - before) * 1000) / times.length,
  };
}
