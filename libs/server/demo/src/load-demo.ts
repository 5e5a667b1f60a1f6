/** The room where the demo academy is loaded, once: units, people, three courses, months of history. */
import { AppModule } from '@tap-huan/server/app';
import {
  type Config,
  createHttpApp,
  SetClock,
  Sql,
  SYSTEM,
  Writer,
} from '@tap-huan/server/platform';
import { Academy } from './academy';
import { buildOldCourses, enterOldClasses } from './before/years-before';
import { buildCourses } from './courses';
import { workAtDesk } from './desk/desk';
import { makeHistory } from './history';
import { playOneStop } from './one-stop/one-stop';
import { buildOrganisation } from './organisation';
import { makeProgrammes } from './programmes';

/** History begins so many days before today. */
const DAYS_OF_HISTORY = 170;
const DAY = 86_400_000;

/** Loads the demo academy into a migrated database; where it is loaded already, nothing happens. */
export async function loadDemo(config: Config, tell: (line: string) => void): Promise<void> {
  const now = new Date();
  const clock = new SetClock(new Date(now.getTime() - DAYS_OF_HISTORY * DAY));
  const hasty: Config = {
    ...config,
    databaseUrl: withoutWaiting(config.databaseUrl),
    webRoot: null,
    logLevel: 'error',
  };
  // The whole server without a port: people of the academy work at it as everybody will.
  const app = await createHttpApp(AppModule.with(hasty, clock), hasty);
  try {
    await app.init();
    const academy = new Academy(app, clock, now);
    if (await isLoaded(app.get(Sql))) return;
    tell('Nạp dữ liệu minh họa / Loading the demo academy …');
    clock.set(academy.at(DAYS_OF_HISTORY, 8));
    const organisation = await buildOrganisation(academy);
    const oldCourses = await buildOldCourses(academy, organisation);
    const past = await enterOldClasses(academy, organisation, oldCourses);
    const courses = await buildCourses(academy, organisation);
    tell(
      `  ${organisation.officers.length} cán bộ, ${courses.length} khóa học / officers, courses`,
    );
    tell(
      `  ${past.classes} lớp, ${past.enrolments} lượt từ năm 2017 / classes, enrolments since 2017`,
    );
    const told = [await makeHistory(academy, organisation, courses)];
    const oneStop = courses.find(({ quizzes }) => quizzes.size > 1);
    if (oneStop) told.push(await playOneStop(academy, organisation, oneStop));
    await makeProgrammes(academy, organisation, courses);
    await workAtDesk(academy, organisation, courses);
    const enrolments = told.reduce((sum, each) => sum + each.enrolments, 0);
    const attempts = told.reduce((sum, each) => sum + each.attempts, 0);
    tell(`  ${enrolments} lượt ghi danh, ${attempts} lượt làm bài / enrolments, attempts`);
    clock.set(now);
    await app.get(Writer).write(SYSTEM, (tx) => tx.audit('demo_loaded', DEMO_SUBJECT));
  } finally {
    await app.close();
  }
}

/** Thousands of small commits need not wait for the disk: a load that breaks off is begun anew anyway. */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.toString();
}

const DEMO_SUBJECT = { kind: 'academy', id: 'demo' };

/** The last line of a finished load; a load that was interrupted is told of rather than repeated. */
async function isLoaded(sql: Sql): Promise<boolean> {
  const done = await sql.maybe(
    `select 1 from platform.audit where action = 'demo_loaded' and subject_id = $1`,
    [DEMO_SUBJECT.id],
  );
  if (done) return true;
  const begun = await sql.maybe(`select 1 from organisation.unit limit 1`);
  if (begun) {
    throw new Error(
      'The demo academy was interrupted while it was loaded, or the database holds units of its own. ' +
        'Run `npm start -- --reset` to begin anew, or start with DEMO=false.',
    );
  }
  return false;
}
