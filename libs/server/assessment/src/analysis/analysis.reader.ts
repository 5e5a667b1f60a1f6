/** The room where analyses are shown: in the scope of whoever asks, with the names of units and courses. */
import { Injectable } from '@nestjs/common';
import type {
  AnalysisFilter,
  AnalysisRow,
  OutputOf,
  QuestionAnalysis,
  QuizAnalysis,
  analysisEndpoints,
} from '@tap-huan/contract';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { courseTitle } from '../course-title';
import { authorUnits, bankEditable } from '../scope';
import { quizInScope } from '../supervision/supervised-scope';
import { type AnalysisSummary, questionName, type StoredAnalysis } from './analysis-computation';
import { unseen, viewOf } from './analysis-view';
import { ANALYSIS_FORMAT, QuizAnalyses } from './quiz-analyses.service';

interface QuizRow {
  quizTitle: string;
  courseTitle: string | null;
  newerResults: number;
}

interface ListRow {
  quizId: string;
  quizTitle: string;
  courseTitle: string | null;
  summary: AnalysisSummary | null;
  computedAt: Date | null;
  newerResults: boolean;
}

/** Results of the quiz of the kept analysis `y` that are not in it. */
const NEWER = `from assessment.result r
  where r.quiz_id = y.quiz_id and r.quiz_version_id is not null and ${unseen('y.snapshot')}`;

@Injectable()
export class AnalysisReader {
  constructor(
    private readonly sql: Sql,
    private readonly analyses: QuizAnalyses,
  ) {}

  /** Quizzes with results in the actor's scope, the most to check first. */
  async list(actor: Actor): Promise<OutputOf<typeof analysisEndpoints.listAnalyses>> {
    const rows = await this.sql.rows<ListRow>(
      `select z.id as "quizId", z.title as "quizTitle", ${courseTitle('z.bank_id')} as "courseTitle", y.summary,
         y.computed_at as "computedAt", coalesce(exists (select 1 ${NEWER}), true) as "newerResults"
       from assessment.quiz z
         left join assessment.quiz_analysis y on y.quiz_id = z.id and y.view = '' and y.format = $2
       where ${quizInScope(1)} and exists (
         select 1 from assessment.result r where r.quiz_id = z.id and r.quiz_version_id is not null)
       order by (y.summary->>'questionsToCheck')::int desc nulls last, z.title collate "vi-x-icu", z.id`,
      [unitsFor(actor, 'attempt.inspect'), ANALYSIS_FORMAT],
    );
    return {
      items: rows.map(({ summary, computedAt, newerResults, ...row }): AnalysisRow => ({
        ...row,
        attempts: summary?.attempts ?? null,
        mean: summary?.mean ?? null,
        passShare: summary?.passShare ?? null,
        cic: summary?.cic ?? null,
        questionsToCheck: summary?.questionsToCheck ?? null,
        computedAt: computedAt?.toISOString() ?? null,
        newerResults: newerResults || computedAt === null,
      })),
    };
  }

  /** The analysis of a quiz, or that it is being computed. @throws Failure `not_found` */
  async quiz(actor: Actor, quizId: string, filter: AnalysisFilter): Promise<QuizAnalysis> {
    await this.inScope(actor, quizId);
    const kept = await this.analyses.of(quizId, filter);
    const [quiz, everything] = await Promise.all([
      this.quizRow(quizId, filter),
      this.sql.maybe<{ body: Pick<StoredAnalysis, 'versions' | 'jobPositions'> }>(
        `select jsonb_build_object('versions', body->'versions', 'jobPositions', body->'jobPositions') as body
         from assessment.quiz_analysis where quiz_id = $1 and view = '' and body is not null`,
        [quizId],
      ),
    ]);
    const options = everything?.body ?? kept ?? { versions: [], jobPositions: [] };
    return {
      quizId,
      ...quiz,
      computedAt: kept?.computedAt.toISOString() ?? null,
      versions: await this.versions(quizId, options.versions, kept?.versions ?? []),
      jobPositions: [...options.jobPositions].sort(new Intl.Collator('vi').compare),
      analysis: kept
        ? { ...kept.analysis, units: await this.withNames(kept.analysis.units) }
        : null,
    };
  }

  /** One question of it. @throws Failure `not_found` */
  async question(
    actor: Actor,
    { quizId, questionId }: { quizId: string; questionId: string },
    { slotId, ...filter }: AnalysisFilter & { slotId: string },
  ): Promise<QuestionAnalysis> {
    await this.inScope(actor, quizId);
    const kept = found(await this.analyses.of(quizId, filter));
    const question = found(kept.questions[questionName(slotId, questionId)]);
    const shown = await this.sql.one<
      Pick<QuestionAnalysis, 'bankId' | 'stem' | 'mayEdit' | 'quizTitle'>
    >(
      `select q.bank_id as "bankId", v.content->>'stem' as stem, ${bankEditable(3)} as "mayEdit",
         (select title from assessment.quiz where id = $2) as "quizTitle"
       from assessment.question_version v
         join assessment.question q on q.id = v.question_id join assessment.bank b on b.id = q.bank_id
       where v.id = $1`,
      [question.versions[0]?.versionId, quizId, authorUnits(actor)],
    );
    return { quizId, ...question, ...shown, computedAt: kept.computedAt.toISOString() };
  }

  /** @throws Failure `not_found` where the quiz is unknown or not in the actor's scope */
  async inScope(actor: Actor, quizId: string): Promise<{ title: string }> {
    return found(
      await this.sql.maybe<{ title: string }>(
        `select z.title from assessment.quiz z where z.id = $1 and ${quizInScope(2)}`,
        [quizId, unitsFor(actor, 'attempt.inspect')],
      ),
    );
  }

  /** Units of an analysis by name. */
  async withNames<T extends { unitId: string | null }>(
    units: readonly T[],
  ): Promise<(T & { unitName: string | null })[]> {
    const rows = await this.sql.rows<{ id: string; name: string }>(
      `select id, name from organisation.unit where id = any($1::uuid[])`,
      [units.flatMap(({ unitId }) => unitId ?? [])],
    );
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return units.map((unit) => ({ ...unit, unitName: names.get(unit.unitId ?? '') ?? null }));
  }

  private quizRow(quizId: string, filter: AnalysisFilter): Promise<QuizRow> {
    return this.sql.one<QuizRow>(
      `select z.title as "quizTitle", ${courseTitle('z.bank_id')} as "courseTitle",
         coalesce((select count(*) ${NEWER}), 0) as "newerResults"
       from assessment.quiz z
         left join assessment.quiz_analysis y on y.quiz_id = z.id and y.view = $2
       where z.id = $1`,
      [quizId, viewOf(filter)],
    );
  }

  private async versions(
    quizId: string,
    known: StoredAnalysis['versions'],
    shown: StoredAnalysis['versions'],
  ): Promise<QuizAnalysis['versions']> {
    const rows = await this.sql.rows<{ versionId: string; number: number; publishedAt: Date }>(
      `select id as "versionId", number, published_at as "publishedAt" from assessment.quiz_version
       where quiz_id = $1 and id = any($2::uuid[]) order by number desc`,
      [quizId, known.map(({ versionId }) => versionId)],
    );
    return rows.map(({ versionId, number, publishedAt }) => ({
      ...{ versionId, number, publishedAt: publishedAt.toISOString() },
      attempts: known.find((version) => version.versionId === versionId)?.attempts ?? 0,
      analysed: shown.find((version) => version.versionId === versionId)?.analysed ?? false,
    }));
  }
}
