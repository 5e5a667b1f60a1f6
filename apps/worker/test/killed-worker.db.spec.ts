/** A worker that is killed in the middle of its work leaves nothing undone and nothing done twice. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@tap-huan/contract';
import { testDatabase, type TestDatabase } from '@tap-huan/server/platform/testing';
import pg from 'pg';

const ROOT = resolve(import.meta.dirname, '../../..');
const OUT = `tmp/killed-worker-${process.pid}`;
const OFFICERS = 30;
/** Who hears of a completion, and of the certificate that follows it. */
const HEARINGS = [
  EVENTS.CourseCompleted,
  EVENTS.CertificateIssued,
  EVENTS.CertificateStored,
].flatMap(({ heardBy }) => heardBy).length;

interface Certificate {
  enrolmentId: string;
  seq: number;
  registerNo: string;
  verifyCode: string;
  snapshot: unknown;
  sha256: string | null;
  size: number | null;
  storedAt: Date | null;
}

describe('a killed worker', () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let enrolments: string[];
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    const built = spawnSync(
      process.execPath,
      ['tools/build/server.mjs', 'apps/worker', 'main', `--out=${OUT}`],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
    if (built.status !== 0) throw new Error(`The worker was not built:\n${built.stderr}`);
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.config.databaseUrl, max: 3 });
    enrolments = await completions();
  });
  afterAll(async () => {
    for (const child of running) await ended(child, 'SIGKILL');
    await sql?.end();
    await database?.drop();
    await rm(join(ROOT, OUT), { recursive: true, force: true });
  });

  const rows = async <T extends object>(text: string, params: unknown[] = []): Promise<T[]> =>
    (await sql.query<T>(text, params)).rows;
  const count = async (text: string): Promise<number> =>
    (await rows<{ count: number }>(`select count(*)::int as count from ${text}`))[0]?.count ?? 0;

  /** Officers of a commune who have completed a course; the news of it waits in the outbox. */
  async function completions(): Promise<string[]> {
    const [province, centre, commune] = [randomUUID(), randomUUID(), randomUUID()];
    const [bank, course, version] = [randomUUID(), randomUUID(), randomUUID()];
    const label = (...ids: string[]) => ids.map((id) => id.replaceAll('-', '')).join('.');
    await sql.query(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from) values
       ($1, 'T', 'Tỉnh Thử', 'province', null, $4, '2025-07-01'),
       ($2, 'TT', 'Trung tâm Phục vụ hành chính công', 'provincial_service_centre', $1, $5, '2025-07-01'),
       ($3, 'X', 'Xã An', 'commune', $1, $6, '2025-07-01')`,
      [
        province,
        centre,
        commune,
        label(province),
        label(province, centre),
        label(province, commune),
      ],
    );
    await sql.query(
      `insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Ngân hàng')`,
      [bank, province],
    );
    await sql.query(
      `insert into learning.course (id, code, unit_id, bank_id, created_at) values ($1, 'C1', $2, $3, now())`,
      [course, province, bank],
    );
    await sql.query(
      `insert into learning.course_version (id, course_id, number, state, title, summary, audience, hours,
              content_group, delivery_form, legal_basis, revision, updated_at, published_at)
       values ($1, $2, 1, 'published', 'Văn hóa công vụ', '', '', 12, 'job_position', 'online', '[]', 1, now(), now())`,
      [version, course],
    );
    const made: string[] = [];
    for (let number = 1; number <= OFFICERS; number += 1) {
      const [officer, enrolment] = [randomUUID(), randomUUID()];
      const name = `Nguyễn Văn ${String.fromCharCode(64 + number)}`;
      await sql.query(
        `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
         values ($1, $2, $3, $3, $3, '1990-03-07')`,
        [officer, `CB${number}`, name],
      );
      await sql.query(
        `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
         values ($1, $2, $3, 'Chuyên viên', '2025-07-01')`,
        [randomUUID(), officer, commune],
      );
      await sql.query(
        `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, enrolled_at,
                started_at, completed_at, score_of_ten, done_lessons, total_lessons)
         values ($1, $2, $3, $4, 'completed', now(), now(), now(), 850, 3, 3)`,
        [enrolment, officer, course, version],
      );
      await sql.query(
        `insert into platform.outbox (id, event, payload, emitted_at) values ($1, 'CourseCompleted', $2, now())`,
        [randomUUID(), JSON.stringify({ enrolmentId: enrolment })],
      );
      made.push(enrolment);
    }
    return made;
  }

  async function startWorker(): Promise<ChildProcess> {
    const { databaseUrl, dataDir } = database.config;
    const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, OUT, 'main.js')], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        PUBLIC_URL: 'http://tap-huan.test',
        WORKER_CONCURRENCY: '2',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    running.add(child);
    await new Promise<void>((ready, broken) => {
      child.on('message', (said) => said === 'ready' && ready());
      child.once('exit', (code) => broken(new Error(`The worker ended (${code}).`)));
    });
    return child;
  }

  async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await exit;
    }
    running.delete(child);
  }

  const certificates = () =>
    rows<Certificate>(
      `select enrolment_id as "enrolmentId", register_seq as seq, register_no as "registerNo",
              verify_code as "verifyCode", snapshot, pdf_sha256 as sha256, pdf_size::int as size,
              stored_at as "storedAt"
         from certification.certificate order by register_seq`,
    );
  const papers = async () => {
    const all = await readdir(join(database.config.dataDir, 'objects'), { recursive: true });
    return all
      .map((path) => path.split('/').at(-1) ?? '')
      .filter((name) => /^[0-9a-f]{64}$/.test(name));
  };
  const bytesOf = (sha256: string): Promise<Buffer> =>
    readFile(
      join(database.config.dataDir, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256),
    );
  const finished = async () =>
    (await count(`platform.inbox`)) === HEARINGS * OFFICERS &&
    (await count(`platform.outbox where dispatched_at is null`)) === 0;

  it('is followed by another, which finishes what it began: one number and one paper for each', async () => {
    const pending = () => count(`certification.certificate where pdf_sha256 is null`);
    // Once while numbers are being allotted, and once while papers are being made.
    const first = await startWorker();
    await until(async () => (await pending()) > 0);
    await ended(first, 'SIGKILL');
    const afterFirst = await certificates();
    expect(afterFirst.length).toBeGreaterThan(0);
    expect(afterFirst.some(({ sha256 }) => sha256 === null)).toBe(true);

    const second = await startWorker();
    await until(
      async () => (await count(`certification.certificate where pdf_sha256 is not null`)) > 2,
    );
    await ended(second, 'SIGKILL');
    const afterSecond = await certificates();
    expect(await finished()).toBe(false);

    const third = await startWorker();
    await until(finished, 60_000);
    await ended(third, 'SIGTERM');
    const done = await certificates();
    expect(done.map(({ seq }) => seq)).toEqual(
      Array.from({ length: OFFICERS }, (_, index) => index + 1),
    );
    expect(done.map(({ enrolmentId }) => enrolmentId).toSorted()).toEqual(enrolments.toSorted());
    expect(new Set(done.map(({ sha256 }) => sha256)).size).toBe(OFFICERS);
    for (const { sha256, size } of done) {
      const bytes = await bytesOf(sha256 ?? '');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.byteLength).toBe(size);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await papers()).toSorted()).toEqual(done.map(({ sha256 }) => sha256).toSorted());
    // What a killed worker had written down stayed as it was.
    for (const before of [...afterFirst, ...afterSecond]) {
      const after = done.find(({ enrolmentId }) => enrolmentId === before.enrolmentId);
      expect(after).toMatchObject({
        seq: before.seq,
        verifyCode: before.verifyCode,
        snapshot: before.snapshot,
      });
      if (before.sha256) expect(after).toEqual(before);
    }
    expect(await count(`platform.outbox where event = 'CertificateStored'`)).toBe(OFFICERS);
  }, 120_000);

  it('leaves papers that stay as they are when all news is told again', async () => {
    const before = await certificates();
    expect(before).toHaveLength(OFFICERS);
    const told = await count(`platform.outbox`);
    // Neither the queue nor the inbox remembers anything.
    await sql.query(`drop schema queue cascade`);
    await sql.query(`delete from platform.inbox`);
    await sql.query(`update platform.outbox set dispatched_at = null`);
    const worker = await startWorker();
    await until(finished, 60_000);
    await ended(worker, 'SIGTERM');
    expect(await certificates()).toEqual(before);
    expect((await papers()).toSorted()).toEqual(before.map(({ sha256 }) => sha256).toSorted());
    expect(await count(`platform.outbox`)).toBe(told);
  }, 90_000);
});

async function until(reached: () => Promise<boolean>, atMost = 20_000): Promise<void> {
  const end = Date.now() + atMost;
  while (!(await reached())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${atMost} ms.`);
    await sleep(10);
  }
}
