/** The room where the parts of programme enrolment are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LearningModule } from '@tap-huan/server/learning';
import { ProgrammeOnCourseCompleted } from './on-course-completed';
import { ProgrammeEnrolling } from './programme-enrolling';
import { ProgrammeEnrolmentController } from './programme-enrolment.controller';
import { ProgrammeCourseEntity, ProgrammeEnrolmentEntity } from './programme-enrolment.entity';
import { ProgrammeEnrolmentReader } from './programme-enrolment.reader';
import { ProgrammeEnrolmentService } from './programme-enrolment.service';
import { ProgrammeProgress } from './programme-progress';

@Module({
  imports: [
    TypeOrmModule.forFeature([ProgrammeEnrolmentEntity, ProgrammeCourseEntity]),
    LearningModule,
  ],
  controllers: [ProgrammeEnrolmentController],
  providers: [
    ProgrammeEnrolling,
    ProgrammeEnrolmentReader,
    ProgrammeEnrolmentService,
    ProgrammeProgress,
    ProgrammeOnCourseCompleted,
  ],
  exports: [ProgrammeEnrolling],
})
export class ProgrammeEnrolmentModule {}
