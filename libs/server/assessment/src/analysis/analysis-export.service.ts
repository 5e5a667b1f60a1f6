/** The room where an analysis is taken away as a workbook, with a line for everybody in it and one in the audit trail. */
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AnalysisFilter } from '@tap-huan/contract';
import { asciiFileName, today } from '@tap-huan/rules';
import { type Actor, Clock, disclose, Failure, Sql, Writer } from '@tap-huan/server/platform';
import { AnalysisReader } from './analysis.reader';
import { viewOf } from './analysis-view';
import { QuizAnalyses } from './quiz-analyses.service';
import { ScoreReader } from './score.reader';
import { analysisBook } from './workbook/analysis-book';

@Injectable()
export class AnalysisExport {
  constructor(
    private readonly reader: AnalysisReader,
    private readonly analyses: QuizAnalyses,
    private readonly scores: ScoreReader,
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /**
   * The workbook of a view: statistics as they are kept, scores as they are now.
   * @throws Failure `not_found`, `analysis_not_ready`, `no_results`
   */
  async workbook(
    actor: Actor,
    quizId: string,
    filter: AnalysisFilter,
  ): Promise<{ name: string; stream: Readable }> {
    const quiz = await this.reader.quiz(actor, quizId, filter);
    const { analysis } = quiz;
    const kept = analysis && (await this.analyses.of(quizId, filter));
    if (!analysis || !kept) throw new Failure('analysis_not_ready');
    if (analysis.attempts === 0) throw new Failure('no_results');
    const [scores, unitName] = await Promise.all([
      this.scores.lines(quizId, filter),
      this.unitName(filter.unitId),
    ]);
    const madeOn = today(this.clock.now());
    await this.writer.write(actor, async (tx) => {
      const personIds = scores.flatMap(({ officerId }) => officerId ?? []);
      await disclose(tx, { kind: 'exported', what: 'quiz_scores', personIds });
      await tx.audit(
        'analysis_exported',
        { kind: 'quiz', id: quizId },
        { view: viewOf(filter), scores: scores.length },
      );
    });
    const { quizTitle, courseTitle, versions } = quiz;
    const title = { quizTitle, courseTitle, filter, unitName, madeOn, versions };
    const stream = analysisBook({
      ...{ title, analysis, scores, computedAt: kept.computedAt },
      questions: Object.values(kept.questions),
    });
    return { name: `${asciiFileName(`phan-tich_${quizTitle}`)}_${madeOn}.xlsx`, stream };
  }

  private async unitName(unitId: string | undefined): Promise<string | null> {
    if (unitId === undefined) return null;
    const unit = await this.sql.maybe<{ name: string }>(
      `select name from organisation.unit where id = $1`,
      [unitId],
    );
    return unit?.name ?? null;
  }
}
