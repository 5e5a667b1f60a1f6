/** The room of the rows of computed analyses: one for each quiz, and one for each filter that somebody asked for. */
import type { AnalysisFilter } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AnalysisSummary, StoredAnalysis } from './analysis-computation';

@Entity({ schema: 'assessment', name: 'quiz_analysis' })
@Index('quiz_analysis_asked', ['askedAt'], { where: `view <> ''` })
export class KeptAnalysisRow {
  @PrimaryColumn('uuid', { name: 'quiz_id' })
  quizId: string;

  /** The filter, written in one way; empty for all results. */
  @PrimaryColumn('text')
  view: string;

  @Column('jsonb')
  filter: AnalysisFilter;

  /** Null: asked for, not computed yet. */
  @Column('jsonb', { nullable: true })
  body: StoredAnalysis | null;

  /** Of the body, for the list of quizzes. */
  @Column('jsonb', { nullable: true })
  summary: AnalysisSummary | null;

  /** Of the body; another one is computed anew. */
  @Column('integer')
  format: number;

  @Column('integer', { nullable: true })
  attempts: number | null;

  /** The `pg_snapshot` that it was computed from. */
  @Column('text', { nullable: true })
  snapshot: string | null;

  @Column('timestamptz', { name: 'computed_at', nullable: true })
  computedAt: Date | null;

  /** What it took. */
  @Column('real', { nullable: true })
  seconds: number | null;

  @Column('timestamptz', { name: 'asked_at', nullable: true })
  askedAt: Date | null;
}
