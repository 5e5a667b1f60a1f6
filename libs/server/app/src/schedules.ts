/** The room of what is done again and again, whichever domain it belongs to. */
import type { INestApplicationContext } from '@nestjs/common';
import { DueAnalyses, ExpiredAttempts } from '@tap-huan/server/assessment';
import { ExamPreparation } from '@tap-huan/server/enrolment';

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
  return [
    { seconds: 15, work: () => expired.closeExpired(CLOSED_AT_ONCE) },
    { seconds: 60, work: () => exams.run() },
    // A quiz itself is computed once a minute at most.
    { seconds: 5, work: () => analyses.run() },
  ];
}
