/** The room where analysis is put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KeptAnalysisRow } from './analysis.entity';
import { AnalysisController } from './analysis.controller';
import { AnalysisExport } from './analysis-export.service';
import { AnalysisReader } from './analysis.reader';
import { DueAnalyses } from './due-analyses';
import { QuizAnalyses } from './quiz-analyses.service';
import { ScoreReader } from './score.reader';

@Module({
  imports: [TypeOrmModule.forFeature([KeptAnalysisRow])],
  controllers: [AnalysisController],
  providers: [QuizAnalyses, DueAnalyses, AnalysisReader, ScoreReader, AnalysisExport],
  exports: [DueAnalyses, QuizAnalyses],
})
export class AnalysisModule {}
