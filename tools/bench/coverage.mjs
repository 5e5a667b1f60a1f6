/** `npm run bench:coverage`: the coverage matrix of a province over HTTP, and how it grows with the enrolments. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { freePort, temporaryDirectory } from '../postgres/embedded.mjs';
import { startProduct } from '../start/product.mjs';
import { Person, Timings } from './client.mjs';
import { makeEnrolments, makeProvince, settle } from './coverage-province.mjs';

const OFFICERS = Number(process.env.BENCH_OFFICERS || 100_000);
const UNITS = Number(process.env.BENCH_UNITS || 3_400);
/** Officers with enrolments, ten each: 10^4, 10^5 and 10^6 enrolments. */
const STAGES = [0.01, 0.1, 1].map((share) => Math.round(OFFICERS * share));
const LOOKS = Number(process.env.BENCH_LOOKS || 100);
const PASSWORD = 'mat-khau-do-luong';

const dataDir = await temporaryDirectory('bench');
const product = await startProduct({ dataDir, port: await freePort(), demo: false });
const database = new pg.Client({ connectionString: product.databaseUrl });

try {
  await database.connect();
  const province = await makeProvince(database, { officers: OFFICERS, units: UNITS });
  const hr = await makeHr(province);
  const communes = await idsOf(
    `select id from organisation.unit where kind = 'commune' and valid_to is null`,
  );
  const growth = [];
  let from = 1;
  for (const to of STAGES) {
    await makeEnrolments(database, from, to);
    await settle(database);
    from = to + 1;
    // A process that has just been started, so that the first answer is seen as well.
    product.api.kill();
    await product.api.restart();
    growth.push(await measure(hr, communes));
    print(growth.at(-1));
  }
  const { first_ms, enrolments, ...whole } = growth.at(-1);
  console.log(
    `\n${JSON.stringify({ bench: 'coverage', officers: OFFICERS, units: UNITS, enrolments, ...whole, first_ms, growth })}`,
  );
} finally {
  await database.end();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** One who sees the whole province. */
async function makeHr(province) {
  const id = randomUUID();
  await database.query(
    `insert into identity.account (id, username, full_name, password_hash, language, must_change_password, created_at, sort_key, search_text)
     values ($1, 'bench-hr', 'Phòng Đào tạo', $2, 'vi', false, now(), 'hr', 'hr')`,
    [id, await hash(PASSWORD)],
  );
  await database.query(
    `insert into identity.access_grant (account_id, role, unit_id) values ($1, 'hr', $2)`,
    [id, province],
  );
  const person = new Person(product.url, null);
  await person.signIn('bench-hr', PASSWORD);
  return person;
}

async function idsOf(text) {
  const { rows } = await database.query(text);
  return rows.map(({ id }) => id);
}

/** Looks of all kinds at the present number of enrolments. */
async function measure(hr, communes) {
  const { rows } = await database.query('select count(*)::int as n from enrolment.enrolment');
  const timings = new Timings();
  hr.timings = timings;
  const { units } = await hr.call('first', 'GET', '/api/coverage');
  if (units.length !== UNITS) throw new Error(`${units.length} units came, ${UNITS} are there.`);
  for (let look = 0; look < LOOKS; look++) {
    await hr.call('today', 'GET', '/api/coverage');
    await hr.call(
      'as of',
      'GET',
      `/api/coverage?asOf=${anyDay(look)}&by=${look % 2 ? 'now' : 'then'}`,
    );
    await hr.call(
      'drill',
      'GET',
      `/api/coverage/people?unitId=${communes[look % communes.length]}`,
    );
    await hr.call(
      'drill province',
      'GET',
      `/api/coverage/people?unitId=${units[0].id}&state=overdue&page=${1 + (look % 5)}`,
    );
  }
  const fresh = await freshness(hr);
  const list = await excel(hr, units[0].id);
  const at = (step, share) => Number(timings.percentile(step, share).toFixed(1));
  const both = new Timings();
  for (const step of ['today', 'as of'])
    for (const ms of timings.steps.get(step)) both.add('matrix', ms);
  return {
    enrolments: rows[0].n,
    median_ms: Number(both.percentile('matrix', 0.5).toFixed(1)),
    p99_ms: Number(both.percentile('matrix', 0.99).toFixed(1)),
    as_of_median_ms: at('as of', 0.5),
    drill_median_ms: at('drill', 0.5),
    drill_p99_ms: at('drill', 0.99),
    drill_province_median_ms: at('drill province', 0.5),
    fresh_after_ms: fresh,
    ...list,
    first_ms: at('first', 1),
    memory_mb: await memory(),
  };
}

/** Some day of the last ten years. */
function anyDay(look) {
  return new Date(Date.UTC(2017, 0, 1 + ((look * 373) % 3_500))).toISOString().slice(0, 10);
}

/** Milliseconds from the commit of a completion until the matrix shows it; the longest of some. */
async function freshness(hr) {
  let longest = 0;
  for (let time = 0; time < 10; time++) {
    const before = await overall(hr);
    const { rowCount } = await database.query(
      `update enrolment.enrolment set state = 'completed', completed_at = now()
        where id = (select id from enrolment.enrolment where state = 'not_started' limit 1)`,
    );
    if (rowCount !== 1) throw new Error('Nothing is left to be completed.');
    const begun = performance.now();
    while ((await overall(hr)) === before) {
      if (performance.now() - begun > 30_000) throw new Error('A completion was not seen.');
    }
    longest = Math.max(longest, performance.now() - begun);
  }
  return Math.round(longest);
}

/** Enrolments done in every subject, whichever columns are usual. */
async function overall(hr) {
  const { rows } = await database.query('select string_agg(id::text, $1) as ids from subject', [
    ',',
  ]);
  const { units } = await hr.call('fresh', 'GET', `/api/coverage?subjects=${rows[0].ids}`);
  return units[0].figures[0];
}

/** Milliseconds for a list of names in Excel of about 5,000 lines: two subjects of the first ten thousand officers. */
async function excel(hr, province) {
  const subjects = (await idsOf('select id from subject order by n limit 2')).join();
  const query = `unitId=${province}&state=done&search=cb00&subjects=${subjects}`;
  const { total } = await hr.call('count', 'GET', `/api/coverage/people?${query}`);
  const times = [];
  for (let time = 0; time < 5; time++) {
    const begun = performance.now();
    const reply = await fetch(`${product.url}/api/coverage/people.xlsx?${query}`, {
      headers: { cookie: hr.cookie },
    });
    if (!reply.ok) throw new Error(`The list: ${reply.status}`);
    await reply.arrayBuffer();
    times.push(performance.now() - begun);
  }
  return { excel_lines: total, excel_median_ms: Math.round(times.sort((a, b) => a - b)[2]) };
}

async function memory() {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${product.api.pid()}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function print(figures) {
  console.log(`\n${figures.enrolments} enrolments`);
  for (const [name, value] of Object.entries(figures)) {
    if (name !== 'enrolments') console.log(`  ${name.padEnd(26)} ${value}`);
  }
}
