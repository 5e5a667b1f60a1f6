/** The room where analyses are computed and kept: at once where that is quick, otherwise by the worker. */
import { Injectable } from '@nestjs/common';
import type { AnalysisFilter } from '@tap-huan/contract';
import { Clock, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { type AnalysisSummary, computeAnalysis, type StoredAnalysis } from './analysis-computation';
import { readFacts } from './analysis-facts';
import { cleaned, COUNTED, filterValues, unseen, viewOf } from './analysis-view';
import { AttemptTable } from './attempt-table';
import { readResults } from './result-rows';

/** Of what is stored; another number is computed anew. */
export const ANALYSIS_FORMAT = 1;
/** Results up to which an analysis is computed in the request that asks for it. */
export const AT_ONCE = 5_000;

/** An analysis as it is kept. */
export interface KeptAnalysis extends StoredAnalysis {
  computedAt: Date;
}

export interface Computed {
  stored: StoredAnalysis;
  summary: AnalysisSummary;
  /** That the results were read from. */
  snapshot: string;
  seconds: { reading: number; statistics: number; rasch: number; all: number };
}

interface KeptRow {
  body: StoredAnalysis | null;
  computedAt: Date | null;
  /** Results that came or changed since. */
  stale: boolean;
}

@Injectable()
export class QuizAnalyses {
  private readonly running = new Map<string, Promise<KeptAnalysis>>();

  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /**
   * The analysis of a view of a quiz. The one without a filter is kept up to date by the worker; one with a filter is
   * computed when it is asked for.
   * @returns null where there is too much to compute in a request: the worker has been told
   */
  async of(quizId: string, filter: AnalysisFilter): Promise<KeptAnalysis | null> {
    const view = viewOf(filter);
    const kept = await this.sql.maybe<KeptRow>(
      `select case when y.format = $3 then y.body end as body, y.computed_at as "computedAt",
         exists (select 1 from assessment.result r
                 where r.quiz_id = y.quiz_id and r.quiz_version_id is not null and ${unseen('y.snapshot')}) as stale
       from assessment.quiz_analysis y where y.quiz_id = $1 and y.view = $2`,
      [quizId, view, ANALYSIS_FORMAT],
    );
    const old =
      kept?.body && kept.computedAt ? { ...kept.body, computedAt: kept.computedAt } : null;
    if (old !== null && (view === '' || !kept?.stale)) return old;
    const { results } = await this.sql.one<{ results: number }>(COUNTED, [
      ...filterValues(quizId, filter),
      AT_ONCE + 1,
    ]);
    if (results <= AT_ONCE) return this.once(quizId, filter);
    await this.ask(quizId, filter);
    return old;
  }

  /** Computes a view and keeps it. */
  async refresh(quizId: string, filter: AnalysisFilter): Promise<KeptAnalysis> {
    const computed = await this.compute(quizId, filter);
    const computedAt = this.clock.now();
    await this.keep(quizId, filter, computed, computedAt);
    return { ...computed.stored, computedAt };
  }

  /** Computes a view from the results as they are now, and keeps nothing. */
  async compute(quizId: string, filter: AnalysisFilter): Promise<Computed> {
    const began = performance.now();
    const table = new AttemptTable();
    const snapshot = await readResults(this.writer, quizId, filter, (row) => table.add(row));
    const read = performance.now();
    const facts = await readFacts(this.sql, quizId, table.questionVersions.texts);
    const { stored, summary, raschSeconds } = await computeAnalysis(table, facts);
    const ended = performance.now();
    const reading = (read - began) / 1_000;
    const all = (ended - began) / 1_000;
    const statistics = all - reading - raschSeconds;
    return {
      stored,
      summary,
      snapshot,
      seconds: { reading, statistics, rasch: raschSeconds, all },
    };
  }

  /** Views that nobody has asked for since are forgotten. */
  async forget(before: Date): Promise<void> {
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(`delete from assessment.quiz_analysis where view <> '' and asked_at < $1`, [before]),
    );
  }

  /** Several who ask for the same at once wait for one computation. */
  private once(quizId: string, filter: AnalysisFilter): Promise<KeptAnalysis> {
    const name = `${quizId} ${viewOf(filter)}`;
    let running = this.running.get(name);
    if (running === undefined) {
      running = this.refresh(quizId, filter).finally(() => this.running.delete(name));
      this.running.set(name, running);
    }
    return running;
  }

  /** Puts a view on the worker's list. */
  private async ask(quizId: string, filter: AnalysisFilter): Promise<void> {
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `insert into assessment.quiz_analysis (quiz_id, view, filter, format, asked_at) values ($1, $2, $3, $4, $5)
         on conflict (quiz_id, view) do update set asked_at = excluded.asked_at`,
        [quizId, viewOf(filter), JSON.stringify(cleaned(filter)), ANALYSIS_FORMAT, tx.now],
      ),
    );
  }

  /** Of two computations the one that saw more is kept. */
  private async keep(
    quizId: string,
    filter: AnalysisFilter,
    { stored, summary, snapshot, seconds }: Computed,
    computedAt: Date,
  ): Promise<void> {
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `insert into assessment.quiz_analysis as kept
           (quiz_id, view, filter, body, summary, format, attempts, snapshot, computed_at, seconds, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)
         on conflict (quiz_id, view) do update set body = excluded.body, summary = excluded.summary,
           format = excluded.format, attempts = excluded.attempts, snapshot = excluded.snapshot,
           computed_at = excluded.computed_at, seconds = excluded.seconds
         where kept.snapshot is null or kept.format <> excluded.format
           or pg_snapshot_xmax(kept.snapshot::pg_snapshot) <= pg_snapshot_xmax(excluded.snapshot::pg_snapshot)`,
        [
          quizId,
          viewOf(filter),
          JSON.stringify(cleaned(filter)),
          JSON.stringify(stored),
          JSON.stringify(summary),
          ANALYSIS_FORMAT,
          stored.analysis.attempts,
          snapshot,
          computedAt,
          seconds.all,
        ],
      ),
    );
  }
}
