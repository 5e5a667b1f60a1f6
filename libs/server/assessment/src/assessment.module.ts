/** The room where the assessment domain is put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerSaving } from './attempt/answer-saving.service';
import { AttemptClosing } from './attempt/attempt-closing.service';
import { AttemptController } from './attempt/attempt.controller';
import { Answer, Attempt, Step } from './attempt/attempt.entity';
import { AttemptReader } from './attempt/attempt.reader';
import { AttemptService } from './attempt/attempt.service';
import { AttemptStarter } from './attempt/attempt-starter.service';
import { Attempts } from './attempt/attempts';
import { ExpiredAttempts } from './attempt/expired-attempts';
import { Papers } from './attempt/papers.reader';
import { Bank } from './bank/bank.entity';
import { QuestionController } from './question/question.controller';
import { Question, QuestionVersion } from './question/question.entity';
import { QuestionReader } from './question/question.reader';
import { QuestionService } from './question/question.service';
import { PublishedQuizzes } from './quiz/published-quizzes.reader';
import { QuizAuthoring } from './quiz/quiz-authoring';
import { QuizController } from './quiz/quiz.controller';
import { QuizDraftService } from './quiz/quiz-draft.service';
import { Quiz, QuizVersion } from './quiz/quiz.entity';
import { QuizReader } from './quiz/quiz.reader';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Bank,
      Question,
      QuestionVersion,
      Quiz,
      QuizVersion,
      Attempt,
      Answer,
      Step,
    ]),
  ],
  controllers: [QuestionController, QuizController, AttemptController],
  providers: [
    QuestionService,
    QuestionReader,
    QuizDraftService,
    QuizReader,
    PublishedQuizzes,
    QuizAuthoring,
    Papers,
    AttemptClosing,
    AttemptStarter,
    AttemptReader,
    AttemptService,
    AnswerSaving,
    ExpiredAttempts,
    Attempts,
  ],
  exports: [QuizAuthoring, Attempts, ExpiredAttempts],
})
export class AssessmentModule {}
