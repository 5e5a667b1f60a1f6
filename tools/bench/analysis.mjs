/** `npm run bench:analysis`: the statistics of a generated exam of 100,000 officers, as the worker computes them. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { bundle } from '../build/bundle.mjs';
import { startPostgres, temporaryDirectory } from '../postgres/embedded.mjs';
import { makeExam } from './analysis-exam.mjs';

const ATTEMPTS = Number(process.env.BENCH_ATTEMPTS || 100_000);
const SLOTS = Number(process.env.BENCH_SLOTS || 20);
const root = resolve(import.meta.dirname, '../..');
const directory = await temporaryDirectory('bench');
const postgres = await startPostgres({ directory: join(directory, 'postgres') });

try {
  await postgres.createDatabase('bench');
  const databaseUrl = postgres.url('bench');
  // Inside the repository, so that its packages are found.
  const outdir = join(root, 'dist/bench');
  await bundle({ entryPoints: ['tools/bench/analysis-run.ts'], outdir });
  const program = join(outdir, 'analysis-run.js');
  await run(program, databaseUrl, ['migrate']);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const quizId = await makeExam(database, { attempts: ATTEMPTS, slots: SLOTS });
  await database.end();
  const found = JSON.parse(await run(program, databaseUrl, ['analyse', quizId]));
  if (found.attempts !== ATTEMPTS || found.slots !== SLOTS || found.quizzes !== 1) {
    throw new Error(`Not the exam that was made: ${JSON.stringify(found)}`);
  }
  const { seconds } = found;
  console.log(`\n${ATTEMPTS} attempts, ${SLOTS} questions, each paper in an order of its own\n`);
  console.log(`reading the results   ${seconds.reading.toFixed(2)} s`);
  console.log(`statistics            ${seconds.statistics.toFixed(2)} s`);
  console.log(`Rasch model           ${seconds.rasch.toFixed(2)} s`);
  console.log(`computed and stored   ${found.job.toFixed(2)} s`);
  console.log(
    `\n${JSON.stringify({
      bench: 'analysis',
      attempts: found.attempts,
      slots: found.slots,
      seconds: Number(found.job.toFixed(2)),
      seconds_first: Number(found.computed.toFixed(2)),
      seconds_reading: Number(seconds.reading.toFixed(2)),
      seconds_rasch: Number(seconds.rasch.toFixed(2)),
      longest_block_ms: Math.round(found.longest),
      memory_mb: found.memory,
    })}`,
  );
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

/** Output of the program with the database. */
async function run(program, databaseUrl, args) {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: directory },
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((done) => child.on('exit', done));
  if (code !== 0) throw new Error(`${args[0]} failed`);
  return Buffer.concat(chunks).toString();
}
