/** `npm run bench:certificates`: the demo academy's certificates through the real queue, beside a bare loop. */
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { bundle } from '../build/bundle.mjs';
import { freePort, temporaryDirectory } from '../postgres/embedded.mjs';
import { startProcess } from '../start/processes.mjs';
import { startProduct } from '../start/product.mjs';

const WANTED = 300;
const root = resolve(import.meta.dirname, '../..');
const dataDir = await temporaryDirectory('bench');
// The loaded academy waits with its papers until a worker comes.
const product = await startProduct({ dataDir, port: await freePort(), workers: 0 });
const database = new pg.Client({ connectionString: product.databaseUrl });

try {
  await database.connect();
  const { rows } = await database.query(
    'select snapshot from certification.certificate order by register_no',
  );
  if (rows.length < WANTED)
    throw new Error(`Only ${rows.length} certificates wait; ${WANTED} are wanted.`);
  const before = await bareLoop(rows.map(({ snapshot }) => snapshot));
  const queue = await throughQueue(rows.length);
  const after = await bareLoop(rows.map(({ snapshot }) => snapshot));
  const bare = (before + after) / 2;
  console.log(`\n${rows.length} certificates, one worker process\n`);
  console.log(`through the queue   ${queue.toFixed(1)} per second`);
  console.log(
    `bare pdfkit loop    ${bare.toFixed(1)} per second (before ${before.toFixed(1)}, after ${after.toFixed(1)})`,
  );
  console.log(
    `\n${JSON.stringify({
      bench: 'certificates',
      certificates: rows.length,
      certificates_per_second: Number(queue.toFixed(2)),
      bare_per_second: Number(bare.toFixed(2)),
      ratio: Number((queue / bare).toFixed(3)),
    })}`,
  );
} finally {
  await database.end();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Papers per second from the worker's readiness until the last one is stored. */
async function throughQueue(expected) {
  const worker = startProcess('worker', join(root, 'dist/apps/worker/main.js'), product.env);
  try {
    await worker.ready();
    const begun = performance.now();
    const already = await stored();
    let done = already;
    while (done < expected) {
      await new Promise((wait) => setTimeout(wait, 100));
      done = await stored();
      if (performance.now() - begun > 300_000)
        throw new Error(`Only ${done} of ${expected} papers came in time.`);
    }
    return (expected - already) / ((performance.now() - begun) / 1000);
  } finally {
    await worker.stop();
  }
}

async function stored() {
  const { rows } = await database.query(
    'select count(*)::int as papers from certification.certificate where pdf_sha256 is not null',
  );
  return rows[0].papers;
}

/** Papers per second of the same documents without database, queue and storage, in a process of its own. */
async function bareLoop(snapshots) {
  const list = join(dataDir, 'snapshots.json');
  await writeFile(list, JSON.stringify(snapshots));
  // Inside the repository, so that its packages are found.
  const outdir = join(root, 'dist/bench');
  await bundle({ entryPoints: ['tools/bench/bare-certificates.ts'], outdir });
  const output = await new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(outdir, 'bare-certificates.js'), list], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('exit', (code) =>
      code === 0
        ? done(Buffer.concat(chunks).toString())
        : fail(new Error('The bare loop failed.')),
    );
  });
  return snapshots.length / JSON.parse(output).seconds;
}
