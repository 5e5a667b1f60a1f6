/**
 * `npm test -- faults`: officers sit an exam on the built product while it fails. What a page was told is saved must be
 * there: the API is killed three times, PostgreSQL crashes once, the network is cut around the deadline.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { Person } from '../bench/client.mjs';
import { gatherCrowd } from '../bench/crowd.mjs';
import { publishExam } from '../bench/exam-course.mjs';
import { freePort, temporaryDirectory } from '../postgres/embedded.mjs';
import { buildProduct } from '../start/build.mjs';
import { startProduct } from '../start/product.mjs';
import { Cable } from './cable.mjs';
import { Checks, compare } from './ledger.mjs';
import { Page } from './page.mjs';

const SAVING = 50;
const CUT_OFF = 20;
/** Seconds before the deadline at which the network goes, and after it at which it comes back. */
const BEFORE = 90;
const AFTER = 30;
const KILLS = 3;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const checks = new Checks();
const root = resolve(import.meta.dirname, '../..');
if (!process.env.FAULTS_DIST) await buildProduct(root, (words) => console.log(`${words} …`));
const dataDir = await temporaryDirectory('faults');
const fallen = [];
const product = await startProduct({
  dataDir,
  port: await freePort(),
  demo: false,
  onFailure: (why) => fallen.push(why),
  // What the product says of its failures is expected here.
  env: { LOG_LEVEL: 'error' },
  ...(process.env.FAULTS_DIST ? { dist: process.env.FAULTS_DIST } : {}),
});
let cable = null;
try {
  cable = await Cable.lay(product.url);
  const [saving, cutOff] = await seats();
  // At the same time: the longest waits for a deadline most of the while.
  await Promise.all([failingServers(saving), failingNetwork(cutOff)]);
  checks.that(
    'the worker and the API that was not killed have lived through it',
    fallen.length === 0,
    fallen.join(),
  );
} catch (error) {
  checks.that('the officers could sit their exam', false, error.stack);
} finally {
  await cable?.remove();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(JSON.stringify({ passed: checks.passed, failed: checks.failed }));
process.exit(checks.failed > 0 ? 1 : 0);

/** Officers with open attempts: some straight at the product, some behind the cable. */
async function seats() {
  const database = await connected();
  const unitId = await oneUnit(database);
  const [instructor] = await gatherCrowd(database, product.url, 1, {
    prefix: 'GV',
    role: 'instructor',
    unitId,
  });
  const [hr] = await gatherCrowd(database, product.url, 1, { prefix: 'TC', role: 'hr', unitId });
  const author = new Person(product.url);
  author.cookie = instructor.cookie;
  const courseId = await publishExam(author);
  const crowd = [
    ...(await gatherCrowd(database, product.url, SAVING, { unitId })),
    ...(await gatherCrowd(database, cable.origin, CUT_OFF, { prefix: 'NC', unitId })),
  ];
  await hr.wire.json('POST', '/api/enrolments', {
    courseId,
    officerIds: crowd.map(({ officerId }) => officerId),
    dueOn: null,
  });
  const pages = [];
  for (const { wire } of crowd) {
    const { items } = await wire.json('GET', '/api/my/enrolments');
    const [{ id, nextLesson }] = items;
    const path = `/api/my/enrolments/${id}/quizzes/${nextLesson.id}/attempts`;
    const { attemptId } = await wire.json('POST', path, {});
    pages.push(new Page({ wire, attemptId }));
  }
  await database.end();
  return [pages.slice(0, SAVING), pages.slice(SAVING)];
}

/** An academy of one unit: the demo would take longer to load than a server to fail. */
async function oneUnit(database) {
  const unitId = randomUUID();
  await database.query(
    `insert into organisation.unit (id, code, name, kind, path, valid_from)
     values ($1, 'TINH', 'Tỉnh', 'province', $2, '2025-07-01')`,
    [unitId, unitId.replaceAll('-', '')],
  );
  return unitId;
}

async function connected() {
  const database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
  return database;
}

/** Everybody types and saves all the while; the API is killed again and again, then PostgreSQL. */
async function failingServers(pages) {
  await Promise.all(pages.map((page) => page.open()));
  let isOver = false;
  const typing = pages.map(async (page) => {
    while (!isOver) {
      page.type();
      await wait(10 + Math.random() * 20);
    }
    await page.settled();
  });
  // A refusal ends the test at once, not when the typing is over.
  const work = Promise.all(typing);
  await Promise.race([work, failures(pages)]);
  isOver = true;
  await work;
  const database = await connected();
  await stored(database, pages, 'after everything was sent');
  const results = await Promise.all(pages.map((page) => page.submit()));
  const marked = results.filter(({ phase, maximum }) => phase === 'marked' && maximum === 2000);
  checks.that(
    `${SAVING} attempts are submitted and marked`,
    marked.length === SAVING,
    `${marked.length}`,
  );
  await database.end();
}

async function failures(pages) {
  await wait(1_500);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = sum(pages, 'failures');
    const replies = sum(pages, 'replies');
    await product.api.kill();
    const database = await connected();
    await stored(database, pages, `when the API was killed for the ${kill}. time`);
    await database.end();
    await product.api.restart();
    await wait(1_500);
    checks.that(
      `requests were lost with it (${sum(pages, 'failures') - before}), and then taken again`,
      sum(pages, 'failures') > before && sum(pages, 'replies') > replies,
    );
  }
  const before = sum(pages, 'failures');
  const replies = sum(pages, 'replies');
  await product.postgres.restart();
  const database = await connected();
  await stored(database, pages, 'when PostgreSQL had crashed and recovered');
  await database.end();
  await wait(3_000);
  checks.that(
    `requests were lost with it (${sum(pages, 'failures') - before}), and then taken again`,
    sum(pages, 'failures') > before && sum(pages, 'replies') > replies,
  );
}

function sum(pages, name) {
  return pages.reduce((total, page) => total + page[name], 0);
}

/** Holds what was acknowledged until now against the database. */
async function stored(database, pages, when) {
  const { acknowledged, missing } = await compare(database, pages);
  checks.that(
    `${when}: ${acknowledged} answers were acknowledged, ${missing.length} of them are missing`,
    acknowledged > 0 && missing.length === 0,
    JSON.stringify(missing.slice(0, 3)),
  );
}

/** The network goes before the deadline and comes back after it; everybody answers on, one goes on after the end. */
async function failingNetwork(pages) {
  const database = await connected();
  const deadline = Date.now() + (BEFORE + 3) * 1000;
  await database.query(
    `update assessment.attempt set deadline = $2, closes_at = $2::timestamptz + interval '10 minutes'
     where id = any($1::uuid[])`,
    [pages.map(({ attemptId }) => attemptId), new Date(deadline)],
  );
  await database.end();
  await Promise.all(pages.map((page) => page.open()));
  const [late, ...inTime] = pages;
  for (const page of pages) for (let n = 0; n < 5; n += 1) page.type();
  await Promise.all(pages.map((page) => page.settled()));
  await until(deadline - BEFORE * 1000);
  cable.cut();
  await until(deadline - BEFORE * 1000 + 2000);
  while (Date.now() < deadline - 500) {
    for (const page of pages) page.type(5 + (page.typed % 15));
    await wait(4_000);
  }
  await until(deadline + 1_000);
  late.type(0);
  const kept = sum(inTime, 'waiting');
  await until(deadline + AFTER * 1000);
  cable.mend();
  await Promise.all(pages.map((page) => page.settled()));
  await networkChecks(pages, { late, inTime, kept });
}

async function networkChecks(pages, { late, inTime, kept }) {
  const database = await connected();
  const outcome = await compare(database, pages);
  checks.that(
    `after a cut from ${BEFORE} s before the deadline to ${AFTER} s after it: ${outcome.acknowledged} acknowledged, ${outcome.missing.length} of them missing`,
    outcome.acknowledged === outcome.stored && outcome.missing.length === 0,
    JSON.stringify(outcome),
  );
  checks.that(
    `${kept} answers typed without a network came late and count`,
    kept > 0 && outcome.late >= kept && sum(inTime, 'failures') > 0,
    `${outcome.late} are marked late`,
  );
  checks.that(
    'nothing typed in time was refused, and what was typed after the deadline was',
    inTime.every(({ refused }) => refused.size === 0) && late.refused.size === 1,
    JSON.stringify(pages.map(({ refused }) => refused.size)),
  );
  const results = await Promise.all(pages.map((page) => page.submit()));
  checks.that(
    `${pages.length} attempts are closed at their deadline, with what came late`,
    results.every((result) => result.closedByDeadline && result.lateSynchronised > 0),
    JSON.stringify(results.map(({ lateSynchronised }) => lateSynchronised)),
  );
  await database.end();
}

async function until(moment) {
  await wait(Math.max(0, moment - Date.now()));
}
