/** The room of what is done again and again, whichever domain it belongs to. */
import type { INestApplicationContext } from '@nestjs/common';
import { DueAnalyses, ExpiredAttempts } from '@tap-huan/server/assessment';
import { DueReorganisations, OfficerImports, PlannedChanges } from '@tap-huan/server/organisation';
import { ExamPreparation, Reconciler } from '@tap-huan/server/enrolment';
import { CoverageStore, ListRounds } from '@tap-huan/server/reporting';
import { MailRound, Reminders } from '@tap-huan/server/notification';

/** Work that rests for so many seconds after each run. */
export interface Schedule {
  seconds: number;
  work(): Promise<unknown>;
}

/** Most attempts that one run closes. */
const CLOSED_AT_ONCE = 500;

/** The schedules of a running server; several processes may keep them at once. */
export function schedulesOf(app: INestApplicationContext): Schedule[] {
  const expired = app.get(ExpiredAttempts, { strict: false });
  const exams = app.get(ExamPreparation, { strict: false });
  const analyses = app.get(DueAnalyses, { strict: false });
  const reorganisations = app.get(DueReorganisations, { strict: false });
  const reconciler = app.get(Reconciler, { strict: false });
  const planned = app.get(PlannedChanges, { strict: false });
  const saved = app.get(ListRounds, { strict: false });
  const lists = app.get(OfficerImports, { strict: false });
  const coverage = app.get(CoverageStore, { strict: false });
  const reminders = app.get(Reminders, { strict: false });
  const mails = app.get(MailRound, { strict: false });
  return [
    { seconds: 15, work: () => expired.closeExpired(CLOSED_AT_ONCE) },
    { seconds: 60, work: () => exams.run() },
    { seconds: 60, work: () => reminders.run() },
    // Lists that go out by themselves.
    { seconds: 60, work: () => saved.run() },
    { seconds: 10, work: () => mails.run() },
    // Officers whose facts have changed; everybody once a day.
    { seconds: 5, work: () => reconciler.run() },
    { seconds: 60, work: () => reorganisations.run() },
    // Changes of post whose day has come.
    { seconds: 300, work: () => planned.run() },
    { seconds: 6 * 3600, work: () => lists.forgetOld() },
    { seconds: 3_600, work: () => coverage.prune() },
    // A quiz itself is computed once a minute at most.
    { seconds: 5, work: () => analyses.run() },
  ];
}
