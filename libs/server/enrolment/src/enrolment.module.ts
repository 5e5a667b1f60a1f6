/** The room where the parts of enrolment are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@tap-huan/server/assessment';
import { LearningModule } from '@tap-huan/server/learning';
import { AssignmentModule } from './assignment/assignment.module';
import { AudienceModule } from './audience/audience.module';
import { ClassModule } from './class/class.module';
import { CompletionDoubtEntity } from './doubt/completion-doubt.entity';
import { CompletionDoubts } from './doubt/completion-doubts.service';
import { CompletionsInDoubt } from './doubt/completions-in-doubt.reader';
import { DoubtController } from './doubt/doubt.controller';
import { EnrolmentController } from './enrolment/enrolment.controller';
import { EnrolmentEntity } from './enrolment/enrolment.entity';
import { EnrolmentReader } from './enrolment/enrolment.reader';
import { EnrolmentService } from './enrolment/enrolment.service';
import { OnCoursePublished } from './enrolment/on-course-published';
import { HoursModule } from './hours/hours.module';
import { ExamPreparation } from './my/exam-preparation';
import { MyCoursesReader } from './my/my-courses.reader';
import { MyLearningController } from './my/my-learning.controller';
import { MyQuizReader } from './my/my-quiz.reader';
import { QuizStartService } from './my/quiz-start.service';
import { ProgrammeEnrolmentModule } from './programme/programme-enrolment.module';
import { Completion } from './progress/completion';
import { LessonProgressEntity } from './progress/lesson-progress.entity';
import { OnAttemptGraded } from './progress/on-attempt-graded';
import { OnLessonFinished } from './progress/on-lesson-finished';
import { ProgressService } from './progress/progress.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([EnrolmentEntity, LessonProgressEntity, CompletionDoubtEntity]),
    LearningModule,
    HoursModule,
    AssessmentModule,
    AssignmentModule,
    AudienceModule,
    ClassModule,
    ProgrammeEnrolmentModule,
  ],
  controllers: [MyLearningController, EnrolmentController, DoubtController],
  providers: [
    EnrolmentService,
    EnrolmentReader,
    MyCoursesReader,
    MyQuizReader,
    QuizStartService,
    ExamPreparation,
    ProgressService,
    Completion,
    CompletionDoubts,
    CompletionsInDoubt,
    OnAttemptGraded,
    OnLessonFinished,
    OnCoursePublished,
  ],
  exports: [EnrolmentService, ExamPreparation],
})
export class EnrolmentModule {}
