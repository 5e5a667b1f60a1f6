/** The room of the schedule that keeps analyses up to date: only quizzes whose results have changed are computed. */
import { Injectable, Logger } from '@nestjs/common';
import type { AnalysisFilter } from '@tap-huan/contract';
import { Clock, Sql } from '@tap-huan/server/platform';
import { unseen } from './analysis-view';
import { ANALYSIS_FORMAT, QuizAnalyses } from './quiz-analyses.service';

/** Seconds between two computations of the same quiz; a slow one rests twenty times as long as it took. */
const REST_SECONDS = 60;
const REST_SHARE = 20;
const FORGET_AFTER = 24 * 3_600_000;
/** A computation that failed is tried again after this time. */
const RETRY_AFTER = 10 * 60_000;

interface Due {
  quizId: string;
  view: string;
  filter: AnalysisFilter;
}

const RESTED = `(y.computed_at is null or y.format <> $2
  or y.computed_at <= $1::timestamptz - greatest(${REST_SECONDS}, ${REST_SHARE} * y.seconds) * interval '1 second')`;

/**
 * Quizzes with results that their analysis has not seen, then the views that somebody waits for. A transaction id beyond
 * those given out so far comes from another cluster, through a restored dump, and tells nothing.
 * $1 now · $2 format · $3 those that failed lately, as `quiz view`
 */
const DUE = `
  select "quizId", view, filter from (
    select z.id as "quizId", '' as view, '{"attempts": "first"}'::jsonb as filter, 0 as rank, y.computed_at as since
    from assessment.quiz z left join assessment.quiz_analysis y on y.quiz_id = z.id and y.view = ''
    where ${RESTED} and exists (
      select 1 from assessment.result r
      where r.quiz_id = z.id and r.quiz_version_id is not null
        and (y.snapshot is null or y.format <> $2
          or (${unseen('y.snapshot')} and r.changed < pg_snapshot_xmax(pg_current_snapshot()))))
    union all
    select y.quiz_id, y.view, y.filter, 1, y.asked_at
    from assessment.quiz_analysis y
    where y.view <> '' and y.asked_at > coalesce(y.computed_at, '-infinity') and ${RESTED}
  ) due
  where not "quizId" || ' ' || view = any($3::text[])
  order by rank, since nulls first, "quizId" limit 1`;

@Injectable()
export class DueAnalyses {
  private readonly logger = new Logger('Analysis');
  /** When to try again what failed. */
  private readonly failed = new Map<string, number>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly analyses: QuizAnalyses,
  ) {}

  /**
   * Computes what is due, one after the other.
   * @returns the views computed, as `quiz view`
   */
  async run(most = 200): Promise<string[]> {
    const done: string[] = [];
    while (done.length < most) {
      const due = await this.next(done);
      if (due === null) break;
      const name = `${due.quizId} ${due.view}`;
      try {
        await this.analyses.refresh(due.quizId, due.filter);
      } catch (error) {
        this.failed.set(name, this.clock.now().getTime() + RETRY_AFTER);
        this.logger.error(`Quiz ${due.quizId} could not be analysed: ${String(error)}`);
      }
      done.push(name);
    }
    await this.analyses.forget(new Date(this.clock.now().getTime() - FORGET_AFTER));
    return done;
  }

  private next(done: readonly string[]): Promise<Due | null> {
    const now = this.clock.now();
    for (const [name, until] of this.failed) {
      if (until <= now.getTime()) this.failed.delete(name);
    }
    return this.sql.maybe<Due>(DUE, [now, ANALYSIS_FORMAT, [...done, ...this.failed.keys()]]);
  }
}
