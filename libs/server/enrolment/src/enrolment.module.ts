/** The room where the parts of enrolment are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@tap-huan/server/assessment';
import { LearningModule } from '@tap-huan/server/learning';
import { EnrolmentController } from './enrolment/enrolment.controller';
import { EnrolmentEntity } from './enrolment/enrolment.entity';
import { EnrolmentReader } from './enrolment/enrolment.reader';
import { EnrolmentService } from './enrolment/enrolment.service';
import { OnCoursePublished } from './enrolment/on-course-published';
import { MyCoursesReader } from './my/my-courses.reader';
import { MyLearningController } from './my/my-learning.controller';
import { MyQuizReader } from './my/my-quiz.reader';
import { QuizStartService } from './my/quiz-start.service';
import { Completion } from './progress/completion';
import { LessonProgressEntity } from './progress/lesson-progress.entity';
import { OnAttemptGraded } from './progress/on-attempt-graded';
import { OnLessonFinished } from './progress/on-lesson-finished';
import { ProgressService } from './progress/progress.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([EnrolmentEntity, LessonProgressEntity]),
    LearningModule,
    AssessmentModule,
  ],
  controllers: [MyLearningController, EnrolmentController],
  providers: [
    EnrolmentService,
    EnrolmentReader,
    MyCoursesReader,
    MyQuizReader,
    QuizStartService,
    ProgressService,
    Completion,
    OnAttemptGraded,
    OnLessonFinished,
    OnCoursePublished,
  ],
  exports: [EnrolmentService],
})
export class EnrolmentModule {}
