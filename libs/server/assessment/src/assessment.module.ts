/** The room where the assessment domain is put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnalysisModule } from './analysis/analysis.module';
import { AnswerSaving } from './attempt/answer-saving.service';
import { AttemptClosing } from './attempt/attempt-closing.service';
import { AttemptController } from './attempt/attempt.controller';
import { Answer, Attempt, Step } from './attempt/attempt.entity';
import {
  AttemptEvent,
  AttemptFileRow,
  AttemptPart,
  ResultRow,
  SlotCheckRow,
} from './attempt/attempt-rows.entity';
import { AttemptService } from './attempt/attempt.service';
import { AttemptPreparation } from './attempt/attempt-preparation.service';
import { AttemptStarter } from './attempt/attempt-starter.service';
import { Attempts } from './attempt/attempts';
import { BlankPapers } from './attempt/blank-papers';
import { ExpiredAttempts } from './attempt/expired-attempts';
import { Accommodation, Extension, QuizOverride } from './attempt/needs.entity';
import { Papers } from './attempt/papers.reader';
import { Standings } from './attempt/standing.reader';
import { AnswerFiles } from './attempt/answer-files.service';
import { AnswerFilesController } from './attempt/answer-files.controller';
import { AnswerQueue } from './attempt/answer-queue';
import { AttemptClocks } from './attempt/attempt-clock.reader';
import { AttemptConclusion } from './attempt/attempt-conclusion.service';
import { AttemptFacts } from './attempt/attempt-facts.service';
import { AttemptParts } from './attempt/attempt-parts.service';
import { AttemptResults } from './attempt/attempt-result.reader';
import { AttemptViews } from './attempt/attempt-view.reader';
import { PracticeController } from './attempt/practice.controller';
import { Practice } from './attempt/practice.service';
import { Sittings } from './attempt/sittings.reader';
import { Submission } from './attempt/submission.service';
import { MARKING_CONTROLLERS, MARKING_ENTITIES, MARKING_PROVIDERS } from './marking/marking.parts';
import { QuestionBankModule } from './question-bank.module';
import { PublishedQuizzes } from './quiz/published-quizzes.reader';
import { QuizAuthoring } from './quiz/quiz-authoring';
import { QuizController } from './quiz/quiz.controller';
import { QuizDraftService } from './quiz/quiz-draft.service';
import { Quiz, QuizVersion } from './quiz/quiz.entity';
import { QuizReader } from './quiz/quiz.reader';
import { QuizSections } from './quiz/quiz-sections';
import { SlotNotes } from './quiz/slot-notes.reader';

import { AccommodationService } from './supervision/accommodation.service';
import { AnswerFileLoading } from './supervision/answer-file-loading.service';
import { AttemptTrails } from './supervision/attempt-trail.reader';
import { ExtensionService } from './supervision/extension.service';
import { NeedsController } from './supervision/needs.controller';
import { OverrideService } from './supervision/override.service';
import { SupervisionController } from './supervision/supervision.controller';
import { SupervisionReader } from './supervision/supervision.reader';

/** Who sits, how much time they get, and what the inspector reads. */
const SUPERVISION = [
  SupervisionReader,
  AttemptTrails,
  ExtensionService,
  OverrideService,
  AccommodationService,
  AnswerFileLoading,
];

@Module({
  imports: [
    QuestionBankModule,
    AnalysisModule,
    TypeOrmModule.forFeature([
      Quiz,
      QuizVersion,
      Attempt,
      Answer,
      Step,
      AttemptPart,
      AttemptEvent,
      AttemptFileRow,
      SlotCheckRow,
      ResultRow,
      Accommodation,
      QuizOverride,
      Extension,
      ...MARKING_ENTITIES,
    ]),
  ],
  controllers: [
    SupervisionController,
    NeedsController,
    QuizController,
    AttemptController,
    PracticeController,
    AnswerFilesController,
    ...MARKING_CONTROLLERS,
  ],
  providers: [
    ...SUPERVISION,
    QuizDraftService,
    QuizReader,
    QuizSections,
    SlotNotes,
    PublishedQuizzes,
    QuizAuthoring,
    Papers,
    AttemptClosing,
    AttemptStarter,
    AttemptPreparation,
    BlankPapers,
    Standings,
    AttemptService,
    AnswerSaving,
    AnswerQueue,
    AnswerFiles,
    AttemptClocks,
    AttemptConclusion,
    AttemptFacts,
    AttemptParts,
    AttemptResults,
    AttemptViews,
    Practice,
    Sittings,
    Submission,
    ...MARKING_PROVIDERS,
    ExpiredAttempts,
    Attempts,
  ],
  exports: [QuizAuthoring, Attempts, AttemptPreparation, ExpiredAttempts],
})
export class AssessmentModule {}
